"""`libyagraph extract`: articles to claim lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from graph.api import extract_each
from graph.claims import write_jsonl
from graph.cli.console import fail_if_any, progress_bar, say_skipped, with_exit_codes
from graph.cli.options import AboutLibya, Jobs, Model, Paths
from graph.extraction import concerns_libya
from graph.model import Claim
from graph.sources import Sources

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph extract article.txt | head -1"


@with_exit_codes
def command(
    paths: Paths,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="File to write instead of standard output.")
    ] = None,
    jobs: Jobs = 1,
    model: Model = None,
    about_libya: AboutLibya = False,
) -> None:
    """Print the claims of articles, one a line as JSON, as soon as each article is read."""
    sources = Sources(paths, wanted=concerns_libya if about_libya else None)
    with progress_bar("Reading articles") as progress:
        extracted = extract_each(sources, model=model, jobs=jobs, progress=progress)
        claims = (claim for _, found in extracted for claim in found)
        if out:
            write_jsonl(claims, out)
        else:
            _print(claims)
    if about_libya:
        say_skipped(sources.skipped)
    fail_if_any(sources.errors)


def _print(claims: Iterator[Claim]) -> None:
    for claim in claims:
        typer.echo(claim.model_dump_json())
