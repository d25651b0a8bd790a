"""Joins the commands to one."""

from __future__ import annotations

import io
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from graph.cli import actors, build, evaluate, export, extract, query, resolve, validate

__all__ = ["app", "main"]

app = typer.Typer(
    name="libyagraph",
    help="Turns news text about the Libya conflict into a graph of who backs, arms, recognizes or fights whom; "
    "every claim carries the sentence that makes it.",
    epilog="Start with: libyagraph build ARTICLES --out DIR. Each command explains itself with --help.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        try:
            typer.echo(f"libyagraph {version('libyagraph')}")
        except PackageNotFoundError:
            typer.echo("libyagraph, run from its source without being installed")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Hold the options that stand before any command."""


for _module in (build, extract, query, export, resolve, evaluate, validate):
    app.command(_module.__name__.rpartition(".")[2], epilog=_module.EXAMPLE)(_module.command)
app.add_typer(actors.app, name="actors")


def main() -> None:
    """Run the command line; the entry point of `libyagraph` and of `python -m graph`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Results are UTF-8 whatever the locale says: names are not ASCII.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="libyagraph")
