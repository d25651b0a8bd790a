"""The word lists of the component."""

from __future__ import annotations

from functools import cache
from typing import Any

from graph.actors.kinds import kinds_of_noun
from graph.actors.offices import title_words
from graph.datafiles import load_words

__all__ = ["names_person", "patterns"]


@cache
def patterns() -> dict[str, Any]:
    """Return the component's word lists: flat lists as sets, the others as they are written."""
    return load_words("graph.extraction.coreference", "patterns")


def names_person(noun: str) -> bool:
    """Whether a noun is an office or a kind of person."""
    return noun in title_words() or "Person" in kinds_of_noun(noun)
