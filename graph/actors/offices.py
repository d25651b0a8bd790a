"""Offices: what a title means, and who held it on a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from graph.actors.base import ActorBase, Office
from graph.actors.names import is_connector
from graph.datafiles import load_yaml, package_file

__all__ = ["heads", "holders", "is_former", "is_office", "leads_states", "normal_title", "relation_of_title", "title_words"]


@cache
def _data() -> dict[str, Any]:
    source = package_file("graph.actors", "offices.yaml")
    data: dict[str, Any] = load_yaml(source, package="graph.actors", schema="offices.schema.json")
    return data


@cache
def _relations() -> dict[str, str]:
    data = _data()
    kinds = (("memberOf", "members"), ("holdsOfficeIn", "holds"), ("leads", "leads"))
    return {title: relation for relation, field in kinds for title in data[field]}


@cache
def title_words() -> frozenset[str]:
    """Return the head nouns of all titles: "minister", "envoy", the "head" of "head of government"."""
    return frozenset(title.split(" of ")[0].split()[-1] for title in _relations())


def is_former(word: str) -> bool:
    """Whether a word before a title says that the office is no longer held."""
    return word in _data()["former"]


def normal_title(title: str) -> str:
    """Bring a title to its common wording.

    Examples
    --------
    >>> normal_title("Minister of Foreign Affairs"), normal_title("premier")
    ('foreign minister', 'prime minister')
    """
    words = [w for w in title.casefold().replace("defense", "defence").split() if not is_former(w)]
    plain = " ".join(w for w in words if w not in _data()["passing"])
    return str(_data()["synonyms"].get(plain, plain))


def relation_of_title(title: str) -> str | None:
    """Tell which relation a title stands for, by its longest known ending.

    Examples
    --------
    >>> relation_of_title("Defence Minister"), relation_of_title("militia leader"), relation_of_title("deputy commander")
    ('holdsOfficeIn', 'leads', 'holdsOfficeIn')
    """
    words = title.casefold().replace("defense", "defence").split()
    if any(word in _data()["second"] for word in words[:-1]):
        return "holdsOfficeIn"
    start = _known_ending(words)
    return None if start is None else _relations()[" ".join(words[start:])]


def _known_ending(words: Sequence[str]) -> int | None:
    return next((start for start in range(len(words)) if " ".join(words[start:]) in _relations()), None)


def is_office(phrase: str) -> bool:
    """Whether a phrase is a title and says nothing of somebody else.

    Examples
    --------
    >>> is_office("caretaker prime minister"), is_office("son of the commander"), is_office("aide to")
    (True, False, False)
    """
    words = normal_title(phrase).split()
    start = _known_ending(words)
    return start is not None and not any(is_connector(word) for word in words[:start])


def leads_states(title: str) -> bool:
    """Whether a head's title is one that a state has.

    Examples
    --------
    >>> leads_states("caretaker prime minister"), leads_states("warlord")
    (True, False)
    """
    return any(title.casefold().endswith(known) for known in _data()["of_states"])


def holders(base: ActorBase, title: str, bodies: Iterable[str], date: dt.date | None) -> list[Office]:
    """Return who held an office in one of `bodies` on a date (on any date, where none is given), each holder once."""
    wanted, bodies = normal_title(title), list(bodies)
    found: dict[str, Office] = {}
    for body in bodies:
        held = [o for o in base.offices(body) if _same_office(normal_title(o.role.title), wanted) and o.role.covers(date)]
        for office in _last(held) if date and _is_single(wanted) else held:
            found.setdefault(office.holder.id, office)
    if not found and wanted == "head":
        return heads(base, [b for b in bodies if _is_state(base, b)], date)
    return list(found.values())


def _is_single(title: str) -> bool:
    words = title.split()
    return "deputy" not in words and (words[-1] in _data()["single"] or relation_of_title(title) == "leads")


def _last(held: Sequence[Office]) -> list[Office]:
    """Return who came last to an office for one person: a successor ends the term of whoever has no end date."""
    ranks = [(o.role.relation == "leads", o.role.since or "") for o in held]
    return [office for office, rank in zip(held, ranks, strict=True) if rank == max(ranks)]


def _is_state(base: ActorBase, body: str) -> bool:
    actor = base.get(body)
    return actor is not None and actor.type == "State"


def heads(base: ActorBase, bodies: Iterable[str], date: dt.date | None) -> list[Office]:
    """Return who leads a body under any title ("the Egyptian leader"); a president or king before a prime minister."""
    heads = [o for body in bodies for o in base.offices(body) if o.role.relation == "leads" and o.role.covers(date)]
    first = [o for o in heads if normal_title(o.role.title) != "prime minister"] or heads
    return list({o.holder.id: o for o in first}.values())


def _same_office(held: str, wanted: str) -> bool:
    return held == wanted or (" " not in wanted and held.rsplit(maxsplit=1)[-1] == wanted and relation_of_title(held) == "leads")
