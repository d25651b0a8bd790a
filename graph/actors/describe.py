"""Definite descriptions alone: an office with its body ("the Turkish president"), a seat ("the government in Tripoli")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from graph.actors.base import ActorBase, Hit
from graph.actors.kinds import kinds_of_noun
from graph.actors.names import Word, key, words
from graph.actors.offices import heads, holders, is_former, is_office, normal_title, relation_of_title
from graph.actors.records import Actor

__all__ = ["bodies_of", "described", "seat_of", "titled"]

_FILLERS = frozenset({"based", "the", "of", "for", "in", "to", "its", "at"})


def described(known: ActorBase, text: str, date: dt.date | None) -> list[Actor]:
    """Return the actors a description can mean on a date: one where it is clear, several where it is not.

    Parameters
    ----------
    known
        The base to look in.
    text
        A noun phrase such as "the UN envoy" or "Tripoli-based prime minister".
    date
        The day it was written; without one all who ever fitted are returned.

    Examples
    --------
    >>> from graph.actors.base import base
    >>> described(base(), "a very long story", None)
    []
    """
    parts = list(words(text))
    named, head = _split(known, parts, date)
    if not named or not head or _at_odds(named) or any(is_former(word) for word in head.split()):
        return []
    if relation_of_title(normal_title(head)):
        return _holders(known, head, named, date)
    places = [actor for actor in named if actor.type == "Place"]
    return [actor for actor in seat_of(known, places, kinds_of_noun(head), date) if _is_called(actor, head)]


def _is_called(actor: Actor, noun: str) -> bool:
    """Whether a noun is part of some name of an actor: the House of Representatives is no committee."""
    names = (actor.label, *actor.aliases, *(phrase.text for phrase in actor.descriptions))
    return any(noun in key(name) for name in names)


def _at_odds(named: Iterable[Actor]) -> bool:
    """Whether a body stands beside another country than its own ("speaker of Yemen's House of Representatives")."""
    states = {actor.id for actor in named if actor.type == "State"}
    others = {actor.country for actor in named if actor.type not in ("State", "Person", "Place") and actor.country}
    return bool(states and others - states)


def titled(known: ActorBase, parts: Sequence[Word], date: dt.date | None) -> bool:
    """Whether words are an office, alone or with its body, such as stands before a name ("US Secretary of State")."""
    return parts[-1].folded not in _FILLERS and is_office(_split(known, parts, date)[1])


def _split(known: ActorBase, parts: Sequence[Word], date: dt.date | None) -> tuple[list[Actor], str]:
    """Part the words that name actors, places or bodies ("the eastern parliament") from the rest without its outer fillers."""
    named: list[Actor] = []
    covered: set[int] = set()
    for hit in _hits(known, parts):
        meant = [a.actor for a in hit.aliases if a.kind != "description" or (a.actor.type != "Person" and a.holds(date))]
        if meant and covered.isdisjoint(range(hit.first, hit.last)):
            covered.update(range(hit.first, hit.last))
            named.extend(meant)
    rest = [w.folded for i, w in enumerate(parts) if i not in covered]
    while rest and rest[0] in _FILLERS:
        rest.pop(0)
    while rest and rest[-1] in _FILLERS:
        rest.pop()
    return list(dict.fromkeys(named)), " ".join(rest)


def _hits(known: ActorBase, parts: Sequence[Word]) -> list[Hit]:
    """Return names and descriptions, the longest first; beside a name no description of one word ("Turkish parliament")."""
    names = list(known.scan(parts))
    phrases = [hit for hit in known.scan(parts, descriptions=True) if not names or hit.last - hit.first > 1]
    return sorted((*phrases, *names), key=lambda hit: hit.first - hit.last)


def bodies_of(known: ActorBase, actor: Actor, date: dt.date | None) -> list[str]:
    """Return the bodies an office "of" an actor may be in: itself, for a place the bodies seated there, the state it names."""
    bodies = [actor.id]
    if actor.type == "Place":
        bodies += [a.id for a in known.seated_in(actor.id, date)]
    if actor.type == "State":
        bodies += [a.id for a in known.governments_of(actor.id, date)]
    return bodies


def _holders(known: ActorBase, title: str, named: Iterable[Actor], date: dt.date | None) -> list[Actor]:
    bodies = [body for actor in named for body in bodies_of(known, actor, date)]
    found = holders(known, title, dict.fromkeys(bodies), date)
    if not found and len(bodies) == 1 and normal_title(title) == "head":
        found = heads(known, bodies, date)
    return [office.holder for office in found]


def seat_of(known: ActorBase, places: Iterable[Actor], kinds: Iterable[str], date: dt.date | None) -> list[Actor]:
    """Return the bodies of certain types that have their seat in one of the places on a date."""
    wanted = set(kinds)
    around = [place.id for place in places]
    around += [town.id for region in tuple(around) for town in known.within(region)]
    seated = [actor for place in around for actor in known.seated_in(place, date)]
    return [actor for actor in dict.fromkeys(seated) if actor.type in wanted]
