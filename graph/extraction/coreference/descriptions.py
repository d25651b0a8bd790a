"""Definite descriptions in a sentence: by office and date, by seat, or taking up an earlier mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from spacy.tokens import Token

from graph.actors import Actor, base
from graph.actors.describe import bodies_of, seat_of
from graph.actors.kinds import kinds_of_noun
from graph.actors.names import key
from graph.actors.offices import holders, normal_title, relation_of_title, title_words
from graph.extraction.coreference.salience import Candidate, most_salient
from graph.extraction.reading import Reading
from graph.model import Mention

__all__ = ["describe", "modifiers"]

_INSIDE = ("compound", "amod", "nmod", "poss", "prep", "acl", "npadvmod", "nummod")


def describe(
    token: Token, number: int, seen: list[Candidate], reading: Reading, patterns: Mapping[str, Any]
) -> Mention | None:
    """Return the mention a description's head noun stands for, or None where it is no description or stays open."""
    if token.dep_ in ("compound", "amod", "nmod", "appos", "attr", "npadvmod") or _names_somebody(token, reading):
        return None
    named = modifiers(token, reading)
    if named:
        actor = _by_modifiers(token, named, reading)
        return reading.mention_of(token, actor.entity, "description", 0.85) if actor else None
    definite = any(c.lower_ in patterns["determiners"] for c in token.children if c.dep_ in ("det", "predet"))
    if not definite or token.tag_ in ("NNS", "NNPS"):
        return None
    found = _taken_up(token, number, seen, patterns)
    return reading.mention_of(token, found.mention.entity, "description", 0.8) if found else None


def _names_somebody(token: Token, reading: Reading) -> bool:
    return any(child.dep_ == "appos" and reading.at(child) for child in token.children)


def modifiers(token: Token, reading: Reading) -> list[Mention]:
    """Return the names that modify a noun from inside its phrase: "Turkish", "in Tripoli", "based in Tobruk", "Tripoli-based"."""
    found: list[Mention] = []
    for child in token.children:
        if child.dep_ in _INSIDE and child.tag_ != "VBG":
            found += _named_below(child, reading)
    return found


def _named_below(token: Token, reading: Reading) -> list[Mention]:
    here = [m for m in reading.at(token) if m.kind not in ("pronoun", "description")]
    if here or token.dep_ == "relcl":
        return here
    return [m for child in token.children if child.dep_ not in ("relcl", "conj") for m in _named_below(child, reading)]


def _by_modifiers(token: Token, named: Iterable[Mention], reading: Reading) -> Actor | None:
    actors = [actor for mention in named if (actor := base().get(mention.entity.id))]
    title = title_of(token)
    date = reading.article.date
    if token.lemma_ in title_words() and relation_of_title(title):
        bodies = dict.fromkeys(body for actor in actors for body in bodies_of(base(), actor, date))
        found = [office.holder for office in holders(base(), title, bodies, date)]
    else:
        found = seat_of(base(), [a for a in actors if a.type == "Place"], kinds_of_noun(token.lemma_), date)
    return found[0] if len(found) == 1 else None


def title_of(token: Token) -> str:
    """Return the common-noun words of a title, up to its head: "foreign minister"."""
    words = [
        t.lower_
        for t in token.subtree
        if t.i <= token.i and t.head in (token, token.head) and t.dep_ in ("compound", "amod", "nmod") and t.pos_ != "PROPN"
    ]
    return " ".join([*words, token.lemma_])


def _taken_up(token: Token, number: int, seen: list[Candidate], patterns: Mapping[str, Any]) -> Candidate | None:
    noun = token.lemma_.casefold()
    by_name = most_salient(token, number, seen, lambda m: noun in key(m.entity.label) and m.entity.type != "Place", reach=12)
    if by_name is not None:
        return by_name
    if noun in title_words():
        return most_salient(token, number, seen, lambda m: _has_title(m, noun), reach=8)
    kinds = [kind for kind, nouns in patterns["general_nouns"].items() if noun in nouns]
    if not kinds or token.text[0].isupper():
        return None
    return most_salient(token, number, seen, lambda m: m.entity.type in kinds and m.kind != "adjective", reach=2)


def _has_title(mention: Mention, noun: str) -> bool:
    actor = base().get(mention.entity.id)
    if mention.entity.type != "Person" or actor is None:
        return False
    return any(noun in (role.title.split()[-1], normal_title(role.title).split()[-1]) for role in actor.roles)
