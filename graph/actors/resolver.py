"""From a name or description, and a date, to an actor of the base."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from graph.actors.base import ActorBase, Alias, base, case_fits
from graph.actors.describe import described, titled
from graph.actors.names import fold, is_article, is_title, key, spelled_alike, words
from graph.actors.records import Actor
from graph.model import Entity

__all__ = ["Resolution", "resolve", "settle"]

_SCORES = {"name": 1.0, "acronym": 0.97, "short": 0.95, "demonym": 0.95, "description": 0.93, "metonym": 0.9, "adjective": 0.9}
_LIKENESS_NEEDED = 80.0
_LEAD_NEEDED = 6.0
Ranked = tuple[tuple[Actor, float], ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name resolves to: an entity and how sure that is (0 to 1), or None with the candidates between which it is open."""

    name: str
    entity: Entity | None
    score: float
    candidates: tuple[tuple[Entity, float], ...] = ()


def resolve(name: str, date: dt.date | None = None, *, actors: ActorBase | None = None) -> Resolution:
    """Find the actor that a name or a description means.

    Parameters
    ----------
    name
        A name in any known spelling, an acronym, or a description such as "the Turkish president".
    date
        The day the text was published; offices and bodies are resolved as of that day.
    actors
        The base to look in; the shipped one where none is given.

    Returns
    -------
    Resolution
        With `entity` None where nothing fits, or several fit equally well.

    Examples
    --------
    >>> resolve("General Khalifa Hifter").entity.label
    'Khalifa Haftar'
    >>> resolve("the man in the moon").entity is None
    True
    """
    known = actors or base()
    for attempt in (_by_alias, _by_description, _by_spelling):
        ranked = attempt(known, name, date)
        if ranked:
            return _settled(name, ranked)
    return Resolution(name, None, 0.0)


def _settled(name: str, ranked: Ranked) -> Resolution:
    candidates = tuple((actor.entity, score) for actor, score in ranked)
    best = candidates[0]
    if len(candidates) > 1 and candidates[1][1] >= best[1]:
        return Resolution(name, None, 0.0, candidates)
    return Resolution(name, best[0], best[1], candidates)


def settle(aliases: Iterable[Alias], date: dt.date | None) -> Ranked:
    """Rank the actors that share a name by how well the name fits them on a date, the best first."""
    scores: dict[str, tuple[Actor, float]] = {}
    for alias in aliases:
        if alias.holds(date):
            score = _SCORES[alias.kind]
            if alias.actor.id not in scores or scores[alias.actor.id][1] < score:
                scores[alias.actor.id] = (alias.actor, score)
    return tuple(sorted(scores.values(), key=lambda pair: -pair[1]))


def _by_alias(known: ActorBase, name: str, date: dt.date | None) -> Ranked:
    bare = _untitled(name)
    return _called(known, name, date) or _called(known, bare, date) or _behind_office(known, name, date)


def _called(known: ActorBase, name: str, date: dt.date | None) -> Ranked:
    """Rank whoever has a name; in lower case only full names and persons' surnames count, words as "who" and "house" do not."""
    aliases = known.lookup(name)
    found = [w for w in words(name) if not is_article(w.folded)]
    loose = [a for a in aliases if a.kind == "name" or (a.kind == "short" and a.actor.type == "Person")]
    return settle([a for a in aliases if case_fits(a, found)], date) or settle(loose, date)


def _behind_office(known: ActorBase, name: str, date: dt.date | None) -> Ranked:
    """Rank the persons whose name follows an office ("Italian Interior Minister Marco Minniti")."""
    parts = list(words(name))
    for start in range(1, len(parts)):
        ranked = _called(known, name[parts[start].start :], date)
        if ranked and ranked[0][0].type == "Person" and titled(known, parts[:start], date):
            return ranked
    return ()


def _untitled(name: str) -> str:
    parts = list(words(name))
    while len(parts) > 1 and (is_title(parts[0].folded) or is_article(parts[0].folded)):
        parts.pop(0)
    return " ".join(part.text for part in parts)


def _by_description(known: ActorBase, name: str, date: dt.date | None) -> Ranked:
    return tuple((actor, 0.85) for actor in described(known, name, date))


def _by_spelling(known: ActorBase, name: str, date: dt.date | None) -> Ranked:
    bare = _untitled(name)
    if len(key(bare)) < 2:
        return ()
    folded = fold(bare)
    likeness: dict[str, tuple[Actor, float]] = {}
    for alias in known.spelled_like(bare):
        ratio = fuzz.ratio(folded, fold(alias.text)) if spelled_alike(alias.text, bare) else 0.0
        if ratio >= _LIKENESS_NEEDED and ratio > likeness.get(alias.actor.id, (alias.actor, 0.0))[1]:
            likeness[alias.actor.id] = (alias.actor, ratio)
    ranked = sorted(likeness.values(), key=lambda pair: -pair[1])
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] >= _LEAD_NEEDED:
        ranked = ranked[:1]
    return tuple((actor, 0.85 if len(ranked) == 1 else 0.5) for actor, _ in ranked)
