"""Which earlier mention a pronoun or a description most likely takes up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self

from spacy.tokens import Token

from graph.extraction.coreference.binding import barred
from graph.extraction.coreference.discourse import Candidate, Discourse
from graph.extraction.coreference.words import patterns
from graph.extraction.relations.syntax import clause_of, surface_subjects

__all__ = ["Choice", "most_salient"]

_SUBJECTS = ("nsubj", "nsubjpass")
_NESTED = ("poss", "compound", "nmod", "pobj")
_PARTICIPLE = ("VBN", "VBD", "VBG", "JJ")
# What speaks for a candidate, set so that the pronouns of the articles 01-18 and of data/training/articles.yaml come out best.
_HERE, _SENTENCE = 10.0, 3.5
_MAIN, _SAID, _CLAUSE = 2.5, 2.0, 1.5
_BOTH_OBJECTS, _OWN_SUBJECT, _MATRIX_SUBJECT, _BOTH_SAY, _AHEAD = 3.0, 3.5, 2.0, 1.5, 1.0
_NESTING, _DEEPER, _QUALIFIER, _PLACE, _WHEREABOUTS, _AGAIN = 0.7, 0.3, 3.0, 1.5, 1.5, 0.3


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate that stands out most, and by how much it does so before the next."""

    candidate: Candidate
    margin: float


@dataclass(frozen=True, slots=True)
class _Anaphor:
    """What takes something up: its token and sentence, who its clause is about, whose words it is, whether it is said to say."""

    token: Token
    sentence: int
    own: frozenset[int]
    matrix: int
    says: bool

    @classmethod
    def of(cls, token: Token, sentence: int) -> Self:
        own = frozenset(s.i for s in _own_subjects(token)) if token.dep_ == "poss" else frozenset[int]()
        return cls(token, sentence, own, _matrix(token), _says(token))


def most_salient(
    anaphor: Token,
    discourse: Discourse,
    fits: Callable[[Candidate], float | None],
    reach: int = 2,
    ahead: Iterable[Candidate] = (),
) -> Choice | None:
    """Return the candidate that stands out most before an anaphor.

    Nearness counts most, then being a subject, then what `fits` finds it worth.

    Parameters
    ----------
    anaphor
        The pronoun or the head of the description.
    discourse
        What was spoken of so far.
    fits
        Tells what speaks for a candidate beside its place, or None where it cannot be meant.
    reach
        How many sentences back to look.
    ahead
        What stands behind the anaphor and may be meant all the same.
    """
    fitting = [(worth, c) for c in (*discourse.back(reach), *ahead) if (worth := fits(c)) is not None]
    if not fitting:
        return None
    bar, here = barred(anaphor, discourse.reading), _Anaphor.of(anaphor, discourse.sentence)
    ranked = [(worth + _weight(here, c), c) for worth, c in fitting if not bar.bars(c)]
    if not ranked:
        return None
    best = max(ranked, key=lambda pair: pair[0])
    others = [weight for weight, c in ranked if _meant(c) != _meant(best[1])]
    return Choice(best[1], best[0] - max(others, default=0.0))


def _meant(candidate: Candidate) -> tuple[str, ...] | int:
    return tuple(m.entity.id for m in candidate.members) or candidate.token.i


def _weight(here: _Anaphor, candidate: Candidate) -> float:
    token, mention = candidate.token, candidate.mention
    if token.i > here.token.i:
        return _HERE + _AHEAD
    named = mention is not None and mention.kind not in ("description", "pronoun")
    host = token.head if token.dep_ == "appos" and named else token
    weight = _HERE - _SENTENCE * (here.sentence - candidate.sentence) + _part(here, token, host)
    if mention is None:
        return weight
    if host.dep_ in _SUBJECTS and host.head.i == here.matrix:
        weight += _MATRIX_SUBJECT
    if mention.kind == "adjective" or _in_compound(token):
        weight -= _QUALIFIER
    if mention.entity.type == "Place":
        weight -= _PLACE + (_WHEREABOUTS if token.dep_ == "pobj" else 0.0)
    return weight + (_AGAIN if mention.kind == "pronoun" else 0.0)


def _part(here: _Anaphor, token: Token, host: Token) -> float:
    """What the part is worth that a candidate has in its sentence, beside that of the anaphor in its own."""
    worth = _OWN_SUBJECT if token.i in here.own or (here.token.dep_ == "poss" and _in_one_phrase(token, here.token)) else 0.0
    if host.dep_ in _SUBJECTS:
        worth += _rank(host.head)
    elif host.dep_ in _NESTED and not worth:
        worth -= _NESTING + (_DEEPER if host.dep_ == "pobj" and host.head.head.pos_ in ("NOUN", "PROPN") else 0.0)
    elif host.dep_ == here.token.dep_ == "dobj":
        worth += _BOTH_OBJECTS
    return worth + (_BOTH_SAY if here.says and _says(token) else 0.0)


def _own_subjects(anaphor: Token) -> list[Token]:
    """The subjects of a possessive's clause; who "is in its hands" is another."""
    verb = clause_of(anaphor)
    return surface_subjects(verb) if verb is not None and verb.lemma_ != "be" else []


def _in_one_phrase(owner: Token, anaphor: Token) -> bool:
    """Whether an "of" phrase before a possessive is part of the same noun phrase: "the return of Haftar to his positions"."""
    if owner.dep_ != "pobj" or owner.head.lower_ != "of":
        return False
    noun = owner.head.head
    return noun.pos_ == "NOUN" and noun in anaphor.ancestors


def _matrix(anaphor: Token) -> int:
    """The verb whose content is the clause of a subject, or of what belongs to it: "said" in "Sisi said his country ..."."""
    subject = anaphor.head if anaphor.dep_ == "poss" else anaphor
    verb = subject.head
    return verb.head.i if subject.dep_ in _SUBJECTS and verb.dep_ == "ccomp" else -1


def _says(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying, before it or right behind it ("said Salame")."""
    if token.dep_ in _SUBJECTS:
        return token.head.lemma_ in patterns()["saying"]
    before = token.nbor(-1) if token.i > token.sent.start else token
    return before.pos_ == "VERB" and before.lemma_ in patterns()["saying"]


def _in_compound(token: Token) -> bool:
    """Whether a name only qualifies another: the "UN" of "UN-backed"."""
    if token.i + 2 >= len(token.doc) or token.nbor(1).text != "-":
        return False
    return token.nbor(2).tag_ in _PARTICIPLE


def _rank(verb: Token) -> float:
    """What being the subject of a verb is worth: most in a main clause, less in what is said, least in other clauses."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return _MAIN if verb.dep_ == "ROOT" else _SAID if verb.dep_ == "ccomp" else _CLAUSE
