"""`libyagraph extract`: articles to claim lines, or to the reasons for them."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console

from graph.api import Explanation, explain, extract_each
from graph.claims import write_jsonl
from graph.claims.atomic import replacing
from graph.cli.console import WrongUsageError, fail_if_any, progress_bar, say_skipped, with_exit_codes
from graph.cli.explanations import as_json, as_text
from graph.cli.options import AboutLibya, Date, Jobs, MinConfidence, Model, Paths
from graph.extraction import LEAST_CONFIDENCE, concerns_libya
from graph.model import Article, Claim
from graph.sources import Sources
from graph.sources.dateline import find_dateline

__all__ = ["EXAMPLE", "command"]

EXAMPLE = (
    "Example: libyagraph extract article.txt | head -1. "
    "Example: echo 'Cairo supports, like Haftar, elections.' | libyagraph extract --explain --date 2019-04-09 -"
)
_STANDARD_INPUT = Path("-")


@with_exit_codes
def command(
    paths: Paths,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="File to write instead of standard output.")
    ] = None,
    explained: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Print for each sentence its parse, its mentions, its claims with the pattern that fired, and for each pair of "
            "actors without a claim the pattern that came nearest: its row in graph/extraction/relations, and what it lacked. "
            "PATH - reads a text from standard input.",
        ),
    ] = False,
    json_lines: Annotated[bool, typer.Option("--json", help="With --explain: as JSON, one sentence a line.")] = False,
    date: Date = None,
    jobs: Jobs = 1,
    model: Model = None,
    about_libya: AboutLibya = False,
    min_confidence: MinConfidence = LEAST_CONFIDENCE,
) -> None:
    """Print the claims of articles, one a line as JSON, as soon as each article is read; with --explain why they were made."""
    _check(paths, explained=explained, dated=date is not None, jobs=jobs)
    if explained:
        _explain(paths, out, date, model, json_lines=json_lines)
    else:
        sources = Sources(paths, wanted=concerns_libya if about_libya else None)
        _extract(sources, out, jobs, model, min_confidence)
        if about_libya:
            say_skipped(sources.skipped)
        fail_if_any(sources.errors)


def _check(paths: list[Path], *, explained: bool, dated: bool, jobs: int) -> None:
    """Refuse options that do not go together."""
    piped = _STANDARD_INPUT in paths
    if explained and jobs > 1:
        raise WrongUsageError("--explain reads in one process: leave --jobs away")
    if piped and not (explained and len(paths) == 1):
        raise WrongUsageError("a text on standard input (PATH -) goes with --explain, and with no other PATH")
    if dated and not piped:
        raise WrongUsageError("--date is for a text on standard input (PATH -); files have theirs from metadata or dateline")


def _extract(sources: Sources, out: Path | None, jobs: int, model: str | None, min_confidence: float) -> None:
    with progress_bar("Reading articles") as progress:
        extracted = extract_each(sources, model=model, jobs=jobs, progress=progress, min_confidence=min_confidence)
        claims = (claim for _, found in extracted for claim in found)
        if out:
            write_jsonl(claims, out)
        else:
            _print(claims)


def _print(claims: Iterator[Claim]) -> None:
    for claim in claims:
        typer.echo(claim.model_dump_json())


def _explain(paths: list[Path], out: Path | None, date: dt.date | None, model: str | None, *, json_lines: bool) -> None:
    source = _from_standard_input(date) if paths == [_STANDARD_INPUT] else Sources(paths)
    with _opened(out) as stream:
        _show(explain(source, model=model), stream, json_lines=json_lines)
    if isinstance(source, Sources):
        fail_if_any(source.errors)


def _from_standard_input(date: dt.date | None) -> Article:
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    text = sys.stdin.read()
    if not text.strip():
        raise WrongUsageError("there is no text on standard input")
    return Article(id="stdin", text=text, date=date or find_dateline(text))


@contextmanager
def _opened(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    with replacing(out) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


def _show(explanations: Iterable[Explanation], stream: TextIO, *, json_lines: bool) -> None:
    console = Console(file=stream)
    for told in explanations:
        if json_lines:
            typer.echo(as_json(told), file=stream)
        else:
            for line in as_text(told):
                console.print(line, soft_wrap=True)
