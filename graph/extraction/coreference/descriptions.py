"""Definite descriptions in a sentence: by office and date, by seat, or taking up an earlier mention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Token

from graph.actors import Actor, base
from graph.actors.describe import bodies_of, is_called, seat_of
from graph.actors.kinds import kinds_of_noun
from graph.actors.names import key
from graph.actors.offices import holders, home, is_former, normal_title, plain_noun, region_of, relation_of_title, title_words
from graph.actors.resolver import settle
from graph.extraction.coreference.beside import name_beside
from graph.extraction.coreference.salience import Candidate, most_salient
from graph.extraction.reading import Reading
from graph.extraction.relations.denotation import led_by, place_behind
from graph.extraction.relations.syntax import children
from graph.model import Mention

__all__ = ["describe", "modifiers"]

_DEEPEST = 6
_INSIDE = ("compound", "amod", "nmod", "poss", "prep", "acl", "npadvmod", "nummod")


def describe(token: Token, number: int, seen: list[Candidate], reading: Reading, patterns: Mapping[str, Any]) -> Mention | None:
    """Return the mention a description's head noun stands for, or None where it is no description or stays open."""
    if token.dep_ in ("compound", "amod", "nmod") or _names_somebody(token, reading):
        return None
    beside = name_beside(token, reading) or _called(token, reading, patterns["naming"])
    if beside is not None:
        return beside
    if token.dep_ in ("appos", "attr", "npadvmod"):
        return None
    known = settle(reading.phrases.get(token.i, ()), reading.article.date)
    if len(known) == 1 and _stands_alone(token, reading):
        return reading.mention_of(token, known[0][0].entity, "description", 0.9)
    seated = token.lemma_ in patterns["seated"]
    named = [] if _indefinite(token) and not seated else modifiers(token, reading)
    if named and is_former(title_of(token, reading).partition(" ")[0]):
        return None  # "the former UN envoy" is not today's
    if named or (seated and _regions(token)):
        actor = _by_modifiers(token, named, reading, patterns)
        return reading.mention_of(token, actor.entity, "description", 0.85) if actor else None
    definite = any(c.lower_ in patterns["determiners"] for c in token.children if c.dep_ in ("det", "predet"))
    if definite and token.text[0].isdigit():
        found = most_salient(
            token, number, seen, lambda m: token.lower_ in key(m.entity.label) and m.entity.type == "ArmedGroup", reach=30
        )
        return reading.mention_of(token, found.mention.entity, "short", 0.85) if found else None
    if not definite or token.tag_ in ("NNS", "NNPS"):
        return None
    found = _taken_up(token, number, seen, reading, patterns)
    return reading.mention_of(token, found.mention.entity, "description", 0.8) if found else None


def _called(token: Token, reading: Reading, naming: frozenset[str]) -> Mention | None:
    """Return the name a noun is said to bear: "that council, which calls itself ...", "a force known as ..."."""
    for clause in token.children:
        if clause.dep_ in ("relcl", "acl") and clause.lemma_ in naming:
            for named in clause.subtree:
                bears = named.dep_ in ("oprd", "dobj", "attr") or (named.dep_ == "pobj" and named.head.lower_ == "as")
                if bears and named.i in reading.names and named.head in (clause, *clause.children) and reading.at(named):
                    return reading.mention_of(token, reading.at(named)[0].entity, "description", 0.85)
    return None


def _names_somebody(token: Token, reading: Reading) -> bool:
    """Whether an apposition names what the noun means; a person beside "government" belongs to another noun."""
    body = bool(kinds_of_noun(token.lemma_)) and token.lemma_ not in title_words()
    named = [reading.at(child)[0] for child in token.children if child.dep_ == "appos" and reading.at(child)]
    return any(not body or mention.entity.type != "Person" for mention in named)


def modifiers(token: Token, reading: Reading) -> list[Mention]:
    """Return the names that modify a noun from inside its phrase: "Turkish", "in Tripoli", "based in Tobruk", "Tripoli-based"."""
    found: list[Mention] = []
    for child in token.children:
        if child.dep_ in _INSIDE and child.tag_ != "VBG":
            found += _named_below(child, reading)
    return found or place_behind(token, reading)


def _named_below(token: Token, reading: Reading, depth: int = 0) -> list[Mention]:
    here = [m for m in reading.at(token) if m.kind not in ("pronoun", "description")]
    if here or token.dep_ == "relcl" or depth > _DEEPEST:
        return here
    below = [c for c in token.children if c.dep_ not in ("relcl", "conj")]
    return [m for child in below for m in _named_below(child, reading, depth + 1)]


def _stands_alone(token: Token, reading: Reading) -> bool:
    """Of a one-word description ("the capital") whether nothing but "the" belongs to it."""
    if any(" " in alias.text for alias in reading.phrases[token.i]):
        return True
    return (
        any(c.lower_ == "the" for c in children(token, "det")) and not modifiers(token, reading) and not children(token, "prep")
    )


def _indefinite(token: Token) -> bool:
    return token.tag_ == "NNS" or any(c.dep_ == "det" and c.lower_ in ("a", "an", "some", "any", "no") for c in token.children)


def _regions(token: Token) -> list[Actor]:
    """The side of the country that a phrase names: "the eastern parliament", "the east-based government"."""
    words = [t.lower_ for t in token.subtree if t.i < token.i]
    return [actor for word in words if (actor := base().get(region_of(word) or ""))]


def _by_modifiers(token: Token, named: list[Mention], reading: Reading, patterns: Mapping[str, Any]) -> Actor | None:
    actors = [actor for mention in named if (actor := base().get(mention.entity.id))]
    title = title_of(token, reading)
    date = reading.article.date
    if token.lemma_ in title_words() and relation_of_title(title) in ("leads", "holdsOfficeIn"):
        bodies = dict.fromkeys(body for actor in actors for body in bodies_of(base(), actor, date))
        found = [office.holder for office in holders(base(), title, bodies, date)]
    elif token.lemma_ in patterns["seated"]:
        led = [led_by(m.entity, kinds_of_noun(token.lemma_), reading) for m in named if m.entity.type == "Person"]
        places = [a for a in actors if a.type == "Place"] or _regions(token)
        noun = plain_noun(token.lemma_)
        seated = seat_of(base(), places, kinds_of_noun(noun), date)
        called = [a for a in seated if is_called(a, noun)]
        found = [a for e in led if e and (a := base().get(e.id))] or called or seated
    else:
        return None
    return found[0] if len(found) == 1 else None


def title_of(token: Token, reading: Reading) -> str:
    """Return the common-noun words of a title, up to its head: "foreign minister"."""
    words = [
        t.lower_
        for t in token.subtree
        if t.i <= token.i
        and t.head in (token, token.head)
        and t.dep_ in ("compound", "amod", "nmod")
        and t.i not in reading.mentions
    ]
    return " ".join([*words, token.lemma_])


def _taken_up(
    token: Token, number: int, seen: list[Candidate], reading: Reading, patterns: Mapping[str, Any]
) -> Candidate | None:
    noun = token.lemma_.casefold()
    extra = {c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "nmod")} - patterns["neutral"]
    extra = {word for word in extra if " " not in word}  # "internationally recognised" tells nobody apart
    by_name = most_salient(token, number, seen, lambda m: _named_so(m, noun, extra, token.text[0].isupper()), reach=12)
    if by_name is not None:
        return by_name
    if noun in patterns["countries"] and not extra:
        return most_salient(token, number, seen, lambda m: m.entity.type == "State", reach=6, favoured=home())
    if extra - patterns["person_adjectives"]:
        return None
    if noun in title_words() or noun in patterns["persons"]:
        called = most_salient(token, number, seen, lambda m: _has_title(m, noun, reading), reach=12)
        if called is not None:
            return called
    if noun in patterns["persons"]:
        soldier = noun in patterns["ranks"]
        return most_salient(token, number, seen, lambda m: m.entity.type == "Person" and (not soldier or _bears_arms(m)), reach=2)
    if extra:
        return None
    kinds = [kind for kind, nouns in patterns["general_nouns"].items() if noun in nouns]
    if not kinds or token.text[0].isupper():
        return None
    return most_salient(token, number, seen, lambda m: m.entity.type in kinds and m.kind != "adjective", reach=2)


def _named_so(mention: Mention, noun: str, extra: set[str], capital: bool) -> bool:
    """Whether a noun is the head of one of an actor's names ("the brigade"), or a capitalised part of one ("the House")."""
    if mention.entity.type == "Place" or mention.kind == "adjective":
        return False
    actor = base().get(mention.entity.id)
    names = [mention.entity.label, mention.text]
    if actor is not None:
        names += [*actor.aliases, *(p.text for p in actor.descriptions)]
    return any(_headed_by(key(name), noun, extra, capital) for name in names)


def _headed_by(words: tuple[str, ...], noun: str, extra: set[str], capital: bool) -> bool:
    if noun not in words or not extra <= set(words):
        return False
    head = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    return capital or words[head] == noun


def _bears_arms(mention: Mention) -> bool:
    """Whether a person has ever had a post in an armed group, as far as the base knows."""
    actor = base().get(mention.entity.id)
    bodies = [base().get(role.body) for role in actor.roles] if actor else []
    return any(body is not None and body.type == "ArmedGroup" for body in bodies)


def _has_title(mention: Mention, noun: str, reading: Reading) -> bool:
    actor = base().get(mention.entity.id)
    if mention.entity.type != "Person":
        return False
    if noun in reading.titles.get(mention.entity.id, ()):
        return True
    if actor is None:
        return False
    return any(noun in (role.title.split()[-1], normal_title(role.title).split()[-1]) for role in actor.roles)
