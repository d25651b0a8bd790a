"""Seats, leadership and membership inside a noun phrase: "the GNA in Tripoli", "Haftar's LNA", "al-Lafi of the Council"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.actors import base
from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import place_behind
from graph.extraction.relations.syntax import prepositional
from graph.model import Mention

__all__ = ["by_seat"]

_SEATED = frozenset({"Government", "PoliticalBody", "ArmedGroup", "Organization"})
_JOINED = frozenset({"PoliticalBody", "ArmedGroup", "Organization", "InternationalOrganization", "Government"})


def by_seat(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield seat and membership that a name's own prepositional phrase or modifier gives."""
    for mention in reading.at(token):
        if mention.kind == "pronoun":
            continue
        if mention.entity.type in _SEATED and (mention.kind != "unknown" or token.i in reading.names):
            yield from _seat(token, mention, reading)
        if mention.entity.type in _JOINED and not (mention.kind == "unknown" and mention.entity.type == "Organization"):
            yield from _led(token, mention, reading)
            yield from _parts(token, mention, reading)
        elif mention.entity.type == "Person" and token.i in reading.names:
            yield from _of_body(token, mention, reading)
            for whole in _named(token, "of", reading):
                if whole.entity.type in _JOINED:
                    yield Finding("memberOf", mention, whole, token, "name-of:memberOf", weight=0.8)


def _led(token: Token, mention: Mention, reading: Reading) -> Iterator[Finding]:
    """ "Haftar's LNA", "the Tripoli brigade of Haitham Tajouri"; "whose Government of National Unity"."""
    owners = [m for c in token.children if c.dep_ == "poss" for m in reading.at(c)] or _whose(token, reading)
    for owner in [*owners, *_named(token, "of", reading), *_named(token, "under", reading)]:
        if owner.entity.type == "Person" and mention.entity.type != "InternationalOrganization":
            yield Finding("leads", owner, mention, token, "name-of:leads", weight=0.9)


def _whose(token: Token, reading: Reading) -> list[Mention]:
    """The owner of "whose self-declared Libyan National Army", which parsers tear apart."""
    for left in reversed(list(token.doc[max(token.sent.start, token.i - 5) : token.i])):
        if left.tag_ == "WP$":
            return list(reading.at(left))
        if left.pos_ not in ("ADJ", "NOUN", "ADV", "VERB") and left.text != "-":
            break
    return []


def _seat(token: Token, mention: Mention, reading: Reading) -> Iterator[Finding]:
    places = _named(token, "in", reading)
    if not places and mention.entity.type in ("Government", "PoliticalBody"):
        places = place_behind(token, reading)
    if mention.entity.type == "ArmedGroup" and not (token.dep_ == "pobj" and token.head.lower_ == "by"):
        places += [*_named(token, "of", reading), *(m for c in token.children if c.dep_ == "poss" for m in reading.at(c))]
    if mention.kind == "description":
        places += [m for c in token.children if c.dep_ in ("compound", "nmod") for m in reading.at(c)]
    for place in places:
        if place.entity.type == "Place" and not _seated_elsewhere(mention, place, reading):
            yield Finding("basedIn", mention, place, token, "name-in:basedIn", weight=0.9)


def _seated_elsewhere(mention: Mention, place: Mention, reading: Reading) -> bool:
    """Whether the base knows another seat for that day: then "in" tells where something happens, not where the body sits."""
    actor = base().get(mention.entity.id)
    seats = {link.id for link in actor.base if link.covers(reading.article.date)} if actor else set()
    around = {place.entity.id, *(town.id for town in base().within(place.entity.id))}
    return bool(seats) and not seats & around


def _parts(token: Token, mention: Mention, reading: Reading) -> Iterator[Finding]:
    """ "The LNA's 12th Brigade"."""
    for owner in (m for c in token.children if c.dep_ == "poss" for m in reading.at(c)):
        if owner.entity.type == mention.entity.type == "ArmedGroup" and owner.entity.id != mention.entity.id:
            yield Finding("partOf", mention, owner, token, "name-of:partOf", weight=0.9)


def _of_body(token: Token, mention: Mention, reading: Reading) -> Iterator[Finding]:
    """ "Rada's Kara": the possessive says that he has a post there, the base which."""
    actor = base().get(mention.entity.id)
    for body in (m for c in token.children if c.dep_ == "poss" for m in reading.at(c)):
        held = [r for r in (actor.roles if actor else ()) if r.body == body.entity.id and r.covers(reading.article.date)]
        if held and body.kind != "pronoun":
            yield Finding(held[0].relation, mention, body, token, f"name-of:{held[0].relation}", weight=0.8)


def _named(token: Token, preposition: str, reading: Reading) -> list[Mention]:
    return [m for t in prepositional(token, preposition) for m in reading.at(t) if m.kind != "pronoun"]
