"""Names that no spelling joins, but that may be one: an acronym, a surname alone, an actor of the base nearly named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from graph.actors import Actor, ActorBase
from graph.actors.likeness import by_spelling, by_wording
from graph.actors.names import is_article, is_connector, is_title, words
from graph.actors.spelling import person_words, skeleton, spelled_alike
from graph.claims.clusters.cluster import Cluster
from graph.model import Entity

__all__ = ["Hint", "acronyms", "near_actors", "surnames"]

_FEW = 3
_LETTERS = range(3, 8)
_PERSONS = ("Person", "Actor", "Organization")  # what the recogniser takes a lone surname for


class Hint(NamedTuple):
    """A cluster, what it may be, and why."""

    cluster: Cluster
    other: Cluster | Entity
    reason: str


def acronyms(clusters: Iterable[Cluster]) -> Iterator[Hint]:
    """Yield acronyms with the bodies whose initials they are."""
    listed = [cluster for cluster in clusters if cluster.type not in ("Person", "Place")]
    bodies: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in listed:
        for initials in _initials(cluster.head.label):
            bodies[initials].append(cluster)
    for cluster in listed:
        letters = cluster.head.label.replace(".", "")
        if letters.isalpha() and letters.isupper() and len(letters) in _LETTERS:
            yield from _likely(cluster, bodies.get(letters.casefold(), ()), "an acronym and the initials of the other")


def _initials(name: str) -> set[str]:
    """Return the initials of a name of several words: with all of them, and without articles and words such as "of"."""
    listed = list(words(name))
    content = [word for word in listed if not is_article(word.folded) and not is_connector(word.folded)]
    return {"".join(word.folded[0] for word in some) for some in (listed, content) if len(some) > 2}


def surnames(clusters: Iterable[Cluster]) -> Iterator[Hint]:
    """Yield surnames that stand alone with the persons who bear them."""
    listed = list(clusters)
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in listed:
        if cluster.type == "Person" and len(cluster.head.parts) > 1:
            bearers[skeleton(cluster.head.parts[-1])].append(cluster)
    for cluster in filter(_is_surname, listed):
        alone = cluster.head.parts[0]
        found = [bearer for bearer in bearers.get(skeleton(alone), ()) if spelled_alike(alone, bearer.head.parts[-1])]
        yield from _likely(cluster, found, "a surname alone and a full name that ends in it")


def _is_surname(cluster: Cluster) -> bool:
    return cluster.type in _PERSONS and len(cluster.head.parts) == 1 and not cluster.head.label.isupper()


def _likely(cluster: Cluster, found: Sequence[Cluster], reason: str) -> Iterator[Hint]:
    """Yield those that share an article with the name, else the only one there is."""
    beside = [other for other in found if other is not cluster and not cluster.articles.isdisjoint(other.articles)]
    chosen = beside or (found if len(found) == 1 else ())
    if len(chosen) <= _FEW:
        yield from (Hint(cluster, other, reason) for other in chosen if other is not cluster)


def near_actors(clusters: Iterable[Cluster], actors: ActorBase) -> Iterator[Hint]:
    """Yield names with the actors of the base that they nearly name, where these are few."""
    bearers = _bearers(actors)
    for cluster in clusters:
        if cluster.actor is None:
            found = dict[str, Hint]()
            for actor, reason in chain(_near(cluster, actors), _by_surname(cluster, bearers)):
                found.setdefault(actor.id, Hint(cluster, actor.entity, reason))
            yield from found.values() if len(found) <= _FEW else ()


def _near(cluster: Cluster, actors: ActorBase) -> Iterator[tuple[Actor, str]]:
    name = cluster.head.label
    for alias in actors.lookup(name):
        if alias.kind == "name":
            yield alias.actor, "the name of an actor of the base"
    for actor, _ in chain(by_wording(actors, name, None), by_spelling(actors, name)):
        if actor.type == cluster.type or not cluster.head.sure:
            yield actor, "nearly the name of an actor of the base"


def _bearers(actors: ActorBase) -> dict[str, list[tuple[str, Actor]]]:
    """Return the persons of the base by the skeletons of their last names, without given names."""
    found: dict[str, dict[tuple[str, str], Actor]] = defaultdict(dict)
    for actor in actors:
        for name in actor.full_names if actor.type == "Person" else ():
            parts = person_words(name)
            if len(parts) > 1 and not actors.is_given_name(parts[-1]):
                found[skeleton(parts[-1])][parts[-1], actor.id] = actor
    return {last: [(name, actor) for (name, _), actor in each.items()] for last, each in found.items()}


def _by_surname(cluster: Cluster, bearers: Mapping[str, Iterable[tuple[str, Actor]]]) -> Iterator[tuple[Actor, str]]:
    """Yield the persons of the base with a surname: the only one, or several where a title stands before it."""
    if _is_surname(cluster):
        alone = cluster.head.parts[0]
        alike = (actor for name, actor in bearers.get(skeleton(alone), ()) if spelled_alike(alone, name))
        found = {actor.id: actor for actor in alike}
        if len(found) == 1 or _titled(cluster):
            yield from ((actor, "a surname that an actor of the base bears") for actor in found.values())


def _titled(cluster: Cluster) -> bool:
    """Whether a sentence has a title before the name."""
    name = cluster.head.words[-1]
    for seen in cluster.sightings:
        listed = [word.folded for word in words(seen.sentence) if not is_article(word.folded)]
        if any(word == name and is_title(before) for before, word in pairwise(listed)):
            return True
    return False
