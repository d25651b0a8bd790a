"""`libyagraph resolve`: names to actors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.actors import Resolution
from graph.actors import resolve as resolve_name
from graph.cli.console import WrongUsageError, with_exit_codes
from graph.cli.options import Date
from graph.sources import one_line, read_text

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph resolve Hifter 'the Turkish president' --date 2019-04-09"


@with_exit_codes
def command(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME...", help="Names, acronyms or descriptions.")] = None,
    date: Date = None,
    from_file: Annotated[Path | None, typer.Option(metavar="FILE", help="Read names from a file, one a line.")] = None,
) -> None:
    """Say whom each name means: a line of name, id, label, type and score, parted by tabs; empty where nobody is known by it."""
    wanted = list(names or ())
    if from_file:
        wanted += [line for line in read_text(from_file).split("\n") if line.strip()]
    if not wanted:
        raise WrongUsageError("give names, or a file of names with --from-file")
    for name in wanted:
        typer.echo(_row(name, resolve_name(name.strip(), date)))


def _row(name: str, found: Resolution) -> str:
    entity = found.entity
    fields = (entity.id, entity.label, entity.type) if entity else ("", "", "")
    return "\t".join([*map(one_line, (name, *fields)), f"{found.score:.3f}"])
