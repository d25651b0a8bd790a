"""The sentences of an article that hold a claim of gold, so that a miss can be read beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import spacy
from spacy.language import Language

from graph.evaluation.names import folded
from graph.evaluation.rows import GoldClaim

__all__ = ["sentences_saying"]

_MOST = 6
_LEFT_OUT = re.compile(r"\s*(?:\.\.\.|…)\s*")


def sentences_saying(text: str, claim: GoldClaim) -> str:
    r"""Return the sentences that hold a claim's evidence words.

    Parameters
    ----------
    text
        The article.
    claim
        Its evidence may leave words out ("the Turks ... had to go"): each part counts. Where it has no evidence, the sentences
        that name most of its two sides are returned, at most six; where the text does not hold its words, these words.

    Examples
    --------
    >>> claim = GoldClaim(subject="Turkey", relation="urges", object="Khalifa Haftar", evidence="told ... to stop")
    >>> sentences_saying("It rained. Ankara told Haftar\nto stop. He did not.", claim)
    'Ankara told Haftar to stop.'
    >>> sentences_saying("It rained. Turkey met Haftar. He left.", claim.model_copy(update={"evidence": ""}))
    'Turkey met Haftar.'
    """
    sentences = list(_sentences(text))
    held = _naming(sentences, claim) if not claim.evidence else _holding(sentences, _LEFT_OUT.split(claim.evidence))
    return " ".join(held) or claim.evidence


def _holding(sentences: list[str], parts: list[str]) -> list[str]:
    """Return the sentences in which, or over which, one of the parts stands."""
    joined, places, start = " ".join(sentences), [], 0
    for sentence in sentences:
        places.append((start, start + len(sentence)))
        start += len(sentence) + 1
    wanted = [_normal(part) for part in parts if part]
    spans = [(at, at + len(part)) for part in wanted if (at := joined.find(part)) >= 0]
    return [joined[a:b] for a, b in places if any(a < end and start < b for start, end in spans)]


def _naming(sentences: list[str], claim: GoldClaim) -> list[str]:
    counts = [sum(_named(sentence, names) for names in (claim.subjects, claim.objects)) for sentence in sentences]
    return [sentence for sentence, count in zip(sentences, counts, strict=True) if count == max(counts)][:_MOST]


def _named(sentence: str, names: frozenset[str]) -> bool:
    """Whether a sentence has one of the names, or its last word: the family name of a person."""
    words = f" {folded(sentence)} "
    return any(f" {name} " in words or f" {name.split()[-1]} " in words for name in names)


def _sentences(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield from (sentence.text for sentence in _splitter()(_normal(paragraph)).sents)


def _normal(text: str) -> str:
    return " ".join(text.split())


@cache
def _splitter() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp
