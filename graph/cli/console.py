"""What commands share in speaking to people: one-line errors, exit codes, progress."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from graph.api import EngineError
from graph.api import Progress as Report
from graph.claims import ClaimStoreError
from graph.claims.clusters import DecisionsError
from graph.datafiles import DataFileError
from graph.export import ExportError
from graph.extraction import ModelNotFoundError
from graph.query import QueryError
from graph.sources import NoArticlesError, SourceError, one_line

__all__ = ["WrongUsageError", "fail_if_any", "progress_bar", "say_error", "say_skipped", "with_exit_codes"]


class WrongUsageError(ValueError):
    """Options that make no sense, alone or together."""


_WRONG_USAGE = (
    DecisionsError,
    EngineError,
    ModelNotFoundError,
    NoArticlesError,
    NotADirectoryError,
    QueryError,
    WrongUsageError,
)
_FAILED_INPUT = (ClaimStoreError, DataFileError, ExportError, SourceError)

_P = ParamSpec("_P")
_R = TypeVar("_R")


def say_error(error: object) -> None:
    """Print one line on standard error."""
    typer.echo(f"error: {one_line(str(error))}", err=True)


def say_skipped(number: int) -> None:
    """Tell on standard error how many articles were passed over."""
    typer.echo(f"skipped {number} {'article that does' if number == 1 else 'articles that do'} not concern Libya", err=True)


def fail_if_any(errors: Iterable[SourceError]) -> None:
    """Name each input that failed; where there is one, end with exit code 1."""
    found = list(errors)
    for error in found:
        say_error(error)
    if found:
        raise typer.Exit(1)


def with_exit_codes(command: Callable[_P, _R]) -> Callable[_P, _R]:
    """Let a command end with one line and an exit code where it raises an error of ours: 1 failed input, 2 wrong usage."""

    @functools.wraps(command)
    def run(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return command(*args, **kwargs)
        except BrokenPipeError:
            raise  # typer ends quietly on it
        except (*_WRONG_USAGE, *_FAILED_INPUT, OSError) as error:
            for cause in getattr(error, "errors", ()):
                say_error(cause)
            say_error(f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else error)
            raise typer.Exit(2 if isinstance(error, _WRONG_USAGE) else 1) from error

    return run


@contextmanager
def progress_bar(what: str) -> Iterator[Report | None]:
    """Give a callback that moves a progress bar on standard error, or None where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
