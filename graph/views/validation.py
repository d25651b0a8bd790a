"""Checking the RDF view against the SHACL shapes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pyshacl import validate as run_shacl
from rdflib import RDF, RDFS, SH, Dataset, Graph, Namespace
from rdflib.term import Node

from graph.ontology import NAMESPACE, shapes_graph
from graph.sources import one_line
from graph.views.display import plain_literal
from graph.views.iris import PREFIXES

__all__ = ["validate"]

_LYG = Namespace(NAMESPACE)
_GRAPHS_AT_ONCE = 200
_LONGEST_VALUE = 80


def validate(dataset: Dataset) -> list[str]:
    """List what in a dataset breaks the shapes that are derived from the ontology.

    Parameters
    ----------
    dataset
        A dataset such as `to_dataset` makes; read in groups of named graphs, so that a large one needs little memory.

    Returns
    -------
    list of str
        One line a breach, sorted: the node, what must hold, what was found. Empty when all is well.

    Examples
    --------
    >>> from graph.claims import ClaimSet
    >>> from graph.views import to_dataset
    >>> validate(to_dataset(ClaimSet()))
    []
    """
    graphs = iter(dataset.graphs())
    breaches: set[str] = set()
    while group := list(islice(graphs, _GRAPHS_AT_ONCE)):
        breaches.update(_breaches(_data(group, dataset.default_graph)))
    return sorted(breaches)


def _data(group: list[Graph], default: Graph) -> Graph:
    data = Graph()
    for graph in group:
        for subject, predicate, value in graph:
            data.add((subject, predicate, plain_literal(value)))
    for entity in {*data.objects(None, _LYG.subject), *data.objects(None, _LYG.object)}:
        for predicate in (RDF.type, RDFS.label):
            for value in default.objects(entity, predicate):
                data.add((entity, predicate, plain_literal(value)))
    return data


def _breaches(data: Graph) -> Iterator[str]:
    _, report, _ = run_shacl(data, shacl_graph=shapes_graph(), inplace=True)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, message = report.value(result, SH.focusNode), report.value(result, SH.resultMessage)
        value = report.value(result, SH.value)
        found = "" if value is None else f", found {_shown(value)}"
        yield f"{_shown(focus)}: {message}{found}"


def _shown(node: Node | None) -> str:
    text = one_line(str(node))
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
