"""For each pair of actors without a claim, the pattern that came nearest to making one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from math import inf

from spacy.tokens import Span, Token

from graph.extraction.explaining import records
from graph.extraction.explaining.conditions import Failure, failures
from graph.extraction.explaining.present import FAR, Present, present_in
from graph.extraction.explaining.rows import line_of
from graph.extraction.explaining.sides import LACKING, Side, side_of
from graph.extraction.reading import Reading
from graph.extraction.relations.lexicon import Frame, frames_of, gerunds, verbs
from graph.model import Claim
from graph.ontology import RELATIONS

__all__ = ["misses_of"]

_Pair = tuple[Present, Present]


@dataclass(frozen=True)
class _Attempt:
    """A frame at a trigger word, with what its roles found."""

    trigger: Token
    frame: Frame
    subject: Side
    object: Side

    @cached_property
    def failures(self) -> list[Failure]:
        return failures(self.frame, self.trigger)

    def lacking(self, pair: _Pair) -> int:
        sides = LACKING[self.subject.standing(pair[0])] + LACKING[self.object.standing(pair[1])]
        return sides + sum(failure.lacking for failure in self.failures)

    def distance(self, pair: _Pair) -> int:
        return sum(party.steps(self.trigger) for party in pair)

    def rank(self, pair: _Pair) -> tuple[int, int]:
        return self.lacking(pair), self.distance(pair)

    def reasons(self, pair: _Pair) -> tuple[str, ...]:
        sides = self.subject.reason(pair[0], self.trigger), self.object.reason(pair[1], self.trigger)
        failing = [failure.reason for failure in self.failures]
        if sides == ("subject fits", "object fits"):
            return ("both sides fit", *(failing or ["yet the construction or a later step made no claim of it"]))
        return (*sides, *failing)


def misses_of(sentence: Span, claims: Sequence[Claim], reading: Reading) -> list[records.Miss]:
    """Return a miss for each ordered pair of actors without a claim, the nearest first.

    Titles, compounds and what names stand beside each other are no frames: of them only the claims are shown.
    """
    parties = present_in(sentence, reading)
    attempts = list(_attempts(sentence, reading)) if len(parties) > 1 else []
    pairs = [pair for pair in permutations(parties, 2) if not _claimed(pair, claims)]
    misses = [_miss(pair, attempts) for pair in pairs]
    backwards = {(pair[0].id, pair[1].id): _claimed(pair[::-1], claims) for pair in pairs}
    return sorted(misses, key=lambda miss: (backwards[miss.subject.id, miss.object.id], *_nearness(miss)))


def _nearness(miss: records.Miss) -> tuple[float, int]:
    return (inf, 0) if miss.lacking is None else (miss.lacking, miss.distance or 0)


def _claimed(pair: _Pair, claims: Sequence[Claim]) -> bool:
    return any(_is_between(claim, pair) for claim in claims)


def _is_between(claim: Claim, pair: _Pair) -> bool:
    def told(first: Present, second: Present) -> bool:
        evidence = claim.evidence
        subject = first.is_meant(claim.subject.id, evidence.subject_span[0])
        return subject and second.is_meant(claim.object.id, evidence.object_span[0])

    return told(*pair) or (RELATIONS[claim.relation].symmetric and told(*pair[::-1]))


def _attempts(sentence: Span, reading: Reading) -> Iterator[_Attempt]:
    for trigger in sentence:
        if trigger.i not in reading.names and trigger.dep_ not in ("aux", "auxpass"):
            for frame in _frames(trigger):
                sides = (side_of(name, trigger, frame, reading) for name in ("subject", "object"))
                yield _Attempt(trigger, frame, *sides)


def _frames(trigger: Token) -> tuple[Frame, ...]:
    if trigger.pos_ == "AUX":
        return verbs().get(trigger.lemma_.casefold(), ())
    return (*frames_of(trigger), *(gerunds().get(trigger.lower_, ()) if trigger.pos_ in ("NOUN", "PROPN") else ()))


def _miss(pair: _Pair, attempts: Sequence[_Attempt]) -> records.Miss:
    subject, obj = (records.Party(id=p.id, label=p.label, type=p.entity.type) for p in pair)
    near = [attempt for attempt in attempts if _is_near(attempt, pair)]
    if not near:
        reason = "no pattern's trigger is near both" if attempts else "no word of the sentence triggers a pattern"
        return records.Miss(subject=subject, object=obj, reasons=(reason,))
    best = min(near, key=lambda attempt: attempt.rank(pair))
    alike = [other.frame.source for other in near if other.trigger.i == best.trigger.i and other.rank(pair) == best.rank(pair)]
    frame, trigger = best.frame, best.trigger
    return records.Miss(
        subject=subject,
        object=obj,
        relation=frame.relation,
        trigger=trigger.text,
        lemma=trigger.lemma_.casefold(),
        kind=frame.kind,
        row=frame.source,
        line=line_of(frame.source),
        alike=tuple(dict.fromkeys(row for row in alike if row != frame.source)),
        lacking=best.lacking(pair),
        distance=best.distance(pair),
        reasons=best.reasons(pair),
    )


def _is_near(attempt: _Attempt, pair: _Pair) -> bool:
    """Whether a frame has anything to do with a pair: it fills a side with it, or hangs together with both."""
    found = attempt.subject.standing(pair[0]) != "elsewhere" or attempt.object.standing(pair[1]) != "elsewhere"
    return found or all(party.steps(attempt.trigger) < FAR for party in pair)
