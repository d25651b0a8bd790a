"""JSON lines read one by one: a broken line is reported by file and number, and the next one is read."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.sources.decoding import MAX_LINE_LENGTH, read_text
from graph.sources.errors import Report, SourceError

__all__ = ["METADATA_FIELDS", "Row", "json_rows", "metadata_of"]

Row = dict[str, Any]

METADATA_FIELDS = ("title", "url", "outlet")


def json_rows(path: Path, report: Report) -> Iterator[tuple[int, Row]]:
    """Yield the objects of a JSON lines file with their line numbers.

    Parameters
    ----------
    path
        The file; blank lines are passed over.
    report
        Called with a `SourceError` for each line that holds no JSON object.

    Raises
    ------
    SourceError
        When the file as a whole cannot be read.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, _parsed(line)
        except (ValueError, RecursionError) as error:
            report(SourceError(path, _reason(error), number))


def _parsed(line: str) -> Row:
    if len(line) > MAX_LINE_LENGTH:
        raise ValueError(f"line too long (over {MAX_LINE_LENGTH / 1e6:.0f} MB)")
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    return row


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not valid JSON: {error.msg} (column {error.colno})"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def metadata_of(row: Row) -> Row:
    """Return what a row says of its article's publication: `date`, `title`, `url`, `outlet`, where present.

    Raises
    ------
    ValueError
        When the date is none, or another field is no text.

    Examples
    --------
    >>> metadata_of({"date": "2019-04-09T10:00:00Z", "title": "Airport bombed", "words": 310})
    {'date': datetime.date(2019, 4, 9), 'title': 'Airport bombed'}
    """
    found: Row = {}
    if row.get("date") not in {None, ""}:
        found["date"] = _date(row["date"])
    for name in METADATA_FIELDS:
        value = row.get(name)
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{name} is no text")
        if value:
            found[name] = value
    return found


def _date(value: object) -> dt.date:
    try:
        return dt.datetime.fromisoformat(str(value)).date()
    except ValueError as error:
        raise ValueError(f"date {str(value)[:40]!r} is not YYYY-MM-DD") from error
