"""JSON lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.model import Article
from graph.sources.errors import Report, SourceError
from graph.sources.readers import Reader, register
from graph.sources.rows import Row, json_rows, metadata_of

__all__ = ["JsonlReader"]


@register
class JsonlReader(Reader):
    """One article a line: `id` and `text`, and where known `date`, `title`, `url`, `outlet`."""

    suffix = ".jsonl"
    single = False

    def read(self, path: Path, report: Report) -> Iterator[Article]:
        """Yield one article a line; see `Reader.read`."""
        for number, row in json_rows(path, report):
            try:
                yield _article(row)
            except ValueError as error:
                report(SourceError(path, str(error), number))


def _article(row: Row) -> Article:
    name, text = row.get("id"), row.get("text")
    if isinstance(name, bool) or not isinstance(name, str | int) or not str(name).strip():
        raise ValueError("the field id is missing or empty")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("the field text is missing or empty")
    return Article(id=str(name), text=text, **metadata_of(row))
