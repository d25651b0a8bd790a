"""Actor records: what one entry of the base holds, and reading all of them."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.datafiles import load_yaml, package_files
from graph.model import Entity

__all__ = ["Actor", "Phrase", "Role", "Span", "read_actors"]


def _first_day(text: str) -> dt.date:
    parts = [int(p) for p in text.split("-")]
    return dt.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _last_day(text: str) -> dt.date:
    parts = [int(p) for p in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
    return dt.date(parts[0], month, day)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="ignore")


class Span(_Record):
    """A stretch of time, open where a side is None; partial dates mean their first day at the start, their last at the end."""

    since: str | None = Field(default=None, alias="from")
    until: str | None = Field(default=None, alias="to")
    source: str | None = None

    def covers(self, date: dt.date | None, slack: int = 0) -> bool:
        """Whether `date` lies in the span, give or take `slack` days; True where no date is given.

        Examples
        --------
        >>> Span(since="2016-03", until="2021-03").covers(dt.date(2021, 3, 31))
        True
        """
        if date is None:
            return True
        room = dt.timedelta(days=slack)
        after = self.since is None or _first_day(self.since) - room <= date
        before = self.until is None or date <= _last_day(self.until) + room
        return after and before


class Role(Span):
    """An office of a person in a body for a time."""

    relation: Literal["leads", "holdsOfficeIn", "memberOf"]
    title: str
    body: str


class Phrase(Span):
    """A description that means the actor for a time."""

    text: str


class Link(Span):
    """A dated tie to another record: base, whole, predecessor."""

    id: str


class Names(_Record):
    """Names in other languages."""

    ar: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    it: tuple[str, ...] = ()


class Actor(_Record):
    """One record of the base; `schema.json` documents the fields."""

    id: str
    label: str
    type: str
    description: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    names: Names = Names()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    descriptions: tuple[Phrase, ...] = ()
    gender: Literal["female", "male"] | None = None
    side: str | None = None
    country: str | None = None
    capital: str | None = None
    exists: Span = Span()
    roles: tuple[Role, ...] = ()
    base: tuple[Link, ...] = ()
    part_of: tuple[Link, ...] = Field(default=(), alias="partOf")
    predecessor: tuple[Link, ...] = ()
    parent: str | None = None

    @property
    def entity(self) -> Entity:
        """The actor as an entity of the model."""
        return Entity(id=self.id, label=self.label, type=self.type)

    def references(self) -> Iterator[str]:
        """Yield the ids of all other records this one refers to."""
        yield from (role.body for role in self.roles)
        yield from (link.id for link in (*self.base, *self.part_of, *self.predecessor))
        yield from (ref for ref in (self.country, self.capital, self.parent) if ref)


def read_actors() -> Iterable[Actor]:
    """Read every record of the base.

    Raises
    ------
    DataFileError
        When a file breaks the schema; the message names file, line and field.
    """
    for file in package_files("graph.actors", "base", ".yaml"):
        content: dict[str, Any] = load_yaml(file, package="graph.actors", schema="schema.json")
        for row in content["actors"]:
            yield Actor.model_validate(row)
