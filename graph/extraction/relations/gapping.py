"""Clauses that leave out the verb of the one before: "Russia backed Haftar and Turkey the GNA"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.matching import allowed_in

__all__ = ["fill_gaps"]

_JOINTS = ("and", ",", ";", "while", "but")
_AFTER = (",", ";", ".", "and", "while", ")")


def fill_gaps(reading: Reading, sentence: Sequence[Token]) -> None:
    """Add the claims of clauses without a verb, and drop those that the parse made of their names.

    Such a clause is two names side by side, with at most an article between, behind a name that is a verb's object.
    """
    for first, second in _bare_pairs(sentence, reading):
        told = [f for f in reading.findings if _told_before(f, first, sentence)]
        if not told:
            continue
        wrong = {first.idx, second.idx}
        verbs = {f.trigger.i for f in told}
        reading.findings = [f for f in reading.findings if f.trigger.i not in verbs or not {f.object.start} & wrong]
        reading.findings.extend(_refilled(told, first, second, reading))


def _bare_pairs(sentence: Sequence[Token], reading: Reading) -> Iterator[tuple[Token, Token]]:
    for token in sentence:
        if token.lower_ not in _JOINTS or token.i + 2 >= sentence[-1].i:
            continue
        first = token.nbor(1)
        if first.lower_ == "the":
            first = first.nbor(1)
        second = first.nbor(1)
        if second.lower_ == "the" and second.i < sentence[-1].i:
            second = second.nbor(1)
        closed = (
            second.i == sentence[-1].i
            or second.nbor(1).lower_ in _AFTER
            or second.nbor(1).is_punct
            or second.nbor(1).pos_ == "ADP"
        )
        if closed and all(t.i in reading.names and reading.at(t) for t in (first, second)) and second.nbor(-1).text != ",":
            yield first, second


def _told_before(finding: Finding, first: Token, sentence: Sequence[Token]) -> bool:
    trigger, at = finding.trigger, finding.object
    inside = sentence[0].i <= trigger.i < first.i and trigger.pos_ == "VERB"
    between = first.doc[trigger.i + 1 : first.i]
    in_order = finding.subject.start < trigger.idx < at.start < first.idx
    return inside and in_order and not any(t.pos_ in ("VERB", "AUX") for t in between)


def _refilled(told: Sequence[Finding], first: Token, second: Token, reading: Reading) -> Iterator[Finding]:
    seen: set[tuple[str, str, str]] = set()
    for finding in told:
        for subject in reading.at(first):
            for obj in reading.at(second):
                key = (finding.relation, subject.entity.id, obj.entity.id)
                fits = allowed_in(finding.relation, subject, "subject") and allowed_in(finding.relation, obj, "object")
                if fits and key not in seen:
                    seen.add(key)
                    rule = f"gapping:{finding.relation}:{finding.trigger.lemma_}"
                    yield replace(finding, subject=subject, object=obj, rule=rule)
