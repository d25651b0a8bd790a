"""The pipeline component that hangs clauses on the noun that they can only be about, and names on their gerunds.

The parser knows no actors. Where a relative clause begins with "who", its noun must be a person; where it begins with
"which", it must not.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.actors.kinds import kinds_of_noun
from graph.actors.offices import title_words
from graph.extraction.reading import Reading, reading_of
from graph.extraction.relations.syntax import forget

__all__ = ["Repair"]

_FARTHEST = 14


class Repair:
    """Moves relative clauses between the nouns that could bear them."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the heads of relative clauses anew where their pronoun and their noun do not fit."""
        reading = reading_of(doc)
        for token in doc:
            if token.tag_ == "VBG" and token.dep_ == "amod":
                _take_object(token, reading)
        for clause in [t for t in doc if t.dep_ == "relcl"]:
            pronoun = _pronoun(clause)
            if pronoun is None:
                continue
            wanted = pronoun in ("who", "whom")
            if _is_person(clause.head, reading) in (wanted, None):
                continue
            for noun in _before(clause):
                if _is_person(noun, reading) is wanted:
                    clause.head = noun
                    break
        forget(doc)
        return doc


def _take_object(gerund: Token, reading: Reading) -> None:
    """Read "denied arming Haftar" as a verb with its object, where the parser saw an adjective before a name."""
    name = gerund.head
    verb = name.head
    beside = name.i in (gerund.i + 1, gerund.i + 2) and gerund.i in (verb.i + 1, verb.i + 2)
    if name.i in reading.names and name.dep_ in ("dobj", "attr") and verb.pos_ == "VERB" and beside:
        gerund.pos_ = "VERB"
        gerund.dep_ = "xcomp"
        gerund.head = verb
        name.dep_ = "dobj"
        name.head = gerund


def _pronoun(clause: Token) -> str | None:
    found = [c.lower_ for c in clause.children if c.tag_ in ("WP", "WDT") and c.i < clause.i]
    return found[0] if found and found[0] in ("who", "whom", "which") else None


def _is_person(noun: Token, reading: Reading) -> bool | None:
    """Whether a noun means a person; None where it may be people, or nobody can tell."""
    named = reading.at(noun)
    if named:
        kind = named[0].entity.type
        if kind == "Person":
            return True
        return None if kind in ("Community", "ArmedGroup") or named[0].kind == "adjective" else False
    word = noun.lemma_.casefold()
    if word in title_words():
        return True
    return False if kinds_of_noun(word) and noun.tag_ in ("NN", "NNP") else None


def _before(clause: Token) -> Iterator[Token]:
    """The nouns before a relative clause to which its present noun belongs, the nearest first."""
    noun, steps = clause.head, 0
    while noun.head is not noun and noun.head.i != noun.i and steps < _FARTHEST:
        noun, steps = noun.head, steps + 1
        if noun.pos_ in ("VERB", "AUX"):
            return
        if noun.pos_ in ("NOUN", "PROPN") and noun.i < clause.i:
            yield noun


@Language.factory("libyagraph_repair")
def make_repair(nlp: Language, name: str) -> Repair:
    """Create the component for a pipeline."""
    return Repair()
