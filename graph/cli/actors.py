"""`libyagraph actors`: the knowledge base of actors."""

from __future__ import annotations

from typing import Annotated

import typer
import yaml

from graph.actors import base
from graph.cli.console import say_error, with_exit_codes

__all__ = ["app"]

app = typer.Typer(help="Look into the knowledge base of actors.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Keep `show` a command of its own while it is the only one."""


@app.command(epilog="Example: libyagraph actors show khalifa-haftar")
@with_exit_codes
def show(actor_id: Annotated[str, typer.Argument(metavar="ID", help="An actor id, as `libyagraph resolve` prints it.")]) -> None:
    """Print an actor's record as YAML: names, offices with their dates, sources."""
    actor = base().get(actor_id)
    if actor is None:
        say_error(f"no actor has the id {actor_id!r}; find ids with: libyagraph resolve NAME")
        raise typer.Exit(2)
    record = actor.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    typer.echo(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), nl=False)
