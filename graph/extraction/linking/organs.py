"""Organs of foreign states that the base does not list ("Nigerian Interior Ministry"): their state acts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from spacy.tokens import Token

from graph.actors import Actor, base
from graph.actors.base import case_fits
from graph.actors.names import Word, is_title, words
from graph.actors.offices import home, title_words
from graph.datafiles import load_words
from graph.extraction.reading import Name, Reading
from graph.model import Entity

__all__ = ["in_office", "namesake_abroad", "state_of"]

_LONGEST = 4
_NAMING = ("name", "acronym", "adjective")


@cache
def _words() -> dict[str, frozenset[str]]:
    return load_words("graph.extraction.linking", "organs")


@lru_cache(maxsize=4096)
def state_of(name: str) -> Entity | None:
    """Return the foreign state whose organ a name means, or None.

    Examples
    --------
    >>> [state.id for name in ("Nigerian Interior Ministry", "Parliament of Ghana") if (state := state_of(name))]
    ['nigeria', 'ghana']
    >>> state_of("Syrian National Council") is None
    True
    """
    parts = list(words(name))
    for length in range(min(_LONGEST, len(parts) - 1), 0, -1):
        state = _state(parts[:length])
        if state is not None:
            return state.entity if _is_organ(parts[length:]) else None
        state = _state(parts[-length:])
        if state is not None and parts[-length - 1].folded in ("of", "the"):
            return state.entity if _is_organ(parts[:-length]) else None
    return None


def _state(parts: Sequence[Word]) -> Actor | None:
    found = {a.actor.id: a.actor for a in base().lookup_words(parts) if a.kind in _NAMING and case_fits(a, parts)}
    states = [actor for actor in found.values() if actor.type == "State" and actor.id != home()]
    return states[0] if len(states) == 1 else None


def _is_organ(parts: Sequence[Word]) -> bool:
    """Whether words name an organ by their head: the last one, or the one before "of" or "for"."""
    folded = [word.folded for word in parts]
    end = next((i for i, word in enumerate(folded) if word in ("of", "for")), len(folded))
    if not _words()["against"].isdisjoint(folded[:end]):
        return False
    return any(" ".join(folded[start:end]) in _words()["organs"] for start in range(max(0, end - 2), end))


def namesake_abroad(token: Token, name: Name, reading: Reading) -> Entity | None:
    """Return the foreign state right before a name that alone would mean a body at home: "the US House of Representatives"."""
    if not name.aliases or any(not _at_home(a.actor) or a.kind == "acronym" for a in name.aliases):
        return None
    left = token.nbor(-1) if token.i else None
    if left is not None and left.tag_ == "POS" and left.i:
        left = left.nbor(-1)
    before = reading.mentions.get(left.i) if left is not None and left.i in reading.names else None
    fits = before is not None and left is not None and left.dep_ in ("amod", "compound", "nmod", "poss")
    foreign = before is not None and before.entity.type == "State" and before.entity.id != home()
    return before.entity if before is not None and fits and foreign else None


def _at_home(actor: Actor) -> bool:
    return actor.type in ("PoliticalBody", "ArmedGroup", "Organization") and actor.country in (None, home())


def in_office(token: Token) -> bool:
    """Whether a name says where somebody holds an office, which nobody holds in the state: "chief of the Nigerian Army"."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if behind is not None and _is_title(behind):
        return True
    if token.dep_ == "pobj":
        return _is_title(token.head.head)
    return token.dep_ in ("compound", "nmod", "poss", "amod") and (_is_title(token.head) or token.head.ent_type_ == "PERSON")


def _is_title(token: Token) -> bool:
    return is_title(token.lower_) or token.lemma_.casefold() in title_words()
