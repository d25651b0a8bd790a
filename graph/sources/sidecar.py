"""What lies beside articles and speaks of them: metadata rows and a folder's notice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.model import Article
from graph.sources.dateline import find_dateline
from graph.sources.decoding import read_text
from graph.sources.errors import Report, SourceError
from graph.sources.rows import Row, json_rows, metadata_of

__all__ = ["NOTICE", "Sidecars", "is_sidecar"]

NOTICE = "NOTICE.txt"
_ALWAYS = "metadata.jsonl"
_UNLESS_ARTICLES = "articles.jsonl"


def is_sidecar(path: Path) -> bool:
    """Tell whether a file speaks of the articles beside it instead of holding some.

    `metadata.jsonl` always does; `articles.jsonl` does when its first readable row has no `text`.
    """
    if path.name in {NOTICE, _ALWAYS}:
        return True
    return path.name == _UNLESS_ARTICLES and not _holds_texts(path)


def _holds_texts(path: Path) -> bool:
    try:
        first = next(json_rows(path, lambda _: None), None)
    except SourceError:
        return True  # to be reported where the file is read
    return first is None or "text" in first[1]


class Sidecars:
    """The metadata and the notices of the folders that articles lie in, each folder read once.

    Parameters
    ----------
    roots
        The folders that are walked: a notice in one of them, or below, holds for everything under it.
    report
        Called with a `SourceError` for each sidecar or row of one that cannot be used.
    """

    def __init__(self, roots: Iterable[Path], report: Report) -> None:
        self._roots = tuple(roots)
        self._report = report
        self._metadata: dict[Path, dict[str, Row]] = {}
        self._notices: dict[Path, str | None] = {}

    @property
    def notice(self) -> str | None:
        """The notices of all folders seen so far, each once."""
        found = dict.fromkeys(text for text in self._notices.values() if text)
        return "\n".join(found) or None

    def completed(self, article: Article, folder: Path) -> Article:
        """Return the article with what it lacks taken from its folder's metadata, and the date else from its dateline."""
        if folder not in self._metadata:
            self._metadata[folder] = self._read_metadata(folder)
            self._see_notices(folder)
        row = self._metadata[folder].get(article.id, {})
        update = {name: value for name, value in row.items() if getattr(article, name) is None}
        if article.date is None and "date" not in update:
            update["date"] = find_dateline(article.text)
        return Article.model_validate(dict(article) | update) if update else article

    def _read_metadata(self, folder: Path) -> dict[str, Row]:
        rows: dict[str, Row] = {}
        for path in (folder / _UNLESS_ARTICLES, folder / _ALWAYS):
            if path.exists() and is_sidecar(path):
                self._read_rows(path, rows)
        return rows

    def _read_rows(self, path: Path, rows: dict[str, Row]) -> None:
        try:
            for number, row in json_rows(path, self._report):
                try:
                    rows[_name(row)] = metadata_of(row)
                except ValueError as error:
                    self._report(SourceError(path, str(error), number))
        except SourceError as error:
            self._report(error)

    def _see_notices(self, folder: Path) -> None:
        above = (parent for parent in folder.parents if any(parent.is_relative_to(root) for root in self._roots))
        for here in (folder, *above):
            if here not in self._notices:
                self._notices[here] = self._read_notice(here)

    def _read_notice(self, folder: Path) -> str | None:
        path = folder / NOTICE
        try:
            return read_text(path).strip() if path.exists() else None
        except SourceError as error:
            self._report(error)
            return None


def _name(row: Row) -> str:
    name = row.get("article") or row.get("id")
    if not name:
        raise ValueError("neither the field article nor id names an article")
    return str(name)
