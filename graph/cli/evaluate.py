"""`libyagraph evaluate`: claims against gold."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from graph.api import evaluate as evaluate_claims
from graph.cli.console import with_exit_codes
from graph.cli.options import Jobs, Model
from graph.evaluation import Evaluation, Fault, Score
from graph.sources import one_line

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph evaluate data/gold/wire-1.jsonl --errors"


@with_exit_codes
def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Articles with the claims a careful reader finds.")],
    predicted: Annotated[
        Path | None,
        typer.Argument(metavar="[PREDICTED.jsonl]", help="Claim lines; without them, the gold articles are read now."),
    ] = None,
    *,
    errors: Annotated[bool, typer.Option("--errors", help="List each wrong and each missed claim.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    jobs: Jobs = 1,
    model: Model = None,
) -> None:
    """Score claims against gold: precision, recall and F1 over all, and counts for each relation."""
    result = evaluate_claims(gold, predicted, model=model, jobs=jobs)
    if as_json:
        typer.echo(json.dumps({"articles": result.articles, "strict": asdict(result.strict), "pair": asdict(result.pair)}))
        return
    for line in _figures(result):
        typer.echo(line)
    for fault in result.faults if errors else ():
        typer.echo(_fault(fault))


def _figures(result: Evaluation) -> list[str]:
    counts = f"({result.strict.predicted} predicted, {result.strict.required} required)"
    lines = [f"articles {result.articles}", f"strict  {_rates(result.strict)}   {counts}", f"pair    {_rates(result.pair)}"]
    for name, tally in sorted(result.relations.items(), key=lambda item: -item[1].wanted):
        found = f"found {tally.found:4d} of {tally.wanted:4d}"
        lines.append(f"  {one_line(name):14s} right {tally.right:4d}  wrong {tally.wrong:4d}  {found}")
    return lines


def _rates(figures: Score) -> str:
    return f"P {figures.precision:.3f}  R {figures.recall:.3f}  F1 {figures.f1:.3f}"


def _fault(fault: Fault) -> str:
    return " | ".join(one_line(str(part)) for part in asdict(fault).values())
