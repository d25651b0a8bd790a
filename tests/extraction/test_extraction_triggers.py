"""What the triggers of each relation say, and that other senses of their words say nothing."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from graph.model import Article
from graph.ontology import RELATIONS

ROWS = yaml.safe_load(Path(__file__).with_name("triggers.yaml").read_text(encoding="utf-8"))
FEWEST = 4


@pytest.fixture(scope="module")
def patterns(extractor):
    """What the patterns find in a text, before the scorer weighs it."""
    with extractor.nlp.select_pipes(disable=["libyagraph_scoring"]):
        yield lambda text: extractor.read(Article(id="told", text=text, date="2019-06-19"))._.reading.findings


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_sentence_makes_exactly_these_claims(row, patterns):
    found = patterns(row["text"])
    read = {either_way(f.subject.entity.label, f.relation, f.object.entity.label, f.polarity) for f in found}
    assert read == {expected(claim) for claim in row["claims"]}


def expected(claim):
    subject, relation, target, *negated = (part.strip() for part in claim.split("|"))
    return either_way(subject, relation, target, "negated" if negated else "affirmed")


def either_way(subject, relation, target, polarity):
    sides = (subject, target)
    return frozenset(sides) if RELATIONS[relation].symmetric else sides, relation, polarity


def test_every_relation_is_said_in_several_ways():
    said = Counter(expected(claim)[1] for row in ROWS for claim in row["claims"])
    assert {name: said[name] for name in RELATIONS if said[name] < FEWEST} == {}
