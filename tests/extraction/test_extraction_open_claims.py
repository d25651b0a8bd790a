"""What a text leaves open stays open: nothing unsaid, unconfirmed or unproven becomes a fact, nor its denial."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.model import Article

DATE = dt.date(2019, 5, 10)


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("There is no evidence that France backed Haftar.", "negated", "possible"),
        ("The panel has found no proof that Egypt trained the LNA.", "negated", "possible"),
        ("Egypt did not confirm reports that it had bombed Derna.", "affirmed", "possible"),
        ("There are signs that Qatar funds Libya Dawn.", "affirmed", "reported"),
        ("Sarraj confirmed that Turkey trains the LNA.", "affirmed", "reported"),
        ("Diplomats do not believe that Russia arms the LNA.", "negated", "asserted"),
        ("Algeria has ruled out recognising the Government of National Stability.", "negated", "asserted"),
        ("Italy denied any support for Khalifa Haftar.", "negated", "reported"),
        ("It is untrue that Turkey trains the LNA.", "negated", "reported"),
    ],
)
def test_open_claims_are_neither_facts_nor_denials(extractor, text, polarity, modality):
    claims = extractor.extract(Article(id="a", text=text, date=DATE))
    assert [(c.polarity, c.modality) for c in claims] == [(polarity, modality)]


@pytest.mark.parametrize(
    ("text", "expected"), [("Haftar and Sarraj sat in silence.", []), ("Haftar and Sarraj sat down in Tripoli.", ["meets"])]
)
def test_a_verb_needs_its_particle_between_several_subjects_too(extractor, text, expected):
    assert [c.relation for c in extractor.extract(Article(id="a", text=text, date=DATE))] == expected
