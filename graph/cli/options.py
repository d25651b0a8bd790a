"""Options and arguments that several commands share."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.console import WrongUsageError
from graph.extraction import DEFAULT_MODEL, MODEL_VARIABLE
from graph.ontology import ENTITY_TYPES, RELATIONS

__all__ = [
    "AboutLibya",
    "Country",
    "Date",
    "EntityKind",
    "GraphFolder",
    "Jobs",
    "MinConfidence",
    "Model",
    "Paths",
    "check_kind",
    "check_relations",
    "day",
]


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
MinConfidence = Annotated[
    float, typer.Option("--min-confidence", min=0, max=1, metavar="C", help="Leave out claims that are less sure, from 0 to 1.")
]
AboutLibya = Annotated[bool, typer.Option("--about-libya", help="Skip articles that do not concern Libya, unread.")]
Date = Annotated[dt.date | None, typer.Option("--date", parser=day, metavar="YYYY-MM-DD", help="The day the text was published.")]
Country = Annotated[str | None, typer.Option("--country", metavar="ID", help="Only actors of this state, such as libya.")]
EntityKind = Annotated[
    str | None, typer.Option("--type", metavar="TYPE", help=f"Only actors of one type: {', '.join(ENTITY_TYPES)}.")
]


def check_kind(kind: str | None) -> None:
    """Refuse a type of entity that the ontology does not know.

    Raises
    ------
    WrongUsageError
        With the types there are.
    """
    if kind is not None and kind not in ENTITY_TYPES:
        raise WrongUsageError(f"no actor is a {kind!r}: use one of {', '.join(ENTITY_TYPES)}")


def check_relations(names: Iterable[str]) -> None:
    """Refuse a relation that the ontology does not know.

    Raises
    ------
    WrongUsageError
        With the relations that are spelled alike.
    """
    for name in names:
        if name not in RELATIONS:
            near = difflib.get_close_matches(name, RELATIONS, n=3, cutoff=0.5) or RELATIONS
            raise WrongUsageError(f"no relation {name!r}: did you mean {', '.join(near)}?")
