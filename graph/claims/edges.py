"""Edges: claims that say the same, grouped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import Claim, Entity, Modality, Polarity
from graph.ontology import RELATIONS

__all__ = ["Edge", "Period", "group_edges", "period"]

Period = tuple[dt.date | None, dt.date | None]
_Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement about two entities, with every claim that makes it.

    Attributes
    ----------
    subject, relation, object, polarity
        What is said; the sides of a symmetric relation stand as in the first claim.
    claims
        At least one.
    """

    subject: Entity
    relation: str
    object: Entity
    polarity: Polarity
    claims: tuple[Claim, ...]

    @property
    def confidence(self) -> float:
        """The highest confidence of the claims."""
        return max(claim.confidence for claim in self.claims)

    @property
    def start(self) -> dt.date | None:
        """The earliest date on which a claim says that it held."""
        return min((start for start, _ in map(period, self.claims) if start), default=None)

    @property
    def end(self) -> dt.date | None:
        """The latest such date; None where a claim leaves the end open ("since 2014")."""
        dated = [(start, end) for start, end in map(period, self.claims) if start or end]
        ends = [end for _, end in dated if end]
        return max(ends) if ends and len(ends) == len(dated) else None

    @property
    def modalities(self) -> tuple[Modality, ...]:
        """The modalities of the claims, each once."""
        return tuple(dict.fromkeys(claim.modality for claim in self.claims))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the articles, each once."""
        return tuple(dict.fromkeys(claim.article for claim in self.claims))


def period(claim: Claim) -> Period:
    """Return the first and last day on which a claim holds; None is open or unknown.

    A claim without a time of its own has the date of its evidence.
    """
    time = claim.time
    if time is None or (time.start is None and time.end is None):
        return claim.evidence.date, claim.evidence.date
    if time.granularity == "open":
        return time.start, time.end
    return time.start or time.end, time.end or time.start


def _key(claim: Claim) -> _Key:
    sides = (claim.subject.id, claim.object.id)
    first, second = sorted(sides) if RELATIONS[claim.relation].symmetric else sides
    return first, claim.relation, second, claim.polarity


def group_edges(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> list[Edge]:
    """Group claims into edges, in order of first appearance."""
    groups: dict[_Key, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_key(claim), []).append(claim)
    return [_edge(tuple(group), entities) for group in groups.values()]


def _edge(claims: tuple[Claim, ...], entities: Mapping[str, Entity]) -> Edge:
    first = claims[0]
    return Edge(entities[first.subject.id], first.relation, entities[first.object.id], first.polarity, claims)
