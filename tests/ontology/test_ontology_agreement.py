"""The ontology file, the code, the shapes and the record say the same."""

import json
from importlib.resources import files
from typing import get_args

from rdflib import OWL, RDF, RDFS, SH, Graph, Namespace
from rdflib.collection import Collection

from graph.claims.fields import claim_fields
from graph.claims.schema import SCHEMA_FILE
from graph.model import Granularity, Modality, Polarity, claim_schema
from graph.ontology import ENTITY_TYPES, NAMESPACE, RELATIONS, is_kind_of, shapes_graph
from graph.ontology.shapes import shapes_text
from graph.ontology.tables import tables_text
from graph.views.properties import CLAIM_PROPERTIES, EVIDENCE_PROPERTIES

LYG = Namespace(NAMESPACE)
PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def ontology():
    return Graph().parse(str(files("graph.ontology") / "ontology.ttl"))


def test_written_shapes_are_those_the_generator_gives():
    assert (files("graph.ontology") / "shapes.ttl").read_text(encoding="utf-8") == shapes_text()


def test_written_tables_are_those_the_generator_gives():
    written = (files("graph.ontology") / "README.md").read_text(encoding="utf-8")
    assert written == tables_text()
    assert {row.split()[1] for row in written.splitlines() if row.startswith("| ")} >= {*RELATIONS, *ENTITY_TYPES}


def test_published_schema_is_that_of_the_model():
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == claim_schema()


def test_schema_lists_every_relation_and_type_of_the_file():
    graph, schema = ontology(), json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    ordered = {str(s).removeprefix(NAMESPACE): (s, RDF.type, OWL.ObjectProperty) in graph for s in graph.subjects(LYG.order)}
    assert (
        set(schema["properties"]["relation"]["enum"])
        == {name for name, relation in ordered.items() if relation}
        == set(RELATIONS)
    )
    types = {name for name, relation in ordered.items() if not relation}
    assert set(schema["$defs"]["Participant"]["properties"]["type"]["enum"]) == types == set(ENTITY_TYPES)


def test_relations_use_plover_types_and_numeric_cameo_codes_only():
    used = {relation.plover for relation in RELATIONS.values()} - {None}
    assert used == PLOVER
    assert all(relation.cameo.isdigit() for relation in RELATIONS.values() if relation.cameo)
    assert all((relation.plover is None) == (relation.cameo is None) for relation in RELATIONS.values())


def test_domains_and_ranges_are_entity_types():
    named = {name for relation in RELATIONS.values() for name in (*relation.domain, *relation.range)}
    assert named <= set(ENTITY_TYPES)


def test_symmetric_relations_have_equal_sides_and_one_label():
    for relation in RELATIONS.values():
        if relation.symmetric:
            assert (relation.domain, relation.label) == (relation.range, relation.inverse_label)
        else:
            assert relation.label != relation.inverse_label


def closed_list(name):
    graph = ontology()
    return tuple(str(value) for value in Collection(graph, graph.value(graph.value(LYG[name], RDFS.range), OWL.oneOf)))


def test_closed_lists_of_model_and_ontology_agree():
    assert closed_list("polarity") == get_args(Polarity)
    assert closed_list("modality") == get_args(Modality)
    assert closed_list("timeGranularity") == get_args(Granularity)


def test_every_field_has_a_property_that_the_ontology_declares():
    graph, properties = ontology(), (*CLAIM_PROPERTIES, *EVIDENCE_PROPERTIES)
    assert {prop.path for prop in properties} == set(claim_fields()) - {("id",)}
    ours = [prop.iri[1:-1] for prop in properties if prop.iri.startswith(f"<{NAMESPACE}")]
    declared = {str(subject) for subject in graph.subjects(RDFS.domain)}
    assert set(ours) <= declared
    assert len(set(ours)) == len(ours)


def allowed(relation, side):
    shapes = shapes_graph()
    claims = shapes.value(LYG[f"{relation}Shape"], SH.property)
    (rule,) = (r for r in shapes.objects(claims, SH.property) if shapes.value(r, SH.path) == LYG[f"{side}Type"])
    return {str(name).removeprefix(NAMESPACE) for name in Collection(shapes, shapes.value(rule, SH["in"]))}


def test_shapes_allow_exactly_the_kinds_of_domain_and_range():
    for name, relation in RELATIONS.items():
        for side, wider in (("subject", relation.domain), ("object", relation.range)):
            assert allowed(name, side) == {kind for kind in ENTITY_TYPES if any(is_kind_of(kind, w) for w in wider)}
    assert allowed("basedIn", "object") == {"State", "Place"}
    assert allowed("leads", "subject") == {"Person"}
