"""A cluster: the names that are one actor, and what it is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.claims.clusters.unknowns import Key, Role, Sighting, Unknown
from graph.model import Entity
from graph.ontology import RELATIONS, is_kind_of

__all__ = ["Cluster", "admits", "entities_of"]


@dataclass(eq=False)
class Cluster:
    """Unknown names that are one actor: of the base, where `actor` is given."""

    members: tuple[Unknown, ...]
    actor: Entity | None = None

    @cached_property
    def head(self) -> Unknown:
        """The most frequent spelling, of several the one seen first; of its types the most frequent."""
        spellings = Counter[str]()
        for member in self.members:
            spellings[member.key.id] += member.claims
        ranked = sorted(self.members, key=lambda member: (-member.claims, member.first, member.key))
        return min(ranked, key=lambda member: (-spellings[member.key.id], _first(self.members, member.key.id)))

    @cached_property
    def type(self) -> str:
        """The type that all relations of its claims take, that its name tells, that most claims give."""
        claims = Counter[str]()
        for member in self.members:
            claims[member.key.type] += member.claims
        told = {member.key.type for member in self.members if member.told_by_name}
        roles = {role for member in self.members for role in member.roles}
        fit = {name: all(admits(role, name) for role in roles) for name in claims}
        return min(claims, key=lambda name: (not fit[name], name == "Actor", name not in told, -claims[name], name))

    @property
    def articles(self) -> set[str]:
        """The articles that name it."""
        return set[str]().union(*(member.articles for member in self.members))

    @property
    def sightings(self) -> list[Sighting]:
        """One or two sentences about it."""
        return sorted({seen for member in self.members for seen in member.sightings})[:2]


def _first(members: Iterable[Unknown], name: str) -> tuple[tuple[str, str, int], str]:
    return min(member.first for member in members if member.key.id == name), name


def admits(role: Role, kind: str) -> bool:
    """Whether a relation takes entities of a type on one of its sides.

    Examples
    --------
    >>> admits(("leads", "subject"), "Person"), admits(("leads", "subject"), "State")
    (True, False)
    """
    relation = RELATIONS[role[0]]
    return any(is_kind_of(kind, wider) for wider in (relation.domain if role[1] == "subject" else relation.range))


def entities_of(clusters: Iterable[Cluster]) -> dict[Key, Entity]:
    """Name each cluster, and map every name in it to the entity it now stands for.

    Where one spelling is two actors of different types, the one with more claims has the id, and the other the id with its type.
    """
    ranked = sorted(clusters, key=lambda cluster: (-cluster.head.claims, cluster.head.key))
    taken: set[str] = set()
    found: dict[Key, Entity] = {}
    for cluster in ranked:
        entity = cluster.actor or _entity(cluster, taken)
        taken.add(entity.id)
        found.update((member.key, entity) for member in cluster.members)
    return found


def _entity(cluster: Cluster, taken: set[str]) -> Entity:
    head = cluster.head
    # Made-up ids have single hyphens only, so that none is ever equal to one made here.
    name = f"{head.key.id}--{head.key.type.lower()}" if head.key.id in taken else head.key.id
    return Entity(id=name, label=head.label, type=cluster.type)
