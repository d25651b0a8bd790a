"""Decides which unknown names are one actor, and what people must be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Literal

from graph.actors import ActorBase, base
from graph.claims.claim_set import ClaimSet
from graph.claims.clusters.alike import Pair, compared
from graph.claims.clusters.cluster import Cluster, entities_of
from graph.claims.clusters.decisions import Context, Decision, Party, grouped
from graph.claims.clusters.hints import Hint, acronyms, near_actors, surnames
from graph.claims.clusters.joining import Groups, join_alike
from graph.claims.clusters.renaming import renamed
from graph.claims.clusters.unknowns import Key, Sighting, Unknown, collect, seen
from graph.model import Entity

__all__ = ["Settled", "settle"]

_BETWEEN = "spelled alike, but so is a third name that is not like both"


@dataclass(frozen=True, slots=True)
class Settled:
    """The claims under the names that stay, how many names gave way to another, and what people are asked."""

    claims: ClaimSet
    merged: int
    questions: tuple[Decision, ...]


def settle(claims: ClaimSet, decisions: Collection[Decision] = (), actors: ActorBase | None = None) -> Settled:
    """Join the unknown names of some claims that are one actor.

    Parameters
    ----------
    claims
        As they were read; they are left alone.
    decisions
        What people decided, which always holds.
    actors
        The base in which to look for actors nearly named; the shipped one where none is given.

    Returns
    -------
    Settled
        The same whatever the order of the claims, but for the order in which claims are listed.

    Examples
    --------
    >>> settle(ClaimSet()).questions
    ()
    """
    unknowns = collect(claims)
    if not unknowns:
        return Settled(claims, 0, ())
    known = base() if actors is None else actors
    groups, remembered = _as_decided(unknowns, decisions)
    pairs = compared(sorted((*unknowns, *remembered), key=lambda unknown: unknown.key))
    left = _join(groups, [(pair.one.key, pair.other.key) for pair in pairs if pair.likeness.certain])
    clusters = _clusters(unknowns, groups, _decided_actors(decisions, known))
    hints = chain(_doubts(pairs, left, clusters), acronyms(clusters), surnames(clusters), near_actors(clusters, known))
    questions = _questions(hints, groups, claims)
    merged = sum(len({member.key.id for member in cluster.members}) - (cluster.actor is None) for cluster in clusters)
    return Settled(renamed(claims, entities_of(clusters)), merged, tuple(questions))


def _as_decided(unknowns: Iterable[Unknown], decisions: Iterable[Decision]) -> tuple[Groups[Key], list[Unknown]]:
    """Group names as decided, with those that only decisions know: a further spelling of theirs must go where they went."""
    types: dict[str, list[Key]] = defaultdict(list)
    for unknown in unknowns:
        types[unknown.key.id].append(unknown.key)
    remembered: dict[Key, Unknown] = {}

    def names(party: Party, exact: bool) -> list[Key]:
        found = types.get(party.id, [])
        if party.key not in found and (exact or not found):
            remembered.setdefault(party.key, Unknown.remembered(party.key, party.label))
            return [party.key]
        return [party.key] if party.key in found else found  # the type can be read otherwise from one build to the next

    decided = [decision for decision in decisions if decision.decision]
    groups, _ = grouped(decided, names)
    return groups, [unknown for unknown in remembered.values() if unknown.key.type]


def _join(groups: Groups[Key], ties: Iterable[tuple[Key, Key]]) -> set[tuple[Key, Key]]:
    """Join what is certain: first the types of each name, so that another name can come between names only."""
    ordered = sorted(ties, key=lambda tie: tie[0].id != tie[1].id)
    return {tie for _, some in groupby(ordered, key=lambda tie: tie[0].id == tie[1].id) for tie in join_alike(groups, list(some))}


def _decided_actors(decisions: Iterable[Decision], actors: ActorBase) -> dict[str, Entity]:
    parties = {decision.other.id: decision.other for decision in decisions if not decision.other.key.type}
    records = {name: actors.get(name) for name in parties}
    return {name: record.entity if record else Entity(**parties[name].model_dump()) for name, record in records.items()}


def _clusters(unknowns: Iterable[Unknown], groups: Groups[Key], actors: dict[str, Entity]) -> list[Cluster]:
    members: dict[Key, list[Unknown]] = defaultdict(list)
    for unknown in unknowns:
        members[groups.find(unknown.key)].append(unknown)
    anchors = {root: groups.anchor_of(root) for root in members}
    found = [Cluster(tuple(members[root]), actors[anchor.id] if anchor else None) for root, anchor in anchors.items()]
    return sorted(found, key=lambda cluster: cluster.head.key)


def _doubts(pairs: Iterable[Pair], left: Collection[tuple[Key, Key]], clusters: Iterable[Cluster]) -> Iterator[Hint]:
    home = {member.key: cluster for cluster in clusters for member in cluster.members}
    for one, other, likeness in pairs:
        if one.key in home and other.key in home and (not likeness.certain or (one.key, other.key) in left):
            yield Hint(home[one.key], home[other.key], _BETWEEN if likeness.certain else likeness.reason)


def _questions(hints: Iterable[Hint], groups: Groups[Key], claims: ClaimSet) -> list[Decision]:
    """Return each pair once that may be one actor and was not decided, with the first reason."""
    asked: dict[tuple[Key, Key], Hint] = {}
    for hint in map(_in_order, hints):
        keys = (hint.cluster.head.key, _party(hint.other).key)
        if hint.cluster is not hint.other and not groups.parted(*keys):
            asked.setdefault(keys, hint)
    actors = seen(claims, {hint.other.id for hint in asked.values() if isinstance(hint.other, Entity)})
    return [_question(asked[keys], actors) for keys in sorted(asked)]


def _in_order(hint: Hint) -> Hint:
    """Name the cluster first that no actor of the base is joined to, or whose name comes first; the other by its actor."""
    one, other = hint.cluster, hint.other
    if isinstance(other, Entity):
        return hint
    first, second = sorted((one, other), key=lambda cluster: (cluster.actor is not None, cluster.head.key))
    return Hint(first, second.actor or second, hint.reason)


def _question(hint: Hint, actors: Mapping[str, Sequence[Sighting]]) -> Decision:
    other = hint.other
    about = other.sightings if isinstance(other, Cluster) else actors.get(other.id, ())
    contexts = (*_contexts("one", hint.cluster.sightings), *_contexts("other", about))
    return Decision(one=_party(hint.cluster), other=_party(other), reason=hint.reason, contexts=contexts)


def _party(named: Cluster | Entity) -> Party:
    if isinstance(named, Entity):
        return Party(id=named.id, label=named.label, type=named.type)
    return Party(id=named.head.key.id, label=named.head.label, type=named.head.key.type)


def _contexts(of: Literal["one", "other"], sightings: Iterable[Sighting]) -> Iterator[Context]:
    for about in sightings:
        yield Context(of=of, article=about.article, date=about.day, sentence=about.sentence)
