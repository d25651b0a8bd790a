"""Measure how fast articles are read, next to the same spaCy model alone, in one process.

Usage: python benchmarks/speed.py [FILE_OR_FOLDER ...] [--repeat N] [--model NAME] [--json]

Both read the same articles one by one, in turns, after a first reading that is not timed; the best of N turns counts. The
ratio is the figure to compare over machines: how much of spaCy's own speed is left when claims are extracted.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import spacy
from shared import HERE

from graph.extraction import ModelNotFoundError, load_pipeline
from graph.model import Article
from graph.sources import Sources


@dataclass(frozen=True, slots=True)
class Speed:
    """Articles and whitespace-separated words read in a second, and the seconds all of them took."""

    articles: float
    words: float
    seconds: float


def _seconds(read: Callable[[Article], object], articles: Sequence[Article]) -> float:
    start = time.perf_counter()
    for article in articles:
        read(article)
    return time.perf_counter() - start


def _speed(seconds: float, articles: Sequence[Article]) -> Speed:
    words = sum(len(article.text.split()) for article in articles)
    return Speed(len(articles) / seconds, words / seconds, seconds)


def measure(articles: Sequence[Article], model: str | None, repeat: int) -> dict[str, Speed]:
    """Return the speed of the extractor and of its spaCy model alone.

    Raises
    ------
    ModelNotFoundError
        When the model is not installed.
    """
    extractor = load_pipeline(model)
    alone = spacy.load(extractor.model)
    readers: dict[str, Callable[[Article], object]] = {
        "extractor": extractor.extract,
        "spaCy alone": lambda article: alone(article.text),
    }
    for read in readers.values():
        _seconds(read, articles)
    turns = [{name: _seconds(read, articles) for name, read in readers.items()} for _ in range(repeat)]
    return {name: _speed(min(turn[name] for turn in turns), articles) for name in readers}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the extractor's speed next to spaCy alone.")
    parser.add_argument("paths", nargs="*", type=Path, default=[HERE.parent / "data" / "articles"], help="articles to read")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="turns, of which the best counts (default: 3)")
    parser.add_argument("--model", help="spaCy pipeline to use instead of the default one")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args()


def _print(speeds: dict[str, Speed], ratio: float, articles: int) -> None:
    print(f"speed ({articles} articles, one process)")
    for name, speed in speeds.items():
        print(f"  {name:<14}{speed.articles:>8.1f} articles/s{speed.words:>10.0f} words/s{speed.seconds:>8.2f} s")
    print(f"  {'ratio':<14}{ratio:>8.2f} of spaCy's own speed")


def main() -> int:
    """Measure and print; return the exit code."""
    arguments = _arguments()
    sources = Sources(arguments.paths)
    articles = list(sources)
    if sources.errors or not articles:
        print("\n".join(f"error: {error}" for error in sources.errors), file=sys.stderr)
        return 2
    try:
        speeds = measure(articles, arguments.model, max(1, arguments.repeat))
    except ModelNotFoundError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    ratio = speeds["extractor"].words / speeds["spaCy alone"].words
    if arguments.json:
        print(json.dumps({"articles": len(articles), "ratio": ratio} | {name: asdict(speed) for name, speed in speeds.items()}))
    else:
        _print(speeds, ratio, len(articles))
    return 0


if __name__ == "__main__":
    sys.exit(main())
