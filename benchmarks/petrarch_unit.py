"""The TABARI/PETRARCH validation suite: short sentences about invented countries, coded with the suite's own dictionaries.

Peers are given the suite's dictionary of actors and verbs and are asked for exact triples of codes. Our base knows neither
Gondor nor its code, so a side counts as right when our mention is one of the dictionary's names for the gold code
(`petrarch-actors.yaml`); the role part of a code is not asked for.

Comparable: the pairs, over all gold events. Not comparable: exact triples. The event codes are mostly WEIS, partly invented
for one test, and asked for in detail (041, 1717); `petrarch-codes.yaml` says which relations of ours mean the same. The
second and third figures ask for such a relation, over all gold events and over those that could be found at all: both
actors named and a code with a counterpart. Texts that test how a coder handles broken input (a flag `error`) are left out,
and so are claims about names outside the suite's dictionary, which no peer could code, negated claims, and relations that
are no events (leads, memberOf, ...).
"""

from __future__ import annotations

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
from graph.model import Claim

__all__ = ["run"]

_FILE = "petrarch-unit.jsonl"


@cache
def _actors() -> dict[str, list[str]]:
    return load_data("petrarch-actors.yaml", dict[str, list[str]])


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


def _is_counted(claim: Claim, names: list[str]) -> bool:
    event = claim.polarity == "affirmed" and claim.relation_type.cameo is not None
    return event and named_by(claim.subject, names) and named_by(claim.object, names)


def _pair(claim: Claim) -> object:
    return either_way(claim) if claim.relation_type.symmetric else (claim.subject.id, claim.object.id)


def run(extractor: Extractor, folder: Path) -> Result:
    """Measure the extractor on the set in `folder`."""
    pair = Count("source + target", "F1 of pairs in their direction, over all gold events")
    whole = Count("source + target + relation", "F1 of triples with a relation that answers to the code, over all gold events")
    fair = Count("  the same, comparable events", "only events with two named actors and a code that has a counterpart")
    texts = [text for text in read_gold(folder / _FILE, _Sentence) if "error" not in text.flags]
    dictionary = [name for names in _actors().values() for name in names]
    for text, claims in read_claims(extractor, texts):
        ours = [claim for claim in claims if _is_counted(claim, dictionary)]
        asked = [event for event in text.expected if event.comparable]
        other = [event for event in text.expected if not event.comparable]
        pair.add(text.id, distinct(ours, _pair), text.expected, _same_pair, text.text)
        whole.add(text.id, ours, text.expected, _same_event, text.text)
        beside = [claim for claim in ours if not any(_same_pair(claim, event) for event in other)]
        fair.add(text.id, beside, asked, _same_event, text.text)
    figures = pair.figure(), whole.figure(), fair.figure()
    return Result("petrarch", len(texts), figures, fair.name.strip(), tuple(fair.faults))
