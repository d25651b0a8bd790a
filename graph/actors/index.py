"""The index over all names of the base: by folded words, by skeleton, by wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import BaseModel

from graph.actors.arabic import latinised
from graph.actors.names import key
from graph.actors.records import Actor
from graph.actors.spelling import ends, person_words, skeleton, spelled_alike, wording_key

__all__ = ["AliasKind", "NameIndex", "Row", "index_names", "name_rows"]

AliasKind = Literal["name", "short", "acronym", "adjective", "demonym", "metonym", "description"]


class Row(NamedTuple):
    """One name: the number of its actor, the text, what kind of name it is, and for a description its number in the record."""

    actor: int
    text: str
    kind: AliasKind
    phrase: int


class NameIndex(BaseModel):
    """Numbers of the rows that a name in some reduced form may mean.

    Attributes
    ----------
    rows
        All names.
    forms
        By folded words.
    prefixes
        The beginnings of all `forms`, at word ends, which let a scan know when to go on.
    skeletons, partial, shorts
        Of full names the skeleton; of persons' full names the skeletons of first and last word; of short names the skeleton.
    wordings
        By what the wordings of a body's name share.
    beginnings, endings
        Of persons' full names the first and the last word.
    given_names
        The first words of persons' full names.
    """

    rows: list[Row] = []
    forms: dict[str, list[int]] = {}
    prefixes: set[str] = set()
    skeletons: dict[str, list[int]] = {}
    partial: dict[str, list[int]] = {}
    shorts: dict[str, list[int]] = {}
    wordings: dict[str, list[int]] = {}
    beginnings: dict[str, list[int]] = {}
    endings: dict[str, list[int]] = {}
    given_names: set[str] = set()

    def add(self, row: Row, kind: str) -> None:
        """Index one more name of an actor of some type."""
        number = len(self.rows)
        self.rows.append(row)
        folded = key(row.text)
        self.forms.setdefault(" ".join(folded), []).append(number)
        self.prefixes.update(" ".join(folded[:end]) for end in range(1, len(folded) + 1))
        if kind not in ("Person", "Place") and row.kind in ("name", "description"):
            self.wordings.setdefault(wording_key(row.text, kind), []).append(number)
        if row.kind == "name":
            self.skeletons.setdefault(skeleton(row.text), []).append(number)
            if kind == "Person" and (outer := ends(row.text)):
                self.partial.setdefault(outer, []).append(number)
                parts = person_words(row.text)
                self.beginnings.setdefault(parts[0], []).append(number)
                self.endings.setdefault(parts[-1], []).append(number)
                self.given_names.add(folded[0])
        if row.kind == "short":
            self.shorts.setdefault(skeleton(row.text), []).append(number)


def index_names(actors: Sequence[Actor]) -> NameIndex:
    """Index all names of some actors, given in the order by which the index is to number them."""
    index = NameIndex()
    for number, actor in enumerate(actors):
        for row in _rows(number, actor):
            index.add(row, actor.type)
    return index


def name_rows(actor: Actor) -> Iterator[tuple[str, AliasKind]]:
    """Yield all listed names of an actor but descriptions, with what kind of name each is."""
    listed: list[tuple[AliasKind, Iterable[str]]] = [
        ("name", actor.full_names),
        ("short", actor.short),
        ("acronym", actor.acronyms),
        ("adjective", actor.adjectives),
        ("demonym", actor.demonyms),
        ("metonym", actor.metonyms),
    ]
    yield from ((text, kind) for kind, texts in listed for text in texts)


def _rows(number: int, actor: Actor) -> Iterator[Row]:
    yield from (Row(number, text, kind, -1) for text, kind in name_rows(actor))
    yield from (Row(number, surname, "short", -1) for surname in _arabic_surnames(actor))
    for phrase, description in enumerate(actor.descriptions):
        yield Row(number, description.text, "description", phrase)


def _arabic_surnames(actor: Actor) -> Iterator[str]:
    """Yield the last words of a person's Arabic names, where they are spellings of a surname listed as short."""
    surnames = {person_words(name)[-1:]: name for name in actor.names.ar if actor.type == "Person"}
    for name in surnames.values():
        last = name.split()[-1]
        if len(person_words(name)) > 1 and any(spelled_alike(spelled, s) for spelled in latinised(last) for s in actor.short):
            yield last
