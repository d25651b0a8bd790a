"""The actor base: every record, and the indexes over its names and offices."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.actors.names import Word, is_article, is_connector, key, skeleton
from graph.actors.records import Actor, Phrase, Role, read_actors

__all__ = ["ActorBase", "Alias", "AliasKind", "Hit", "Office", "base", "case_fits"]

AliasKind = Literal["name", "short", "acronym", "adjective", "demonym", "metonym", "description"]


@dataclass(frozen=True, slots=True)
class Alias:
    """One way of naming an actor; `valid` bounds a description in time."""

    actor: Actor
    text: str
    kind: AliasKind
    valid: Phrase | None = None

    def holds(self, date: dt.date | None) -> bool:
        """Whether the actor can be meant by this name on a date (two years after its end it is still spoken of)."""
        if self.valid is not None:
            return self.valid.covers(date)
        return self.kind in ("name", "acronym") or self.actor.exists.covers(date, slack=730)


@dataclass(frozen=True, slots=True)
class Hit:
    """Names of the base found at words `first` up to (not including) `last` of a text."""

    first: int
    last: int
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A person's role seen from the body."""

    holder: Actor
    role: Role


class _Node:
    __slots__ = ("aliases", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.aliases: list[Alias] = []


class ActorBase:
    """All actors with the indexes that find them.

    Parameters
    ----------
    actors
        The records; ids must be unique.

    Raises
    ------
    ValueError
        When two records share an id.

    Examples
    --------
    >>> base().get("italy").label
    'Italy'
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors: dict[str, Actor] = {}
        self._root = _Node()
        self._skeletons: dict[str, list[Alias]] = defaultdict(list)
        self._offices: dict[str, list[Office]] = defaultdict(list)
        self._given_names: set[str] = set()
        self._seated: dict[str, list[Actor]] = defaultdict(list)
        self._within: dict[str, list[Actor]] = defaultdict(list)
        self._governments: dict[str, list[Actor]] = defaultdict(list)
        for actor in actors:
            if actor.id in self._actors:
                raise ValueError(f"two actor records have the id {actor.id!r}")
            self._actors[actor.id] = actor
            self._index(actor)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def get(self, actor_id: str) -> Actor | None:
        """Return the record with this id, or None."""
        return self._actors.get(actor_id)

    def _index(self, actor: Actor) -> None:
        for alias in _aliases(actor):
            node = self._root
            for word in key(alias.text):
                node = node.next.setdefault(word, _Node())
            node.aliases.append(alias)
            if alias.kind == "name" and actor.type != "Place":
                self._skeletons[skeleton(alias.text)].append(alias)
        if actor.type == "Person":
            self._given_names.update(words[0] for name in (actor.label, *actor.aliases) if len(words := key(name)) > 1)
        if actor.parent:
            self._within[actor.parent].append(actor)
        if actor.type == "Government" and actor.country:
            self._governments[actor.country].append(actor)
        for role in actor.roles:
            self._offices[role.body].append(Office(actor, role))
        for link in actor.base:
            self._seated[link.id].append(actor)

    def is_given_name(self, word: str) -> bool:
        """Whether a folded word is the first of some person's name."""
        return word in self._given_names

    def lookup(self, name: str) -> tuple[Alias, ...]:
        """Return the aliases that equal a whole name after folding."""
        node: _Node | None = self._root
        for word in key(name):
            node = node.next.get(word) if node else None
        return tuple(node.aliases) if node else ()

    def spelled_like(self, name: str) -> tuple[Alias, ...]:
        """Return full names with the same consonant skeleton as `name`."""
        return tuple(self._skeletons.get(skeleton(name), ()))

    def offices(self, body: str) -> Sequence[Office]:
        """Return all roles that were held in a body."""
        return self._offices.get(body, ())

    def within(self, region: str) -> Sequence[Actor]:
        """Return the places whose record names a region as the one they lie in."""
        return self._within.get(region, ())

    def governments_of(self, state: str, date: dt.date | None) -> list[Actor]:
        """Return the governments of a state on a date."""
        return [actor for actor in self._governments.get(state, ()) if actor.exists.covers(date)]

    def seated_in(self, place: str, date: dt.date | None) -> list[Actor]:
        """Return the actors with a seat in a place on a date."""
        found = []
        for actor in self._seated.get(place, ()):
            here = any(link.id == place and link.covers(date) for link in actor.base)
            if here and actor.exists.covers(date) and actor not in found:
                found.append(actor)
        return found

    def scan(self, text_words: Sequence[Word], *, descriptions: bool = False) -> Iterator[Hit]:
        """Yield the longest names (or `descriptions`) of the base in a text's words, left to right, not overlapping."""
        at = 0
        while at < len(text_words):
            hit = self._longest(text_words, at, descriptions)
            if hit:
                yield hit
            at = hit.last if hit else at + 1

    def _longest(self, text_words: Sequence[Word], first: int, descriptions: bool) -> Hit | None:
        node: _Node | None = self._root.next.get(text_words[first].folded)
        best, last = None, first + 1
        while node is not None:
            wanted = [a for a in node.aliases if (a.kind == "description") == descriptions]
            aliases = tuple(a for a in wanted if case_fits(a, text_words[first:last]))
            if aliases:
                best = Hit(first, last, aliases)
            while _goes_on(text_words, last) and text_words[last].article and text_words[last].folded not in node.next:
                last += 1
            node = node.next.get(text_words[last].folded) if _goes_on(text_words, last) else None
            last += 1
        return best


def _goes_on(text_words: Sequence[Word], index: int) -> bool:
    return index < len(text_words) and text_words[index].joined


def case_fits(alias: Alias, found: Sequence[Word]) -> bool:
    """Whether the words have the capitals an alias needs: all of them in an acronym, the first in a name."""
    if alias.kind == "description":
        return True
    if alias.kind == "acronym":
        return "".join(w.text for w in found).replace(".", "") == alias.text.replace(".", "").replace(" ", "")
    lower_in_alias = {w for w in alias.text.replace("-", " ").split() if w[0].islower()}
    content = [w for w in found if not is_article(w.folded) and not is_connector(w.folded)]
    return all(w.capitalised or w.text in lower_in_alias for w in content[:1]) and any(w.capitalised for w in found)


def _aliases(actor: Actor) -> Iterator[Alias]:
    listed: list[tuple[AliasKind, Iterable[str]]] = [
        ("name", dict.fromkeys((actor.label, *actor.aliases, *actor.names.ar, *actor.names.fr, *actor.names.it))),
        ("short", actor.short),
        ("acronym", actor.acronyms),
        ("adjective", actor.adjectives),
        ("demonym", actor.demonyms),
        ("metonym", actor.metonyms),
    ]
    for kind, texts in listed:
        for text in texts:
            yield Alias(actor, text, kind)
    for phrase in actor.descriptions:
        yield Alias(actor, phrase.text, "description", phrase)


@cache
def base() -> ActorBase:
    """Return the base that ships with the package, read once."""
    return ActorBase(read_actors())
