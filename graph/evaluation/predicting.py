"""Claims for the articles of a gold set, from our own extractor; and a whole evaluation in one call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import graph.extraction as reading
from graph.evaluation.gold import GoldSet, open_gold
from graph.evaluation.rows import Prediction, read_predictions
from graph.evaluation.scoring import Evaluation, score

__all__ = ["evaluate", "predict"]


def predict(gold: GoldSet, *, model: str | None = None, jobs: int = 1) -> Iterator[Prediction]:
    """Extract the claims of a gold set's texts, each read with its row's date.

    Parameters
    ----------
    gold
        A gold set.
    model, jobs
        The spaCy pipeline, and the number of processes.

    Raises
    ------
    SourceError
        When a text cannot be read: figures without it would mislead.
    ModelNotFoundError
        When the pipeline is not installed.
    """
    articles = [gold.read(row) for row in gold.rows]
    for _, claims in reading.load_pipeline(model).extract_all(articles, jobs=jobs):
        yield from map(Prediction.of, claims)


def evaluate(
    gold: GoldSet | str | Path, predicted: str | Path | None = None, *, model: str | None = None, jobs: int = 1
) -> Evaluation:
    """Score claims against gold.

    Parameters
    ----------
    gold
        A gold set or its file: gold rows (data/README.md) or passages (data/training/README.md).
    predicted
        Claim lines. Where none are given, the gold set's own texts are read and their claims extracted.
    model, jobs
        As in `predict`.

    Raises
    ------
    SourceError
        When a file, or a text that a gold row names, cannot be read.
    DataFileError
        When a passage breaks its schema.
    ModelNotFoundError
        When the spaCy pipeline is not installed.
    """
    whole = gold if isinstance(gold, GoldSet) else open_gold(Path(gold))
    if predicted is not None:
        return score(whole, read_predictions(Path(predicted)))
    return score(whole, predict(whole, model=model, jobs=jobs))
