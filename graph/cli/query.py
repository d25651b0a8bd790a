"""`libyagraph query`: SPARQL over a built graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.api import KnowledgeGraph
from graph.cli.console import WrongUsageError, with_exit_codes
from graph.cli.options import GraphFolder
from graph.query import RESULT_FORMATS, format_result
from graph.sources import read_text

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph query graph 'SELECT ?name { ?a lyg:backs [] . ?a rdfs:label ?name }' --format csv"


@with_exit_codes
def command(
    folder: GraphFolder,
    sparql: Annotated[
        str | None, typer.Argument(metavar="[SPARQL]", help="The query; lyg:, rdfs: and the like are declared.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", metavar="Q.rq", help="Read the query from a file.")] = None,
    fmt: Annotated[str, typer.Option("--format", help=f"One of {', '.join(RESULT_FORMATS)}.")] = "table",
    limit: Annotated[int | None, typer.Option(min=1, help="Most rows to print.")] = None,
) -> None:
    """Answer a SPARQL question: direct triples (?a lyg:backs ?b), and the claims behind them with their evidence."""
    if (sparql is None) == (file is None):
        raise WrongUsageError("give the query either as an argument or with --file")
    if fmt not in RESULT_FORMATS:
        raise WrongUsageError(f"no format {fmt!r}: use one of {', '.join(RESULT_FORMATS)}")
    graph = KnowledgeGraph.load(folder)
    result = graph.query(read_text(file) if file else sparql or "", limit=limit)
    typer.echo(format_result(result, fmt), nl=False)
