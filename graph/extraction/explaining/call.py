"""The call `explain`. Kept free of spaCy itself, like the face of `graph.extraction`."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

import graph.extraction as reading
from graph.extraction.explaining.records import Explanation
from graph.model import Article
from graph.sources import NoArticlesError, Sources

__all__ = ["explain"]


def explain(
    source: str | Path | Article | Iterable[Article], *, date: dt.date | None = None, model: str | None = None
) -> Iterator[Explanation]:
    """Explain texts sentence by sentence: parse, mentions, claims, and for each pair without a claim the nearest pattern.

    Parameters
    ----------
    source
        A text, as `str`; or a `Path` to a file or a folder; or an `Article`, or several, such as `Sources`.
    date
        The day the text was published, for a text given as `str`.
    model
        A spaCy pipeline other than the default one.

    Yields
    ------
    Explanation
        One for each sentence, as it is read. A file of a `Path` that cannot be read gives a warning.

    Raises
    ------
    NoArticlesError
        When nothing could be read of a `Path` or of `Sources`.
    ModelNotFoundError
        When the pipeline is not installed.

    Examples
    --------
    >>> (told,) = explain("Egypt supports, like Haftar, elections.")
    >>> [(named.text, named.id) for named in told.mentions]
    [('Egypt', 'egypt'), ('Haftar', 'khalifa-haftar')]
    >>> told.misses[0].relation, told.misses[0].reasons
    ('backs', ('subject fits', "object role obj found nobody, 'Haftar' hangs at pobj^prep:like"))
    """
    from graph.extraction.explaining.sentences import explained  # noqa: PLC0415 - spaCy takes most of a second

    extractor = reading.load_pipeline(model)
    for article in _articles(source, date):
        yield from explained(article, extractor)


def _articles(source: str | Path | Article | Iterable[Article], date: dt.date | None) -> Iterator[Article]:
    if isinstance(source, str):
        yield Article(id="text", text=source, date=date)
    elif isinstance(source, Article):
        yield source
    elif isinstance(source, Path):
        sources = Sources([source])
        yield from _articles(sources, date)
        for error in sources.errors:
            warnings.warn(str(error), stacklevel=3)
    else:
        yield from source
        if isinstance(source, Sources) and not source.paths:
            raise NoArticlesError(source.errors)
