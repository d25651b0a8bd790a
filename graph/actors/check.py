"""Finding mistakes in a base: names of two owners, offices held twice, references and dates that cannot be, no source."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.actors.index import AliasKind, name_rows
from graph.actors.names import is_arabic, key
from graph.actors.offices import is_single, normal_title
from graph.actors.records import Actor, Publications, Role, Span, first_day, last_day

__all__ = ["Problem", "check"]

_HANDOVER = dt.timedelta(days=31)
_PLACES = {"country": {"State"}, "capital": {"Place"}, "parent": {"Place", "State"}, "base": {"Place", "State"}}
_NO_BODIES = {"Person", "Place", "Community"}
_PEOPLES = {"Place", "Community", "State"}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with one field of one record.

    Attributes
    ----------
    file, actor, field
        Where: the data file without its ending, the record's id, the field.
    kind
        What: "duplicate name", "overlapping terms", "no such record", "dates", "no source", "name" or "unused publication".
    message
        The same for people.
    """

    file: str
    actor: str
    field: str
    kind: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}.yaml: {self.actor}: {self.field}: {self.kind}: {self.message}"


def check(actors: Iterable[Actor], publications: Publications, today: dt.date | None = None) -> list[Problem]:
    """Check records against each other.

    Parameters
    ----------
    actors
        The records, as `read_actors` gives them.
    publications
        What they cite, by file and key.
    today
        The day after which nothing can have begun.

    Returns
    -------
    list of Problem
        Sorted by file, record and field; empty where all is well.

    Examples
    --------
    >>> town = Actor(id="surt", label="Surt", type="Place", description="A town.", parent="atlantis", sources=("map",))
    >>> [problem.message for problem in check([town], {"": {}})]
    ['atlantis', "the publication 'map' is not listed in the file"]
    """
    records = list(actors)
    by_id = {actor.id: actor for actor in records}
    day = today or dt.datetime.now(tz=dt.UTC).date()
    found = [*_shared_ids(records), *_shared_names(records), *_shared_descriptions(records), *_terms(records)]
    for actor in records:
        found += (*_references(actor, by_id), *_dates(actor, by_id, day), *_names(actor), *_sources(actor, publications))
    return sorted({*found, *_unused(records, publications)})


def _about(actor: Actor, field: str, kind: str) -> Callable[[str], Problem]:
    return lambda message: Problem(actor.file, actor.id, field, kind, message)


def _shared_ids(records: Sequence[Actor]) -> Iterator[Problem]:
    seen: dict[str, Actor] = {}
    for actor in records:
        if actor.id in seen:
            yield _about(actor, "id", "duplicate name")(f"stands in {seen[actor.id].file}.yaml too")
        seen[actor.id] = actor


def _shared_names(records: Sequence[Actor]) -> Iterator[Problem]:
    owners: dict[tuple[str, ...], list[tuple[Actor, str, AliasKind]]] = defaultdict(list)
    for actor in records:
        for text, kind in dict.fromkeys(name_rows(actor)):
            owners[key(text)].append((actor, text, kind))
    for shared in owners.values():
        for (one, text, kind), (other, _, other_kind) in combinations(shared, 2):
            if one.id != other.id and not _may_share((one, kind), (other, other_kind)):
                yield _about(one, kind, "duplicate name")(f"{text!r} is also a {other_kind} of {other.id}")


def _may_share(one: tuple[Actor, AliasKind], other: tuple[Actor, AliasKind]) -> bool:
    """Whether two actors may have a name in common: a capital and its state, a town and its people, an acronym and a word."""
    (first, kind), (second, other_kind) = one, other
    kinds = {kind, other_kind}
    if kinds == {"name", "metonym"}:
        state, place = (first, second) if kind == "metonym" else (second, first)
        return state.capital == place.id
    if kinds & {"adjective", "demonym"}:
        return {first.type, second.type} <= _PEOPLES
    return "acronym" in kinds and kinds != {"acronym"}


def _shared_descriptions(records: Sequence[Actor]) -> Iterator[Problem]:
    owners: dict[tuple[str, ...], list[tuple[Actor, Span]]] = defaultdict(list)
    for actor in records:
        for phrase in filter(_real, actor.descriptions):
            owners[key(phrase.text)].append((actor, phrase))
    for text, shared in owners.items():
        for (one, span), (other, other_span) in combinations(shared, 2):
            if one.id != other.id and span.first <= other_span.last and other_span.first <= span.last:
                yield _about(one, "descriptions", "duplicate name")(f"{' '.join(text)!r} means {other.id} at the same time")


def _terms(records: Sequence[Actor]) -> Iterator[Problem]:
    """Yield offices for one person with two holders at a time; a successor ends a term without an end."""
    offices: dict[tuple[str, str], list[tuple[Actor, Role]]] = defaultdict(list)
    for actor in records:
        for role in filter(_real, actor.roles):
            title = normal_title(role.title)
            if is_single(title) and not role.uncertain and role.since:
                offices[role.body, title].append((actor, role))
    for (body, title), held in offices.items():
        for (one, earlier), (other, later) in combinations(sorted(held, key=lambda pair: pair[1].first), 2):
            if one.id != other.id and _overlap(earlier, later):
                yield _about(one, "roles", "overlapping terms")(
                    f"{title} of {body} until {earlier.until}, but {other.id} since {later.since}"
                )


def _overlap(earlier: Role, later: Role) -> bool:
    """Whether a term lasted into the next one by more than a handover, even if partial dates are stretched to avoid it."""
    if not earlier.until:
        return False
    first_end, last_start = first_day(earlier.until), last_day(later.since) if later.since else dt.date.max
    return first_end - min(last_start, first_end) > _HANDOVER


def _real(span: Span) -> bool:
    """Whether the days of a span exist in the calendar."""
    try:
        _ = span.first, span.last
    except ValueError:
        return False
    return True


def _references(actor: Actor, by_id: Mapping[str, Actor]) -> Iterator[Problem]:
    for field, target in actor.references():
        other = by_id.get(target)
        if other is None or target == actor.id:
            yield _about(actor, field, "no such record")(target)
        elif (field == "roles" and other.type in _NO_BODIES) or (field in _PLACES and other.type not in _PLACES[field]):
            yield _about(actor, field, "no such record")(f"{target} is a {other.type}")
    if actor.roles and actor.type != "Person":
        yield _about(actor, "roles", "no such record")(f"a {actor.type} holds no office")


def _dates(actor: Actor, by_id: Mapping[str, Actor], today: dt.date) -> Iterator[Problem]:
    for field, span in actor.spans():
        said = _about(actor, field, "dates")
        if not _real(span):
            yield said(f"from {span.since} to {span.until}: there is no such day")
            continue
        if span.first > span.last:
            yield said(f"from {span.since} to {span.until}")
        if span.since and span.first > today:
            yield said(f"from {span.since}, which is yet to come")
        if isinstance(span, Role) and not span.uncertain:
            yield from _outside(actor, span, by_id.get(span.body))


def _outside(actor: Actor, role: Role, body: Actor | None) -> Iterator[Problem]:
    """Yield an office held before its body or its holder was there, or after."""
    lives = (("the body", body.exists if body else Span()), ("the holder", actor.exists))
    for whose, life in lives:
        if _real(life) and (role.first > life.last or role.last < life.first):
            yield _about(actor, "roles", "dates")(f"{role.title} of {role.body}: not in the time of {whose}")


def _names(actor: Actor) -> Iterator[Problem]:
    said = _about(actor, "names", "name")
    for text, kind in name_rows(actor):
        if kind == "name" and is_arabic(text) != (text in actor.names.ar):
            yield said(f"{text!r} is not in the script of its language")
        if not key(text) or text != " ".join(text.split()):
            yield said(f"{text!r} is no name, or has stray spaces")
    yield from (said(f"the acronym {text!r} has no capital") for text in actor.acronyms if not re.search("[A-Z]", text))
    yield from (said(f"{p.text!r} begins with an article") for p in actor.descriptions if re.match("(?i)(the|an?) ", p.text))


def _sources(actor: Actor, publications: Publications) -> Iterator[Problem]:
    listed = publications.get(actor.file, {})
    if not actor.sources:
        yield _about(actor, "sources", "no source")("the record names none")
    for field, span in actor.spans():
        dated = span.since or span.until
        if span.source is None and dated:
            yield _about(actor, field, "no source")(f"dated {span.since or ''} to {span.until or ''}, and read nowhere")
    for field, source in _cited(actor):
        if source not in listed:
            yield _about(actor, field, "no source")(f"the publication {source!r} is not listed in the file")


def _cited(actor: Actor) -> Iterator[tuple[str, str]]:
    yield from (("sources", source) for source in actor.sources)
    yield from ((field, span.source) for field, span in actor.spans() if span.source)
    yield from (("ids", identifier.source) for identifier in actor.ids)
    for field, fact in (("coordinates", actor.coordinates), ("cameo", actor.cameo)):
        if fact:
            yield field, fact.source


def _unused(records: Iterable[Actor], publications: Publications) -> Iterator[Problem]:
    cited = {(actor.file, source) for actor in records for _, source in _cited(actor)}
    for file, listed in publications.items():
        yield from (
            Problem(file, "", "sources", "unused publication", source) for source in listed if (file, source) not in cited
        )
