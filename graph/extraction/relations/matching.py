"""Turns a trigger with its frame into findings: fills the roles, denotes the phrases, checks the types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.lexicon import Frame, classes
from graph.extraction.relations.roles import conditions_hold, role_tokens
from graph.extraction.relations.standins import acting_for
from graph.model import Mention
from graph.ontology import RELATIONS, is_kind_of

__all__ = ["allowed", "allowed_in", "fill", "match", "pairs"]


def match(trigger: Token, frame: Frame, reading: Reading, construction: str) -> Iterator[Finding]:
    """Yield the findings of one frame at one trigger word."""
    if not conditions_hold(frame, trigger) or not _others_fit(trigger, frame, reading):
        return
    objects = fill(trigger, frame, "object", reading)
    if not objects:
        return
    yield from pairs(trigger, frame, fill(trigger, frame, "subject", reading), objects, construction)


def _others_fit(trigger: Token, frame: Frame, reading: Reading) -> bool:
    """Whether roles beside subject and object are filled by actors of the types asked for: "drove the LNA from Sirte"."""
    others = [(role, types) for role, types in (frame.types or {}).items() if role not in ("subject", "object")]
    return all(
        any(m.entity.type in types for m in denote_all(role_tokens(trigger, role), reading, trigger)) for role, types in others
    )


def fill(trigger: Token, frame: Frame, side: str, reading: Reading) -> list[Mention]:
    """Return the actors on one side: the first role of the frame that gives any of an allowed type."""
    for role in frame.subject if side == "subject" else frame.object:
        meant = _meant(trigger, role, reading, deeds=side == "subject" or frame.relation in classes()["toward_deeds"])
        found = [m for m in meant if allowed(m, frame, side)]
        if found:
            return found
        if frame.kind == "verb" and not frame.literal and (side == "subject" or role == "obj"):
            acting = [acting_for(place, reading.article.date, people=side == "subject") for place in meant]
            found = [m for m in acting if m and allowed(m, frame, side)]
            if found:
                return found
    return []


def _meant(trigger: Token, role: str, reading: Reading, *, deeds: bool) -> list[Mention]:
    """Return the actors that fill a role of a trigger, kept for the next frame that asks.

    Without `deeds` what only belongs to an actor is left out: "dismissed Sarraj's initiative" ousts nobody.
    """
    key = (trigger.i, role, deeds)
    if key not in reading.meant:
        tokens = role_tokens(trigger, role)
        if not deeds:
            own = classes()["possessions"] - classes()["parts"]
            tokens = [t for t in tokens if t.lemma_.casefold() not in own or reading.at(t)]
        reading.meant[key] = denote_all(tokens, reading, trigger)
    return reading.meant[key]


def allowed(mention: Mention, frame: Frame, side: str) -> bool:
    """Whether an actor's type is one that the relation and the frame take on a side."""
    if not allowed_in(frame.relation, mention, side):
        return False
    narrow = (frame.types or {}).get(side)
    return narrow is None or mention.entity.type in narrow


def _partners(subject: Mention, left: list[Mention], right: list[Mention], frame: Frame) -> list[Mention]:
    """Of several who lead several, each leads one: "Menfi and Saleh, who chair the Council and the House"."""
    if frame.relation == "leads" and len(left) == len(right) > 1:
        order = sorted(right, key=lambda m: m.start)
        return [order[sorted(left, key=lambda m: m.start).index(subject)]]
    return right


def allowed_in(relation: str, mention: Mention, side: str) -> bool:
    """Whether an actor's type is one that a relation takes on a side."""
    wide = RELATIONS[relation].domain if side == "subject" else RELATIONS[relation].range
    return any(is_kind_of(mention.entity.type, kind) for kind in wide)


def pairs(
    trigger: Token, frame: Frame, subjects: Iterable[Mention], objects: Iterable[Mention], construction: str
) -> Iterator[Finding]:
    """Yield a finding for every subject with every object, none with itself."""
    left = [m for m in subjects if allowed(m, frame, "subject")]
    right = [m for m in objects if allowed(m, frame, "object")]
    for subject in left:
        for obj in _partners(subject, left, right, frame):
            if subject.entity.id != obj.entity.id:
                yield Finding(
                    relation=frame.relation,
                    subject=subject,
                    object=obj,
                    trigger=trigger,
                    rule=f"{construction}:{frame.relation}:{trigger.lemma_.casefold()}",
                    weight=frame.weight,
                    source=frame.source,
                    polarity="negated" if frame.polarity == "negated" else "affirmed",
                )
