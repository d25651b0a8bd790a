"""Names that no record lists, but that differ from a listed one only as spellings, wordings and fathers' names do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from rapidfuzz import fuzz

from graph.actors.arabic import latinised, romanized
from graph.actors.base import ActorBase, Alias
from graph.actors.names import fold, is_arabic, is_article, is_connector, key, words
from graph.actors.records import Actor
from graph.actors.spelling import mistyped, person_words, shortened, spelled_alike, surname_alike, within_name

__all__ = ["Ranked", "by_spelling", "by_wording"]

_LIKENESS_NEEDED = 79.9
_LEAD_NEEDED = 6.0
_LETTERS_ALONE = 5
_ALIKE, _WORDED, _PARTLY, _MISTYPED, _OPEN = 0.85, 0.85, 0.8, 0.7, 0.5
Ranked = tuple[tuple[Actor, float], ...]
"""Actors with how well each fits (0 to 1), the best first."""


def by_wording(known: ActorBase, name: str, date: dt.date | None) -> Ranked:
    """Rank the bodies that have a name in another wording ("Nawasi Battalion", "Libya's High State Council").

    Only names of two words or more count, and only bodies that a description in this wording means on the date.
    """
    content = [word for word in words(name) if not (is_article(word.folded) or is_connector(word.folded))]
    if len(content) < 2 or not any(word.capitalised for word in content):
        return ()
    found = (alias for alias in known.worded_like(name) if alias.holds(date))
    return tuple((actor, _WORDED) for actor in dict.fromkeys(alias.actor for alias in found))


def by_spelling(known: ActorBase, name: str) -> Ranked:
    """Rank the actors that a name can mean as another spelling of theirs, or with fewer or more names in its middle."""
    first = next((word for word in words(name) if not is_article(word.folded)), None)
    if first is None or not first.capitalised:
        return ()
    if not is_arabic(name):
        ranked = _by_latin(known, name, _LIKENESS_NEEDED) or _by_mistake(known, name)
        return ranked or _by_latin(known, _surname_last(known, name), _LIKENESS_NEEDED)
    ranked = _in_part(known, name)
    for spelled in (*latinised(name), *romanized(name)):
        ranked = ranked or _by_latin(known, spelled, 0.0)
    return ranked or _by_mistake(known, name)


def _surname_last(known: ActorBase, name: str) -> str:
    """Turn round a name of two words that is given as lists give it ("Haftar, Khalifa"); return others as they are."""
    parts = key(name)
    turned = len(parts) == 2 and known.is_given_name(parts[1]) and not known.is_given_name(parts[0])
    return f"{parts[1]} {parts[0]}" if turned else ""


def _by_latin(known: ActorBase, name: str, needed: float) -> Ranked:
    alike = known.spelled_like(name)
    count = len(person_words(name))
    if count > 1:
        return _best(name, alike, needed) or _in_part(known, name)
    if not count or len(key(name)[-1]) < _LETTERS_ALONE or known.is_given_name(key(name)[-1]):
        return ()
    shorts = known.shortened_like(name)
    if not needed:  # one word without its vowels is little to go by
        return _best(name, (alias for alias in shorts if alias.actor.type == "Person"), needed)
    return _best(name, (*alike, *shorts), needed)


def _best(name: str, aliases: Iterable[Alias], needed: float) -> Ranked:
    """Rank the actors that have a full name spelled alike, by the likest of these; the first alone where it leads clearly."""
    folded = fold(name)
    likeness: dict[str, tuple[Actor, float]] = {}
    for alias in aliases:
        actor = alias.actor
        ratio = fuzz.ratio(folded, fold(alias.text))
        if ratio > max(needed, likeness.get(actor.id, (actor, 0.0))[1]) and spelled_alike(alias.text, name):
            likeness[actor.id] = (actor, ratio)
    ranked = sorted(likeness.values(), key=lambda pair: -pair[1])
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] >= _LEAD_NEEDED:
        ranked = ranked[:1]
    return tuple((actor, _ALIKE if len(ranked) == 1 else _OPEN) for actor, _ in ranked)


def _in_part(known: ActorBase, name: str) -> Ranked:
    """Rank persons of whom one name has words in the middle that another lacks; none whose last name is a given name."""
    if not key(name) or known.is_given_name(key(name)[-1]):
        return ()
    aliases = known.beginning_and_ending_like(name)
    found = [a.actor for a in aliases if within_name(a.text, name) or within_name(name, a.text)]
    return tuple((actor, _PARTLY) for actor in dict.fromkeys(found))


def _by_mistake(known: ActorBase, name: str) -> Ranked:
    """Rank persons whose full name lacks an "Abdul", or has other vowels in the surname, or one mistaken letter.

    A word that some known name has is no mistake.
    """
    aliases = known.beginning_or_ending_with(name)
    found = [alias.actor for alias in aliases if shortened(name, alias.text)]
    found = found or [alias.actor for alias in known.spelled_like(name) if surname_alike(alias.text, name)]
    mistakes = ((alias.actor, mistyped(name, alias.text)) for alias in aliases)
    found = found or [actor for actor, word in mistakes if word and not known.has_word(word)]
    return tuple((actor, _MISTYPED) for actor in dict.fromkeys(found))
