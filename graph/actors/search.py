"""Looking for actors by what somebody remembers of a name."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.actors.base import ActorBase, base
from graph.actors.index import name_rows
from graph.actors.names import fold
from graph.actors.records import Actor

__all__ = ["Found", "search"]

_LIKENESS_NEEDED = 70.0


@dataclass(frozen=True, slots=True)
class Found:
    """An actor, the name of it that is most like what was looked for, and how like it is (0 to 100)."""

    actor: Actor
    name: str
    likeness: float


def search(
    query: str, *, kind: str | None = None, country: str | None = None, limit: int = 10, actors: ActorBase | None = None
) -> list[Found]:
    """Find actors whose names are like a query, or hold its words, the likest first.

    Unlike `resolve` this is for people who look around: it lists what may be meant and decides nothing.

    Parameters
    ----------
    query
        Part of a name, in any spelling or script.
    kind, country
        Only actors of this type; only those of the state with this id.
    limit
        How many to return at most.
    actors
        The base to look in; the shipped one where none is given.

    Examples
    --------
    >>> [found.actor.id for found in search("haftar", kind="Person", limit=1)]
    ['khalifa-haftar']
    """
    wanted = [actor for actor in actors or base() if kind in (None, actor.type) and country in (None, actor.id, actor.country)]
    names = [(actor, text) for actor in wanted for text in dict.fromkeys(text for text, _ in name_rows(actor))]
    # A few more than asked for, as one actor may be found by several names.
    ranked = process.extract(
        fold(query), [fold(text) for _, text in names], scorer=_likeness, limit=limit * 8, score_cutoff=_LIKENESS_NEEDED
    )
    found: dict[str, Found] = {}
    for _, likeness, place in ranked:
        actor, text = names[place]
        found.setdefault(actor.id, Found(actor, text, likeness))
    return list(found.values())[:limit]


def _likeness(query: str, name: str, *, score_cutoff: float | None = None) -> float:
    """Rate a whole name above one that only holds the words of the query."""
    return (fuzz.ratio(query, name) + 3 * fuzz.token_set_ratio(query, name)) / 4
