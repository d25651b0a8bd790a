"""The pipeline component that hangs clauses on the noun that they can only be about, and names on their gerunds.

The parser knows no actors. Where a relative clause begins with "who", its noun must be a person; where it begins with
"which", it must not.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.extraction.reading import reading_of
from graph.extraction.relations.syntax import forget
from graph.extraction.repair.phrases import is_person, mend

__all__ = ["Repair"]

_FARTHEST = 14


class Repair:
    """Moves relative clauses between the nouns that could bear them."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the heads of relative clauses anew where their pronoun and their noun do not fit."""
        reading = reading_of(doc)
        for token in doc:
            mend(token, reading)
        for clause in [t for t in doc if t.dep_ == "relcl"]:
            pronoun = _pronoun(clause)
            if pronoun is None:
                continue
            wanted = pronoun in ("who", "whom")
            if is_person(clause.head, reading) in (wanted, None):
                continue
            for noun in _before(clause):
                if is_person(noun, reading) is wanted:
                    clause.head = noun
                    break
        forget(doc)
        return doc


def _pronoun(clause: Token) -> str | None:
    found = [c.lower_ for c in clause.children if c.tag_ in ("WP", "WDT") and c.i < clause.i]
    return found[0] if found and found[0] in ("who", "whom", "which") else None


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
