"""Whom a pronoun cannot mean for grammar's sake: who else takes part in its own clause, or speaks the quotation it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.extraction.coreference.discourse import Candidate
from graph.extraction.coreference.quotes import speaker_of
from graph.extraction.coreference.words import patterns
from graph.extraction.reading import Reading
from graph.extraction.relations.syntax import children, surface_subjects

__all__ = ["Barred", "barred"]

_SUBJECTS = ("nsubj", "nsubjpass")


class Barred:
    """The entities and the words that a pronoun cannot take up."""

    def __init__(self, tokens: set[int], entities: set[str]) -> None:
        self.tokens = tokens
        self.entities = entities

    def bars(self, candidate: Candidate) -> bool:
        """Whether a candidate is among them, alone or in a list."""
        return candidate.token.i in self.tokens or any(m.entity.id in self.entities for m in candidate.members)


def barred(pronoun: Token, reading: Reading) -> Barred:
    """Return what a pronoun cannot take up."""
    tokens = set(_beside(pronoun))
    around = [t for noun in _around(pronoun) for t in (noun, *children(noun, "appos"))]
    entities = {m.entity.id for token in (*tokens, *_below(pronoun), *around) for m in reading.at(token)}
    speaker = speaker_of(pronoun, reading, patterns()["saying"])
    if speaker is not None:
        entities.add(speaker.entity.id)
    return Barred({token.i for token in (*tokens, *around)}, entities)


def _beside(pronoun: Token) -> Iterator[Token]:
    """The other parts of a pronoun's clause: of an object the subject, whole lists of it, and the further objects."""
    if pronoun.dep_ in _SUBJECTS and pronoun.head.dep_ == "relcl":
        yield pronoun.head.head  # "a base that it built"
    if pronoun.dep_ in (*_SUBJECTS, "poss"):
        return
    verb = _clause(pronoun)
    spoken = verb.dep_ in ("ccomp", "parataxis", "dep") and not children(verb, *_SUBJECTS)
    for subject in [] if spoken else surface_subjects(verb):
        yield from (subject, *_joined(subject))
    for other in children(verb, "dobj", "dative"):
        if other != pronoun:
            yield from (other, *_joined(other))


def _around(pronoun: Token) -> Iterator[Token]:
    """The nouns that a pronoun is part of: "a spokesman for his government" is not he."""
    token = pronoun
    while token.dep_ in ("poss", "pobj", "prep", "nmod", "compound", "dobj", "pcomp") and token.head.pos_ not in ("VERB", "AUX"):
        token = token.head
        if token.pos_ in ("NOUN", "PROPN"):
            yield token


def _below(pronoun: Token) -> Iterator[Token]:
    """What a pronoun stands above and comes before: who accuses Dbeibah, or says that he did it, is not Dbeibah."""
    if pronoun.dep_ in (*_SUBJECTS, "dobj", "dative") and pronoun.head.pos_ in ("VERB", "AUX"):
        for part in pronoun.head.children:
            if part.i > pronoun.i and part.dep_ not in ("conj", "parataxis", "advcl"):
                yield from part.subtree


def _joined(token: Token) -> Iterator[Token]:
    for other in children(token, "conj", "appos"):
        yield other
        yield from _joined(other)


def _clause(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token
