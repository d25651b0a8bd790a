"""Definite descriptions alone: an office with its body ("the Turkish president"), a seat ("the government in Tripoli")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.actors.base import ActorBase, Hit
from graph.actors.kinds import kinds_of_noun
from graph.actors.names import Word, is_qualifier, key, words
from graph.actors.offices import (
    english_title,
    heads,
    holders,
    home,
    is_any_head,
    is_filler,
    is_former,
    is_home_word,
    is_office,
    may_name_office,
    normal_title,
    owner_of,
    plain_noun,
    recognition,
    region_of,
    relation_of_title,
    towards,
)
from graph.actors.records import Actor

__all__ = ["bodies_of", "described", "is_called", "may_describe", "people_of", "seat_of", "titled"]

_SEATED = ("Government", "PoliticalBody", "ArmedGroup")  # "the West Bank" is no bank in western Libya
_Found = tuple[int, int, list[Actor]]


def may_describe(text: str) -> bool:
    """Whether a phrase holds a noun for an office or a kind of body at all.

    Examples
    --------
    >>> may_describe("the Turkish president"), may_describe("le ministre turc"), may_describe("Khalifa Haftar")
    (True, True, False)
    """
    return any(may_name_office(word) or kinds_of_noun(word) for word in key(text))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a description names, the states to which the holder of an office is posted, and the words that are left."""

    named: list[Actor]
    posts: list[Actor]
    head: str


def described(known: ActorBase, text: str, date: dt.date | None) -> list[Actor]:
    """Return the actors a description can mean on a date: one where it is clear, several where it is not.

    Parameters
    ----------
    known
        The base to look in.
    text
        A noun phrase such as "the UN envoy" or "Tripoli-based prime minister".
    date
        The day it was written; without one all who ever fitted are returned.

    Examples
    --------
    >>> from graph.actors.base import base
    >>> described(base(), "a very long story", None)
    []
    >>> [actor.id for actor in described(base(), "le ministre italien de l'Intérieur", dt.date(2017, 5, 1))]
    ['marco-minniti']
    """
    parts = _split(known, list(words(text)), date)
    if not parts.named or _at_odds(parts.named) or any(is_former(word) for word in parts.head.split()):
        return []
    named = _narrowest(parts.named)
    if not parts.head:
        return _placed(known, named, date)
    if relation_of_title(normal_title(parts.head)):
        posts = [post.label for post in parts.posts if post.id != home()]
        return _holders(known, " to ".join((parts.head, *posts)), named, date)
    noun = plain_noun(" ".join(word for word in parts.head.split() if not is_qualifier(word)))
    kinds = [kind for kind in kinds_of_noun(noun) if kind in _SEATED]
    places = [actor for actor in named if actor.type == "Place"]
    return _governing(known, named, kinds, date) or [a for a in seat_of(known, places, kinds, date) if is_called(a, noun)]


def _placed(known: ActorBase, named: Sequence[Actor], date: dt.date | None) -> list[Actor]:
    """Return the one body that is named together with its seat only ("the recognised government in Tripoli")."""
    places = [actor for actor in named if actor.type == "Place"]
    bodies = [actor for actor in named if actor.type != "Place"]
    if not places or len(bodies) != 1:
        return []
    return bodies if all(bodies[0] in seat_of(known, [place], {bodies[0].type}, date) for place in places) else []


def _narrowest(named: Sequence[Actor]) -> list[Actor]:
    """Leave out the home country beside anything else that is named: it says only where that is ("UN envoy in Libya")."""
    return [actor for actor in named if actor.id != home()] or list(named)


def _governing(known: ActorBase, named: Sequence[Actor], kinds: Sequence[str], date: dt.date | None) -> list[Actor]:
    """Return whom "the Italian government" means: the governments of the state that the base knows, or else the state."""
    if "Government" not in kinds or len(named) != 1 or named[0].type != "State":
        return []
    return governments(known, named[0], date) or ([] if known.governments_of(named[0].id, None) else [named[0]])


def governments(known: ActorBase, state: Actor, date: dt.date | None) -> list[Actor]:
    """Return the governments of a state on a date: of rivals the internationally recognised one, where it is known."""
    there = known.governments_of(state.id, date)
    recognised = {alias.actor.id for alias in known.lookup(recognition()) if date and alias.holds(date)}
    return [actor for actor in there if actor.id in recognised] or there


def is_called(actor: Actor, noun: str) -> bool:
    """Whether a noun is part of some name of an actor: the House of Representatives is no committee."""
    names = (actor.label, *actor.aliases, *(phrase.text for phrase in actor.descriptions))
    return any(noun in key(name) for name in names)


def _at_odds(named: Iterable[Actor]) -> bool:
    """Whether a body stands beside another country than its own ("speaker of Yemen's House of Representatives")."""
    states = {actor.id for actor in named if actor.type == "State"}
    others = {actor.country for actor in named if actor.type not in ("State", "Person", "Place") and actor.country}
    return bool(states and others - states)


def titled(known: ActorBase, parts: Sequence[Word], date: dt.date | None) -> bool:
    """Whether words are an office, alone or with its body, such as stands before a name ("US Secretary of State")."""
    return not is_filler(parts[-1].folded) and is_office(_split(known, parts, date).head)


def _split(known: ActorBase, parts: Sequence[Word], date: dt.date | None) -> _Parts:
    """Part the words that name actors, places, regions or bodies ("the eastern parliament") from the rest."""
    found = _named_in(known, parts, date)
    bare = _unglued(known, parts, found)
    if bare != list(parts):
        parts, found = bare, _named_in(known, bare, date)
    covered = {i for first, last, _ in found for i in range(first, last)}
    single = {i: actors for i, word in enumerate(parts) if i not in covered and (actors := _by_one_word(known, word))}
    posts, named = _posted(parts, found, beside_others=len(found) + len(single) > 1)
    left = [word.folded for i, word in enumerate(parts) if i not in covered and i not in single]
    rest = [word for word in left if not is_home_word(word)]
    while rest and is_filler(rest[0]):
        rest.pop(0)
    while rest and is_filler(rest[-1]):
        rest.pop()
    named += [actor for actors in single.values() for actor in actors]
    here = known.get(home())
    if here and not named and any(map(is_home_word, left)):  # "the country's prime minister"
        named = [here]
    return _Parts(list(dict.fromkeys(named)), posts, english_title(" ".join(rest)))


def _unglued(known: ActorBase, parts: Sequence[Word], found: Iterable[_Found]) -> list[Word]:
    """Leave off the Arabic "of" or "for" that is written together with a name: "للأمم المتحدة", "لليبيا"."""
    covered = {i for first, last, _ in found for i in range(first, last)}
    return [word if i in covered or word.folded[0] != "ل" else _bare(known, word) for i, word in enumerate(parts)]


def _bare(known: ActorBase, word: Word) -> Word:
    if is_filler(word.folded):
        return word
    glued = ("لل",) if known.has_word(word.folded) else ("لل", "ل")
    cut = (word.folded.removeprefix(letters) for letters in glued)
    return word._replace(folded=next((bare for bare in cut if known.has_word(bare)), word.folded))


def _named_in(known: ActorBase, parts: Sequence[Word], date: dt.date | None) -> list[_Found]:
    """Return where actors are named in some words, by a name or by a description of a body."""
    found: list[_Found] = []
    for hit in _hits(known, parts):
        if hit.last - hit.first == 1 and owner_of(parts[hit.first].folded):
            continue  # "المصري" beside an office is the Egyptian one, though it is a surname too
        meant = [a.actor for a in hit.aliases if a.kind != "description" or (a.actor.type != "Person" and a.holds(date))]
        if meant and all(hit.last <= first or last <= hit.first for first, last, _ in found):
            found.append((hit.first, hit.last, meant))
    return found


def _posted(parts: Sequence[Word], found: Iterable[_Found], *, beside_others: bool) -> tuple[list[Actor], list[Actor]]:
    """Part the states to which the holder of an office is posted from what else is named."""
    posts: list[Actor] = []
    named: list[Actor] = []
    for first, _, meant in found:
        behind = first > 0 and towards(parts[first - 1].folded, beside_others=beside_others)
        posted = behind and all(actor.type in ("State", "InternationalOrganization") for actor in meant)
        (posts if posted else named).extend(meant)
    return posts, named


def _by_one_word(known: ActorBase, word: Word) -> list[Actor]:
    """Return the region or the people that an adjective in lower case means, as "eastern", "turc" or "onusien"."""
    region = known.get(region_of(word.folded) or "")
    return [region] if region else people_of(known, word)


def people_of(known: ActorBase, word: Word) -> list[Actor]:
    """Return the actors whose adjective a word is, in any language, with or without a capital.

    Examples
    --------
    >>> from graph.actors.base import base
    >>> [actor.id for word in words("turc russo Libyan") for actor in people_of(base(), word)]
    ['turkey', 'russia', 'libya']
    """
    owner = known.get(owner_of(word.folded) or "")
    return [owner] if owner else [alias.actor for alias in known.lookup_words((word,)) if alias.kind == "adjective"]


def _hits(known: ActorBase, parts: Sequence[Word]) -> list[Hit]:
    """Return names and descriptions, the longest first; beside a name no description of one word ("Turkish parliament")."""
    names = list(known.scan(parts))
    phrases = [hit for hit in known.scan(parts, descriptions=True) if not names or hit.last - hit.first > 1]
    return sorted((*phrases, *names), key=lambda hit: hit.first - hit.last)


def bodies_of(known: ActorBase, actor: Actor, date: dt.date | None) -> list[str]:
    """Return the bodies an office "of" an actor may be in: itself, for a place the bodies seated there, the state it names."""
    bodies = [actor.id]
    if actor.type == "Place":
        around = (actor.id, *(town.id for town in known.within(actor.id)))
        bodies += [a.id for place in around for a in known.seated_in(place, date)]
    if actor.type == "State":
        bodies += [a.id for a in governments(known, actor, date)]
    return bodies


def _holders(known: ActorBase, title: str, named: Iterable[Actor], date: dt.date | None) -> list[Actor]:
    bodies = [body for actor in named for body in bodies_of(known, actor, date)]
    found = holders(known, title, dict.fromkeys(bodies), date)
    if not found and len(bodies) == 1 and is_any_head(title):
        found = heads(known, bodies, date)
    if not found and " " in title:  # "Libya's grand mufti": an office of one body of the state, whichever that is
        found = holders(known, title, [a.id for state in named for a in known.bodies_of_state(state.id)], date)
    return [office.holder for office in found]


def seat_of(known: ActorBase, places: Iterable[Actor], kinds: Iterable[str], date: dt.date | None) -> list[Actor]:
    """Return the bodies of certain types that have their seat in one of the places on a date."""
    wanted = set(kinds)
    around = [place.id for place in places]
    around += [town.id for region in tuple(around) for town in known.within(region)]
    seated = [actor for place in around for actor in known.seated_in(place, date)]
    return [actor for actor in dict.fromkeys(seated) if actor.type in wanted]
