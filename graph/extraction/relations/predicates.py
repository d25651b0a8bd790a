"""Verbs, adjectives and nouns as triggers of relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.lexicon import Frame, adjectives, gerunds, listed, nouns, verbs
from graph.extraction.relations.matching import match, pairs
from graph.extraction.relations.roles import conditions_hold, role_tokens
from graph.extraction.relations.syntax import children, clause_of, objects, passive, prepositional, subjects, surface_subjects
from graph.model import Mention

__all__ = ["by_adjective", "by_noun", "by_verb", "described"]


def by_verb(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield what a verb says, through the frames of its lemma, and through a shared subject of a symmetric relation."""
    frames = listed(verbs(), token)
    if not frames or token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
        return
    shape = (
        "passive" if passive(token) else {"relcl": "relative", "acl": "participle", "xcomp": "control"}.get(token.dep_, "active")
    )
    for frame in frames:
        found = list(match(token, frame, reading, f"verb-{shape}"))
        yield from found
        if not found and frame.reciprocal:
            yield from _reciprocal(token, frame, reading)
        if not found and not (frame.where or frame.where_any) and _each_other(token):
            members = denote_all(subjects(token), reading)
            yield from pairs(token, frame, members, members, "verb-reciprocal")


def _each_other(verb: Token) -> bool:
    """Whether the subjects do it to "each other", "one another" or, after "neither", "the other"."""
    found = objects(verb)
    last = [o.right_edge for o in found if o.i > verb.i] + [o.nbor(1) for o in found if verb.i < o.i < len(o.doc) - 1]
    return any(o.lower_ in ("other", "another") and o.nbor(-1).lower_ in ("each", "one", "the") for o in [*found, *last] if o.i)


def _reciprocal(verb: Token, frame: Frame, reading: Reading) -> Iterator[Finding]:
    """ "Haftar and Sarraj met": the subjects among each other, where the verb has no object."""
    if not conditions_hold(frame, verb) or (children(verb, "dobj") and frame.where is None):
        return
    yield from _among(verb, frame, denote_all(subjects(verb), reading), "verb-reciprocal")


def _among(trigger: Token, frame: Frame, members: list[Mention], construction: str) -> Iterator[Finding]:
    for i, first in enumerate(members):
        yield from pairs(trigger, frame, [first], members[i + 1 :], construction)


def by_adjective(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield what an adjective with a preposition says: "loyal to Haftar", "critical of the UN"."""
    for frame in listed(adjectives(), token):
        if token.pos_ not in ("ADJ", "VERB"):
            continue
        subjects = denote_all(described(token), reading)
        objects = [m for role in frame.object for m in denote_all(role_tokens(token, role), reading)]
        loyal_to = {m.entity.id for m in objects}
        subjects = [m for m in subjects if m.entity.id not in loyal_to]
        yield from pairs(token, frame, subjects, objects, "adjective")


def described(adjective: Token) -> list[Token]:
    """Return the noun that an adjective says something of."""
    if adjective.dep_ in ("amod", "relcl", "acl", "appos"):
        return [adjective.head]
    if adjective.dep_ in ("acomp", "attr", "oprd"):
        return surface_subjects(adjective.head)
    if adjective.dep_ == "conj":
        return described(adjective.head)
    return []


def by_noun(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield what a noun says: of an agent ("backer of"), an act ("support for"), or an act among several ("talks between")."""
    if token.pos_ not in ("NOUN", "PROPN") or token.i in reading.names:
        return
    for frame in listed(nouns(), token):
        if frame.kind == "mutual":
            yield from _mutual(token, frame, reading) if conditions_hold(frame, token) else ()
            continue
        found = list(match(token, frame, reading, f"noun-{frame.kind}"))
        yield from found
        if not found and frame.mutual and token.tag_ == "NNS":
            both = denote_all(role_tokens(token, "self"), reading, token)
            yield from _among(token, replace(frame, relation=frame.mutual), both, "noun-mutual")
    for frame in gerunds().get(token.lower_, ()):
        yield from match(token, frame, reading, "gerund")


def _mutual(noun: Token, frame: Frame, reading: Reading) -> Iterator[Finding]:
    between = denote_all([*role_tokens(noun, "prep:between"), *role_tokens(noun, "prep:among")], reading)
    if len(between) > 1:
        yield from _among(noun, frame, between, "noun-mutual")
        return
    partners = denote_all(role_tokens(noun, "prep:with"), reading)
    if not partners:
        yield from _at_war(noun, frame, reading)
        return
    sides = denote_all(children(noun, "poss"), reading) or denote_all(prepositional(noun, "of"), reading)
    sides = sides or denote_all(children(noun, "amod", "compound", "nmod"), reading) or _taking_part(noun, reading)
    yield from pairs(noun, frame, sides, partners, "noun-mutual")


def _at_war(noun: Token, frame: Frame, reading: Reading) -> Iterator[Finding]:
    """ "The Tebu and the Tuareg are at war"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("at", "in") and noun.head.head.lemma_ in ("be", "remain", "lock"):
        yield from _among(noun, frame, denote_all(surface_subjects(noun.head.head), reading), "noun-mutual")


def _taking_part(noun: Token, reading: Reading) -> list[Mention]:
    """The subject of the clause: "held talks with", "after a meeting with"."""
    verb = clause_of(noun)
    if verb is None:
        root = noun.sent.root
        return list(reading.at(root)) if root.i in reading.names and root.i < noun.i else []
    if noun.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return []
    return denote_all(role_tokens(verb, "subj") or surface_subjects(verb), reading)
