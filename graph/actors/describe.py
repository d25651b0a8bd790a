"""Definite descriptions by themselves: an office with its body ("the Turkish president"), a seat ("the government in Tripoli")."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from graph.actors.base import ActorBase
from graph.actors.kinds import kinds_of_noun
from graph.actors.names import Word, words
from graph.actors.offices import holders, relation_of_title, title_words
from graph.actors.records import Actor

__all__ = ["bodies_of", "described", "seat_of"]

_FILLERS = re.compile(r"\b(?:based|the|of|for|in|to|its|at)\b", re.IGNORECASE)


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
    named, rest = _split(known, parts)
    head = " ".join(w.folded for w in rest if not _FILLERS.fullmatch(w.text))
    if not named or not head:
        return []
    if head.split()[-1] in title_words() and relation_of_title(head):
        return _holders(known, head, named, date)
    kinds = kinds_of_noun(head.split()[-1])
    return seat_of(known, named, kinds, date) if kinds else []


def _split(known: ActorBase, parts: Sequence[Word]) -> tuple[list[Actor], list[Word]]:
    """Part the words that name actors or places from the rest."""
    named: list[Actor] = []
    covered: set[int] = set()
    for hit in known.scan(parts):
        covered.update(range(hit.first, hit.last))
        named.extend(alias.actor for alias in hit.aliases)
    return list(dict.fromkeys(named)), [w for i, w in enumerate(parts) if i not in covered]


def bodies_of(known: ActorBase, actor: Actor, date: dt.date | None) -> list[str]:
    """Return the bodies an office "of" an actor may be in: itself, for a place the bodies seated there, the state it names."""
    bodies = [actor.id]
    if actor.type == "Place":
        bodies += [a.id for a in known.seated_in(actor.id, date)]
    if actor.type == "State":
        bodies += [a.id for a in known if a.type == "Government" and a.country == actor.id and a.exists.covers(date)]
    return bodies


def _holders(known: ActorBase, title: str, named: Iterable[Actor], date: dt.date | None) -> list[Actor]:
    bodies = [body for actor in named for body in bodies_of(known, actor, date)]
    return [office.holder for office in holders(known, title, dict.fromkeys(bodies), date)]


def seat_of(known: ActorBase, places: Iterable[Actor], kinds: Iterable[str], date: dt.date | None) -> list[Actor]:
    """Return the bodies of certain types that have their seat in one of the places on a date."""
    wanted = set(kinds)
    around = [place.id for place in places]
    around += [town.id for town in known if town.parent in around]
    seated = [actor for place in around for actor in known.seated_in(place, date)]
    return [actor for actor in dict.fromkeys(seated) if actor.type in wanted]
