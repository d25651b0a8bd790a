"""What the triggers of each relation say, and that other senses of their words say nothing."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from graph.ontology import RELATIONS

ROWS = yaml.safe_load(Path(__file__).with_name("triggers.yaml").read_text(encoding="utf-8"))
FEWEST = 4


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_sentence_makes_exactly_these_claims(row, claims_of):
    read = {(c.subject.label, c.relation, c.object.label, c.polarity) for c in claims_of(row["text"])}
    assert read == {expected(claim) for claim in row["claims"]}


def expected(claim):
    subject, relation, target, *negated = (part.strip() for part in claim.split("|"))
    return subject, relation, target, "negated" if negated else "affirmed"


def test_every_relation_is_said_in_several_ways():
    said = Counter(expected(claim)[1] for row in ROWS for claim in row["claims"])
    assert {name: said[name] for name in RELATIONS if said[name] < FEWEST} == {}
