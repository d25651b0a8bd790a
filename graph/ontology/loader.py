"""Loads entity types and relations from the Turtle files beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from graph.datafiles import DataFileError, package_file

__all__ = [
    "ENTITY_TYPES",
    "NAMESPACE",
    "RELATIONS",
    "EntityType",
    "Relation",
    "is_kind_of",
    "ontology_graph",
    "shapes_graph",
]

NAMESPACE = "https://w3id.org/libyagraph/ontology#"
LYG = Namespace(NAMESPACE)


@dataclass(frozen=True, slots=True)
class EntityType:
    """A kind of entity.

    Attributes
    ----------
    name, label, definition
        As in the ontology.
    parents
        Names of all wider types, nearest first.
    """

    name: str
    label: str
    definition: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between a subject and an object.

    Attributes
    ----------
    name, label, inverse_label, definition
        As in the ontology; `inverse_label` equals `label` for symmetric relations.
    symmetric
        Stored once, read both ways.
    domain, range
        Names of the entity types allowed as subject and as object.
    plover, cameo
        PLOVER event type and CAMEO root or code; None where the code books have none.
    family
        support, opposition, violence, aid, diplomacy, structure or territory.
    """

    name: str
    label: str
    inverse_label: str
    definition: str
    symmetric: bool
    domain: tuple[str, ...]
    range: tuple[str, ...]
    plover: str | None
    cameo: str | None
    family: str


@cache
def ontology_graph() -> Graph:
    """Parse `ontology.ttl` once and return it; callers must not change it."""
    return _parse("ontology.ttl")


@cache
def shapes_graph() -> Graph:
    """Parse the SHACL shapes `shapes.ttl` once and return them; callers must not change them."""
    return _parse("shapes.ttl")


def _parse(name: str) -> Graph:
    source = package_file("graph.ontology", name)
    return Graph().parse(data=source.read_text(encoding="utf-8"), format="turtle")


def _local(node: Node) -> str:
    return str(node).removeprefix(NAMESPACE)


def _text(graph: Graph, subject: Node, predicate: URIRef) -> str | None:
    value = graph.value(subject, predicate)
    return None if value is None else str(value)


def _needed(graph: Graph, subject: Node, predicate: URIRef) -> str:
    value = _text(graph, subject, predicate)
    if value is None:
        raise DataFileError(f"ontology.ttl: {_local(subject)}: {_local(predicate)} is missing")
    return value


def _ordered(graph: Graph, kind: URIRef) -> list[URIRef]:
    found = [s for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef) and (s, LYG.order, None) in graph]
    return sorted(found, key=lambda s: int(_needed(graph, s, LYG.order)))


def _wider(graph: Graph, cls: Node) -> tuple[str, ...]:
    supers = graph.transitive_objects(cls, RDFS.subClassOf)
    return tuple(_local(s) for s in supers if s is not None and s != cls and str(s).startswith(NAMESPACE))


def _members(graph: Graph, relation: URIRef, predicate: URIRef) -> tuple[str, ...]:
    target = graph.value(relation, predicate)
    if target is None:
        raise DataFileError(f"ontology.ttl: {_local(relation)}: {predicate.fragment} is missing")
    union = graph.value(target, OWL.unionOf)
    return tuple(_local(m) for m in Collection(graph, union) if m is not None) if union is not None else (_local(target),)


def _entity_type(graph: Graph, cls: URIRef) -> EntityType:
    return EntityType(_local(cls), _needed(graph, cls, RDFS.label), _needed(graph, cls, SKOS.definition), _wider(graph, cls))


def _relation(graph: Graph, prop: URIRef) -> Relation:
    label = _needed(graph, prop, RDFS.label)
    return Relation(
        name=_local(prop),
        label=label,
        inverse_label=_text(graph, prop, LYG.inverseLabel) or label,
        definition=_needed(graph, prop, SKOS.definition),
        symmetric=(prop, RDF.type, OWL.SymmetricProperty) in graph,
        domain=_members(graph, prop, RDFS.domain),
        range=_members(graph, prop, RDFS.range),
        plover=_text(graph, prop, LYG.ploverType),
        cameo=_text(graph, prop, LYG.cameoRoot),
        family=_needed(graph, prop, LYG.family),
    )


def _entity_types(graph: Graph) -> Mapping[str, EntityType]:
    return MappingProxyType({_local(c): _entity_type(graph, c) for c in _ordered(graph, OWL.Class)})


def _relations(graph: Graph) -> Mapping[str, Relation]:
    return MappingProxyType({_local(p): _relation(graph, p) for p in _ordered(graph, OWL.ObjectProperty)})


ENTITY_TYPES: Mapping[str, EntityType] = _entity_types(ontology_graph())
RELATIONS: Mapping[str, Relation] = _relations(ontology_graph())


def is_kind_of(name: str, wider: str) -> bool:
    """Tell whether entity type `name` is `wider` or a kind of it.

    Raises
    ------
    KeyError
        When the ontology has no type `name`.

    Examples
    --------
    >>> is_kind_of("State", "Place"), is_kind_of("Person", "Place")
    (True, False)
    """
    return name == wider or wider in ENTITY_TYPES[name].parents
