"""Candidates beyond the patterns: a trigger word of a relation, and two mentions in its sentence whose types fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.lexicon import Frame, adjectives, nouns, verbs
from graph.extraction.relations.matching import allowed
from graph.extraction.scoring.paths import Path, path_between
from graph.model import Mention

__all__ = ["Candidate", "Place", "places_of", "proposals"]

_FARTHEST = 30
_MOST_MENTIONS = 14


@dataclass(frozen=True, slots=True)
class Place:
    """A mention at a token."""

    token: Token
    mention: Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that may be made: the finding, where its sides stand, and how they hang together with the trigger."""

    finding: Finding
    subject: Token
    object: Token
    subject_path: Path | None
    object_path: Path | None
    frame: Frame | None = None


def places_of(sentence: Span, reading: Reading) -> list[Place]:
    """Return the mentions of a sentence in order, at most the first fourteen."""
    found = [Place(token, mention) for token in sentence for mention in reading.at(token)]
    return found[:_MOST_MENTIONS]


def proposals(sentence: Span, reading: Reading) -> Iterator[Candidate]:
    """Yield a candidate for each trigger of a relation and each two mentions of fitting types around it.

    What a pattern found already is left out.
    """
    places = places_of(sentence, reading)
    if len({p.mention.entity.id for p in places}) < 2:
        return
    found = {(f.trigger.i, f.relation, f.subject.entity.id, f.object.entity.id) for f in reading.findings}
    for trigger in sentence:
        frames = _frames(trigger, reading)
        for frame in _one_a_relation(frames):
            yield from _pairs(trigger, frame, places, found)


def _frames(token: Token, reading: Reading) -> Sequence[Frame]:
    if token.i in reading.names:
        return ()
    word = token.lemma_.casefold()
    if token.pos_ == "VERB":
        return (*verbs().get(word, ()), *adjectives().get(word, ()))
    if token.pos_ in ("NOUN", "PROPN"):
        return nouns().get(word, ())
    return adjectives().get(word, ()) if token.pos_ == "ADJ" else ()


def _one_a_relation(frames: Sequence[Frame]) -> Sequence[Frame]:
    by_relation: Mapping[str, Frame] = {frame.relation: frame for frame in reversed(frames)}
    return tuple(by_relation.values())


def _pairs(
    trigger: Token, frame: Frame, places: Sequence[Place], found: set[tuple[int, str, str, str]]
) -> Iterator[Candidate]:
    near = [p for p in places if abs(p.token.i - trigger.i) <= _FARTHEST and p.token.i != trigger.i]
    paths = {p.token.i: path_between(p.token, trigger) for p in near}
    for subject in near:
        if paths[subject.token.i] is None or not allowed(subject.mention, frame, "subject"):
            continue
        for obj in near:
            if paths[obj.token.i] is None or obj.token.i == subject.token.i or not allowed(obj.mention, frame, "object"):
                continue
            key = (trigger.i, frame.relation, subject.mention.entity.id, obj.mention.entity.id)
            if subject.mention.entity.id == obj.mention.entity.id or key in found:
                continue
            rule = f"path:{frame.relation}:{trigger.lemma_.casefold()}"
            finding = Finding(frame.relation, subject.mention, obj.mention, trigger, rule)
            yield Candidate(finding, subject.token, obj.token, paths[subject.token.i], paths[obj.token.i], frame)
