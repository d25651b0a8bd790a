"""Options and arguments that several commands share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from graph.extraction import DEFAULT_MODEL, MODEL_VARIABLE

__all__ = ["Date", "GraphFolder", "Jobs", "Model", "Paths", "day"]


def day(text: str) -> dt.date:
    """Parse a day given on the command line.

    Examples
    --------
    >>> day("2019-04-09")
    datetime.date(2019, 4, 9)
    """
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day like 2019-04-09") from error


Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Articles: files (.txt, .jsonl), or folders to walk.")]
GraphFolder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `libyagraph build` wrote.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Number of processes to extract in.")]
Model = Annotated[
    str | None,
    typer.Option("--model", help=f"A spaCy pipeline for English. Default: ${MODEL_VARIABLE}, else {DEFAULT_MODEL}."),
]
Date = Annotated[dt.date | None, typer.Option("--date", parser=day, metavar="YYYY-MM-DD", help="The day the text was published.")]
