"""Which earlier mention a pronoun or a description most likely takes up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from graph.extraction.coreference.binding import barred
from graph.extraction.coreference.discourse import Candidate, Discourse
from graph.extraction.coreference.words import patterns
from graph.extraction.relations.syntax import clause_of, surface_subjects

__all__ = ["Choice", "most_salient"]

W = dict(
    decay=3.5,
    main=2.5,
    sub=1.5,
    objsub=0.0,
    par=3.0,
    obl=0.7,
    un=-0.5,
    unobl=-1.0,
    list=1.0,
    one=1.5,
    person=2.0,
    own=1.0,
    said=1.5,
    placeobl=1.5,
    cata=2.0,
    deep=0.5,
)
_SUBJECTS = ("nsubj", "nsubjpass")
_PARTICIPLE = ("VBN", "VBD", "VBG", "JJ")


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidate that stands out most, and by how much it does so before the next."""

    candidate: Candidate
    margin: float


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
    ranked: list[tuple[float, Candidate]] = []
    bar = barred(anaphor, discourse.reading)
    for candidate in (*discourse.back(reach), *ahead):
        worth = None if bar.bars(candidate) else fits(candidate)
        if worth is not None:
            ranked.append((worth + _weight(anaphor, discourse.sentence, candidate), candidate))
    if not ranked:
        return None
    best = max(ranked, key=lambda pair: pair[0])
    others = [weight for weight, c in ranked if _entities(c) != _entities(best[1])]
    return Choice(best[1], best[0] - max(others, default=0.0))


def _entities(candidate: Candidate) -> tuple[str, ...] | int:
    return tuple(m.entity.id for m in candidate.members) or candidate.token.i


def _weight(anaphor: Token, sentence: int, candidate: Candidate) -> float:
    token = candidate.token
    if token.i > anaphor.i:
        return 10.0 + W["cata"]
    named = candidate.mention is not None and candidate.mention.kind not in ("description", "pronoun")
    host = token.head if token.dep_ == "appos" and named else token
    weight = 10.0 - W["decay"] * (sentence - candidate.sentence)
    if host.dep_ in _SUBJECTS:
        weight += (W["main"] if _main(host.head) else W["sub"]) - (W["objsub"] if anaphor.dep_ == "dobj" else 0.0)
    if anaphor.dep_ == host.dep_ == "dobj":
        weight += W["par"]
    if host.dep_ in ("poss", "compound", "nmod", "pobj"):
        weight -= W["obl"] + (W["deep"] if host.dep_ == "pobj" and host.head.head.pos_ in ("NOUN", "PROPN") else 0.0)
    if anaphor.dep_ == "poss" and token in surface_subjects(clause_of(anaphor) or anaphor):
        weight += W["own"]
    if _says(anaphor) and _says(token):
        weight += W["said"]
    mention = candidate.mention
    if mention is None:
        return weight
    if mention.kind == "adjective" or _in_compound(token):
        weight -= 3.0
    if mention.entity.type == "Place":
        weight -= 1.5 + (W["placeobl"] if token.dep_ == "pobj" else 0.0)
    if mention.kind == "pronoun":
        weight += 0.3
    return weight


def _says(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying, before it or right behind it ("said Salame")."""
    if token.dep_ in _SUBJECTS:
        return token.head.lemma_ in patterns()["saying"]
    return token.i > token.sent.start and token.nbor(-1).lemma_ in patterns()["saying"] and token.nbor(-1).pos_ == "VERB"


def _in_compound(token: Token) -> bool:
    """Whether a name only qualifies another: the "UN" of "UN-backed"."""
    if token.i + 2 >= len(token.doc) or token.nbor(1).text != "-":
        return False
    return token.nbor(2).tag_ in _PARTICIPLE


def _main(verb: Token) -> bool:
    """Whether a verb heads a main clause, what is said, or a clause joined to one of these."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ in ("ROOT", "ccomp")
