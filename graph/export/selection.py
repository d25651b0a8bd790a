"""Choosing what a picture shows: the actors with the most evidence and the stances between them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.claims import ClaimSet, period
from graph.model import Claim, Entity

__all__ = ["FAMILIES", "STANCES", "Selection", "Tie", "select"]

# Families of relations in the order they are drawn; who leads or belongs to whom is background, about territory nothing is drawn.
STANCES = ("diplomacy", "aid", "support", "opposition", "violence")
FAMILIES = ("structure", *STANCES)


@dataclass(frozen=True, slots=True)
class Tie:
    """All that claims of one family say between two actors.

    Attributes
    ----------
    first, second
        Entity ids.
    family
        One of `FAMILIES`.
    claims
        At least one.
    """

    first: str
    second: str
    family: str
    claims: tuple[Claim, ...]

    @property
    def weight(self) -> int:
        """The number of pieces of evidence."""
        return len(self.claims)

    def points_to(self, side: str) -> bool:
        """Tell whether a claim is directed at `side`; symmetric relations are not."""
        return any(claim.object.id == side and not claim.relation_type.symmetric for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Selection:
    """The actors and ties of a picture, both strongest first, and of how many actors they were chosen."""

    actors: tuple[Entity, ...]
    ties: tuple[Tie, ...]
    candidates: int

    @property
    def claims(self) -> list[Claim]:
        """The claims behind the ties."""
        return [claim for tie in self.ties for claim in tie.claims]

    def degree(self) -> Counter[str]:
        """Count the stances that each actor takes part in."""
        return Counter(side for tie in self.ties if tie.family in STANCES for side in (tie.first, tie.second))

    def spans(self) -> list[tuple[dt.date, dt.date]]:
        """Return the first and last day that the claims speak of; nothing where none has a date."""
        days = [day for claim in self.claims for day in period(claim) if day]
        return [(min(days), max(days))] if days else []


def select(claims: ClaimSet, most: int) -> Selection:
    """Choose the `most` actors with the most evidence in the largest connected part of the network of stances.

    Negated and merely possible claims do not count, and neither do places.
    """
    shown = [claim for claim in claims if _is_shown(claim)]
    stances = [claim for claim in shown if claim.relation_type.family in STANCES]
    entities = claims.entities()
    evidence = Counter(side.id for claim in stances for side in (claim.subject, claim.object))
    main = _largest_part(stances)
    ranked = sorted(main, key=lambda name: (-evidence[name], name))
    chosen = _largest_part(_within(stances, ranked[:most]))
    actors = tuple(entities[name] for name in ranked if name in chosen)
    return Selection(actors, _ties(_within(shown, chosen)), len(evidence))


def _is_shown(claim: Claim) -> bool:
    sides = {claim.subject.type, claim.object.type}
    return (
        claim.direct and claim.relation_type.family in FAMILIES and "Place" not in sides and claim.subject.id != claim.object.id
    )


def _within(claims: Iterable[Claim], names: Iterable[str]) -> list[Claim]:
    inside = set(names)
    return [claim for claim in claims if claim.subject.id in inside and claim.object.id in inside]


def _largest_part(claims: Sequence[Claim]) -> set[str]:
    network: nx.Graph[str] = nx.Graph()
    network.add_edges_from((claim.subject.id, claim.object.id) for claim in claims)
    return max(nx.connected_components(network), key=len, default=set())


def _ties(claims: Iterable[Claim]) -> tuple[Tie, ...]:
    grouped: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        first, second = sorted((claim.subject.id, claim.object.id))
        grouped.setdefault((first, second, claim.relation_type.family), []).append(claim)
    ties = [Tie(*key, tuple(group)) for key, group in grouped.items()]
    return tuple(sorted(ties, key=lambda tie: (-tie.weight, tie.first, tie.second, tie.family)))
