"""Names in Arabic script written in Latin letters, to be compared with Latin spellings."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from graph.actors.names import key, naming

__all__ = ["latinised", "romanized"]

_SPELLINGS = 5
_MOST_WORDS = 5  # longer ones are names of bodies, which it does not know


def latinised(name: str) -> tuple[str, ...]:
    """Write an Arabic name in Latin letters as far as its script tells: consonants and long vowels.

    Parameters
    ----------
    name
        A name of one or more words.

    Returns
    -------
    tuple of str
        One spelling, or two where a letter has two usual values (that of "Jamal" and "Gamal").

    Examples
    --------
    >>> latinised("خليفة حفتر")
    ('khlife hftr',)
    """
    parts = [_word(word) for word in key(name)]
    plain = " ".join(parts)
    return (plain, plain.replace("j", "g")) if "j" in plain else (plain,)


@cache
def _word(word: str) -> str:
    sounds: dict[str, str] = naming()["arabic_sounds"]
    inner = "".join(sounds.get(letter, letter) for letter in word)
    first: dict[str, str] = naming()["arabic_first_sounds"]
    last: dict[str, str] = naming()["arabic_last_sounds"]
    inner = first.get(word[0], inner[:1]) + inner[1:]
    return inner[:-1] + last.get(word[-1], inner[-1:]) if len(word) > 1 else inner


def romanized(name: str) -> tuple[str, ...]:
    """Return usual Latin spellings of an Arabic name, the likeliest first; none without the extra `arabic`."""
    return _romanizer()(name) if 1 < len(key(name)) <= _MOST_WORDS else ()


@cache
def _romanizer() -> Callable[[str], tuple[str, ...]]:
    try:
        from arabic_name_romanizer import Transliterator  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        return lambda _name: ()
    transliterator = Transliterator()

    @cache
    def spellings(name: str) -> tuple[str, ...]:
        return tuple(candidate.text for candidate in transliterator.transliterate(name, top_k=_SPELLINGS))

    return spellings
