"""From a name or description, and a date, to an actor of the base."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.actors.base import ActorBase, Alias, base
from graph.actors.describe import described, may_describe
from graph.actors.likeness import Ranked, by_spelling, by_wording
from graph.actors.phrases import bare_name, within_phrase
from graph.actors.records import Actor
from graph.actors.spelling import wording
from graph.model import Entity

__all__ = ["Resolution", "Setting", "likeliest", "resolve", "settle"]

_SCORES = {"name": 1.0, "acronym": 0.97, "short": 0.95, "demonym": 0.95, "description": 0.93, "metonym": 0.9, "adjective": 0.9}
_DESCRIBED = 0.85
_BY_SETTING = 0.8
_BRACKETED_SCORE = 0.8
_BRACKETED = re.compile(r"^(.+?)\s*\(([^()]+)\)\s*(.*)$")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of where a name stands.

    Attributes
    ----------
    date
        The day the text was published.
    kind
        The type of entity that the name must be of, as the ontology calls it.
    country
        The id of the state that the actor belongs to; tells namesakes apart.
    context
        The ids of actors that the same article names; they do so too.
    """

    date: dt.date | None = None
    kind: str | None = None
    country: str | None = None
    context: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name resolves to: an entity and how sure that is (0 to 1), or None with the candidates between which it is open."""

    name: str
    entity: Entity | None
    score: float
    candidates: tuple[tuple[Entity, float], ...] = ()


def resolve(
    name: str,
    date: dt.date | None = None,
    *,
    kind: str | None = None,
    country: str | None = None,
    context: Iterable[str] = (),
    actors: ActorBase | None = None,
) -> Resolution:
    """Find the actor that a name or a description means.

    Parameters
    ----------
    name
        A name in any known spelling, an acronym, or a description such as "the Turkish president".
    date
        The day the text was published; offices and bodies are resolved as of that day.
    kind
        The type that the actor must be of, such as "Person".
    country, context
        What tells namesakes apart: the id of their state, the ids of other actors that the text names.
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
    known, setting = actors or base(), Setting(date, kind, country, frozenset(context))
    return _settled(name, _ranked(known, name, setting) or _by_bracket(known, name, setting), setting)


def _ranked(known: ActorBase, name: str, setting: Setting) -> Ranked:
    """Return what the first attempt finds that finds anything of the right type."""
    for attempt in _ATTEMPTS:
        ranked = attempt(known, name, setting)
        fitting = tuple(pair for pair in ranked if setting.kind in (None, pair[0].type))
        if fitting:
            return fitting
    return ()


def _settled(name: str, ranked: Ranked, setting: Setting) -> Resolution:
    if not ranked:
        return Resolution(name, None, 0.0)
    candidates = tuple((actor.entity, score) for actor, score in ranked)
    best = [actor for actor, score in ranked if score >= ranked[0][1]]
    if len(best) == 1:
        return Resolution(name, best[0].entity, ranked[0][1], candidates)
    likely = likeliest(best, setting)
    if len(likely) == 1:
        return Resolution(name, likely[0].entity, min(_BY_SETTING, ranked[0][1]), candidates)
    return Resolution(name, None, 0.0, candidates)


def likeliest(rivals: Iterable[Actor], setting: Setting) -> list[Actor]:
    """Return those of several actors that share a name which fit best where it stands: by date, country, company."""
    left = list(rivals)
    tests: tuple[Callable[[Actor], bool], ...] = (
        lambda actor: actor.id in setting.context,
        lambda actor: actor.exists.covers(setting.date),
        lambda actor: setting.country in (actor.id, actor.country),
        lambda actor: not setting.context.isdisjoint(ref for _, ref in actor.references()),
    )
    for fits in tests:
        left = [actor for actor in left if fits(actor)] or left
    return left


def settle(aliases: Iterable[Alias], date: dt.date | None) -> Ranked:
    """Rank the actors that share a name by how well the name fits them on a date, the best first."""
    scores: dict[str, tuple[Actor, float]] = {}
    for alias in aliases:
        if alias.holds(date):
            score = _SCORES[alias.kind]
            if alias.actor.id not in scores or scores[alias.actor.id][1] < score:
                scores[alias.actor.id] = (alias.actor, score)
    return tuple(sorted(scores.values(), key=lambda pair: -pair[1]))


def _by_alias(known: ActorBase, name: str, setting: Setting) -> Ranked:
    ranked = settle(within_phrase(known, name, setting.date), setting.date)
    return ranked if setting.kind == "Place" else _governed_from(ranked)


def _governed_from(ranked: Ranked) -> Ranked:
    """Of a capital and the state whose government it stands for prefer the state, which can act."""
    capitals = {actor.id for actor, _ in ranked if actor.type == "Place"}
    states = [pair for pair in ranked if pair[0].capital in capitals]
    return (*states, *((actor, score * _BY_SETTING) for actor, score in ranked if actor.id in capitals)) if states else ranked


def _by_description(known: ActorBase, name: str, setting: Setting) -> Ranked:
    if not may_describe(name):
        return ()
    return tuple((actor, _DESCRIBED) for actor in described(known, name, setting.date))


def _by_bracket(known: ActorBase, name: str, setting: Setting) -> Ranked:
    """Rank by a name without what stands in brackets: "High State Council (HSC)"; or by that, where the rest agrees with it."""
    parts = _BRACKETED.match(name)
    if not parts:
        return ()
    outer = f"{parts[1]} {parts[3]}".strip()
    found = () if (ranked := _ranked(known, outer, setting)) else _by_alias(known, parts[2], setting)
    return ranked or tuple((actor, _BRACKETED_SCORE) for actor, _ in found if _agrees(actor, outer))


def _agrees(actor: Actor, name: str) -> bool:
    """Whether a name has a word of a person's, or two of a body's, words such as "of" left out."""
    known = {word for text in actor.full_names for word in wording(text, actor.type)}
    return len(known & set(wording(name, actor.type))) >= (1 if actor.type == "Person" else 2)


def _by_wording(known: ActorBase, name: str, setting: Setting) -> Ranked:
    return by_wording(known, name, setting.date)


def _by_spelling(known: ActorBase, name: str, setting: Setting) -> Ranked:
    bare = bare_name(known, name)
    ranked = by_spelling(known, bare)
    # What is left off says who a person is; of a body it may be the country that tells it from ours.
    return ranked if bare == name else tuple(pair for pair in ranked if pair[0].type == "Person")


_ATTEMPTS: tuple[Callable[[ActorBase, str, Setting], Ranked], ...] = (_by_alias, _by_description, _by_spelling, _by_wording)
