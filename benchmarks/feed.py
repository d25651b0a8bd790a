"""A feed of short news of which one article in twenty concerns Libya, made of the sample and of `world-news.yaml`."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import spacy
from shared import load_data

from graph.extraction import Extractor, concerns_libya
from graph.model import Article

__all__ = ["FeedSpeed", "make_feed", "measure_feed"]

_ONE_IN = 20
_HALF_A_SENTENCE = 12
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class FeedSpeed:
    """What reading the feed took, and what was found in it.

    Attributes
    ----------
    articles, about_libya
        How many articles there are, and how many of them concern Libya.
    words_about_libya
        The share of the feed's words that stand in these.
    passed
        How many articles the filter let through.
    spacy_alone, extractor, filter_alone
        Seconds that spaCy's pipeline took for the feed, the extractor with the filter, and the filter by itself.
    claims, claims_filtered
        Claims from the articles about Libya, without and with the filter.
    """

    articles: int
    about_libya: int
    words_about_libya: float
    passed: int
    spacy_alone: float
    extractor: float
    filter_alone: float
    claims: int
    claims_filtered: int

    @property
    def times(self) -> float:
        """How many times faster than spaCy alone the extractor is."""
        return self.spacy_alone / self.extractor


def make_feed(about_libya: Sequence[Article], size: int) -> list[Article]:
    """Return `size` articles, always the same: every twentieth about Libya, the others world news of their length."""
    world = _world_news(_words(about_libya) // len(about_libya))
    return [about_libya[at // _ONE_IN % len(about_libya)] if at % _ONE_IN == 0 else next(world) for at in range(size)]


def _world_news(length: int) -> Iterator[Article]:
    """Yield articles of about `length` words: the sentences of one text in any order, then as many of another as are wanting."""
    texts = [_SENTENCE_END.split(text.strip()) for text in load_data("world-news.yaml", list[str])]
    order = random.Random(5)  # noqa: S311 - no secret
    for number in count():
        own, other = order.sample(texts, 2)
        sentences = order.sample(own, len(own))
        while len(" ".join(sentences).split()) < length - _HALF_A_SENTENCE:
            sentences.append(order.choice(other))
        yield Article(id=f"world-{number}", text=" ".join(sentences))


def _seconds(read: Callable[[Sequence[Article]], object], feed: Sequence[Article]) -> float:
    start = time.perf_counter()
    read(feed)
    return time.perf_counter() - start


def measure_feed(extractor: Extractor, sample: Sequence[Article], size: int, repeat: int) -> FeedSpeed:
    """Read a feed with spaCy alone and with the filter and the extractor, in turns; the best turn of each counts."""
    alone = spacy.load(extractor.model)
    feed = make_feed(sample, size)
    libya = feed[::_ONE_IN]
    readers: dict[str, Callable[[Sequence[Article]], object]] = {
        "spaCy": lambda articles: [alone(article.text) for article in articles],
        "extractor": lambda articles: [extractor.extract(a) for a in articles if concerns_libya(a)],
        "filter": lambda articles: [concerns_libya(article) for article in articles],
    }
    for read in readers.values():
        read(feed[: 2 * _ONE_IN])
    turns = [{name: _seconds(read, feed) for name, read in readers.items()} for _ in range(repeat)]
    best = {name: min(turn[name] for turn in turns) for name in readers}
    return FeedSpeed(
        articles=len(feed),
        about_libya=len(libya),
        words_about_libya=_words(libya) / _words(feed),
        passed=sum(map(concerns_libya, feed)),
        spacy_alone=best["spaCy"],
        extractor=best["extractor"],
        filter_alone=best["filter"],
        claims=sum(len(extractor.extract(article)) for article in libya),
        claims_filtered=sum(len(extractor.extract(article)) for article in libya if concerns_libya(article)),
    )


def _words(articles: Sequence[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)
