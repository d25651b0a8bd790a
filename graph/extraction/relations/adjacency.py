"""Name, verb, name: a last resort where the tagger takes the verb for a noun ("Egypt and the UAE back the LNA")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.lexicon import finite_forms
from graph.extraction.relations.matching import pairs
from graph.model import Mention

__all__ = ["by_adjacency"]


def by_adjacency(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield what a finite verb form right between two names says, where the parse makes no clause of it."""
    frames = finite_forms().get(token.lower_, ())
    if not frames or _parsed(token) or token.i in reading.names:
        return
    subjects, objects = _left(token, reading), _right(token, reading)
    if subjects and objects:
        for frame in frames:
            yield from pairs(token, frame, subjects, objects, "adjacency")


def _parsed(token: Token) -> bool:
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
    return token.pos_ in ("VERB", "AUX") and (has_subject or token.dep_ not in ("amod", "ROOT", "conj", "compound"))


def _left(token: Token, reading: Reading) -> list[Mention]:
    """The names that end right before the verb, or before the verbs that it is listed with."""
    at = token.i - 1
    while at > token.sent.start and (token.doc[at].lower_ in finite_forms() or token.doc[at].text in (",", "and")):
        if token.doc[at].text in (",", "and") and token.doc[at - 1].lower_ not in finite_forms():
            break
        at -= 1
    found: list[Mention] = []
    joined = False
    while at >= token.sent.start and at in reading.names and token.doc[at].pos_ != "ADJ":
        found = [*reading.at(token.doc[at]), *found]
        at -= 1
        while at > token.sent.start and token.doc[at].lower_ in (",", "and", "the"):
            joined = joined or token.doc[at].lower_ == "and"
            at -= 1
        if not joined:  # a comma alone joins no list: "According to Saleh, Turkey arms"
            break
    return found


def _right(token: Token, reading: Reading) -> list[Mention]:
    """The name that begins right behind the verb, or behind the verbs that are listed with it."""
    end, at = token.sent.end, token.i + 1
    while at < end and (token.doc[at].lower_ in finite_forms() or token.doc[at].lower_ in (",", "and", "the")):
        at += 1
    skipped = [t.lower_ for t in token.doc[token.i + 1 : at] if t.lower_ != "the"]
    if at >= end or at not in reading.names or (skipped and "and" not in skipped):
        return []
    after = token.doc[at + 1] if at + 1 < end else None
    names_on = (
        after is not None and after.pos_ in ("NOUN", "PROPN") and token.doc[at].dep_ in ("compound", "poss", "amod", "nmod")
    )
    return [] if names_on else list(reading.at(token.doc[at]))
