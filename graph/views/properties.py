"""Which RDF property carries which field of a claim, and how its values are written and read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graph.claims.fields import Path
from graph.ontology import NAMESPACE
from graph.views import terms
from graph.views.iris import local_id

__all__ = ["CLAIM_PROPERTIES", "EVIDENCE_PROPERTIES", "Property"]


@dataclass(frozen=True, slots=True)
class Property:
    """One field in RDF: its path in the model, its property, and the two ways between value and term."""

    path: Path
    iri: str
    write: Callable[[Any], str]
    read: Callable[[str], object] = str


def _property(path: str, name: str, write: Callable[[Any], str] = terms.text, read: Callable[[str], object] = str) -> Property:
    return Property(tuple(path.split(".")), terms.name(name), write, read)


def _ontology_term(name: str) -> str:
    return terms.name(f"lyg:{name}")


def _ontology_name(iri: str) -> str:
    return iri.removeprefix(NAMESPACE)


def _span(span: tuple[int, int]) -> str:
    return f'"{span[0]}-{span[1]}"'


def _offsets(text: str) -> tuple[int, ...]:
    return tuple(int(offset) for offset in text.split("-"))


CLAIM_PROPERTIES = (
    _property("subject.id", "lyg:subject", terms.actor_node, local_id),
    _property("subject.label", "lyg:subjectLabel"),
    _property("subject.type", "lyg:subjectType", _ontology_term, _ontology_name),
    _property("subject.mention", "lyg:subjectMention"),
    _property("relation", "lyg:relation", _ontology_term, _ontology_name),
    _property("object.id", "lyg:object", terms.actor_node, local_id),
    _property("object.label", "lyg:objectLabel"),
    _property("object.type", "lyg:objectType", _ontology_term, _ontology_name),
    _property("object.mention", "lyg:objectMention"),
    _property("polarity", "lyg:polarity"),
    _property("modality", "lyg:modality"),
    _property("attributed_to.id", "lyg:attributedTo", terms.actor_node, local_id),
    _property("attributed_to.label", "lyg:attributedToLabel"),
    _property("attributed_to.text", "lyg:attributedToText"),
    _property("time.start", "lyg:timeStart", terms.date),
    _property("time.end", "lyg:timeEnd", terms.date),
    _property("time.granularity", "lyg:timeGranularity"),
    _property("time.source", "lyg:timeSource"),
    _property("role", "lyg:role"),
    _property("confidence", "lyg:confidence", terms.double),
    _property("rule", "lyg:rule"),
)

EVIDENCE_PROPERTIES = (
    _property("article", "prov:wasQuotedFrom", terms.article_node, local_id),
    _property("evidence.sentence", "lyg:sentence"),
    _property("evidence.start", "lyg:start", terms.integer),
    _property("evidence.end", "lyg:end", terms.integer),
    _property("evidence.subject_span", "lyg:subjectSpan", _span, _offsets),
    _property("evidence.trigger_span", "lyg:triggerSpan", _span, _offsets),
    _property("evidence.object_span", "lyg:objectSpan", _span, _offsets),
    _property("evidence.url", "lyg:url", terms.url),
    _property("evidence.outlet", "lyg:outlet"),
    _property("evidence.date", "dcterms:date", terms.date),
)
