"""Comparing names: folding of case, diacritics and hyphens, and a skeleton that all Latin spellings of an Arabic name share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from graph.datafiles import load_yaml, package_file

__all__ = ["Word", "fold", "is_article", "is_connector", "is_title", "key", "skeleton", "spelled_alike", "words"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʿʾ`][^\W_]+)*")
_SERVANT = re.compile(r"^abd[aeou]?(?:l(?=[^aeiou])|(\w)(?=\1))?")
_SYLLABLE = re.compile(r"((?:[aeiou]|\B[wy])*)([^aeiou]|$)")
_MARKS = str.maketrans("", "", "'’ʿʾ`.")
_SPECIAL = str.maketrans({"ı": "i", "İ": "I", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


@cache
def _data() -> dict[str, Any]:
    source = package_file("graph.actors", "names.yaml")
    data: dict[str, Any] = load_yaml(source, package="graph.actors", schema="names.schema.json")
    for field in ("articles", "always_articles", "connectors", "titles", "given_prefixes"):
        data[field] = frozenset(data[field])
    return data


@dataclass(frozen=True, slots=True)
class Word:
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


def fold(text: str) -> str:
    """Bring a name to the form in which names are compared: no case, diacritics, apostrophes; hyphens as spaces.

    Examples
    --------
    >>> fold("Çavuşoğlu"), fold("al-Jamā‘a"), fold("U.N.")
    ('cavusoglu', 'al jamaa', 'un')
    """
    plain = unicodedata.normalize("NFKD", text.translate(_SPECIAL))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = plain.replace("‘", "").translate(_MARKS)
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


@cache
def _fold_word(text: str) -> str:
    return fold(text).replace(" ", "")


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text; a possessive ending is no part of its word.

    Examples
    --------
    >>> [w.folded for w in words("Haftar’s U.N.-backed rivals")]
    ['haftar', 'un', 'backed', 'rivals']
    """
    last: Word | None = None
    for match in _WORD.finditer(text):
        surface, end = match.group(), match.end()
        if surface[-2:] in ("'s", "’s", "`s") and len(surface) > 2:
            surface, end = surface[:-2], end - 2
        folded = _fold_word(surface)
        if folded:
            joined = last is not None and _joined(text, last, match.start())
            last = Word(folded, surface, match.start(), end, joined, _is_article_here(folded, text[end : end + 1]))
            yield last


def _is_article_here(folded: str, behind: str) -> bool:
    """Whether a word is an article where it stands: "al" always, "at" and "as" only before a hyphen."""
    return is_article(folded) and (behind == "-" or folded in _data()["always_articles"])


def _joined(text: str, left: Word, start: int) -> bool:
    """Whether only a space, a hyphen, a possessive ending or the point of an abbreviation stands between two words."""
    between = text[left.end : start]
    if between == ". ":
        return len(left.text) == 1 or is_title(left.folded)
    return between in (" ", "-", "'s ", "’s ", "’", "'", "' ", "’ ", "\u00a0")


def is_article(word: str) -> bool:
    """Whether a folded word is an article ("al", "el", "the") that names are compared without."""
    return word in _data()["articles"]


def is_connector(word: str) -> bool:
    """Whether a folded word may stand in lower case inside a name ("of", "bin")."""
    return word in _data()["connectors"]


def is_title(word: str) -> bool:
    """Whether a folded word is a title or rank that can stand before a name."""
    return word in _data()["titles"]


def key(text: str) -> tuple[str, ...]:
    """Return the folded words of a name without articles (or with them, where nothing else is left).

    Examples
    --------
    >>> key("Anas al-Dabbashi brigade")
    ('anas', 'dabbashi', 'brigade')
    """
    folded = tuple(w.folded for w in words(text))
    return tuple(w for w in folded if not is_article(w)) or folded


@cache
def skeleton(text: str) -> str:
    """Reduce a name to what all its Latin spellings share: consonant classes without vowels, articles and doubled letters.

    Examples
    --------
    >>> skeleton("Abdul Hamid Dbeibah") == skeleton("Abdelhamid al-Dabaiba")
    True
    >>> skeleton("Qaddafi") == skeleton("Gadhafi")
    True
    >>> skeleton("Ahmed") == skeleton("Mohammed")
    False
    """
    single = _transliterated("".join(key(text)))
    return "".join(c for c in single if c not in _data()["vowels"]) or single


def _transliterated(word: str) -> str:
    for letters, cls in _data()["transliteration"]:
        word = word.replace(letters, cls)
    return "".join(letter for letter, _ in groupby(word))


def spelled_alike(one: str, other: str) -> bool:
    """Whether two Latin spellings can be of one name: the same consonants in every word, and no vowels that tell names apart.

    Examples
    --------
    >>> spelled_alike("Abdulhameed Dabeiba", "Abdel Hamid al-Dbeibah"), spelled_alike("Hassan Ziglam", "Hussein Ziglam")
    (True, False)
    """
    first, second = _name_words(one), _name_words(other)
    return len(first) == len(second) and all(_same_word(_sounds(a), _sounds(b)) for a, b in zip(first, second, strict=True))


def _name_words(text: str) -> list[str]:
    """Return the words of a name with "Abdul" and its like joined to what they stand before."""
    joined: list[str] = []
    for word in key(text):
        if joined and joined[-1] in _data()["given_prefixes"]:
            joined[-1] += word
        else:
            joined.append(word)
    return [_SERVANT.sub("abd", word) for word in joined]


@cache
def _sounds(word: str) -> tuple[str, ...]:
    """Return vowels and consonants in turn, beginning with the vowels, which may be none; a last "h" is silent."""
    syllables = _SYLLABLE.findall(_transliterated(word.removesuffix("h")))
    return tuple(part for vowels, consonant in syllables if vowels or consonant for part in (vowels, consonant))


def _same_word(one: Sequence[str], other: Sequence[str]) -> bool:
    if one[1::2] != other[1::2] or (one[:1] == ("",)) != (other[:1] == ("",)):
        return False
    return all(_colour(a) == _colour(b) or not (_colour(a) and _colour(b)) for a, b in zip(one[::2], other[::2], strict=True))


def _colour(vowels: str) -> str:
    """Return the vowel that a spelling of vowels stands for; "e" can be any of "a" and "i", none be any."""
    return next((colour for colour, letters in (("u", "uow"), ("i", "iy"), ("a", "a")) if set(letters) & set(vowels)), "")
