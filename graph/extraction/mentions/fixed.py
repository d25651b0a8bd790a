"""Adjectives of several words, which parsers take apart: "internationally recognised", "self-declared"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from graph.extraction.mentions.finder import patterns

__all__ = ["fixed_adjectives"]

_LONGEST = 3


def fixed_adjectives(doc: Doc, names: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans that stand for one adjective, outside of names."""
    taken = {token.i for span in names for token in span}
    firsts: dict[str, frozenset[str]] = patterns()["fixed_adjectives"]
    for token in doc:
        wholes = firsts.get(token.lower_)
        if wholes is None or token.i in taken:
            continue
        for size in range(2, _LONGEST + 1):
            span = doc[token.i : token.i + size]
            if len(span) == size and span.text.casefold() in wholes and not taken & set(range(span.start, span.end)):
                yield span
                break
