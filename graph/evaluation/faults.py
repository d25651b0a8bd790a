"""Each error, beside the sentence it was made in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.evaluation.gold import GoldSet
from graph.evaluation.judging import Judged, Sought

__all__ = ["Fault", "found_wrong", "not_found"]


@dataclass(frozen=True, slots=True)
class Fault:
    """A predicted claim with its sentence, or a claim of gold with the sentences, or else the words, that say it."""

    kind: Literal["wrong", "missed"]
    article: str
    subject: str
    relation: str
    object: str
    polarity: str
    evidence: str


def found_wrong(judged: Iterable[Judged]) -> Iterator[Fault]:
    """Describe wrong predictions."""
    for verdict in judged:
        p = verdict.prediction
        yield Fault("wrong", verdict.row.article, p.subject.label, p.relation, p.object.label, p.polarity, p.sentence)


def not_found(gold: GoldSet, sought: Iterable[Sought]) -> Iterator[Fault]:
    """Describe claims that were missed."""
    from graph.evaluation.sentences import sentences_saying  # noqa: PLC0415 - spaCy takes most of a second

    for fate in sought:
        claim, text = fate.claim, gold.text_of(fate.row)
        words = claim.evidence if text is None else sentences_saying(text, claim)
        names = claim.subject[0], claim.relation[0], claim.object[0]
        yield Fault("missed", fate.row.article, *names, claim.polarity, words)
