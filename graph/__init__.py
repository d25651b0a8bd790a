"""libyagraph: news text about the Libya conflict to a graph of who backs, arms, recognizes or fights whom.

The names below are the public face; everything else may move between releases.

Examples
--------
>>> import graph
>>> graph.resolve("Hifter").entity.label
'Khalifa Haftar'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.actors import resolve
    from graph.api import KnowledgeGraph, build, extract
    from graph.model import Article, Claim, Entity

__all__ = ["Article", "Claim", "Entity", "KnowledgeGraph", "build", "extract", "resolve"]

_HOMES = {
    "Article": "graph.model",
    "Claim": "graph.model",
    "Entity": "graph.model",
    "KnowledgeGraph": "graph.api",
    "build": "graph.api",
    "extract": "graph.api",
    "resolve": "graph.actors",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: spaCy alone takes a second to load."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'graph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
