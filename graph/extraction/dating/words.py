"""The words of dates, from their data file."""

from __future__ import annotations

from functools import cache
from typing import Any

from graph.datafiles import load_yaml, package_file

__all__ = ["alternatives", "words"]

_PACKAGE = "graph.extraction.dating"


@cache
def words() -> dict[str, Any]:
    """Return the words of dates by kind."""
    return dict(load_yaml(package_file(_PACKAGE, "words.yaml"), package=_PACKAGE, schema="words.schema.json"))


def alternatives(kind: str) -> str:
    """Return the words of a kind as one pattern, the longest first."""
    return "|".join(sorted(words()[kind], key=len, reverse=True))
