"""Actor records: what one entry of the base holds, and reading all of them."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.datafiles import load_yaml, package_files
from graph.model import Entity

__all__ = [
    "Actor",
    "Link",
    "Phrase",
    "Publication",
    "Publications",
    "Role",
    "Span",
    "base_files",
    "first_day",
    "last_day",
    "read_actors",
]

_PACKAGE = "graph.actors"


def first_day(text: str) -> dt.date:
    """Return the first day of a partial date: of "2014" New Year's Day."""
    parts = [int(p) for p in text.split("-")]
    return dt.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(text: str) -> dt.date:
    """Return the last day of a partial date: of "2014-02" the 28th."""
    parts = [int(p) for p in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
    return dt.date(parts[0], month, day)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True, extra="ignore")


class Publication(_Record):
    """Where a fact was read."""

    title: str
    publisher: str
    date: str | None = None
    url: str | None = None


Publications = dict[str, dict[str, Publication]]
"""The publications of each file of the base, by the key under which its records cite them."""


class Span(_Record):
    """A stretch of time, open where a side is None; partial dates mean their first day at the start, their last at the end."""

    since: str | None = Field(default=None, alias="from")
    until: str | None = Field(default=None, alias="to")
    source: str | None = None
    uncertain: bool = False

    @property
    def first(self) -> dt.date:
        """The first day; the earliest one that can be written, where the start is open."""
        return first_day(self.since) if self.since else dt.date.min

    @property
    def last(self) -> dt.date:
        """The last day; the latest one that can be written, where the end is open."""
        return last_day(self.until) if self.until else dt.date.max

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
        after = self.since is None or first_day(self.since) - room <= date
        before = self.until is None or date <= last_day(self.until) + room
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


class Coordinates(_Record):
    """A point in degrees, WGS 84."""

    lat: float
    lon: float
    source: str


class CameoCode(_Record):
    """An actor's code in the CAMEO dictionaries."""

    code: str
    source: str


class Identifier(_Record):
    """An actor's identifier elsewhere."""

    scheme: Literal["wikidata", "opensanctions", "geonames", "ofac", "un-sanctions"]
    value: str
    source: str


class Actor(_Record):
    """One record of the base; `schema.json` documents the fields."""

    id: str
    label: str
    type: str
    description: str
    file: str = ""
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
    coordinates: Coordinates | None = None
    cameo: CameoCode | None = None
    ids: tuple[Identifier, ...] = ()
    sources: tuple[str, ...] = ()

    @cached_property
    def entity(self) -> Entity:
        """The actor as an entity of the model."""
        return Entity(id=self.id, label=self.label, type=self.type)

    @property
    def full_names(self) -> tuple[str, ...]:
        """The label and all other full names in any language, each once."""
        return tuple(dict.fromkeys((self.label, *self.aliases, *self.names.ar, *self.names.fr, *self.names.it)))

    def references(self) -> Iterator[tuple[str, str]]:
        """Yield the field and the id of each other record this one refers to."""
        yield from (("roles", role.body) for role in self.roles)
        for field, links in (("base", self.base), ("partOf", self.part_of), ("predecessor", self.predecessor)):
            yield from ((field, link.id) for link in links)
        single = (("country", self.country), ("capital", self.capital), ("parent", self.parent))
        yield from ((field, ref) for field, ref in single if ref)

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield each dated fact with the name of its field."""
        if self.exists != Span():
            yield "exists", self.exists
        for field, spans in (
            ("roles", self.roles),
            ("descriptions", self.descriptions),
            ("base", self.base),
            ("partOf", self.part_of),
            ("predecessor", self.predecessor),
        ):
            yield from ((field, span) for span in spans)


def base_files() -> list[Traversable]:
    """Return the data files of the shipped base, sorted by name."""
    return list(package_files(_PACKAGE, "base", ".yaml"))


def read_actors(folder: Path | None = None) -> tuple[list[Actor], Publications]:
    """Read every record of a base, and the publications they cite.

    Parameters
    ----------
    folder
        A folder of files in the form of the shipped ones, which are read where none is given.

    Raises
    ------
    DataFileError
        When a file breaks the schema; the message names file, line and field.
    """
    actors: list[Actor] = []
    publications: Publications = {}
    for file in sorted(folder.glob("*.yaml")) if folder else base_files():
        content: dict[str, Any] = load_yaml(file, package=_PACKAGE, schema="schema.json")
        stem = file.name.removesuffix(".yaml")
        actors += [Actor.model_validate({**row, "file": stem}) for row in content["actors"]]
        publications[stem] = {key: Publication.model_validate(row) for key, row in content["sources"].items()}
    return actors, publications
