"""Whether an article can concern Libya: a look at its words that costs next to nothing beside reading it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from graph.actors import Actor, base
from graph.actors.base import Alias
from graph.actors.names import is_arabic, is_article, key
from graph.actors.offices import home
from graph.datafiles import load_yaml, package_file
from graph.model import Article

__all__ = ["concerns_libya"]

_PACKAGE = "graph.extraction"
_WORD = re.compile(r"[^\W_]+(?:['’`](?!s\b)[^\W_]+)*")
_TELLING = frozenset({"name", "short", "adjective", "demonym", "metonym"})
_SHORTEST, _SHORTEST_ARABIC = 4, 3


@dataclass(frozen=True, slots=True)
class _Signs:
    """What gives an article away: letters, acronyms, folded words, and folded names of several words by their first."""

    letters: tuple[str, ...]
    acronyms: frozenset[str]
    words: frozenset[str]
    names: Mapping[str, Sequence[tuple[str, ...]]]

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a text; what costs least is looked for first."""
        plain = text if text.isascii() else unicodedata.normalize("NFC", text)
        lower = plain.casefold()
        if any(letters in lower for letters in self.letters):
            return True
        found = _WORD.findall(plain)
        words = [word for surface in found if (word := _folded(surface))]
        if not self.acronyms.isdisjoint(found) or not self.words.isdisjoint(words):
            return True
        return any(self._begins(words, at) for at, word in enumerate(words) if word in self.names)

    def _begins(self, words: Sequence[str], at: int) -> bool:
        return any(tuple(words[at : at + len(name)]) == name for name in self.names[words[at]])


def concerns_libya(article: Article) -> bool:
    """Whether an article names Libya, or somebody or something that is Libya's alone.

    Names that the rest of the world has too ("House of Representatives", "Saleh", "Brotherhood") tell nothing by themselves.

    Examples
    --------
    >>> concerns_libya(Article(id="a", text="Haftar's men took the airport south of the capital."))
    True
    >>> concerns_libya(Article(id="b", text="The House of Representatives passed a budget on Friday."))
    False
    """
    return any(_signs().stand_in(text) for text in (article.title, article.text) if text)


@lru_cache(maxsize=1 << 16)
def _folded(surface: str) -> str:
    """Return a word as the base's names have it, without an elided article; nothing for an article."""
    word = key(surface)[-1:]
    return word[0] if word and not is_article(word[0]) else ""


@cache
def _signs() -> _Signs:
    source = package_file(_PACKAGE, "relevance.yaml")
    data: dict[str, Any] = load_yaml(source, package=_PACKAGE, schema="relevance.schema.json")
    shared, ours = frozenset(data["shared"]), _ours()
    forms = [form.split() for form, aliases in base().folded_names() if form not in shared and _tells(form, aliases, ours)]
    words: set[str] = set()
    names: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in dict.fromkeys(map(tuple, (*forms, *map(key, data["names"])))):
        if len(name) == 1:
            words.add(name[0])
        else:
            names[name[0]].append(name)
    return _Signs(tuple(data["letters"]), frozenset(data["acronyms"]), frozenset(words), dict(names))


def _ours() -> frozenset[str]:
    """The ids of Libya's own records, and of the persons who held an office in one of its bodies."""
    own = {actor.id for actor in base() if actor.country == home() or actor.id == home()}
    return frozenset(own | {actor.id for actor in base() if any(role.body in own for role in actor.roles)})


def _tells(form: str, aliases: Sequence[Alias], ours: Collection[str]) -> bool:
    """Whether a name of the base gives Libya away: a word, or a person's full name, that nobody else in the base bears."""
    if any(alias.actor.id not in ours for alias in aliases):
        return False
    if " " in form:
        return any(alias.kind == "name" and _full_name(form, alias.actor) for alias in aliases)
    shortest = _SHORTEST_ARABIC if is_arabic(form) else _SHORTEST
    return len(form) >= shortest and form.isalpha() and any(alias.kind in _TELLING for alias in aliases)


def _full_name(form: str, actor: Actor) -> bool:
    """Whether a folded name is a person's with a family name: "Mohamed Hassan" could be anybody."""
    return actor.type == "Person" and not all(base().is_given_name(word) for word in form.split())
