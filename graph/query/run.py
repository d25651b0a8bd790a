"""Running a checked query."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import cast

from rdflib import Dataset, Graph
from rdflib.query import Result as RdflibResult
from rdflib.term import Identifier, Node

from graph.query.errors import QueryError
from graph.query.guard import check_query
from graph.query.result import Result, Row
from graph.query.syntax import syntax_error
from graph.views.display import plain_literal
from graph.views.rdf import PREFIXES

__all__ = ["run_query"]


def run_query(dataset: Dataset, sparql: str, *, limit: int | None = None) -> Result:
    """Answer a SPARQL query; the project's prefixes need no declaration.

    Parameters
    ----------
    dataset
        A dataset on Oxigraph, such as `to_dataset` gives. A query without FROM sees all its graphs as one.
    sparql
        A SELECT, ASK, CONSTRUCT or DESCRIBE query.
    limit
        Most rows or triples to return; all when None.

    Raises
    ------
    QueryError
        When the query is malformed, is refused (updates, SERVICE, FROM a graph that is not in the dataset) or fails.

    Examples
    --------
    >>> from graph.claims import ArticleInfo, ClaimSet
    >>> from graph.views.rdf import to_dataset
    >>> dataset = to_dataset(ClaimSet(articles=[ArticleInfo(id="a1")]))
    >>> run_query(dataset, "ASK { ?a a lyg:Article }").answer
    True
    """
    if limit is not None and limit < 0:
        raise QueryError(f"the row limit must not be negative: {limit}")
    query = check_query(sparql, dataset)
    # Told of a union, Oxigraph would ignore FROM.
    scope = "__FROM__" if query.names_graphs else "__UNION__"
    try:
        return _result(dataset.store.query(query.text, dict(PREFIXES), {}, scope), limit)
    except SyntaxError as error:
        raise syntax_error(query.text, error) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(str(error).splitlines()[0]) from error


def _result(found: RdflibResult, limit: int | None) -> Result:
    if found.type == "ASK":
        return Result(answer=found.askAnswer)
    if found.graph is not None:
        return _graph_result(found.graph, limit)
    rows, cut = _first((_row(each) for each in cast("Iterable[Row]", found)), limit)
    return Result(variables=tuple(str(variable) for variable in found.vars or ()), rows=rows, truncated=cut)


def _graph_result(graph: Graph, limit: int | None) -> Result:
    kept, cut = _first(sorted(map(_row, cast("Iterable[Row]", graph))), limit)
    answer = Graph()
    for prefix, namespace in PREFIXES.items():
        answer.bind(prefix, namespace)
    for triple in kept:
        answer.add(cast("tuple[Node, Node, Node]", triple))
    return Result(("subject", "predicate", "object"), kept, graph=answer, truncated=cut)


def _row(terms: Row) -> Row:
    return tuple(None if term is None else cast("Identifier", plain_literal(term)) for term in terms)


def _first(rows: Iterable[Row], limit: int | None) -> tuple[tuple[Row, ...], bool]:
    if limit is None:
        return tuple(rows), False
    kept = tuple(islice(rows, limit + 1))
    return kept[:limit], len(kept) > limit
