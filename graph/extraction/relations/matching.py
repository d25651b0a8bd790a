"""Turns a trigger with its frame into findings: fills the roles, denotes the phrases, checks the types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.lexicon import Frame
from graph.extraction.relations.roles import conditions_hold, role_tokens
from graph.model import Mention
from graph.ontology import RELATIONS, is_kind_of

__all__ = ["allowed", "fill", "match", "pairs"]


def match(trigger: Token, frame: Frame, reading: Reading, construction: str) -> Iterator[Finding]:
    """Yield the findings of one frame at one trigger word."""
    if not conditions_hold(frame, trigger):
        return
    objects = fill(trigger, frame, "object", reading)
    if not objects:
        return
    yield from pairs(trigger, frame, fill(trigger, frame, "subject", reading), objects, construction)


def fill(trigger: Token, frame: Frame, side: str, reading: Reading) -> list[Mention]:
    """Return the actors on one side: the first role of the frame that gives any of an allowed type."""
    for role in frame.subject if side == "subject" else frame.object:
        found = [m for m in denote_all(role_tokens(trigger, role), reading, trigger) if allowed(m, frame, side)]
        if found:
            return found
    return []


def allowed(mention: Mention, frame: Frame, side: str) -> bool:
    """Whether an actor's type is one that the relation and the frame take on a side."""
    relation = RELATIONS[frame.relation]
    wide = relation.domain if side == "subject" else relation.range
    if not any(is_kind_of(mention.entity.type, kind) for kind in wide):
        return False
    narrow = (frame.types or {}).get(side)
    return narrow is None or mention.entity.type in narrow


def pairs(
    trigger: Token, frame: Frame, subjects: Iterable[Mention], objects: Iterable[Mention], construction: str
) -> Iterator[Finding]:
    """Yield a finding for every subject with every object, none with itself."""
    objects = [m for m in objects if allowed(m, frame, "object")]
    for subject in (m for m in subjects if allowed(m, frame, "subject")):
        for obj in objects:
            if subject.entity.id != obj.entity.id:
                yield Finding(
                    relation=frame.relation,
                    subject=subject,
                    object=obj,
                    trigger=trigger,
                    rule=f"{construction}:{frame.relation}:{trigger.lemma_.casefold()}",
                    weight=frame.weight,
                    polarity="negated" if frame.polarity == "negated" else "affirmed",
                )
