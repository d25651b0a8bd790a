"""Measure how fast articles are read, next to the same spaCy model alone, in one process.

Usage: python benchmarks/speed.py [FILE_OR_FOLDER ...] [--feed N] [--repeat N] [--model NAME] [--json]

Both read the same articles one by one, in turns, after a first reading that is not timed; the best of N turns counts. The
ratio is the figure to compare over machines: how much longer reading takes when claims are extracted.

Then both read a feed of which one article in twenty concerns Libya (`feed.py`), the extractor behind `concerns_libya`.
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
from feed import FeedSpeed, measure_feed
from shared import HERE

from graph.extraction import Extractor, ModelNotFoundError, load_pipeline
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


def measure(articles: Sequence[Article], extractor: Extractor, repeat: int) -> dict[str, Speed]:
    """Return the speed of the extractor and of its spaCy model alone."""
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
    parser.add_argument("--feed", type=int, default=400, metavar="N", help="articles of the feed, 0 for none (default: 400)")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="turns, of which the best counts (default: 3)")
    parser.add_argument("--model", help="spaCy pipeline to use instead of the default one")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args()


def _print(speeds: dict[str, Speed], times: float, articles: int) -> None:
    print(f"speed ({articles} articles, one process)")
    for name, speed in speeds.items():
        print(f"  {name:<14}{speed.articles:>8.1f} articles/s{speed.words:>10.0f} words/s{speed.seconds:>8.2f} s")
    print(f"  {'ratio':<14}{times:>8.2f} times the time of spaCy alone")


def _print_feed(feed: FeedSpeed) -> None:
    print(f"feed ({feed.articles} articles, {feed.about_libya} about Libya with {feed.words_about_libya:.1%} of the words)")
    print(f"  {'filter':<14}{feed.passed:>8} articles let through{feed.filter_alone / feed.articles * 1000:>8.2f} ms each")
    print(f"  {'extractor':<14}{feed.extractor:>8.2f} s with the filter")
    print(f"  {'spaCy alone':<14}{feed.spacy_alone:>8.2f} s")
    print(f"  {'ratio':<14}{feed.times:>8.1f} times faster than spaCy alone")
    print(f"  {'claims':<14}{feed.claims_filtered:>8} about Libya with the filter, {feed.claims} without")


def main() -> int:
    """Measure and print; return the exit code."""
    arguments = _arguments()
    sources = Sources(arguments.paths)
    articles = list(sources)
    if sources.errors or not articles:
        print("\n".join(f"error: {error}" for error in sources.errors), file=sys.stderr)
        return 2
    try:
        extractor = load_pipeline(arguments.model)
    except ModelNotFoundError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    repeat = max(1, arguments.repeat)
    speeds = measure(articles, extractor, repeat)
    times = speeds["extractor"].seconds / speeds["spaCy alone"].seconds
    feed = measure_feed(extractor, articles, arguments.feed, repeat) if arguments.feed > 0 else None
    if arguments.json:
        figures = {name: asdict(speed) for name, speed in speeds.items()}
        fed = {"feed": asdict(feed) | {"times": feed.times}} if feed else {}
        print(json.dumps({"articles": len(articles), "times": times} | figures | fed))
        return 0
    _print(speeds, times, len(articles))
    if feed:
        _print_feed(feed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
