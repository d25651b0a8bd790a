"""What an article calls its persons: titles and nouns beside a name, by which later sentences take the person up."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.reading import Reading
from graph.model import Mention

__all__ = ["note_titles"]

_FARTHEST = 5


def note_titles(token: Token, mention: Mention, reading: Reading) -> None:
    """Keep the nouns that stand right before a person's name or explain it: "General Younes", "Taher, a trader"."""
    if token.i not in reading.names or mention.entity.type != "Person":
        return
    reading.titles.setdefault(mention.entity.id, set()).update(_beside(token, reading))


def _beside(token: Token, reading: Reading) -> Iterator[str]:
    for left in reversed(list(token.doc[max(token.sent.start, token.i - _FARTHEST) : token.i])):
        if left.i in reading.names or left.pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
        yield left.lemma_.casefold()
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            yield child.lemma_.casefold()
    if token.dep_ in ("appos", "nsubj") and token.head.pos_ == "NOUN":
        yield token.head.lemma_.casefold()
    if token.dep_ == "nsubj" and token.head.lemma_ in ("be", "become"):
        yield from (c.lemma_.casefold() for c in token.head.children if c.dep_ == "attr" and c.pos_ == "NOUN")
