"""Nouns that tell the type of what they head ("brigade", "parliament", "airport")."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from graph.datafiles import load_yaml, package_file

__all__ = ["kind_of_name", "kinds_of_noun"]


@cache
def _data() -> dict[str, Any]:
    source = package_file("graph.actors", "kinds.yaml")
    data: dict[str, Any] = load_yaml(source, package="graph.actors", schema="kinds.schema.json")
    return data


@cache
def _by_noun() -> dict[str, tuple[str, ...]]:
    nouns: dict[str, list[str]] = defaultdict(list)
    for kind, lists in _data().items():
        for noun in dict.fromkeys((*lists["head"], *lists["noun"])):
            nouns[noun].append(kind)
    return {noun: tuple(kinds) for noun, kinds in nouns.items()}


@cache
def _by_head() -> dict[str, str]:
    heads: dict[str, str] = {}
    for kind, lists in _data().items():
        for noun in lists["head"]:
            heads.setdefault(noun, kind)
    return heads


def kinds_of_noun(noun: str) -> tuple[str, ...]:
    """Return the entity types a noun can mean.

    Examples
    --------
    >>> kinds_of_noun("government"), kinds_of_noun("banana")
    (('Government',), ())
    """
    return _by_noun().get(noun, ())


def kind_of_name(folded_words: tuple[str, ...]) -> str | None:
    """Return the type a name tells by its last word, or by the one before its "of" ("Ministry of ...").

    Examples
    --------
    >>> kind_of_name(("rafallah", "sahati", "brigade")), kind_of_name(("fathi", "bashagha"))
    ('ArmedGroup', None)
    >>> kind_of_name(("state", "department", "of", "the", "treasury"))
    'PoliticalBody'
    """
    heads = _by_head()
    if len(folded_words) < 2:
        return None
    before_of = folded_words[max(folded_words.index("of") - 1, 0)] if "of" in folded_words else ""
    return heads.get(folded_words[-1]) or heads.get(before_of)
