"""A gold set: annotated articles, where their texts are, and which relations were not annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graph.datafiles import load_yaml, package_file
from graph.evaluation.passages import read_passages
from graph.evaluation.rows import GoldRow, read_gold
from graph.model import Article
from graph.sources import SourceError, read_text

__all__ = ["GoldSet", "open_gold"]


@cache
def _not_annotated() -> frozenset[str]:
    source = package_file("graph.evaluation", "scoring.yaml")
    return frozenset(load_yaml(source, package="graph.evaluation", schema="scoring.schema.json")["unscored"])


def _no_text(row: GoldRow) -> Article:
    raise SourceError(Path(row.text or row.article), "its text is not at hand")


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Annotated articles.

    Attributes
    ----------
    rows
        The articles with their claims.
    read
        Gives the article of a row, or raises SourceError where its text is not at hand.
    unscored
        Relations that are not annotated here: predictions of them are neither right nor wrong.
    """

    rows: tuple[GoldRow, ...]
    read: Callable[[GoldRow], Article] = _no_text
    unscored: frozenset[str] = field(default_factory=_not_annotated)

    @classmethod
    def of(cls, gold: GoldSet | Iterable[GoldRow]) -> GoldSet:
        """Make a set of bare rows, without texts, annotated like the shared gold."""
        return gold if isinstance(gold, GoldSet) else cls(tuple(gold))

    def text_of(self, row: GoldRow) -> str | None:
        """Return a row's text, or None where it is not at hand."""
        try:
            return self.read(row).text
        except SourceError:
            return None


def open_gold(path: Path) -> GoldSet:
    """Read gold: rows (`.jsonl`) with texts in files beside it, or passages (`.yaml`), which annotate every relation.

    Raises
    ------
    SourceError
        When it cannot be read, or a line is no gold row.
    DataFileError
        When a passage breaks its schema.
    """
    if path.suffix in (".yaml", ".yml"):
        pairs = read_passages(path)
        articles = {row.article: article for row, article in pairs}
        return GoldSet(tuple(row for row, _ in pairs), lambda row: articles[row.article], frozenset())
    return GoldSet(tuple(read_gold(path)), lambda row: _article(row, path.parent))


def _article(row: GoldRow, folder: Path) -> Article:
    return Article(id=row.article, text=read_text(folder / row.text), date=row.date)
