"""Candidates beyond the patterns: what a frame nearly says, with the missing side sought along the paths of the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from graph.actors.offices import title_words
from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.lexicon import Frame, frames_of
from graph.extraction.relations.matching import allowed, fill
from graph.extraction.relations.roles import conditions_hold
from graph.extraction.scoring.paths import Path, path_between
from graph.model import Mention
from graph.ontology import RELATIONS

__all__ = ["Candidate", "Place", "candidates_of"]

_MOST_MENTIONS = 16
_LONGEST, _LONGEST_BOTH = 6, 3


@dataclass(frozen=True, slots=True)
class Place:
    """A mention at a token."""

    token: Token
    mention: Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that may be made.

    Attributes
    ----------
    finding
        The claim in the making.
    subject, object
        The tokens of its sides; the trigger where a side stands in another sentence.
    subject_path, object_path
        How the sides hang together with the trigger, where they do.
    sides
        Of a proposal, how each side came about: "fits" the frame's roles, "open" where the roles gave nobody, "other" where they
        gave somebody else; "blocked" where only the frame's conditions do not hold.
    """

    finding: Finding
    subject: Token
    object: Token
    subject_path: Path | None
    object_path: Path | None
    sides: tuple[str, str] | None = None


def places_of(sentence: Span, reading: Reading) -> list[Place]:
    """Return the mentions of a sentence in order, at most the first sixteen."""
    return [Place(token, mention) for token in sentence for mention in reading.at(token)][:_MOST_MENTIONS]


def candidates_of(sentence: Span, places: Sequence[Place], reading: Reading) -> list[Candidate]:
    """Return what the patterns found in a sentence, and what may be meant beyond that."""
    inside = [f for f in reading.findings if sentence.start <= f.trigger.i < sentence.end]
    found = [_placed(finding, places) for finding in inside]
    if len({p.mention.entity.id for p in places}) < 2:
        return found
    known = {_key(f) for f in inside}
    for trigger in sentence:
        for candidate in _proposed(trigger, places, reading):
            if _key(candidate.finding) not in known:
                found.append(candidate)
    return found


def _key(finding: Finding) -> tuple[str, str, str]:
    sides = finding.subject.entity.id, finding.object.entity.id
    first, second = sorted(sides) if RELATIONS[finding.relation].symmetric else sides
    return first, finding.relation, second


def _placed(finding: Finding, places: Sequence[Place]) -> Candidate:
    at = {(p.mention.start, p.mention.end): p.token for p in places}
    ends = [at.get((m.start, m.end), finding.trigger) for m in (finding.subject, finding.object)]
    return _candidate(finding, *ends)


def _candidate(finding: Finding, subject: Token, obj: Token, sides: tuple[str, str] | None = None) -> Candidate:
    paths = [path_between(end, finding.trigger) if end.i != finding.trigger.i else None for end in (subject, obj)]
    return Candidate(finding, subject, obj, paths[0], paths[1], sides)


def _proposed(trigger: Token, places: Sequence[Place], reading: Reading) -> Iterator[Candidate]:
    frames = () if trigger.i in reading.names or _in_title(trigger) else frames_of(trigger)
    if not frames:
        return
    near = {p.token.i: path for p in places if p.token.i != trigger.i and (path := path_between(p.token, trigger)) is not None}
    for frame in frames:
        filled = {side: {m.entity.id for m in fill(trigger, frame, side, reading)} for side in ("subject", "object")}
        holds = conditions_hold(frame, trigger)
        if not holds and not all(filled.values()):
            continue
        yield from _pairs(trigger, frame, places, near, filled, holds=holds)


def _in_title(token: Token) -> bool:
    """Whether a noun only belongs to a title: the "defence" of "defence minister"."""
    return token.dep_ in ("compound", "amod") and token.head.lemma_.casefold() in title_words()


def _pairs(
    trigger: Token,
    frame: Frame,
    places: Sequence[Place],
    near: dict[int, Path],
    filled: dict[str, set[str]],
    *,
    holds: bool,
) -> Iterator[Candidate]:
    around = [p for p in places if p.token.i in near]
    longest = _LONGEST if any(filled.values()) else _LONGEST_BOTH
    for subject in around:
        told = _told(subject, "subject", frame, filled, holds=holds)
        if told is None or near[subject.token.i].length > longest:
            continue
        for obj in around:
            if obj.mention.entity.id == subject.mention.entity.id or near[obj.token.i].length > longest:
                continue
            other = _told(obj, "object", frame, filled, holds=holds)
            if other is None or (told, other) == ("other", "other"):
                continue
            rule = f"path:{frame.relation}:{trigger.lemma_.casefold()}"
            finding = Finding(frame.relation, subject.mention, obj.mention, trigger, rule, frame.weight)
            yield Candidate(
                finding, subject.token, obj.token, near[subject.token.i], near[obj.token.i], (told, other)
            )


def _told(place: Place, side: str, frame: Frame, filled: dict[str, set[str]], *, holds: bool) -> str | None:
    """How a mention would come to be one side of a claim; None where it cannot."""
    if not allowed(place.mention, frame, side):
        return None
    fits = place.mention.entity.id in filled[side]
    if not holds:
        return "blocked" if fits else None
    return "fits" if fits else "other" if filled[side] else "open"
