"""Which earlier mention a pronoun or a description most likely takes up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graph.model import Mention

__all__ = ["Candidate", "most_salient"]

_SUBJECTS = ("nsubj", "nsubjpass")
_REACH = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention at a token, in sentence number `sentence` of the document."""

    token: Token
    mention: Mention
    sentence: int


def most_salient(
    anaphor: Token,
    sentence: int,
    candidates: Sequence[Candidate],
    fits: Callable[[Mention], bool],
    reach: int = _REACH,
    favoured: str | None = None,
) -> Candidate | None:
    """Return the fitting candidate that stands out most before an anaphor.

    Nearness counts most, then being a subject; the subject of the same clause cannot be its own object. The entity with the
    id `favoured` counts as if it stood two sentences nearer.
    """
    best, best_weight = None, 0.0
    for candidate in reversed(candidates):
        if sentence - candidate.sentence > reach:
            break
        if candidate.token.i >= anaphor.i or not fits(candidate.mention):
            continue
        if _same_clause_subject(anaphor, candidate.token) or (anaphor.lower_ == "it" and _listed(candidate.token)):
            continue
        weight = _weight(anaphor, sentence, candidate) + (4.0 if candidate.mention.entity.id == favoured else 0.0)
        if weight > best_weight:
            best, best_weight = candidate, weight
    return best


def _listed(token: Token) -> bool:
    """Whether a name is one of several joined: none of them alone is "it"."""
    return token.dep_ == "conj" or any(c.dep_ == "conj" and c.pos_ == token.pos_ for c in token.children)


def _same_clause_subject(anaphor: Token, token: Token) -> bool:
    if anaphor.dep_ in ("poss", *_SUBJECTS):
        return False
    return token.dep_ in _SUBJECTS and token.head == _clause(anaphor)


def _clause(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def _weight(anaphor: Token, sentence: int, candidate: Candidate) -> float:
    weight = 10.0 - 2.0 * (sentence - candidate.sentence)
    if candidate.token.dep_ in _SUBJECTS:
        weight += (2.5 if _main(candidate.token.head) else 1.5) - (1.0 if anaphor.dep_ == "dobj" else 0.0)
    if anaphor.dep_ == candidate.token.dep_ == "dobj":
        weight += 2.0
    if candidate.token.dep_ in ("poss", "compound", "nmod", "pobj"):
        weight -= 0.7
    if candidate.mention.kind == "adjective":
        weight -= 3.0
    if candidate.mention.entity.type == "Place":
        weight -= 1.5
    if candidate.mention.kind == "pronoun":
        weight += 0.3
    return weight


def _main(verb: Token) -> bool:
    """Whether a verb heads a main clause, what is said, or a clause joined to one of these."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ in ("ROOT", "ccomp")
