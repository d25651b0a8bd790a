"""The actor base as Turtle: SKOS concepts with W3C ORG for bodies and offices, OWL-Time for dates, Dublin Core for publications.

A plain triple (`org:subOrganizationOf`, `org:hasSite`) says that something held at some time. Its dates and its publication are
those of a node of its own, an `rdf:Statement`. An office is an `org:Membership`; a succession is an `org:ChangeEvent`, since
`prov:wasDerivedFrom` could bear no date. The ontology's relations are not used: they are for what articles say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

from rdflib import DCTERMS, FOAF, ORG, OWL, RDF, RDFS, SKOS, TIME, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from graph.actors import Actor, ActorBase
from graph.actors.records import Identifier, Link, Phrase, Publication, Role, Span
from graph.export.actors.facts import named_facts
from graph.ontology import NAMESPACE
from graph.views.iris import BASE, PREFIXES, actor_iri

__all__ = ["write_skos"]

Triple = tuple[Node, Node, Node]

_LYG = Namespace(NAMESPACE)
_GEO = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
_SKOSXL = Namespace("http://www.w3.org/2008/05/skos-xl#")
_WIKIDATA = Namespace("http://www.wikidata.org/entity/")
_SCHEME = URIRef(f"{BASE}actors")
_OWN = {kind: f"{BASE}{kind}/" for kind in ("fact", "role", "publication")}
_OTHERS = {"geo": _GEO, "skosxl": _SKOSXL, "time": TIME, "wd": _WIKIDATA}
_GENERAL: Mapping[str, Node] = {"Person": FOAF.Person, "Place": _GEO.SpatialThing}
_LINKS: Mapping[str, Node] = {"base": ORG.hasSite, "partOf": ORG.subOrganizationOf}
_DATES = {4: (TIME.inXSDgYear, XSD.gYear), 7: (TIME.inXSDgYearMonth, XSD.gYearMonth), 10: (TIME.inXSDDate, XSD.date)}


def write_skos(actors: ActorBase, path: Path) -> None:
    """Write every record and every publication of the base."""
    graph = Graph()
    for prefix, namespace in {**PREFIXES, **_OWN, **_OTHERS}.items():
        graph.bind(prefix, namespace, replace=True)
    for triple in _triples(actors):
        graph.add(triple)
    graph.serialize(str(path), format="turtle", encoding="utf-8")


def _triples(actors: ActorBase) -> Iterator[Triple]:
    yield from _scheme()
    for actor in actors:
        node = URIRef(actor_iri(actor.id))
        yield from _concept(actor, node)
        yield from _names(actor, node)
        yield from _ties(actor, node)
        yield from _identifiers(actor, node)
        for name, field, span in named_facts(actor):
            yield from _fact(actor, node, _iri("fact", name), field, span)
    for file, rows in actors.publications.items():
        for key, publication in rows.items():
            yield from _publication(_publication_iri(file, key), publication)


def _iri(kind: str, identifier: str) -> URIRef:
    return URIRef(_OWN[kind] + quote(identifier, safe=""))


def _publication_iri(file: str, key: str) -> URIRef:
    return _iri("publication", f"{file}.{key}")


def _english(text: str) -> Literal:
    return Literal(text, lang="en")


def _scheme() -> Iterator[Triple]:
    yield _SCHEME, RDF.type, SKOS.ConceptScheme
    yield _SCHEME, SKOS.prefLabel, _english("Actors of the Libya conflict")
    yield _LYG.cameoCode, RDF.type, RDFS.Datatype
    yield _LYG.cameoCode, RDFS.label, _english("code in the CAMEO actor dictionaries")
    yield _LYG.uncertain, RDF.type, OWL.DatatypeProperty
    yield _LYG.uncertain, RDFS.label, _english("whether the sources leave the fact or its dates uncertain")
    yield _LYG.uncertain, RDFS.range, XSD.boolean


def _concept(actor: Actor, node: URIRef) -> Iterator[Triple]:
    yield node, RDF.type, SKOS.Concept
    yield node, RDF.type, _LYG[actor.type]
    yield node, RDF.type, _GENERAL.get(actor.type, ORG.Organization)
    yield node, SKOS.inScheme, _SCHEME
    yield node, SKOS.definition, _english(actor.description)
    checked = [*actor.sources, *(part.source for part in (actor.coordinates, actor.cameo) if part)]
    yield from ((node, DCTERMS.source, _publication_iri(actor.file, key)) for key in checked)


def _names(actor: Actor, node: URIRef) -> Iterator[Triple]:
    """Yield the labels, each of one kind only, as SKOS asks."""
    shown = dict.fromkeys((actor.label, *actor.aliases, *actor.short, *actor.acronyms))
    hidden = dict.fromkeys((*actor.adjectives, *actor.demonyms, *actor.metonyms))
    yield node, SKOS.prefLabel, _english(actor.label)
    yield from ((node, SKOS.altLabel, _english(text)) for text in shown if text != actor.label)
    yield from ((node, SKOS.hiddenLabel, _english(text)) for text in hidden if text not in shown)
    for language, texts in actor.names:
        yield from ((node, SKOS.altLabel, Literal(text, lang=language)) for text in texts)


def _ties(actor: Actor, node: URIRef) -> Iterator[Triple]:
    ties = ((DCTERMS.spatial, actor.country), (ORG.hasPrimarySite, actor.capital), (SKOS.broader, actor.parent))
    yield from ((node, predicate, URIRef(actor_iri(other))) for predicate, other in ties if other)
    if actor.gender:
        yield node, FOAF.gender, Literal(actor.gender)
    if actor.coordinates:
        yield node, _GEO.lat, Literal(Decimal(str(actor.coordinates.lat)))
        yield node, _GEO.long, Literal(Decimal(str(actor.coordinates.lon)))
    if actor.cameo:
        yield node, SKOS.notation, Literal(actor.cameo.code, datatype=_LYG.cameoCode)


def _identifiers(actor: Actor, node: URIRef) -> Iterator[Triple]:
    for number, identifier in enumerate(actor.ids, 1):
        predicate, value = _identifier(identifier)
        yield node, predicate, value
        fact = _iri("fact", f"{actor.id}.ids-{number}")
        yield from _statement(fact, node, predicate, value)
        yield fact, DCTERMS.source, _publication_iri(actor.file, identifier.source)


def _identifier(identifier: Identifier) -> tuple[Node, Node]:
    if identifier.scheme == "wikidata":
        return OWL.sameAs, _WIKIDATA[quote(identifier.value, safe="")]
    return DCTERMS.identifier, Literal(f"{identifier.scheme}:{identifier.value}")


def _statement(fact: URIRef, subject: Node, predicate: Node, value: Node) -> Iterator[Triple]:
    yield fact, RDF.type, RDF.Statement
    yield fact, RDF.subject, subject
    yield fact, RDF.predicate, predicate
    yield fact, RDF.object, value


def _fact(actor: Actor, node: URIRef, fact: URIRef, field: str, span: Span) -> Iterator[Triple]:
    match span:
        case Role():
            yield from _membership(node, fact, span)
        case Phrase():
            yield from _description(node, fact, span)
        case Link() if field == "predecessor":
            yield from _succession(node, fact, span)
        case Link():
            yield from _link(node, fact, _LINKS[field], span)
        case _:
            yield node, TIME.hasTime, fact
            yield from _interval(fact, span)
    if field != "exists" and (span.since or span.until):
        time = BNode()
        yield fact, ORG.memberDuring if isinstance(span, Role) else TIME.hasTime, time
        yield from _interval(time, span)
    if span.source:
        yield fact, DCTERMS.source, _publication_iri(actor.file, span.source)
    if span.uncertain:
        yield fact, _LYG.uncertain, Literal(True)


def _membership(node: URIRef, fact: URIRef, role: Role) -> Iterator[Triple]:
    post = _iri("role", f"{role.relation}.{role.title}")
    yield fact, RDF.type, ORG.Membership
    yield fact, ORG.member, node
    yield fact, ORG.organization, URIRef(actor_iri(role.body))
    yield fact, ORG.role, post
    yield post, RDF.type, ORG.Role
    yield post, SKOS.prefLabel, _english(role.title)
    yield post, ORG.roleProperty, _LYG[role.relation]


def _description(node: URIRef, fact: URIRef, phrase: Phrase) -> Iterator[Triple]:
    """Yield a label that is a node, since it means the actor for a time only."""
    yield node, _SKOSXL.hiddenLabel, fact
    yield fact, RDF.type, _SKOSXL.Label
    yield fact, _SKOSXL.literalForm, _english(phrase.text)


def _succession(node: URIRef, fact: URIRef, link: Link) -> Iterator[Triple]:
    yield node, ORG.resultedFrom, fact
    yield fact, RDF.type, ORG.ChangeEvent
    yield fact, ORG.originalOrganization, URIRef(actor_iri(link.id))
    yield fact, ORG.resultingOrganization, node


def _link(node: URIRef, fact: URIRef, predicate: Node, link: Link) -> Iterator[Triple]:
    other = URIRef(actor_iri(link.id))
    if not link.uncertain:
        yield node, predicate, other
    yield from _statement(fact, node, predicate, other)


def _interval(node: Node, span: Span) -> Iterator[Triple]:
    yield node, RDF.type, TIME.Interval
    for edge, text in ((TIME.hasBeginning, span.since), (TIME.hasEnd, span.until)):
        if text:
            instant = BNode()
            yield node, edge, instant
            yield instant, RDF.type, TIME.Instant
            predicate, datatype = _DATES[len(text)]
            yield instant, predicate, Literal(text, datatype=datatype)


def _publication(node: URIRef, publication: Publication) -> Iterator[Triple]:
    publisher = BNode()
    yield node, RDF.type, DCTERMS.BibliographicResource
    yield node, DCTERMS.title, Literal(publication.title)
    yield node, DCTERMS.publisher, publisher
    yield publisher, RDF.type, FOAF.Agent
    yield publisher, FOAF.name, Literal(publication.publisher)
    if publication.date:
        yield node, DCTERMS.date, Literal(publication.date, datatype=_DATES[len(publication.date)][1])
    if publication.url:
        yield node, DCTERMS.identifier, Literal(publication.url, datatype=XSD.anyURI)
