"""Two at once: "both men", "the two governments", "they" after "Haftar and Sarraj"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from spacy.tokens import Token

from graph.extraction.coreference.salience import Candidate
from graph.extraction.reading import Reading
from graph.model import Mention

__all__ = ["ordinal_meant", "pair_meant"]

_REACH = 2


def ordinal_meant(token: Token, number: int, seen: Sequence[Candidate]) -> Mention | None:
    """Return what "the former" or "the latter" means: the first or last of two joined names, or the last one named."""
    if token.lower_ not in ("former", "latter") or token.i == 0 or token.nbor(-1).lower_ != "the":
        return None
    if token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i:
        return None
    near = [c for c in seen if c.sentence >= number - 1 and c.token.i < token.i and c.mention.kind != "adjective"]
    near = [c for c in near if c.mention.entity.type != "Place"]
    joined = [(c, d) for c in near for d in near if d.token.dep_ == "conj" and d.token.head == c.token]
    if joined:
        return joined[-1][token.lower_ == "latter"].mention
    return near[-1].mention if near and token.lower_ == "latter" else None


def pair_meant(
    token: Token, number: int, seen: Sequence[Candidate], reading: Reading, patterns: Mapping[str, Any]
) -> tuple[Mention, ...]:
    """Return the two actors a plural noun phrase takes up: the only two of its type in a sentence just before."""
    kinds = _kinds(token, patterns)
    if not kinds:
        return ()
    for sentence in range(number, number - _REACH - 1, -1):
        found: dict[str, Mention] = {}
        for candidate in takewhile(lambda c: c.sentence >= number - _REACH, reversed(seen)):
            fits = candidate.mention.entity.type in kinds and candidate.mention.kind != "adjective"
            if candidate.sentence == sentence and candidate.token.i < token.i and fits and not _acts_on(candidate.token, token):
                found.setdefault(candidate.mention.entity.id, candidate.mention)
        if found:
            members = tuple(reading.mention_of(token, m.entity, "description", 0.75) for m in found.values())
            return members if len(members) == 2 else ()
    return ()


def _acts_on(subject: Token, token: Token) -> bool:
    """Whether one is the subject of a verb above the other: who mediates between the two sides is none of them."""
    while subject.dep_ == "conj":
        subject = subject.head
    return subject.dep_ in ("nsubj", "nsubjpass") and subject.head in token.ancestors


def _kinds(token: Token, patterns: Mapping[str, Any]) -> frozenset[str]:
    """The types meant by "both men" or "the two sides"; none for a noun phrase that is no such pair."""
    counted = any(c.lower_ in ("two", "both") for c in token.children if c.dep_ in ("nummod", "det", "predet", "preconj", "amod"))
    return frozenset(patterns["pairs"].get(token.lower_, ())) if counted else frozenset()
