"""Hyphenated compounds: "UAE-backed", "Tripoli-based", "Haftar-led", "pro-Gaddafi"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.actors import base
from graph.actors.offices import region_of, title_words
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
    before = _before(token) if suffix else None
    if suffix and before is not None:
        named = list(reading.at(before)) or _region(before, suffix, reading)
        yield from _related(token, named, suffix, reading)
    prefix = compounds()["prefixes"].get(token.lower_)
    if prefix and token.i + 2 < len(token.doc) and token.nbor(1).text == "-":
        yield from _related(token.nbor(2), list(reading.at(token.nbor(2))), prefix, reading)


def _before(participle: Token) -> Token | None:
    """The word before the hyphen; the hyphen itself may be left out: "U.N. recognised GNA"."""
    if participle.i > 1 and participle.nbor(-1).text == "-":
        return participle.nbor(-2)
    left = participle.nbor(-1) if participle.i else None
    return left if left is not None and left.dep_ == "npadvmod" and left.head == participle else None


def _region(word: Token, compound: Compound, reading: Reading) -> list[Mention]:
    """The part of the country in "eastern-based"."""
    region = base().get(region_of(word.lower_) or "") if compound.relation == "basedIn" else None
    return [reading.mention_of(word, region.entity, "adjective", 0.9)] if region else []


def _related(token: Token, named: list[Mention], compound: Compound, reading: Reading) -> Iterator[Finding]:
    if not named:
        return
    noun = _noun_behind(token, reading)
    if compound.relation == "mediates":
        described = denote_all(_parties(noun), reading)
    else:
        described = [] if noun is None else list(reading.at(noun)) or denote_all([noun], reading)
    sides = {"x": named, "y": described}
    frame = Frame(compound.relation, "compound", weight=compound.weight)
    yield from pairs(token, frame, sides[compound.subject], sides[compound.object], "compound")


def _parties(noun: Token | None) -> list[Token]:
    """Between whom a mediated act is: "a UN-brokered truce between the LNA and the GNA"."""
    return [*prepositional(noun, "between"), *prepositional(noun, "among")] if noun is not None else []


def _noun_behind(token: Token, reading: Reading) -> Token | None:
    """Return the noun a compound stands before, whatever the parser made of the hyphens."""
    if token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i and token.dep_ in ("amod", "compound", "nmod", "acl"):
        return _bearer(token.head, reading)
    for other in token.doc[token.i + 1 : token.i + 8]:
        if other.pos_ in ("VERB", "AUX", "ADP", "PUNCT") and other.text not in ("-", ","):
            return None
        if other.i in reading.mentions or (other.pos_ in ("NOUN", "PROPN") and not _modifies(other)):
            return _bearer(other, reading)
    return None


def _bearer(noun: Token, reading: Reading) -> Token:
    """The name right behind a title: "UN-backed premier Fayez al-Sarraj"."""
    behind = noun.nbor(1) if noun.i + 1 < noun.sent.end else None
    titled = behind is not None and behind.i in reading.names and noun.lemma_.casefold() in title_words()
    return behind if behind is not None and titled and not reading.at(noun) else noun


def _modifies(token: Token) -> bool:
    return token.dep_ in ("compound", "nmod", "amod", "npadvmod") and token.head.i > token.i
