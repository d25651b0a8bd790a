"""Candidates beyond the patterns: what a frame nearly says, with the missing side sought along the paths of the parse."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from graph.actors.offices import title_words
from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.lexicon import Frame, frames_of
from graph.extraction.relations.matching import allowed, fill
from graph.extraction.relations.roles import conditions_hold
from graph.extraction.relations.syntax import passive
from graph.extraction.scoring.paths import Path, path_between
from graph.model import Mention
from graph.ontology import RELATIONS

__all__ = ["Candidate", "Place", "candidates_of", "places_of", "shape_of"]

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
        Of a proposal, how each side came about: "fits" the frame's roles, "open" where they gave nobody, of the object "other"
        where they gave somebody else.
    shape
        Of a proposal, what can be told of it at little cost: its sides, and the roles in which they hang on the trigger.
    """

    finding: Finding
    subject: Token
    object: Token
    subject_path: Path | None
    object_path: Path | None
    sides: tuple[str, str] | None = None
    shape: str | None = None


def places_of(sentence: Span, reading: Reading) -> list[Place]:
    """Return the mentions of a sentence in order, at most the first sixteen."""
    return [Place(token, mention) for token in sentence for mention in reading.at(token)][:_MOST_MENTIONS]


def shape_of(trigger: Token) -> str:
    """Return a trigger's part of speech, with the voice of a verb: "Va", "Vp", "NOUN"."""
    if trigger.pos_ not in ("VERB", "AUX"):
        return trigger.pos_
    return "Vp" if passive(trigger) else "Va"


def candidates_of(
    sentence: Span, places: Sequence[Place], told: Sequence[Finding], reading: Reading, gate: Container[str] | None = None
) -> list[Candidate]:
    """Return what the patterns found in a sentence, and what may be meant beyond that.

    Parameters
    ----------
    sentence, places, told
        The sentence, its mentions, and what the patterns found in it.
    reading
        The reading of its document.
    gate
        Shapes of proposals to be made; all where it is None.
    """
    at = {(p.mention.start, p.mention.end): p.token for p in places}
    found = [_placed(finding, at) for finding in told]
    if len({p.mention.entity.id for p in places}) < 2:
        return found
    known = {_key(f) for f in told}
    proposed = (c for trigger in sentence for c in _proposed(trigger, places, reading, gate))
    return [*found, *(c for c in proposed if _key(c.finding) not in known)]


def _key(finding: Finding) -> tuple[str, str, str]:
    sides = finding.subject.entity.id, finding.object.entity.id
    first, second = sorted(sides) if RELATIONS[finding.relation].symmetric else sides
    return first, finding.relation, second


def _placed(finding: Finding, at: dict[tuple[int, int], Token]) -> Candidate:
    trigger = finding.trigger
    subject, obj = (at.get((m.start, m.end), trigger) for m in (finding.subject, finding.object))
    paths = [path_between(end, trigger) if end.i != trigger.i else None for end in (subject, obj)]
    return Candidate(finding, subject, obj, paths[0], paths[1])


def _proposed(trigger: Token, places: Sequence[Place], reading: Reading, gate: Container[str] | None) -> Iterator[Candidate]:
    frames = () if trigger.i in reading.names or _in_title(trigger) else frames_of(trigger)
    if not frames:
        return
    paths = {p.token.i: path for p in places if p.token.i != trigger.i and (path := path_between(p.token, trigger))}
    around = [(place, paths[place.token.i]) for place in places if place.token.i in paths]
    shape = shape_of(trigger)
    for frame in frames if len(paths) > 1 else ():
        for subject, obj, sides in _pairs(trigger, frame, around, reading):
            entries = f"{paths[subject.token.i].entry}|{paths[obj.token.i].entry}"
            told = f"{','.join(sides)}|{entries}|{shape}"
            if gate is not None and told not in gate:
                continue
            rule = f"path:{frame.relation}:{trigger.lemma_.casefold()}"
            mentions = subject.mention, obj.mention
            finding = Finding(frame.relation, *mentions, trigger, rule, weight=frame.weight, source=frame.source)
            ends = subject.token, obj.token
            yield Candidate(finding, *ends, paths[ends[0].i], paths[ends[1].i], sides, told)


def _in_title(token: Token) -> bool:
    """Whether a noun only belongs to a title: the "defence" of "defence minister"."""
    return token.dep_ in ("compound", "amod") and token.head.lemma_.casefold() in title_words()


def _pairs(
    trigger: Token, frame: Frame, around: Sequence[tuple[Place, Path]], reading: Reading
) -> Iterator[tuple[Place, Place, tuple[str, str]]]:
    """Yield mentions around a trigger that may be the two sides of a frame, and how they would come to be."""
    if not conditions_hold(frame, trigger):
        return
    filled = {side: {m.entity.id for m in fill(trigger, frame, side, reading)} for side in ("subject", "object")}
    longest = _LONGEST if any(filled.values()) else _LONGEST_BOTH
    near = [place for place, path in around if path.length <= longest]
    subjects = [(p, told) for p in near if (told := _told(p, "subject", frame, filled["subject"]))]
    subjects = [(place, told) for place, told in subjects if told != "other"]  # who does it is told already
    objects = [(p, told) for p in near if (told := _told(p, "object", frame, filled["object"]))]
    for subject, one in subjects:
        for obj, other in objects:
            if obj.mention.entity.id != subject.mention.entity.id:
                yield subject, obj, (one, other)


def _told(place: Place, side: str, frame: Frame, filled: Container[str]) -> str | None:
    """How a mention would come to be one side of a claim; None where it cannot."""
    if not allowed(place.mention, frame, side):
        return None
    if place.mention.entity.id in filled:
        return "fits"
    if place.mention.kind == "adjective":
        return None  # "a Tunisian militant" is not Tunisia
    return "other" if filled else "open"
