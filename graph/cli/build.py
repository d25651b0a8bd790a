"""`libyagraph build`: articles to a graph."""

from __future__ import annotations

import shlex
from collections import Counter
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.api import BuildReport
from graph.api import build as build_graph
from graph.claims.clusters import DECISIONS_FILE
from graph.cli.console import fail_if_any, progress_bar, say_skipped, with_exit_codes
from graph.cli.options import AboutLibya, Jobs, MinConfidence, Model, Paths
from graph.extraction import LEAST_CONFIDENCE
from graph.sources import one_line

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph build articles/ --out graph --jobs 2"
_TOP_RELATIONS = 8


@with_exit_codes
def command(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder to write; an earlier build in it is replaced.")],
    *,
    engine: Annotated[
        Literal["local", "dask"], typer.Option(help="Where to extract: on this machine, or on a Dask cluster.")
    ] = "local",
    jobs: Jobs = 1,
    model: Model = None,
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=f"Where people decide which names are one actor. Default: DIR/{DECISIONS_FILE}."),
    ] = None,
    about_libya: AboutLibya = False,
    min_confidence: MinConfidence = LEAST_CONFIDENCE,
) -> None:
    """Read articles and write the graph of their claims: the record, and exports for Gephi, spreadsheets and triple stores."""
    with progress_bar("Reading articles") as progress:
        report = build_graph(
            paths,
            out,
            engine=engine,
            jobs=jobs,
            model=model,
            progress=progress,
            decisions=decisions,
            about_libya=about_libya,
            min_confidence=min_confidence,
        )
    if about_libya:
        say_skipped(report.skipped)
    console = Console()
    console.print(_summary(report))
    if report.claims.notice:
        console.print(Text(f"Notice: {one_line(report.claims.notice)}", style="italic"), soft_wrap=True)
    console.print("Try next:")
    for line in _suggestions(report):
        console.print(Text(f"  {line}"), soft_wrap=True)
    fail_if_any(report.errors)


def _summary(report: BuildReport) -> Table:
    claims = report.claims
    relations = Counter(claim.relation for claim in claims)
    table = Table(title=Text(f"Graph in {one_line(str(report.out))}"), show_header=False, title_justify="left")
    table.add_row("articles", str(len(claims.articles)))
    if report.skipped:
        table.add_row("articles skipped", f"{report.skipped}, not about Libya")
    table.add_row("claims", f"{len(claims)}, {sum(claim.polarity == 'negated' for claim in claims)} of them negated")
    table.add_row("actors and places", str(len(claims.entities())))
    if report.merged:
        table.add_row("names joined", f"{report.merged}, to other spellings or as decided")
    if report.questions:
        table.add_row("names to decide", f"{report.questions}, see below")
    table.add_row("relations", ", ".join(f"{name} {count}" for name, count in relations.most_common(_TOP_RELATIONS)))
    table.add_row("files", ", ".join(path.name for path in report.files))
    return table


def _suggestions(report: BuildReport) -> list[str]:
    folder = shlex.quote(str(report.out))
    sparql = "SELECT ?who ?whom { ?a lyg:backs ?b . ?a rdfs:label ?who . ?b rdfs:label ?whom }"
    beside = report.decisions.parent == report.out and report.decisions.name == DECISIONS_FILE
    review = f"libyagraph actors review {folder if beside else shlex.quote(str(report.decisions))}"
    return [
        *([review] if report.questions else []),
        f"libyagraph query {folder} '{sparql}'",
        f"libyagraph export {folder} --format gexf --relation fights --out fights.gexf",
        f"libyagraph validate {folder}",
    ]
