"""The actor base: every record, and the indexes over its names and offices."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from graph.actors.compiled import load_compiled
from graph.actors.index import AliasKind, NameIndex, index_names
from graph.actors.names import Word, is_article, is_connector, key, key_of
from graph.actors.records import Actor, Phrase, Publications, Role
from graph.actors.spelling import ends, names_country, person_words, skeleton, worded_alike, wording_key

__all__ = ["ActorBase", "Alias", "Hit", "Office", "base", "case_fits"]


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


class ActorBase:
    """All actors with the indexes that find them.

    Parameters
    ----------
    actors
        The records; ids must be unique.
    publications
        What their facts cite.
    index
        The index of their names, where it is at hand.

    Raises
    ------
    ValueError
        When two records share an id.

    Examples
    --------
    >>> base().get("italy").label
    'Italy'
    """

    def __init__(
        self, actors: Iterable[Actor], publications: Publications | None = None, *, index: NameIndex | None = None
    ) -> None:
        self._listed = list(actors)
        self._actors: dict[str, Actor] = {}
        self.publications = publications or {}
        self._index = index or index_names(self._listed)
        self._made: dict[int, Alias] = {}
        self._offices: dict[str, list[Office]] = defaultdict(list)
        self._seated: dict[str, list[Actor]] = defaultdict(list)
        self._within: dict[str, list[Actor]] = defaultdict(list)
        self._governments: dict[str, list[Actor]] = defaultdict(list)
        self._bodies: dict[str, list[Actor]] = defaultdict(list)
        for actor in self._listed:
            if actor.id in self._actors:
                raise ValueError(f"two actor records have the id {actor.id!r}")
            self._actors[actor.id] = actor
            self._tie(actor)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def get(self, actor_id: str) -> Actor | None:
        """Return the record with this id, or None."""
        return self._actors.get(actor_id)

    def _tie(self, actor: Actor) -> None:
        if actor.parent:
            self._within[actor.parent].append(actor)
        if actor.type == "Government" and actor.country:
            self._governments[actor.country].append(actor)
        if actor.country and actor.type not in ("Person", "Place", "Community"):
            self._bodies[actor.country].append(actor)
        for role in actor.roles:
            self._offices[role.body].append(Office(actor, role))
        for link in actor.base:
            self._seated[link.id].append(actor)

    def _aliases(self, numbers: Iterable[int]) -> tuple[Alias, ...]:
        return tuple(self._made.get(number) or self._alias(number) for number in numbers)

    def _alias(self, number: int) -> Alias:
        row = self._index.rows[number]
        actor = self._listed[row.actor]
        valid = actor.descriptions[row.phrase] if row.phrase >= 0 else None
        return self._made.setdefault(number, Alias(actor, row.text, row.kind, valid))

    def is_given_name(self, word: str) -> bool:
        """Whether a folded word is the first of some person's name."""
        return word in self._index.given_names

    def has_word(self, word: str) -> bool:
        """Whether a folded word stands in some name of the base."""
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for form in self._index.forms for word in form.split(" "))

    def folded_names(self) -> Iterator[tuple[str, tuple[Alias, ...]]]:
        """Yield every name of the base in folded form, with the aliases that read so."""
        yield from ((form, self._aliases(numbers)) for form, numbers in self._index.forms.items())

    def lookup(self, name: str) -> tuple[Alias, ...]:
        """Return the aliases that equal a whole name after folding."""
        return self._aliases(self._index.forms.get(" ".join(key(name)), ()))

    def lookup_words(self, parts: Iterable[Word]) -> tuple[Alias, ...]:
        """Return the aliases that equal some words of a text after folding."""
        return self._aliases(self._index.forms.get(" ".join(key_of(parts)), ()))

    def spelled_like(self, name: str) -> tuple[Alias, ...]:
        """Return full names with the same consonant skeleton as `name`."""
        return self._aliases(self._index.skeletons.get(skeleton(name), ()))

    def beginning_and_ending_like(self, name: str) -> tuple[Alias, ...]:
        """Return full names of persons whose first and last word have the same consonant skeletons as those of `name`."""
        return self._aliases(self._index.partial.get(ends(name) or "", ()))

    def beginning_or_ending_with(self, name: str) -> tuple[Alias, ...]:
        """Return full names of persons that have their first or their last word in common with `name`."""
        parts = person_words(name)
        if len(parts) < 2:
            return ()
        rows = (*self._index.beginnings.get(parts[0], ()), *self._index.endings.get(parts[-1], ()))
        return self._aliases(dict.fromkeys(rows))

    def shortened_like(self, name: str) -> tuple[Alias, ...]:
        """Return short names with the same consonant skeleton as `name`."""
        return self._aliases(self._index.shorts.get(skeleton(name), ()))

    def worded_like(self, name: str) -> tuple[Alias, ...]:
        """Return names and descriptions of bodies that differ from `name` in wording only.

        A name may add that its bearer is Libya's; it may not leave that out: "ministry of interior" is any country's.
        """
        theirs = not names_country(name)
        keys = dict.fromkeys(wording_key(name, kind) for kind in ("ArmedGroup", "Organization"))
        aliases = self._aliases(number for wanted in keys for number in self._index.wordings.get(wanted, ()))
        fitting = (alias for alias in aliases if not (theirs and names_country(alias.text)))
        return tuple(alias for alias in fitting if worded_alike(alias.text, name, alias.actor.type))

    def offices(self, body: str) -> Sequence[Office]:
        """Return all roles that were held in a body."""
        return self._offices.get(body, ())

    def within(self, region: str) -> Sequence[Actor]:
        """Return the places whose record names a region as the one they lie in."""
        return self._within.get(region, ())

    def governments_of(self, state: str, date: dt.date | None) -> list[Actor]:
        """Return the governments of a state on a date."""
        return [actor for actor in self._governments.get(state, ()) if actor.exists.covers(date)]

    def bodies_of_state(self, state: str) -> Sequence[Actor]:
        """Return the bodies that belong to a state, without it."""
        return self._bodies.get(state, ())

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
        index, best, last = self._index, None, first + 1
        path = text_words[first].folded
        while path in index.prefixes:
            wanted = [a for a in self._aliases(index.forms.get(path, ())) if (a.kind == "description") == descriptions]
            aliases = tuple(a for a in wanted if case_fits(a, text_words[first:last]))
            if aliases:
                best = Hit(first, last, aliases)
            while _goes_on(text_words, last) and text_words[last].article and not self._leads_on(path, text_words[last]):
                last += 1
            if not _goes_on(text_words, last):
                break
            path = f"{path} {text_words[last].folded}"
            last += 1
        return best

    def _leads_on(self, path: str, word: Word) -> bool:
        return f"{path} {word.folded}" in self._index.prefixes


def _goes_on(text_words: Sequence[Word], index: int) -> bool:
    return index < len(text_words) and text_words[index].joined


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def case_fits(alias: Alias, found: Sequence[Word]) -> bool:
    """Whether the words have the capitals an alias needs: all of them in an acronym, the first in a name."""
    if alias.kind == "description":
        return True
    if alias.kind == "acronym":
        return _letters("".join(w.text for w in found)) == _letters(alias.text)
    lower_in_alias = {w for w in alias.text.replace("-", " ").split() if w[0].islower()}
    content = [w for w in found if not is_article(w.folded) and not is_connector(w.folded)]
    return all(w.capitalised or w.text in lower_in_alias for w in content[:1]) and any(w.capitalised for w in found)


@cache
def base() -> ActorBase:
    """Return the base that ships with the package, read once."""
    compiled = load_compiled()
    return ActorBase(compiled.actors, compiled.publications, index=compiled.index)
