"""Groups without a name of their own that a proper modifier tells apart: "Chadian rebels", "Syrian opposition leaders"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from spacy.tokens import Doc, Token

from graph.actors import base
from graph.actors.offices import home
from graph.datafiles import load_yaml, package_file
from graph.extraction.linking.memory import made_up_id
from graph.extraction.reading import Reading
from graph.model import Entity, Mention

__all__ = ["find_collectives"]

_PACKAGE = "graph.extraction.linking"
_SCORE = 0.7
_FARTHEST = 8
_MODIFIERS = ("amod", "compound", "nmod", "poss", "npadvmod")
_OWN = ("State", "Place", "Community")
_WHOLES = ("ArmedGroup", "PoliticalBody", "Organization")


class _Group(NamedTuple):
    """What a noun makes of its modifier: the noun of the label, its type, and whether the modifier's own group is meant."""

    noun: str
    type: str
    belongs: bool


@cache
def _words() -> Mapping[str, Any]:
    source = package_file(_PACKAGE, "collectives.yaml")
    data: dict[str, Any] = load_yaml(source, package=_PACKAGE, schema="collectives.schema.json")
    return {**data, "heads": frozenset(data["heads"]), "single_heads": frozenset(data["single_heads"])}


@cache
def _groups() -> Mapping[str, _Group]:
    """Return by each form of a noun what it makes of its modifier."""
    found: dict[str, _Group] = {}
    for kind in _words()["groups"]:
        for noun in kind["nouns"]:
            found[noun] = _Group(noun, kind["type"], kind["belongs"])
    return found


def find_collectives(doc: Doc, reading: Reading) -> None:
    """Add a mention, or several joined ones, for each noun that with its modifiers names a group."""
    for token in doc:
        if token.i in reading.mentions or token.pos_ not in ("NOUN", "PROPN", "ADJ") or _modifies(token):
            continue
        group = _group_of(token)
        if group is not None:
            reading.keep(token, tuple(_meant(token, group, reading)))


def _modifies(token: Token) -> bool:
    """Whether a noun only modifies the next one ("rebel leaders"), or is a title before a name."""
    return token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i


def _group_of(token: Token) -> _Group | None:
    own = _groups().get(token.lower_)
    if own is not None:
        return own
    plural = token.tag_ in ("NNS", "NNPS")
    if token.lemma_.casefold() not in _words()["heads" if plural else "single_heads"]:
        return None
    stems: Mapping[str, str] = _words()["stems"]
    noun = next((stems[t.lower_] for t in _before(token) if t.lower_ in stems), None)
    return _groups()[noun] if noun else None


def _before(token: Token) -> Iterator[Token]:
    """Yield the words before a noun that can belong to its phrase, from the nearest on."""
    for left in reversed(list(token.doc[max(token.sent.start, token.i - _FARTHEST) : token.i])):
        if left.pos_ not in ("ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PART") and left.dep_ not in _MODIFIERS:
            return
        if left.text == "-" or (left.i + 1 < token.i and left.nbor(1).text == "-"):
            return  # "Turkish-backed", "pro-Russian": who stands before the hyphen is not who the group is
        yield left


def _meant(token: Token, group: _Group, reading: Reading) -> Iterator[Mention]:
    owners = list(_owners(token, reading)) or _behind(token, group, reading)
    for owner, named in owners:
        entity = _entity(named, group, _prefix(owner))
        if entity is not None:
            first, last = min(owner.i, token.i), max(owner.i, token.i)
            start, end = token.doc[first].idx, token.doc[last].idx + len(token.doc[last])
            text = reading.article.text[start:end]
            yield Mention.model_construct(entity=entity, text=text, start=start, end=end, kind="unknown", score=_SCORE)


def _owners(token: Token, reading: Reading) -> Iterator[tuple[Token, Mention]]:
    """Yield the names that modify a noun, in the order of the text."""
    found: list[tuple[Token, Mention]] = []
    joined = False
    for left in _before(token):
        named = reading.mentions.get(left.i)
        if named is not None and left.i in reading.names:
            fits = named.kind == "adjective" or (left.dep_ in _MODIFIERS and left.head.i > left.i)
            if fits and (not found or (joined and named.kind == "adjective")):
                found.insert(0, (left, named))
        joined = left.pos_ == "CCONJ" or left.text == ","
    yield from found


def _behind(token: Token, group: _Group, reading: Reading) -> list[tuple[Token, Mention]]:
    """Who stands behind: "gunmen of the Islamic State", "rebels in the Ivory Coast", "opposition groups in Zimbabwe"."""
    below = [t for prep in token.children if prep.lower_ == "of" for t in prep.children if t.dep_ == "pobj"]
    wholes = [(t, m) for t in below if (m := reading.mentions.get(t.i)) is not None and m.entity.type in _WHOLES]
    return wholes or _around(token, group, reading)


def _around(token: Token, group: _Group, reading: Reading) -> list[tuple[Token, Mention]]:
    if group.belongs or token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != "in":
        return []
    place = token.nbor(3) if token.nbor(2).lower_ == "the" and token.i + 3 < len(token.doc) else token.nbor(2)
    named = reading.mentions.get(place.i)
    fits = named is not None and place.i in reading.names and named.entity.type in ("State", "Place") and not _at_home(named)
    return [(place, named)] if fits and named is not None else []


def _at_home(named: Mention) -> bool:
    actor = base().get(named.entity.id)
    return actor is not None and home() in (actor.id, actor.parent, actor.country)


def _prefix(owner: Token) -> str:
    """What stands before a hyphen: the "pro-" of "pro-Russian separatists"."""
    return owner.nbor(-2).lower_ if owner.i > 1 and owner.nbor(-1).text == "-" else ""


def _entity(named: Mention, group: _Group, prefix: str) -> Entity | None:
    """Return the group meant: an armed body itself ("ISIL militants"), else one of its own; none for the home country's."""
    kind = named.entity.type
    if prefix and (prefix not in _words()["prefixes"] or kind != "State" or named.entity.id == home()):
        return None
    if kind in _WHOLES:
        return named.entity if group.type == "ArmedGroup" else None
    if kind not in _OWN or named.entity.id == home():
        return None
    if kind == "Community" and group.belongs:
        return named.entity
    before = f"{prefix}-" if prefix else ""
    labels = [f"{before}{word} {group.noun}" for word in _modifiers(named)]
    known = [alias.actor.entity for label in labels for alias in base().lookup(label) if alias.kind == "name"]
    return known[0] if known else Entity(id=made_up_id(labels[0]), label=labels[0], type=group.type)


def _modifiers(named: Mention) -> list[str]:
    """Return the words by which a label can name the owner, the best first: an adjective, or the name of a place."""
    actor = base().get(named.entity.id)
    adjectives = list(actor.adjectives) if actor is not None else []
    return [named.entity.label, *adjectives] if named.entity.type == "Place" else [*adjectives, named.entity.label]
