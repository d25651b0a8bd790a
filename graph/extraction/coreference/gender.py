"""Whether a person is "he" or "she": as the base knows, or as persons of the same given name are."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from graph.actors import base
from graph.actors.names import key
from graph.extraction.reading import Reading
from graph.model import Mention

__all__ = ["gender_of"]


def gender_of(person: Mention, reading: Reading) -> str | None:
    """Return "male" or "female", or None where neither the base nor the given name nor the article tells."""
    actor = base().get(person.entity.id)
    if actor is not None and actor.gender is not None:
        return actor.gender
    given = key(person.entity.label)
    by_name = _given_names().get(given[0]) if len(given) > 1 else None
    return by_name or reading.genders.get(person.entity.id)


@cache
def _given_names() -> dict[str, str]:
    """The given names that all persons of the base share with others of their gender only."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in base():
        if actor.type == "Person" and actor.gender is not None:
            found[key(actor.label)[0]].add(actor.gender)
    return {name: next(iter(genders)) for name, genders in found.items() if len(genders) == 1}
