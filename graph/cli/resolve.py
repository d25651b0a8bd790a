"""`libyagraph resolve`: names to actors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.actors import Resolution
from graph.actors import resolve as resolve_name
from graph.cli.console import WrongUsageError, with_exit_codes
from graph.cli.options import Date, EntityKind, check_kind
from graph.sources import one_line, read_text

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph resolve Hifter 'the Turkish president' --date 2019-04-09"


@with_exit_codes
def command(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME...", help="Names, acronyms or descriptions.")] = None,
    date: Date = None,
    kind: EntityKind = None,
    among: Annotated[
        list[str] | None,
        typer.Option("--among", metavar="ID", help="A state or another actor of the same text, by id; may be repeated."),
    ] = None,
    from_file: Annotated[Path | None, typer.Option(metavar="FILE", help="Read names from a file, one a line.")] = None,
) -> None:
    """Say whom each name means: a line of name, id, label, type and score, parted by tabs; empty where nobody is known by it.

    A name that may mean several actors stays empty too; they are listed on standard error. A date, a type or other actors
    of the same text can settle it.
    """
    wanted = list(names or ())
    if from_file:
        wanted += [line for line in read_text(from_file).split("\n") if line.strip()]
    if not wanted:
        raise WrongUsageError("give names, or a file of names with --from-file")
    check_kind(kind)
    for name in wanted:
        found = resolve_name(name.strip(), date, kind=kind, context=among or ())
        typer.echo(_row(name, found))
        if found.entity is None and found.candidates:
            rivals = ", ".join(entity.id for entity, _ in found.candidates)
            typer.echo(f"{one_line(name)}: may be {rivals}", err=True)


def _row(name: str, found: Resolution) -> str:
    entity = found.entity
    fields = (entity.id, entity.label, entity.type) if entity else ("", "", "")
    return "\t".join([*map(one_line, (name, *fields)), f"{found.score:.3f}"])
