"""When two spellings of a name count as the same name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["folded", "folded_all"]

_POSSESSIVE = re.compile(r"['’`]s\b")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")


def folded(name: str) -> str:
    """Reduce a name to what is compared: no accents, case, punctuation, possessive or leading article.

    Examples
    --------
    >>> folded("The Haftar-led LNA's"), folded("Ghassan Salamé")
    ('haftar led lna', 'ghassan salame')
    """
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    text = _BETWEEN_WORDS.sub(" ", _POSSESSIVE.sub("", text)).strip()
    return text.removeprefix("the ")


def folded_all(names: Iterable[str]) -> frozenset[str]:
    """Fold several names; those of which nothing is left are dropped."""
    return frozenset(map(folded, names)) - {""}
