"""A missed claim is shown beside the sentences that say it."""

import json
from pathlib import Path

import pytest

from graph.evaluation import GoldClaim, open_gold, score
from graph.evaluation.sentences import sentences_saying

DATA = Path(__file__).parents[2] / "data"
TEXT = """Ankara in anger

The U.S. envoy left. The Turks, he said,
had long trained militias and had to go. Turkey denies it.

Rome kept silent."""


@pytest.mark.parametrize(
    ("evidence", "shown"),
    [
        ("trained militias", "The Turks, he said, had long trained militias and had to go."),
        ("he said, had long", "The Turks, he said, had long trained militias and had to go."),
        ("The U.S. envoy ... Turkey denies", "The U.S. envoy left. Turkey denies it."),
        ("had to go. Turkey denies", "The Turks, he said, had long trained militias and had to go. Turkey denies it."),
        ("words of another text", "words of another text"),
        ("", "Turkey denies it."),
    ],
)
def test_sentences_that_hold_the_evidence(evidence, shown):
    claim = GoldClaim(subject="Turkey", relation="trains", object="Nobody", evidence=evidence)
    assert sentences_saying(TEXT, claim) == shown


def test_without_evidence_the_sentences_that_name_most_sides_are_shown():
    claim = GoldClaim(subject="Turkey", relation="meets", object="Stephanie Williams")
    assert sentences_saying("Turkey waits. Ms Williams met Turkey. It rained.", claim) == "Ms Williams met Turkey."
    assert sentences_saying("He waits. She met him.", claim) == "He waits. She met him."


def test_a_set_without_its_texts_shows_the_evidence_words(tmp_path):
    claim = {"subject": "Italy", "relation": "backs", "object": "GNA", "evidence": "Rome stands by"}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"article": "a", "text": "t.txt", "claims": [claim]}))
    gold = open_gold(tmp_path / "gold.jsonl")
    assert score(gold, []).faults[0].evidence == "Rome stands by"
    (tmp_path / "t.txt").write_text("It rained. Rome stands by the GNA.")
    assert score(gold, []).faults[0].evidence == "Rome stands by the GNA."


def test_nearly_all_evidence_of_the_sample_corpus_is_found_in_its_text():
    gold = open_gold(DATA / "gold/wire-1.jsonl")
    faults = score(gold, []).faults
    words = [fate.claim.evidence for fate in score(gold, []).sought]
    widened = [fault for fault, said in zip(faults, words, strict=True) if fault.evidence != said]
    assert len(faults) == 404
    assert len(widened) > 400
