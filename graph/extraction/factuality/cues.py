"""The words that tell how a claim stands, by kind."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from graph.datafiles import load_words
from graph.extraction.relations.syntax import children

__all__ = ["among", "cues"]


@cache
def cues() -> dict[str, frozenset[str]]:
    """Return the cue words by kind."""
    return load_words("graph.extraction.factuality", "cues")


def among(verb: Token, kind: str) -> bool:
    """Whether a verb, alone or with its particle or preposition ("rule out", "call for"), is one of a kind."""
    lemmas = cues()[kind]
    return verb.lemma_ in lemmas or any(f"{verb.lemma_} {c.lower_}" in lemmas for c in children(verb, "prt", "prep", "advmod"))
