"""The words of names: folding of case, diacritics, hyphens and Arabic letters; articles, titles, possessives."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from graph.datafiles import load_yaml, package_file

__all__ = [
    "Word",
    "fold",
    "is_arabic",
    "is_article",
    "is_connector",
    "is_descriptive",
    "is_participle",
    "is_qualifier",
    "is_title",
    "is_word_too",
    "key",
    "key_of",
    "naming",
    "words",
]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʿʾ`][^\W_]+|[\u0300-\u036f\u064b-\u065f\u0670]+[^\W_]*)*")
_ELIDED = re.compile(r"(?:[Ll]|d|(?:de|a|da|ne|su)ll)['’](?=\w)")  # French and Italian articles: "l'armée", "dell'esercito"
_ARABIC = re.compile("[\u0621-\u064a\u067e-\u06cc]")
_NAME_LENGTH = 120  # of longer texts the words are not kept
_MARKS = str.maketrans("", "", "'’ʿʾ`.")
_SPECIAL = str.maketrans({"ı": "i", "İ": "I", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


@cache
def naming() -> dict[str, Any]:
    """Return the word lists by which names are compared."""
    source = package_file("graph.actors", "names.yaml")
    data: dict[str, Any] = load_yaml(source, package="graph.actors", schema="names.schema.json")
    for field, value in data.items():
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            data[field] = frozenset(value)
    return data


class Word(NamedTuple):
    """A word of a text: its folded form, where it stands, whether it can continue a name begun before it, or is an article."""

    folded: str
    text: str
    start: int
    end: int
    joined: bool = False
    article: bool = False

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital or a digit, or is in a script without capitals."""
        first = self.text[0]
        return first.isupper() or first.isdigit() or first.upper() == first.lower()


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Bring a name to the form in which names are compared: no case, diacritics, apostrophes; hyphens as spaces.

    Examples
    --------
    >>> fold("Çavuşoğlu"), fold("al-Jamā‘a"), fold("U.N.")
    ('cavusoglu', 'al jamaa', 'un')
    """
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("‘", "")
    plain = plain.casefold().translate(_MARKS)
    if plain.isalnum():
        return plain
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


@lru_cache(maxsize=1 << 16)
def _fold_word(text: str) -> str:
    folded = fold(text).replace(" ", "")
    return _fold_arabic(folded) if is_arabic(folded) else folded


def is_arabic(text: str) -> bool:
    """Whether a text has letters of the Arabic script."""
    return _ARABIC.search(text) is not None


def _fold_arabic(word: str) -> str:
    """Write letters that spellings mix as one, and leave the article off."""
    for letter, written in naming()["arabic_letters"].items():
        word = word.replace(letter, written)
    bare = word.removeprefix("ال")
    return bare if len(bare) > 1 else word


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text; a possessive ending is no part of its word.

    Examples
    --------
    >>> [w.folded for w in words("Haftar’s U.N.-backed rivals")]
    ['haftar', 'un', 'backed', 'rivals']
    >>> [w.folded for w in words("l'armée")], [w.folded for w in words("الجيش")]
    (['armee'], ['جيش'])
    """
    yield from _words_of_name(text) if len(text) <= _NAME_LENGTH else _words(text)


@lru_cache(maxsize=1 << 12)
def _words_of_name(text: str) -> tuple[Word, ...]:
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    last: Word | None = None
    for match in _WORD.finditer(text):
        surface, start, end = match.group(), match.start(), match.end()
        if "'" in surface or "’" in surface or "`" in surface:
            if surface[-2:] in ("'s", "’s", "`s") and len(surface) > 2:
                surface, end = surface[:-2], end - 2
            elided = _ELIDED.match(surface)
            if elided:
                surface, start = surface[elided.end() :], start + elided.end()
        folded = _fold_word(surface)
        if folded:
            joined = last is not None and _joined(text, last, match.start())
            last = Word(folded, surface, start, end, joined, _is_article_here(folded, text[end : end + 1]))
            yield last


def _is_article_here(folded: str, behind: str) -> bool:
    """Whether a word is an article where it stands: "al" always, "at" and "as" only before a hyphen."""
    return is_article(folded) and (behind == "-" or folded in naming()["always_articles"])


def _joined(text: str, left: Word, start: int) -> bool:
    """Whether only a space, a hyphen, a possessive ending or the point of an abbreviation stands between two words."""
    between = text[left.end : start]
    if between == ". ":
        return len(left.text) == 1 or is_title(left.folded)
    return between in (" ", "-", "'s ", "’s ", "’", "'", "' ", "’ ", "\u00a0")


def is_article(word: str) -> bool:
    """Whether a folded word is an article ("al", "el", "the") that names are compared without."""
    return word in naming()["articles"]


def is_connector(word: str) -> bool:
    """Whether a folded word may stand in lower case inside a name ("of", "bin")."""
    return word in naming()["connectors"]


def is_title(word: str) -> bool:
    """Whether a folded word is a title or rank that can stand before a name."""
    return word in naming()["titles"]


def is_descriptive(word: str) -> bool:
    """Whether a folded word can stand before a person's name and say what he or she is: a title, a rank, "rebel"."""
    return is_title(word) or word in naming()["before_names"]


def is_qualifier(word: str) -> bool:
    """Whether a folded word before a body's name leaves it the same body ("so-called", "rival", "newly")."""
    return word in naming()["qualifiers"]


def is_participle(word: str) -> bool:
    """Whether a folded word ties an actor to the body named behind it ("UN-backed", "Haftar-led")."""
    return word in naming()["participles"]


def is_word_too(word: str) -> bool:
    """Whether an acronym, given folded, is also a word, so that it needs its capitals."""
    return word in naming()["words_too"]


def key_of(parts: Iterable[Word]) -> tuple[str, ...]:
    """Return the folded forms of words without articles (or with them, where nothing else is left)."""
    folded = [word.folded for word in parts]
    articles = naming()["articles"]
    return tuple([word for word in folded if word not in articles] or folded)


@lru_cache(maxsize=1 << 16)
def key(text: str) -> tuple[str, ...]:
    """Return the folded words of a name without articles (or with them, where nothing else is left).

    Examples
    --------
    >>> key("Anas al-Dabbashi brigade")
    ('anas', 'dabbashi', 'brigade')
    """
    return key_of(words(text))
