"""`libyagraph evaluate`: claims against gold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from graph.api import evaluate as evaluate_claims
from graph.cli.console import WrongUsageError, with_exit_codes
from graph.cli.figures import compared, fault_line, figures
from graph.cli.options import Jobs, Model, check_relations
from graph.evaluation import Evaluation, Fault, compare, open_gold, save_reliability
from graph.evaluation.records import record_of, record_of_comparison
from graph.evaluation.reliability import PICTURE_SUFFIXES

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph evaluate data/gold/wire-1.jsonl --errors"


@with_exit_codes
def command(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="Articles with the claims a careful reader finds (.jsonl), or passages (.yaml)."),
    ],
    predicted: Annotated[
        Path | None,
        typer.Argument(metavar="[PREDICTED.jsonl]", help="Claim lines; without them, the gold articles are read now."),
    ] = None,
    *,
    against: Annotated[
        Path | None, typer.Option(metavar="OTHER.jsonl", help="Claim lines of another run, to compare with.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each wrong and each missed claim beside its sentence.")] = False,
    errors_only: Annotated[
        list[str] | None, typer.Option(metavar="RELATION", help="List the errors of this relation only; may be repeated.")
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option("--reliability", metavar="FILE", help="Draw confidence against share right, as .svg or .png."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print all figures and all errors as JSON.")] = False,
    jobs: Jobs = 1,
    model: Model = None,
) -> None:
    """Score claims against gold: figures over all, by relation, construction, polarity and modality; compare two runs."""
    _check(errors_only, picture)
    whole = open_gold(gold)
    result = evaluate_claims(whole, predicted, model=model, jobs=jobs)
    other = evaluate_claims(whole, against) if against else None
    _print(_as_json(result, other) if as_json else _as_text(result, other))
    if not as_json and (errors or errors_only):
        _print(fault_line(fault) for fault in _chosen(result.faults, errors_only))
    if picture:
        _draw(result, picture)


def _check(relations: list[str] | None, picture: Path | None) -> None:
    check_relations(relations or ())
    if picture and picture.suffix not in PICTURE_SUFFIXES:
        raise WrongUsageError(f"{picture}: a picture ends in {' or '.join(PICTURE_SUFFIXES)}")


def _as_text(result: Evaluation, other: Evaluation | None) -> Iterable[str]:
    return figures(result) if other is None else compared(compare(result, other))


def _as_json(result: Evaluation, other: Evaluation | None) -> Iterable[str]:
    record = record_of(result) if other is None else record_of_comparison(compare(result, other))
    return [json.dumps(record, ensure_ascii=False)]


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _chosen(faults: Iterable[Fault], relations: list[str] | None) -> list[Fault]:
    return [fault for fault in faults if not relations or fault.relation in relations]


def _draw(result: Evaluation, picture: Path) -> None:
    if not result.reliability.claims:
        raise WrongUsageError("no claim that gold decides has a confidence: there is nothing to draw")
    save_reliability(result.reliability, picture)
