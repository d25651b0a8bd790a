"""Derives the SHACL shapes of the RDF view from the ontology: `python -m graph.ontology.shapes` writes `shapes.ttl` anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rdflib import OWL, RDFS, XSD, Graph, Literal
from rdflib.collection import Collection
from rdflib.term import Node

from graph.ontology.loader import ENTITY_TYPES, LYG, RELATIONS, Relation, is_kind_of, ontology_graph

__all__ = ["shapes_text"]

_HEAD = """\
# Derived from ontology.ttl by `python -m graph.ontology.shapes`; change that file, not this one.
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix lyg: <https://w3id.org/libyagraph/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_FACETS: Mapping[Node, str] = {
    XSD.minInclusive: "sh:minInclusive",
    XSD.maxInclusive: "sh:maxInclusive",
    XSD.pattern: "sh:pattern",
}
_CLOSED_LISTS: Mapping[Node, Iterable[str]] = {OWL.Class: ENTITY_TYPES, OWL.ObjectProperty: RELATIONS}


def shapes_text() -> str:
    """Return the shapes as Turtle, the same text on every run.

    Examples
    --------
    >>> "lyg:ClaimShape a sh:NodeShape" in shapes_text()
    True
    """
    ontology = ontology_graph()
    classes = (_class_shape(ontology, name) for name in ("Claim", "Evidence", "Article"))
    return "\n".join([_HEAD, *classes, _entity_shape(), *map(_relation_shape, RELATIONS.values())])


def _shape(name: str, target: str, properties: Iterable[str]) -> str:
    lines = [f"lyg:{name}Shape a sh:NodeShape ;", f"    {target} ;"]
    return "\n".join([*lines, "    sh:property\n        " + " ,\n        ".join(properties) + " .", ""])


def _property(path: str, message: str, *constraints: str) -> str:
    return "[ " + " ; ".join([f"sh:path {path}", *constraints, f"sh:message {Literal(message).n3()}"]) + " ]"


def _class_shape(ontology: Graph, name: str) -> str:
    own = sorted(_turtle(ontology, prop) for prop in _properties_of(ontology, LYG[name]))
    properties = [_own_property(ontology, LYG[prop.removeprefix("lyg:")]) for prop in own]
    restrictions = sorted(_restrictions(ontology, LYG[name]))
    return _shape(name, f"sh:targetClass lyg:{name}", properties + restrictions)


def _turtle(ontology: Graph, node: Node) -> str:
    return node.n3(ontology.namespace_manager)


def _list(ontology: Graph, head: Node | None) -> list[Node]:
    return [member for member in Collection(ontology, head) if member is not None] if head is not None else []


def _properties_of(ontology: Graph, cls: Node) -> Iterator[Node]:
    for prop, domain in ontology.subject_objects(RDFS.domain):
        known = (prop, LYG.order, None) in ontology
        if not known and cls in (domain, *_list(ontology, ontology.value(domain, OWL.unionOf))):
            yield prop


def _own_property(ontology: Graph, prop: Node) -> str:
    required = (prop, LYG.required, None) in ontology
    constraints, what = _range(ontology, ontology.value(prop, RDFS.range))
    later = ontology.value(prop, LYG.notAfter)
    if later is not None:
        constraints.append(f"sh:lessThanOrEquals {_turtle(ontology, later)}")
        what += f", not after {_turtle(ontology, later)}"
    path = _turtle(ontology, prop)
    counts = ["sh:minCount 1", "sh:maxCount 1"] if required else ["sh:maxCount 1"]
    return _property(path, f"{path} must be {'exactly' if required else 'at most'} one {what}", *counts, *constraints)


def _range(ontology: Graph, target: Node | None) -> tuple[list[str], str]:
    if target is None:
        return ["sh:nodeKind sh:IRI"], "IRI"
    if target in _CLOSED_LISTS:
        names = " ".join(f"lyg:{name}" for name in _CLOSED_LISTS[target])
        return [f"sh:in ( {names} )"], "name that the ontology lists"
    if members := _list(ontology, ontology.value(target, OWL.oneOf)):
        return [f"sh:in ( {' '.join(_turtle(ontology, m) for m in members)} )"], "of " + ", ".join(map(str, members))
    if facets := _list(ontology, ontology.value(target, OWL.withRestrictions)):
        base = _turtle(ontology, ontology.value(target, OWL.onDatatype) or XSD.string)
        limits = [(_FACETS[p], o) for facet in facets for p, o in ontology.predicate_objects(facet) if p in _FACETS]
        said = ", ".join(f"{p.removeprefix('sh:')} {o}" for p, o in limits)
        return [f"sh:datatype {base}", *(f"{p} {_turtle(ontology, o)}" for p, o in limits)], f"{base} ({said})"
    kind = "datatype" if str(target).startswith(str(XSD)) else "class"
    return [f"sh:{kind} {_turtle(ontology, target)}"], _turtle(ontology, target)


def _restrictions(ontology: Graph, cls: Node) -> Iterator[str]:
    for rule in ontology.objects(cls, RDFS.subClassOf):
        prop = ontology.value(rule, OWL.onProperty)
        some, every = ontology.value(rule, OWL.someValuesFrom), ontology.value(rule, OWL.allValuesFrom)
        if prop is None:
            continue
        path = _turtle(ontology, prop)
        (constraint, *_), what = _range(ontology, some or every)
        if some is None:
            yield _property(path, f"{path} must be {what}", constraint)
        else:
            at_least = f"sh:qualifiedValueShape [ {constraint} ] ; sh:qualifiedMinCount 1"
            yield _property(path, f"{path} must name at least one {what}", at_least)


def _entity_shape() -> str:
    names = " ".join(f"lyg:{name}" for name in ENTITY_TYPES)
    properties = [
        _property("rdf:type", "must have a type that the ontology lists", "sh:minCount 1", f"sh:in ( {names} )"),
        _property("rdfs:label", "must have a label", "sh:minCount 1"),
    ]
    return _shape("Entity", "sh:targetObjectsOf lyg:subject , lyg:object", properties)


def _relation_shape(relation: Relation) -> str:
    sides = {"subject": relation.domain, "object": relation.range}
    properties = [_side(relation, side, allowed) for side, allowed in sides.items()]
    # The claims of a relation are reached from the relation itself, so that each claim meets its own relation's rule only.
    claims = f"[ sh:path [ sh:inversePath lyg:relation ] ;\n            sh:property {' , '.join(properties)} ]"
    return _shape(relation.name, f"sh:targetNode lyg:{relation.name}", [claims])


def _side(relation: Relation, side: str, allowed: tuple[str, ...]) -> str:
    names = [name for name in ENTITY_TYPES if any(is_kind_of(name, wider) for wider in allowed)]
    message = f"the {side} of lyg:{relation.name} must be of type {' or '.join(allowed)}"
    return _property(f"lyg:{side}Type", message, f"sh:in ( {' '.join(f'lyg:{name}' for name in names)} )")


if __name__ == "__main__":
    Path(__file__).with_name("shapes.ttl").write_text(shapes_text(), encoding="utf-8")
