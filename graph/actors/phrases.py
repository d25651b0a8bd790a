"""Known names inside a phrase: behind a title or an office, beside a noun for what is named, behind what qualifies a body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from graph.actors.base import ActorBase, Alias, case_fits
from graph.actors.describe import titled
from graph.actors.kinds import kinds_of_noun
from graph.actors.names import (
    Word,
    is_arabic,
    is_article,
    is_connector,
    is_descriptive,
    is_participle,
    is_qualifier,
    is_title,
    is_word_too,
    naming,
    words,
)
from graph.actors.offices import owner_of, title_words

__all__ = ["bare_name", "within_phrase"]

Aliases = tuple[Alias, ...]


def within_phrase(known: ActorBase, phrase: str, date: dt.date | None) -> Aliases:
    """Return the names of the base that a phrase is, or consists of with nothing else that tells actors apart.

    Parameters
    ----------
    known
        The base to look in.
    phrase
        A name with or without what stands around it.
    date
        The day it was written.

    Examples
    --------
    >>> from graph.actors.base import base
    >>> phrases = ("Mr Haftar", "Italian Interior Minister Marco Minniti", "the town of Zintan", "the UN-backed GNA")
    >>> [within_phrase(base(), phrase, None)[0].actor.id for phrase in phrases]
    ['khalifa-haftar', 'marco-minniti', 'zintan', 'government-of-national-accord']
    """
    parts = list(words(phrase))
    found = _called(known, parts, date) or _behind_titles(known, parts, date)
    if found or len(parts) < 2:
        return found
    return _introduced(known, phrase, parts, date) or _with_its_kind(known, parts, date)


def _is_pronounced(acronym: str) -> bool:
    """Whether an acronym may be written like a name ("Isis", "Unsmil", "Bcl"); three letters with a vowel may be a word."""
    return len(acronym) > 3 or set(naming()["vowels"]).isdisjoint(acronym.casefold())


def _behind_titles(known: ActorBase, parts: Sequence[Word], date: dt.date | None) -> Aliases:
    """Return the persons named behind titles; a body there only has the office, as has the state of an adjective."""
    start = _untitled(parts)
    if _is_peoples_office(known, parts, start, date):
        return ()
    office = any(is_title(part.folded) for part in parts[:start])
    return tuple(a for a in _called(known, parts[start:], date) if not office or a.actor.type == "Person")


def _is_peoples_office(known: ActorBase, parts: Sequence[Word], start: int, date: dt.date | None) -> bool:
    """Whether the last word is an adjective behind an office, though it is a surname too ("الرئيس المصري")."""
    return 0 < start == len(parts) - 1 and owner_of(parts[start].folded) is not None and titled(known, parts[:start], date)


def bare_name(known: ActorBase, phrase: str) -> str:
    """Leave off all that says who somebody is, up to the name.

    Examples
    --------
    >>> from graph.actors.base import base
    >>> bare_name(base(), "the Libyan general Khalifa Haftar")
    'Khalifa Haftar'
    """
    parts = list(words(phrase))
    first = next((i for i, part in enumerate(parts) if not _says_who(known, part)), 0)
    for start in range(len(parts) - 2, first, -1):
        if _says_who(known, parts[start - 1]) and _introduces(known, parts[:start], None):
            return phrase[parts[start].start :]
    return phrase[parts[first].start :] if parts else phrase


def _called(known: ActorBase, parts: Sequence[Word], date: dt.date | None) -> Aliases:
    """Return the aliases that words are; in lower case only full names and persons' surnames: "who" and "house" are none."""
    aliases = tuple(alias for alias in known.lookup_words(parts) if alias.holds(date))
    if not aliases:
        return ()
    found = [w for w in parts if not is_article(w.folded)] or parts
    loose = [a for a in aliases if a.kind == "name" or (a.kind == "short" and a.actor.type == "Person")]
    if all(w.text.istitle() for w in found) and not is_word_too(found[0].folded):
        loose += [a for a in aliases if a.kind == "acronym" and _is_pronounced(a.text)]
    return tuple(a for a in aliases if case_fits(a, found)) or tuple(loose)


def _introduced(known: ActorBase, phrase: str, parts: Sequence[Word], date: dt.date | None) -> Aliases:
    """Return the names behind an office ("Italian Interior Minister Marco Minniti") or behind what qualifies a body."""
    for start in range(1, len(parts)):
        found, before = _called(known, parts[start:], date), parts[:start]
        apposed = start < len(parts) - 1 and phrase[parts[start].start - 1].isspace() and _apposed(before[-1])
        full = tuple(a for a in found if a.kind == "name") if apposed else ()
        if found and _is_peoples_office(known, parts, start, date):
            return ()
        if found and found[0].actor.type == "Person":
            return found if _introduces(known, before, date) or _initials(before, found[0].actor.label) else full
        if found:
            qualified = (a for a in found if a.kind in ("name", "acronym") and _qualify(known, before, a, date))
            return tuple(qualified) or tuple(a for a in full if a.actor.type not in ("Place", "State"))
    return ()


def _apposed(last: Word) -> bool:
    """Whether the last word before a full name is a common one and belongs to the same: not "aide to", or another given name.

    In Arabic it has the article; without it, what is named is somebody or something of the bearer's.
    """
    if is_arabic(last.text):
        return last.text.startswith("ال")
    common = last.text.islower() and not is_participle(last.folded)  # whether "Sirte-based" fits is for `_qualify` to say
    return common and not (is_connector(last.folded) or is_article(last.folded))


def _initials(before: Sequence[Word], label: str) -> bool:
    """Whether words before a surname are initials of its bearer: "K. Haftar"."""
    return all(len(part.text) == 1 and part.text.isupper() for part in before) and before[0].text == label[0]


def _introduces(known: ActorBase, parts: Sequence[Word], date: dt.date | None) -> bool:
    """Whether words are an office or say who somebody is, and do not only tie somebody else to the name ("aide to General")."""
    if all(_says_who(known, part) for part in parts) or titled(known, parts, date):
        return True
    ranks = next((i for i, part in enumerate(reversed(parts)) if not is_title(part.folded)), len(parts))
    if ranks and titled(known, parts[: len(parts) - ranks], date):
        return True
    ends_so = is_title(parts[-1].folded) or parts[-1].folded in title_words()
    return ends_so and not any(is_connector(part.folded) and not is_article(part.folded) for part in parts)


def _says_who(known: ActorBase, part: Word) -> bool:
    """Whether a word before a name can be a title, a rank, or the people its bearer is of."""
    if is_descriptive(part.folded) or is_article(part.folded) or "Person" in kinds_of_noun(part.folded):
        return True
    return owner_of(part.folded) is not None or any(a.kind in ("adjective", "demonym") for a in known.lookup_words((part,)))


def _qualify(known: ActorBase, parts: Sequence[Word], alias: Alias, date: dt.date | None) -> bool:
    """Whether words before a name leave it the same body: "UN-backed", its country, its leader; its seat before "-based"."""
    left = [part for part in parts if not (is_article(part.folded) or is_qualifier(part.folded))]
    while left:
        word = left.pop(0)
        named = {named.actor.id for named in known.lookup_words((word,))}
        if left and is_participle(left[0].folded):
            if left.pop(0).folded == "based" and not any(alias.actor in known.seated_in(place, date) for place in named):
                return False
        elif alias.actor.country not in named and named.isdisjoint(o.holder.id for o in known.offices(alias.actor.id)):
            return False
    return alias.actor.type not in ("Place", "State")


def _with_its_kind(known: ActorBase, parts: Sequence[Word], date: dt.date | None) -> Aliases:
    """Return what stands with a noun for what it is: "town of Zintan", "Warfalla tribe", "Wagner mercenaries"."""
    parts = [part for i, part in enumerate(parts) if i or not is_article(part.folded)]
    inner = next((i for i, part in enumerate(parts[1:], 1) if not is_connector(part.folded)), 1)
    for noun, rest in ((parts[0], parts[inner:]), (parts[-1], parts[:-1])):
        kinds = [kind for kind, nouns in naming()["beside_names"].items() if noun.folded in nouns]
        found = tuple(a for a in _called(known, rest, date) if a.actor.type in kinds) if kinds and rest else ()
        if found:
            return found
    return ()


def _untitled(parts: Sequence[Word]) -> int:
    """Return the number of titles and articles with which a phrase begins; none, where it is made of nothing else."""
    return next((i for i, w in enumerate(parts) if not (is_title(w.folded) or is_article(w.folded))), 0)
