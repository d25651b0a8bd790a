"""`libyagraph export`: a built graph, or a part of it, in another format."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from graph.api import KnowledgeGraph
from graph.cli.console import WrongUsageError, with_exit_codes
from graph.cli.options import GraphFolder, check_relations, day
from graph.export import EXPORTERS
from graph.export import export as export_claims

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph export graph --format gexf --out 2019.gexf --from 2019-01-01 --to 2019-12-31 --relation backs"

_Day = dt.date | None


@with_exit_codes
def command(
    folder: GraphFolder,
    *,
    fmt: Annotated[str, typer.Option("--format", metavar="NAME", help=f"One of {', '.join(EXPORTERS)}.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="File to write; for csv, a folder.")],
    at: Annotated[_Day, typer.Option("--at", parser=day, metavar="YYYY-MM-DD", help="Only what held on this day.")] = None,
    since: Annotated[
        _Day, typer.Option("--from", parser=day, metavar="YYYY-MM-DD", help="Only what held on or after this day.")
    ] = None,
    until: Annotated[
        _Day, typer.Option("--to", parser=day, metavar="YYYY-MM-DD", help="Only what held on or before this day.")
    ] = None,
    relation: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only this relation; may be repeated.")] = None,
    min_confidence: Annotated[
        float | None, typer.Option(min=0, max=1, help="Only claims at least this sure, between 0 and 1.")
    ] = None,
) -> None:
    """Write a graph, or the part of it that the options choose, in one of the export formats."""
    _check_format(fmt)
    check_relations(relation or ())
    _check_days(at, since, until)
    claims = KnowledgeGraph.load(folder).claims
    chosen = claims.filter(relation=relation or None, since=at or since, until=at or until, min_confidence=min_confidence)
    export_claims(chosen, fmt, out)


def _check_format(name: str) -> None:
    if name not in EXPORTERS:
        raise WrongUsageError(f"no export format {name!r}: use one of {', '.join(EXPORTERS)}")


def _check_days(at: _Day, since: _Day, until: _Day) -> None:
    if at and (since or until):
        raise WrongUsageError("give either --at, or --from and --to")
    if since and until and since > until:
        raise WrongUsageError(f"--from {since} is later than --to {until}")
