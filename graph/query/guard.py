"""What a query must not do: reach other machines, files or graphs that are not in the dataset."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyparsing import ParseResults
from rdflib import Dataset, Graph, URIRef
from rdflib.plugins.sparql.algebra import translatePrologue
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Prologue

from graph.query.errors import QueryError
from graph.query.syntax import normalize, parse
from graph.views.display import printable
from graph.views.rdf import PREFIXES

__all__ = ["CheckedQuery", "check_query"]


@dataclass(frozen=True, slots=True)
class CheckedQuery:
    """A query that may run.

    Attributes
    ----------
    text
        The query as it was checked; only this text may run.
    names_graphs
        Whether FROM clauses choose its graphs.
    """

    text: str
    names_graphs: bool


def check_query(sparql: str, dataset: Dataset) -> CheckedQuery:
    """Parse a query and refuse what must not run.

    Parameters
    ----------
    sparql
        A SELECT, ASK, CONSTRUCT or DESCRIBE query.
    dataset
        What it will run on.

    Raises
    ------
    QueryError
        When it is no query, calls SERVICE, or names a graph in FROM that the dataset does not hold.

    Examples
    --------
    >>> check_query("ASK { ?s ?p 'SERVICE' }", Dataset()).names_graphs
    False
    >>> check_query("ASK { SERVICE <http://example.org> { ?s ?p ?o } }", Dataset())
    Traceback (most recent call last):
    graph.query.errors.QueryError: query: SERVICE is refused: queries stay in this dataset
    """
    text = normalize(sparql)
    tree = parse(text)
    nodes = list(_nodes(tree))
    if any(node.name == "ServiceGraphPattern" for node in nodes):
        raise QueryError("SERVICE is refused: queries stay in this dataset")
    clauses = [node for node in nodes if node.name == "DatasetClause"]
    if clauses:
        prologue = translatePrologue(tree[0], None, dict(PREFIXES))
        for clause in clauses:
            _check_graph(clause, prologue, dataset)
    return CheckedQuery(text, bool(clauses))


def _nodes(tree: ParseResults) -> Iterator[CompValue]:
    waiting: list[Any] = [tree]
    while waiting:
        item = waiting.pop()
        if isinstance(item, CompValue):
            yield item
            waiting.extend(item.values())
        elif isinstance(item, list | tuple | ParseResults):
            waiting.extend(item)


def _check_graph(clause: CompValue, prologue: Prologue, dataset: Dataset) -> None:
    name = clause.default if clause.default is not None else clause.named
    if isinstance(name, CompValue) and (name.prefix or "") not in dict(prologue.namespace_manager.store.namespaces()):
        raise QueryError(f"prefix {name.prefix or ''!r} is not declared")
    iri = URIRef(str(prologue.absolutize(name)))
    if (None, None, None) not in Graph(dataset.store, iri):
        raise QueryError(f"FROM <{printable(iri)}> is refused: the dataset holds no such graph")
