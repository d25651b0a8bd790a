"""Reading articles in several processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING

from graph.model import Article, Claim

if TYPE_CHECKING:
    from graph.extraction.pipeline import Extractor

__all__ = ["read_in_processes"]

_WAITING = 4


@cache
def _extractor(model: str) -> Extractor:
    from graph.extraction.pipeline import load_pipeline  # noqa: PLC0415 - each process loads its own

    return load_pipeline(model)


def _read(model: str, article: Article, min_confidence: float) -> list[Claim]:
    return _extractor(model).extract(article, min_confidence=min_confidence)


def read_in_processes(
    articles: Iterable[Article], model: str, jobs: int, min_confidence: float
) -> Iterator[tuple[Article, list[Claim]]]:
    """Yield each article with its claims, in order, read by `jobs` processes; only a few articles wait at a time."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[tuple[Article, Future[list[Claim]]]] = deque()
        for article in articles:
            waiting.append((article, pool.submit(_read, model, article, min_confidence)))
            if len(waiting) >= jobs * _WAITING:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()
