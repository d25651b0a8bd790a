"""`libyagraph actors`: the knowledge base of actors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
import yaml
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from graph.actors import Actor, ActorBase, base
from graph.actors.check import check as find_problems
from graph.actors.records import read_actors
from graph.actors.search import Found
from graph.actors.search import search as search_actors
from graph.cli import review
from graph.cli.console import WrongUsageError, say_error, with_exit_codes
from graph.cli.options import Country, EntityKind, check_kind
from graph.export.actors import ACTOR_EXPORTERS, export_actors
from graph.sources import one_line

__all__ = ["app"]

app = typer.Typer(help="Look into the knowledge base of actors, check it, and write it for other tools.", no_args_is_help=True)


@app.command(epilog="Example: libyagraph actors show khalifa-haftar")
@with_exit_codes
def show(
    actor_id: Annotated[str, typer.Argument(metavar="ID", help="An actor id, as `libyagraph actors search` prints it.")],
    form: Annotated[Literal["yaml", "json"], typer.Option("--format", help="How to print the record.")] = "yaml",
) -> None:
    """Print an actor's record: names, offices with their dates, and the publications in which each fact was read."""
    actor = base().get(actor_id)
    if actor is None:
        near = ", ".join(found.actor.id for found in search_actors(actor_id.replace("-", " "), limit=3))
        hint = f"; near it: {near}" if near else ""
        raise WrongUsageError(f"no actor has the id {actor_id!r}{hint}; find ids with: libyagraph actors search WORDS")
    record = _record(actor, base())
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n" if form == "json" else _as_yaml(record)
    typer.echo(text, nl=False)


def _record(actor: Actor, known: ActorBase) -> dict[str, Any]:
    record: dict[str, Any] = actor.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"file"})
    listed = known.publications.get(actor.file, {})
    cited = {key: listed[key].model_dump(exclude_none=True) for key in dict.fromkeys(_sources(record)) if key in listed}
    return {**record, "publications": cited}


def _sources(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for field, value in node.items():
            yield from [value] if field == "source" else value if field == "sources" else _sources(value)
    elif isinstance(node, list):
        yield from (source for item in node for source in _sources(item))


def _as_yaml(record: dict[str, Any]) -> str:
    return yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=120)


@app.command(epilog="Example: libyagraph actors search zintan --type ArmedGroup")
@with_exit_codes
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Part of a name, in any spelling or script.")],
    kind: EntityKind = None,
    country: Country = None,
    limit: Annotated[int, typer.Option(min=1, help="How many to list at most.")] = 10,
    form: Annotated[Literal["table", "tsv"], typer.Option("--format", help="How to print the list.")] = "table",
) -> None:
    """List actors whose names are like what you look for, the likest first."""
    check_kind(kind)
    found = search_actors(" ".join(words), kind=kind, country=country, limit=limit)
    if not found:
        say_error(f"no name is like {' '.join(words)!r}")
        raise typer.Exit(1)
    if form == "tsv":
        for one in found:
            typer.echo("\t".join(map(one_line, _row(one))))
        return
    table = Table(Column("id", no_wrap=True), "label", "type", "known as", "what")  # ids are there to be copied whole
    for one in found:
        table.add_row(*map(Text, (*_row(one), one.actor.description)))
    Console().print(table)


def _row(found: Found) -> tuple[str, str, str, str]:
    return found.actor.id, found.actor.label, found.actor.type, found.name


@app.command(epilog="Example: libyagraph actors check my-actors/")
@with_exit_codes
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="A folder of actor files; the shipped base where none is given.")
    ] = None,
) -> None:
    """Check the base: names of two owners, offices held twice at a time, references and dates that cannot be, missing sources.

    Each problem is a line that names file, record and field; the exit code is 1 where there is one.
    """
    if folder is not None and not folder.is_dir():
        raise NotADirectoryError(f"{folder}: no such folder")
    actors, publications = read_actors(folder)
    problems = find_problems(actors, publications)
    for problem in problems:
        typer.echo(one_line(str(problem)))
    typer.echo(f"{len(actors)} records in {len(publications)} files: {len(problems) or 'no'} problems", err=True)
    if problems:
        raise typer.Exit(1)


@app.command(epilog="Example: libyagraph actors export --format skos --out actors.ttl")
@with_exit_codes
def export(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The file to write.")],
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of: {', '.join(ACTOR_EXPORTERS)}.")
    ] = "skos",
) -> None:
    """Write the whole base for other tools: SKOS and ORG as Turtle, or FollowTheMoney entities as JSON lines."""
    if form not in ACTOR_EXPORTERS:
        raise WrongUsageError(f"no export format {form!r}: use one of {', '.join(ACTOR_EXPORTERS)}")
    export_actors(base(), form, out)
    typer.echo(f"{len(base())} actors in {one_line(str(out))}", err=True)


app.command("review", epilog=review.EXAMPLE)(review.command)
