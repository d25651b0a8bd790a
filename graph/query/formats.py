"""Writing answers: a table for people, the W3C result formats and Turtle for programs."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Mapping
from typing import cast

from rdflib import XSD, BNode, Literal, URIRef, Variable
from rdflib.plugins.sparql.results.jsonresults import JSONResultSerializer
from rdflib.plugins.sparql.results.xmlresults import XMLResultSerializer
from rdflib.query import Result as RdflibResult
from rdflib.query import ResultSerializer
from rdflib.term import Identifier
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.query.errors import QueryError
from graph.query.result import Result
from graph.views.display import ntriples_term, printable, spreadsheet_cell
from graph.views.rdf import PREFIXES

__all__ = ["RESULT_FORMATS", "format_result"]


def format_result(result: Result, fmt: str) -> str:
    r"""Write an answer as text.

    Parameters
    ----------
    result
        From `run_query`.
    fmt
        table, json, csv, tsv, xml (the W3C formats for SELECT and ASK) or turtle (for CONSTRUCT and DESCRIBE). The triples of a
        graph are rows in every format but turtle. In csv, text that a spreadsheet would take for a formula gets a leading
        apostrophe; json, xml and tsv keep it as it is.

    Raises
    ------
    QueryError
        When there is no such format, or turtle is asked for an answer that is no graph.

    Examples
    --------
    >>> format_result(Result(("n",), ((Literal(3),),)), "tsv")
    '?n\n"3"^^<http://www.w3.org/2001/XMLSchema#integer>\n'
    """
    if fmt not in RESULT_FORMATS:
        raise QueryError(f"no result format {fmt!r}: use one of {', '.join(RESULT_FORMATS)}")
    return RESULT_FORMATS[fmt](result)


def _table(result: Result) -> str:
    if result.answer is not None:
        return "yes\n" if result.answer else "no\n"
    table = Table()
    for name in result.variables:
        table.add_column(Text(name), overflow="fold")
    for row in result.rows:
        table.add_row(*(Text(_short(value)) for value in row))
    console = Console(file=io.StringIO(), width=max(shutil.get_terminal_size((120, 24)).columns, 60), color_system=None)
    console.print(table)
    console.print(_summary(result))
    return cast("io.StringIO", console.file).getvalue()


def _summary(result: Result) -> str:
    unit = "triple" if result.graph is not None else "row"
    count = f"{len(result.rows)} {unit}{'' if len(result.rows) == 1 else 's'}"
    return f"first {count}; there are more" if result.truncated else count


def _short(value: Identifier | None) -> str:
    if value is None:
        return ""
    if isinstance(value, URIRef):
        for prefix, namespace in PREFIXES.items():
            if value.startswith(namespace):
                return printable(f"{prefix}:{value.removeprefix(namespace)}")
    return printable(str(value))


def _csv(result: Result) -> str:
    if result.answer is not None:
        return _boolean(result)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(result.variables)
    writer.writerows([_cell(value) for value in row] for row in result.rows)
    return out.getvalue()


def _cell(value: Identifier | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Literal) and value.datatype not in (None, XSD.string):
        return printable(str(value))
    if isinstance(value, BNode):
        return value.n3()
    return spreadsheet_cell(str(value))


def _tsv(result: Result) -> str:
    if result.answer is not None:
        return _boolean(result)
    lines = ["\t".join(f"?{name}" for name in result.variables)]
    lines += ["\t".join(map(_term, row)) for row in result.rows]
    return "\n".join(lines) + "\n"


def _boolean(result: Result) -> str:
    return "true\n" if result.answer else "false\n"


def _term(value: Identifier | None) -> str:
    return "" if value is None else ntriples_term(value).replace("\t", "\\t")


def _serialized(result: Result, serializer: type[ResultSerializer], clean: Callable[[str], str]) -> str:
    answer = RdflibResult("SELECT" if result.answer is None else "ASK")
    answer.askAnswer = result.answer
    answer.vars = [Variable(name) for name in result.variables]
    answer.bindings = [
        {name: _cleaned(value, clean) for name, value in zip(answer.vars, row, strict=True) if value is not None}
        for row in result.rows
    ]
    out = io.BytesIO()
    serializer(answer).serialize(out, encoding="utf-8")
    return out.getvalue().decode()


def _cleaned(value: Identifier, clean: Callable[[str], str]) -> Identifier:
    if isinstance(value, Literal):
        return Literal(clean(str(value)), lang=value.language, datatype=value.datatype, normalize=False)
    return value


def _json(result: Result) -> str:
    return _serialized(result, JSONResultSerializer, str) + "\n"


def _xml(result: Result) -> str:
    return _serialized(result, XMLResultSerializer, printable)


def _turtle(result: Result) -> str:
    if result.graph is None:
        raise QueryError("turtle is for CONSTRUCT and DESCRIBE; use table, json, csv, tsv or xml")
    return result.graph.serialize(format="turtle")


RESULT_FORMATS: Mapping[str, Callable[[Result], str]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "tsv": _tsv,
    "xml": _xml,
    "turtle": _turtle,
}
