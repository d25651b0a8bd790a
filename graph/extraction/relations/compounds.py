"""Hyphenated compounds: "UAE-backed", "Tripoli-based", "Haftar-led", "pro-Gaddafi"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.lexicon import Compound, Frame, compounds
from graph.extraction.relations.matching import pairs
from graph.extraction.relations.syntax import prepositional
from graph.model import Mention

__all__ = ["by_compound"]


def by_compound(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield what a compound ending (or beginning) at a token says of the noun behind it."""
    suffix = compounds()["suffixes"].get(token.lower_)
    if suffix and token.i > 1 and token.nbor(-1).text == "-":
        yield from _related(token, list(reading.at(token.nbor(-2))), suffix, reading)
    prefix = compounds()["prefixes"].get(token.lower_)
    if prefix and token.i + 2 < len(token.doc) and token.nbor(1).text == "-":
        yield from _related(token.nbor(2), list(reading.at(token.nbor(2))), prefix, reading)


def _related(token: Token, named: list[Mention], compound: Compound, reading: Reading) -> Iterator[Finding]:
    if not named:
        return
    noun = _noun_behind(token, reading)
    if compound.relation == "mediates":
        described = denote_all(_parties(noun), reading)
    else:
        described = denote_all([noun] if noun is not None else [], reading)
    sides = {"x": named, "y": described}
    frame = Frame(compound.relation, "compound", weight=compound.weight)
    yield from pairs(token, frame, sides[compound.subject], sides[compound.object], "compound")


def _parties(noun: Token | None) -> list[Token]:
    """Between whom a mediated act is: "a UN-brokered truce between the LNA and the GNA"."""
    return [*prepositional(noun, "between"), *prepositional(noun, "among")] if noun is not None else []


def _noun_behind(token: Token, reading: Reading) -> Token | None:
    """Return the noun a compound stands before, whatever the parser made of the hyphens."""
    if token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i and token.dep_ in ("amod", "compound", "nmod", "acl"):
        return token.head
    for other in token.doc[token.i + 1 : token.i + 8]:
        if other.pos_ in ("VERB", "AUX", "ADP", "PUNCT") and other.text not in ("-", ","):
            return None
        if other.i in reading.mentions or (other.pos_ in ("NOUN", "PROPN") and not _modifies(other)):
            return other
    return None


def _modifies(token: Token) -> bool:
    return token.dep_ in ("compound", "nmod", "amod", "npadvmod") and token.head.i > token.i
