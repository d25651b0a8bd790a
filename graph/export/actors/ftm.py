"""The actor base as FollowTheMoney entities; `ftm.yaml` says which schema and property stands for what."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from graph.actors import Actor, ActorBase
from graph.actors.records import Link, Publication, Role, Span
from graph.datafiles import load_yaml, package_file
from graph.export.actors.facts import named_facts
from graph.ontology import ENTITY_TYPES, RELATIONS

__all__ = ["write_ftm"]

_Entity = dict[str, Any]
_Properties = Mapping[str, Iterable[str | None]]


def write_ftm(actors: ActorBase, path: Path) -> None:
    """Write every record, the ties between them, and the posts that ties lead to."""
    with path.open("w", encoding="utf-8") as lines:
        for entity in _Telling(actors).entities():
            lines.write(json.dumps(entity, ensure_ascii=False) + "\n")


@cache
def _mapping() -> dict[str, Any]:
    source = package_file("graph.export.actors", "ftm.yaml")
    data: dict[str, Any] = load_yaml(source, package="graph.export.actors", schema="ftm.schema.json")
    return data


def _kind(actor: Actor) -> dict[str, Any]:
    kind: dict[str, Any] = _mapping()["types"][actor.type]
    return kind


def _entity(name: str, schema: str, properties: _Properties) -> _Entity:
    """Make an entity, with each value once and without properties that have none."""
    filled = {prop: list(dict.fromkeys(value for value in values if value)) for prop, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {prop: values for prop, values in filled.items() if values}}


def _citation(publication: Publication) -> str:
    return f"{publication.title} ({', '.join(filter(None, (publication.publisher, publication.date)))})"


def _tie_between(actor: Actor, other: Actor, kind: str) -> dict[str, str]:
    """Return schema and properties of a tie, the ones for anything where an end is not what its schema asks for."""
    fits = _kind(actor)["end"] != "thing" and _kind(other)["end"] == "body"
    tie: dict[str, str] = _mapping()["ties"][kind] if fits else _mapping()["fallback"]
    return tie


def _tie(tie: Mapping[str, str], name: str, ends: tuple[str, str], properties: _Properties) -> _Entity:
    return _entity(name, tie["schema"], {tie["from"]: [ends[0]], tie["to"]: [ends[1]], **properties})


class _Telling:
    """The entities of one base."""

    def __init__(self, actors: ActorBase) -> None:
        self._records = {actor.id: actor for actor in actors}
        self._publications = actors.publications
        self._posts: dict[str, _Entity] = {}

    def entities(self) -> Iterator[_Entity]:
        for actor in self._records.values():
            yield _entity(actor.id, _kind(actor)["schema"], {**self._common(actor), **self._particular(actor)})
            for name, field, span in named_facts(actor):
                if isinstance(span, Role):
                    yield self._role(actor, name, span)
                elif isinstance(span, Link):
                    yield self._link(actor, name, field, span)
        yield from self._posts.values()

    def _common(self, actor: Actor) -> _Properties:
        """Return what any record can have."""
        cited = [each for key in actor.sources if (each := self._publication(actor, key))]
        return {
            "name": [actor.label],
            "alias": [text for text in actor.full_names if text != actor.label],
            "weakAlias": [*actor.short, *actor.metonyms],
            "summary": [actor.description],
            "keywords": [ENTITY_TYPES[actor.type].label],
            "topics": _kind(actor).get("topics", ()),
            "country": [self._country(actor)],
            "addressEntity": self._addresses(actor),
            "wikidataId": [each.value for each in actor.ids if each.scheme == "wikidata"],
            "notes": self._notes(actor),
            "publisher": [each.publisher for each in cited],
            "sourceUrl": [each.url for each in cited],
        }

    def _particular(self, actor: Actor) -> _Properties:
        """Return what only records of this kind can have."""
        if _kind(actor)["end"] == "thing":
            return self._place(actor)
        gender = {"gender": [actor.gender]} if actor.type == "Person" else {}
        return {"abbreviation": actor.acronyms, **gender, **self._existence(actor)}

    def _place(self, actor: Actor) -> _Properties:
        whole = self._records[actor.parent] if actor.parent else None
        state = self._records[actor.country] if actor.country else None
        at = actor.coordinates
        return {
            "full": [", ".join(dict.fromkeys(each.label for each in (actor, whole, state) if each))],
            "region": [whole.label if whole and whole != state else None],
            "weakAlias": [*actor.short, *actor.metonyms, *actor.acronyms],
            "latitude": [str(at.lat)] if at else (),
            "longitude": [str(at.lon)] if at else (),
        }

    def _existence(self, actor: Actor) -> _Properties:
        """Return the dates of existence where they are certain."""
        kind, span = _kind(actor), actor.exists
        return {} if span.uncertain else {kind["begun"]: [span.since], kind["ended"]: [span.until]}

    def _notes(self, actor: Actor) -> Iterator[str]:
        """Yield what FtM has no property for: where the dates of existence were read, and identifiers in other schemes."""
        span = actor.exists
        dates = " ".join(f"{word} {day}" for word, day in (("from", span.since), ("to", span.until)) if day)
        if dates:
            publication = self._publication(actor, span.source)
            yield f"{'uncertain: ' * span.uncertain}{dates}{f'; {_citation(publication)}' if publication else ''}"
        yield from (f"{each.scheme}: {each.value}" for each in actor.ids if each.scheme != "wikidata")

    def _country(self, actor: Actor) -> str | None:
        state = actor if actor.type == "State" else self._records.get(actor.country or "")
        return _mapping()["countries"].get(state.id, state.label) if state else None

    def _addresses(self, actor: Actor) -> list[str]:
        seats = [*(link.id for link in actor.base if not link.uncertain), *([actor.capital] if actor.capital else [])]
        return [seat for seat in seats if _kind(self._records[seat])["end"] == "thing"]

    def _publication(self, actor: Actor, key: str | None) -> Publication | None:
        return self._publications.get(actor.file, {}).get(key or "")

    def _role(self, actor: Actor, name: str, role: Role) -> _Entity:
        body = self._records[role.body]
        if _kind(body).get("offices") and actor.type == "Person" and role.relation != "memberOf":
            return _tie(_mapping()["office"], name, (actor.id, self._post(body, role)), self._span(actor, role))
        tie = _tie_between(actor, body, role.relation)
        return _tie(tie, name, (actor.id, body.id), {"role": [role.title], **self._span(actor, role)})

    def _post(self, body: Actor, role: Role) -> str:
        """Return the id of the post, which all who held it share."""
        digest = hashlib.blake2b(f"{role.relation}.{role.title}".encode(), digest_size=6).hexdigest()
        name = f"{body.id}.post-{digest}"
        properties: _Properties = {
            "name": [f"{role.title}, {body.label}"],
            "organization": [body.id],
            "country": [self._country(body)],
            "keywords": [RELATIONS[role.relation].label],
        }
        self._posts.setdefault(name, _entity(name, "Position", properties))
        return name

    def _link(self, actor: Actor, name: str, field: str, link: Link) -> _Entity:
        tie = _tie_between(actor, self._records[link.id], field)
        word = _mapping()["ties"][field]["role"]
        return _tie(tie, name, (actor.id, link.id), {"role": [word], **self._span(actor, link)})

    def _span(self, actor: Actor, span: Span) -> _Properties:
        publication = self._publication(actor, span.source)
        return {
            "startDate": [span.since],
            "endDate": [span.until],
            "status": ["uncertain" if span.uncertain else None],
            "summary": [_citation(publication) if publication else None],
            "publisher": [publication.publisher if publication else None],
            "sourceUrl": [publication.url if publication else None],
        }
