"""The answer to a query."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Graph
from rdflib.term import Identifier

__all__ = ["Result", "Row"]

Row = tuple[Identifier | None, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found.

    Attributes
    ----------
    variables, rows
        Of SELECT; None stands for an unbound variable. A graph has its triples here, as subject, predicate, object.
    answer
        Of ASK.
    graph
        Of CONSTRUCT and DESCRIBE.
    truncated
        Whether the limit cut rows or triples off.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    answer: bool | None = None
    graph: Graph | None = None
    truncated: bool = False
