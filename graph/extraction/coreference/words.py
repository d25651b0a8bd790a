"""The word lists of the component."""

from __future__ import annotations

from functools import cache
from typing import Any

from graph.datafiles import load_yaml, package_file

__all__ = ["patterns"]

_PACKAGE = "graph.extraction.coreference"


@cache
def patterns() -> dict[str, Any]:
    """Return the component's word lists: flat lists as sets, the others as they are written."""
    data: dict[str, Any] = load_yaml(package_file(_PACKAGE, "patterns.yaml"), package=_PACKAGE, schema="patterns.schema.json")
    return {field: frozenset(words) if isinstance(words, list) else words for field, words in data.items()}
