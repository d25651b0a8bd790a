"""What an article has introduced so far: full names, and the short names and acronyms that go back to them."""

from __future__ import annotations

import re
from collections import defaultdict

from graph.actors.names import fold, is_article, is_connector, key
from graph.model import Entity

__all__ = ["Memory", "made_up_id"]


_SHORTEST = 3


class Memory:
    """Entities of one article by the words of the names that introduced them."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[str, Entity]] = defaultdict(dict)
        self._acronyms: dict[str, Entity] = {}
        self._initials: dict[str, dict[str, Entity]] = defaultdict(dict)
        self._seen: dict[str, Entity] = {}

    def introduce(self, name: str, entity: Entity) -> None:
        """Remember that a name stood for an entity."""
        self._seen[entity.id] = entity
        for word in {*key(name), *key(entity.label)}:
            if not is_article(word) and not is_connector(word):
                self._by_word[word][entity.id] = entity
        initials = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
        if len(initials) >= _SHORTEST:
            self._initials[initials][entity.id] = entity

    def define(self, acronym: str, entity: Entity) -> None:
        """Remember that the article gave an acronym for an entity."""
        self._acronyms[acronym.replace(".", "")] = entity

    def by_acronym(self, text: str) -> Entity | None:
        """Return what the article defined an acronym to mean."""
        return self._acronyms.get(text.replace(".", ""))

    def by_initials(self, text: str) -> Entity | None:
        """Return the one introduced entity whose capitalised words begin with the letters of an acronym."""
        found = self._initials.get(text.replace(".", ""), {})
        return next(iter(found.values())) if len(found) == 1 else None

    @property
    def seen(self) -> frozenset[str]:
        """The ids of all entities introduced so far."""
        return frozenset(self._seen)

    def knows(self, entity_id: str) -> bool:
        """Whether an entity was introduced."""
        return entity_id in self._seen

    def by_part(self, name: str, kind: str | None = None) -> list[Entity]:
        """Return the introduced entities whose names hold all words of a shorter name; of one type, where it is given."""
        groups = [self._by_word.get(word, {}) for word in key(name)]
        if not groups or not all(groups):
            return []
        shared = [e for i, e in groups[0].items() if all(i in group for group in groups[1:])]
        return [e for e in shared if kind is None or e.type == kind]


def made_up_id(label: str) -> str:
    """Return the id of an unknown actor: `x-` and its folded name, the same in every article.

    Examples
    --------
    >>> made_up_id("Taher al-Gharabli")
    'x-taher-al-gharabli'
    """
    return "x-" + (re.sub(r"\s+", "-", fold(label)) or "nameless")
