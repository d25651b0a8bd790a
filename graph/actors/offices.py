"""Offices: what a title means, and who held it on a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

from graph.actors.base import ActorBase, Office
from graph.datafiles import load_yaml, package_file

__all__ = ["holders", "is_former", "leads_states", "normal_title", "relation_of_title", "title_words"]


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
    plain = " ".join(w for w in words if w not in ("new", "acting", "interim", "newly", "then", "current"))
    return str(_data()["synonyms"].get(plain, plain))


def relation_of_title(title: str) -> str | None:
    """Tell which relation a title stands for, by its longest known ending.

    Examples
    --------
    >>> relation_of_title("Defence Minister"), relation_of_title("militia leader"), relation_of_title("deputy commander")
    ('holdsOfficeIn', 'leads', 'holdsOfficeIn')
    """
    words = title.casefold().replace("defense", "defence").split()
    if "deputy" in words[:-1] or "vice" in words[:-1] or "assistant" in words[:-1]:
        return "holdsOfficeIn"
    for start in range(len(words)):
        relation = _relations().get(" ".join(words[start:]))
        if relation:
            return relation
    return None


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
        for office in base.offices(body):
            if _same_office(normal_title(office.role.title), wanted) and office.role.covers(date):
                found.setdefault(office.holder.id, office)
    if not found and wanted == "head":
        return _heads(base, [b for b in bodies if (body := base.get(b)) and body.type == "State"], date)
    return list(found.values())


def _heads(base: ActorBase, bodies: Iterable[str], date: dt.date | None) -> list[Office]:
    """Return who leads a state under any title ("the Egyptian leader"); a president or king before a prime minister."""
    heads = [o for body in bodies for o in base.offices(body) if o.role.relation == "leads" and o.role.covers(date)]
    first = [o for o in heads if normal_title(o.role.title) != "prime minister"] or heads
    return list({o.holder.id: o for o in first}.values())


def _same_office(held: str, wanted: str) -> bool:
    return held == wanted or (" " not in wanted and held.rsplit(maxsplit=1)[-1] == wanted and relation_of_title(held) == "leads")
