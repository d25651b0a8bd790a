"""Whether an RDF view keeps to the ontology's SHACL shapes."""

from __future__ import annotations

import pyshacl
from rdflib import SH, XSD, Dataset, Graph, Literal
from rdflib.term import Node

from graph.ontology import ontology_graph, shapes_graph
from graph.sources import one_line

__all__ = ["shape_breaches"]


def shape_breaches(dataset: Dataset) -> list[str]:
    """Check a dataset, all its graphs as one, against the shapes.

    Returns
    -------
    list of str
        One line for each breach: node, property, what is wrong; empty where the data conforms.

    Examples
    --------
    >>> from graph.claims import ClaimSet
    >>> from graph.views.rdf import to_dataset
    >>> shape_breaches(to_dataset(ClaimSet()))
    []
    """
    data = Graph()
    for subject, predicate, value, _ in dataset.quads():
        data.add((subject, predicate, _plain(value)))
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes_graph(), ont_graph=ontology_graph())
    return sorted(_line(results, result) for result in results.objects(None, SH.result))


def _plain(value: Node) -> Node:
    # One term in RDF 1.1, two to rdflib: "x" and "x"^^xsd:string.
    return Literal(str(value)) if isinstance(value, Literal) and value.datatype == XSD.string else value


def _line(results: Graph, result: Node) -> str:
    parts = (results.value(result, part) for part in (SH.focusNode, SH.resultPath, SH.resultMessage))
    return one_line(": ".join(str(part) for part in parts if part is not None))
