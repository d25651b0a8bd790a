"""Offices: what a title means, and who held it on a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from graph.actors.base import ActorBase, Office
from graph.actors.names import is_article, is_connector, key
from graph.actors.records import Span
from graph.datafiles import load_yaml, package_file

__all__ = [
    "english_title",
    "heads",
    "holders",
    "home",
    "is_any_head",
    "is_filler",
    "is_former",
    "is_home_word",
    "is_office",
    "is_single",
    "leads_states",
    "may_name_office",
    "normal_title",
    "owner_of",
    "plain_noun",
    "recognition",
    "region_of",
    "relation_of_title",
    "title_words",
    "towards",
]


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


@cache
def _translations() -> dict[str, str]:
    data: dict[str, list[str]] = _data()["translations"]
    return {" ".join(_telling(key(wording))): title for title, wordings in data.items() for wording in wordings}


@cache
def _first_words() -> frozenset[str]:
    return title_words() | {title.split()[0] for title in _translations()}


def may_name_office(word: str) -> bool:
    """Whether a folded word can be the noun of a title, or the first word of one in French, Italian or Arabic.

    Examples
    --------
    >>> may_name_office("minister"), may_name_office("ministre"), may_name_office("haftar")
    (True, True, False)
    """
    return word in _first_words()


def english_title(phrase: str) -> str:
    """Bring a title in French, Italian or Arabic, given in folded words, to its English wording; leave others as they are.

    Examples
    --------
    >>> english_title("ministre des affaires etrangeres"), english_title("ancien ministre de defense"), english_title("envoy")
    ('foreign minister', 'former defence minister', 'envoy')
    """
    telling = _telling(phrase.split())
    held = [word for word in telling if not is_former(word)]
    title = _translations().get(" ".join(held))
    if title is None:
        return phrase
    return title if len(held) == len(telling) else f"former {title}"


def _telling(parts: Iterable[str]) -> list[str]:
    """Leave out the words, and the Arabic "of the", that say nothing about which office is meant."""
    telling = (word for word in parts if not (is_filler(word) or is_article(word) or word in _data()["passing"]))
    return [word.removeprefix("لل") for word in telling]


def is_any_head(title: str) -> bool:
    """Whether a title says no more than that its holder leads a body, under whatever title.

    Examples
    --------
    >>> is_any_head("chairman"), is_any_head("prime minister")
    (True, False)
    """
    return normal_title(title) in _data()["any_head"]


def is_filler(word: str) -> bool:
    """Whether a word between a title and its body says nothing of either."""
    return word in _data()["fillers"]


def home() -> str:
    """Return the id of the country that news is taken to be about unless it says otherwise."""
    return str(_data()["home"])


def is_home_word(word: str) -> bool:
    """Whether a folded word means the country that news is about ("the country's prime minister")."""
    return word in _data()["home_words"]


def recognition() -> str:
    """Return the description that tells which of several governments of a state others recognise."""
    return str(_data()["recognition"])


def plain_noun(noun: str) -> str:
    """Bring a noun for a kind of body to the one that names of such bodies have ("legislature": "parliament").

    Examples
    --------
    >>> plain_noun("legislature"), plain_noun("council")
    ('parliament', 'council')
    """
    return str(_data()["nouns"].get(noun, noun))


def region_of(word: str) -> str | None:
    """Return the id of the region a folded word names ("eastern"), or None."""
    region: str | None = _data()["regions"].get(word)
    return region


@cache
def _peoples() -> dict[str, str]:
    return {" ".join(key(adjective)): owner for owner, adjectives in _data()["peoples"].items() for adjective in adjectives}


def owner_of(word: str) -> str | None:
    """Return the id of the actor whose adjective in French, Italian or Arabic a folded word is, or None.

    Examples
    --------
    >>> owner_of("turc"), owner_of("onusienne"), owner_of("Turkish")
    ('turkey', 'united-nations', None)
    """
    return _peoples().get(word)


def towards(word: str, *, beside_others: bool) -> bool:
    """Whether a state behind a word is one to which the holder of an office is posted.

    Examples
    --------
    >>> towards("to", beside_others=False), towards("en", beside_others=True), towards("en", beside_others=False)
    (True, True, False)
    """
    return word in _data()["toward"] or (beside_others and word in _data()["toward_others"])


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
    plain = next((plain.removesuffix(post) for post in _data()["posts"] if plain.endswith(post)), plain)
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
        held = [o for o in base.offices(body) if _same_office(normal_title(o.role.title), wanted) and _held_on(base, o, date)]
        for office in _last(held) if date and is_single(wanted) else held:
            found.setdefault(office.holder.id, office)
    if not found and wanted == "head":
        return heads(base, [b for b in bodies if _is_state(base, b)], date)
    return list(found.values())


def _held_on(base: ActorBase, office: Office, date: dt.date | None) -> bool:
    """Whether an office was held on a date; one without dates of its own, while a body of known span was there."""
    role, body = office.role, base.get(office.role.body)
    there = body.exists if body else Span()
    if date is not None and not (role.since or role.until or (there.since and there.until)):
        return False
    return role.covers(date) and there.covers(date) and office.holder.exists.covers(date)


def is_single(title: str) -> bool:
    """Whether a title in its common wording is of an office that one person holds at a time.

    Examples
    --------
    >>> is_single("prime minister"), is_single("deputy prime minister"), is_single("ambassador")
    (True, False, False)
    """
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
    """Return who leads a body under any title ("the Egyptian leader"): of a state the president, or the premier of some."""
    found: dict[str, Office] = {}
    for body in bodies:
        held = [o for o in base.offices(body) if o.role.relation == "leads" and _held_on(base, o, date)]
        premiers = [o for o in held if normal_title(o.role.title) in _data()["premiers"] and body != home()]
        others = [o for o in held if normal_title(o.role.title) not in _data()["premiers"]]
        for office in (premiers or others) if body in _data()["led_by_premiers"] else (others or premiers):
            found.setdefault(office.holder.id, office)
    return list(found.values())


def _same_office(held: str, wanted: str) -> bool:
    return held == wanted or (" " not in wanted and held.rsplit(maxsplit=1)[-1] == wanted and relation_of_title(held) == "leads")
