"""The TABARI/PETRARCH validation suite: short sentences about invented countries, coded with the suite's own dictionaries.

Peers are given the suite's dictionary of actors and verbs and are asked for exact triples of codes. Our base knows neither
Gondor nor its code, so a side counts as right when our mention is one of the dictionary's names for the gold code
(`petrarch-actors.yaml`); the role part of a code is not asked for.

"From the text" takes the actors from the sentence instead: a side also counts as right when our mention's characters lie
within or around the words of the actor there. These are the base noun phrase, as spaCy cuts them, in which a name of the gold
code stands: "Gondor's Prime Minister Falastur" for GON, so that "Falastur" is right although the dictionary lacks him. A peer
finds him the same way, through "Gondor" and its list of roles.

Comparable: the pairs, over all gold events. Not comparable: exact triples. The event codes are mostly WEIS, partly invented
for one test, and asked for in detail (041, 1717); `petrarch-codes.yaml` says which relations of ours mean the same. Triples
are counted over all gold events and over those that could be found at all: both actors named and a code with a counterpart.
Texts that test how a coder handles broken input (a flag `error`) are left out, and so are claims about names outside the
suite's dictionary, which no peer could code, negated claims, and relations that are no events (leads, memberOf, ...).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, Field
from shared import (
    Count,
    GoldText,
    RelationName,
    Result,
    aligned,
    distinct,
    either_way,
    load_data,
    named_by,
    read_claims,
    read_gold,
)

from graph.extraction import Extractor
from graph.model import Article, Claim, Participant

__all__ = ["run"]

_FILE = "petrarch-unit.jsonl"
_Span = tuple[int, int]


@cache
def _actors() -> dict[str, list[str]]:
    return load_data("petrarch-actors.yaml", dict[str, list[str]])


@cache
def _dictionary() -> tuple[str, ...]:
    return tuple(name for names in _actors().values() for name in names)


@cache
def _codes() -> dict[str, list[RelationName]]:
    return load_data("petrarch-codes.yaml", dict[str, list[RelationName]])


def _names(code: str | None) -> list[str]:
    """Return the names of an actor code, by its longest prefix that has any."""
    prefixes = ((code or "")[:length] for length in range(len(code or ""), 2, -1))
    return next((_actors()[prefix] for prefix in prefixes if prefix in _actors()), [])


class _Event(BaseModel):
    source: str | None
    target: str | None
    cameo: str

    def triple(self) -> tuple[str, str, str]:
        return self.source or "(none)", self.cameo, self.target or "(none)"

    @property
    def comparable(self) -> bool:
        return bool(_names(self.source) and _names(self.target) and self.cameo in _codes())


class _Sentence(GoldText):
    expected: tuple[_Event, ...]
    flags: dict[str, bool | str] = Field(default_factory=dict)


def _same_pair(claim: Claim, event: _Event) -> bool:
    return aligned(claim, _names(event.source), _names(event.target))


def _same_event(claim: Claim, event: _Event) -> bool:
    return claim.relation in _codes().get(event.cameo, ()) and _same_pair(claim, event)


def _is_event(claim: Claim) -> bool:
    return claim.polarity == "affirmed" and claim.relation_type.cameo is not None


def _is_counted(claim: Claim) -> bool:
    return _is_event(claim) and named_by(claim.subject, _dictionary()) and named_by(claim.object, _dictionary())


def _pair(claim: Claim) -> object:
    return either_way(claim) if claim.relation_type.symmetric else (claim.subject.id, claim.object.id)


@dataclass(frozen=True, slots=True)
class _InText:
    """Where actors stand in one sentence."""

    text: str
    phrases: tuple[_Span, ...]

    @classmethod
    def of(cls, extractor: Extractor, sentence: _Sentence) -> _InText:
        doc = extractor.read(Article(id=sentence.id, text=sentence.text))
        return cls(sentence.text, tuple((chunk.start_char, chunk.end_char) for chunk in doc.noun_chunks))

    def words(self, names: Iterable[str]) -> Iterator[_Span]:
        """Yield the stretches in which a name stands, and the noun phrases around them."""
        for name in names:
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.text, re.IGNORECASE):
                yield found.span()
                yield from (phrase for phrase in self.phrases if _overlap(phrase, found.span()))

    def names(self, side: Participant, span: _Span, names: Iterable[str]) -> bool:
        """Whether one side of a claim is the actor with these names."""
        listed = tuple(names)
        return named_by(side, listed) or any(_overlap(span, words) for words in self.words(listed))

    def counts(self, claim: Claim) -> bool:
        """Whether a claim is an event between actors of the dictionary."""
        return _is_event(claim) and self.joins(claim, _dictionary(), _dictionary())

    def joins(self, claim: Claim, sources: Iterable[str], targets: Iterable[str]) -> bool:
        """Whether the subject is one of the sources and the object one of the targets."""
        evidence = claim.evidence
        first, second = (claim.subject, evidence.subject_span), (claim.object, evidence.object_span)
        return self.names(*first, sources) and self.names(*second, targets)

    def same_pair(self, claim: Claim, event: _Event) -> bool:
        """Whether a claim and a gold event have the same actors, in either order where the relation is symmetric."""
        sides = _names(event.source), _names(event.target)
        return self.joins(claim, *sides) or (claim.relation_type.symmetric and self.joins(claim, *reversed(sides)))

    def same_event(self, claim: Claim, event: _Event) -> bool:
        """Whether the relation answers to the event's code, too."""
        return claim.relation in _codes().get(event.cameo, ()) and self.same_pair(claim, event)


def _overlap(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class _Counts:
    """The five figures of the set."""

    def __init__(self) -> None:
        relation = "F1 of triples with a relation that answers to the code, over all gold events"
        self.pair = Count("source + target", "F1 of pairs in their direction, over all gold events")
        self.whole = Count("source + target + relation", relation)
        self.fair = Count("  the same, comparable events", "only events with two named actors and a code that has a counterpart")
        self.text_pair = Count("source + target, from the text", "the pairs, with the actors taken from the sentence")
        self.text_whole = Count(
            "source + target + relation, from the text", "the triples, with the actors taken from the sentence"
        )

    def add(self, text: _Sentence, claims: list[Claim]) -> None:
        """Count with the dictionary's names."""
        ours = [claim for claim in claims if _is_counted(claim)]
        asked = [event for event in text.expected if event.comparable]
        other = [event for event in text.expected if not event.comparable]
        self.pair.add(text.id, distinct(ours, _pair), text.expected, _same_pair, text.text)
        self.whole.add(text.id, ours, text.expected, _same_event, text.text)
        beside = [claim for claim in ours if not any(_same_pair(claim, event) for event in other)]
        self.fair.add(text.id, beside, asked, _same_event, text.text)

    def add_from_text(self, text: _Sentence, claims: list[Claim], within: _InText) -> None:
        """Count with the actors' words."""
        ours = [claim for claim in claims if within.counts(claim)]
        self.text_pair.add(text.id, distinct(ours, _pair), text.expected, within.same_pair, text.text)
        self.text_whole.add(text.id, ours, text.expected, within.same_event, text.text)


def run(extractor: Extractor, folder: Path) -> Result:
    """Measure the extractor on the set in `folder`."""
    counts = _Counts()
    texts = [text for text in read_gold(folder / _FILE, _Sentence) if "error" not in text.flags]
    for text, claims in read_claims(extractor, texts):
        counts.add(text, claims)
        counts.add_from_text(text, claims, _InText.of(extractor, text))
    figures = (count.figure() for count in vars(counts).values())
    return Result("petrarch", len(texts), tuple(figures), counts.fair.name.strip(), tuple(counts.fair.faults))
