"""Places that stand for who acts there: "Tobruk rejects the plan", "Misrata armed the brigade"."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache

from graph.actors import Actor, base
from graph.actors.describe import is_called, seat_of
from graph.actors.kinds import kind_of_name
from graph.actors.names import key
from graph.actors.offices import home
from graph.model import Entity, Mention

__all__ = ["acting_for"]

_RULING = ("Government", "PoliticalBody")


def acting_for(mention: Mention, date: dt.date | None, *, people: bool) -> Mention | None:
    """Return the mention of who acts for a place: in the capital the government, elsewhere the parliament, else the people.

    A place named by an adjective, a facility, or one that the base does not know stands for nobody; without `people` only those
    who govern there are meant.
    """
    if mention.entity.type != "Place" or mention.kind not in ("name", "short"):
        return None
    actor = _actor_of(mention.entity.id, date, people)
    if actor is None:
        return None
    return mention.model_copy(update={"entity": actor, "score": mention.score * 0.8})


@lru_cache(maxsize=1024)
def _actor_of(place: str, date: dt.date | None, people: bool) -> Entity | None:
    known = base().get(place)
    if known is None:
        return None
    if place == _capital() and len(base().governments_of(home(), date)) < 2:
        return state.entity if (state := base().get(home())) else None
    seated = [a for a in seat_of(base(), [known], _RULING, date) if place in {link.id for link in a.base}]
    governments = [a for a in seated if a.type == "Government"]
    parliaments = [a for a in seated if a.type == "PoliticalBody" and is_called(a, "parliament")]
    ruling = (governments or parliaments) if place == _capital() else (parliaments or governments)
    if ruling:
        return ruling[0].entity if len(ruling) == 1 else None
    facility = kind_of_name(key(known.label)) is not None
    return _people_of(known) if people and not facility else None


@cache
def _capital() -> str | None:
    state = base().get(home())
    return state.capital if state else None


def _people_of(place: Actor) -> Entity:
    """The one community whose home a place is, else its people by the place's own name."""
    homes = [a for a in base() if a.type == "Community" and place.id in {link.id for link in a.base}]
    if len(homes) == 1:
        return homes[0].entity
    return Entity(id=f"x-people-of-{place.id}", label=place.label, type="Community")
