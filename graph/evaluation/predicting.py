"""Claims for the articles of a gold file, from our own extractor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import graph.extraction as reading
from graph.evaluation.rows import GoldRow, Prediction
from graph.model import Article
from graph.sources import read_text

__all__ = ["predict"]


def predict(rows: Iterable[GoldRow], folder: Path, *, model: str | None = None, jobs: int = 1) -> Iterator[Prediction]:
    """Extract the claims of gold rows' texts, each read with its row's date.

    Parameters
    ----------
    rows
        Gold rows.
    folder
        The gold file's folder, from which the rows count their text files.
    model, jobs
        The spaCy pipeline, and the number of processes.

    Raises
    ------
    SourceError
        When a text cannot be read: figures without it would mislead.
    ModelNotFoundError
        When the pipeline is not installed.
    """
    articles = [Article(id=row.article, text=read_text(folder / row.text), date=row.date) for row in rows]
    for _, claims in reading.load_pipeline(model).extract_all(articles, jobs=jobs):
        yield from map(Prediction.of, claims)
