"""Conditions on claims; each function gives None where nothing is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection

from graph.claims.edges import period
from graph.model import Claim
from graph.ontology import RELATIONS

__all__ = ["Condition", "at_least", "has", "involves", "says", "within"]

Condition = Callable[[Claim], bool]


def has(name: str, value: str | None) -> Condition | None:
    """Ask that a field has exactly this value."""
    return None if value is None else lambda claim: getattr(claim, name) == value


def involves(actor: str | None) -> Condition | None:
    """Ask that an entity is subject or object."""
    return None if actor is None else lambda claim: actor in (claim.subject.id, claim.object.id)


def says(relation: str | Collection[str] | None) -> Condition | None:
    """Ask that the relation is one of these; ValueError where the ontology has no such relation."""
    if relation is None:
        return None
    wanted = {relation} if isinstance(relation, str) else set(relation)
    if unknown := sorted(wanted - RELATIONS.keys()):
        raise ValueError(f"no such relation: {', '.join(unknown)}")
    return lambda claim: claim.relation in wanted


def within(since: dt.date | None, until: dt.date | None) -> Condition | None:
    """Ask that the claim's time overlaps these days; an undated claim's does not."""
    if since is None and until is None:
        return None
    first, last = since or dt.date.min, until or dt.date.max

    def overlaps(claim: Claim) -> bool:
        start, end = period(claim)
        return bool(start or end) and (start or dt.date.min) <= last and (end or dt.date.max) >= first

    return overlaps


def at_least(confidence: float | None) -> Condition | None:
    """Ask that the confidence is no lower."""
    return None if confidence is None else lambda claim: claim.confidence >= confidence
