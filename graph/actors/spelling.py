"""Spellings: what all Latin spellings of an Arabic name share, and all wordings of a body's name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby

from rapidfuzz.distance import OSA

from graph.actors.names import is_arabic, is_connector, key, naming

__all__ = [
    "ends",
    "mistyped",
    "names_country",
    "person_words",
    "shortened",
    "skeleton",
    "spelled_alike",
    "surname_alike",
    "within_name",
    "worded_alike",
    "wording",
    "wording_key",
]

_SERVANT = re.compile(r"^[ae]bd[aeou]?(?:l(?=[^aeiou])|(\w)(?=\1))?")
_SYLLABLE = re.compile(r"((?:[aeiou]|\B[wy])*)([^aeiou]|$)")
# An article written as part of the word: "Elkaber", "Almasri", "Asswehly".
_GLUED = re.compile(r"^[ae](?:l(?=[^aeiou][aeiou]\w{2})|([^aeiou])(?=\1\w{4}))")
_FATHER_OF = re.compile(r"^a?bo?u(?=[^aeioul]\w{2})")  # "Abu", "Bou" and "Bu" before a name
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th|e|eme|er|ma|a|o)$")


@lru_cache(maxsize=1 << 16)
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
    single = _transliterated("".join(person_words(text) or key(text)))
    return "".join(c for c in single if c not in naming()["vowels"]) or single


def _transliterated(word: str) -> str:
    for letters, cls in naming()["transliteration"]:
        word = word.replace(letters, cls)
    return "".join(letter for letter, _ in groupby(word))


def spelled_alike(one: str, other: str) -> bool:
    """Whether two Latin spellings can be of one name: the same consonants in every word, and no vowels that tell names apart.

    Examples
    --------
    >>> spelled_alike("Abdulhameed Dabeiba", "Abdel Hamid al-Dbeibah"), spelled_alike("Hassan Ziglam", "Hussein Ziglam")
    (True, False)
    """
    first, second = person_words(one), person_words(other)
    return len(first) == len(second) and all(map(_same_word, first, second))


def within_name(shorter: str, longer: str) -> bool:
    """Whether a name is another one without some words in its middle: a father's name, a grandfather's.

    Examples
    --------
    >>> within_name("Khalifa Hafter", "Khalifa Belqasim Haftar"), within_name("Belqasim Haftar", "Khalifa Belqasim Haftar")
    (True, False)
    """
    first, second = person_words(shorter), person_words(longer)
    if not 1 < len(first) < len(second) or not (_same_word(first[0], second[0]) and _same_word(first[-1], second[-1])):
        return False
    middle = iter(second[1:-1])
    return all(any(_same_word(word, other) for other in middle) for word in first[1:-1])


def mistyped(one: str, other: str) -> str | None:
    """Return the word of a person's name that another name has with one letter left out, added, swapped or mistaken.

    None where the names differ in anything else, in a short word, or not at all.

    Examples
    --------
    >>> mistyped("Melvut Cavusoglu", "Mevlut Cavusoglu"), mistyped("Hanan Haftar", "Hasan Haftar")
    ('melvut', None)
    """
    first, second = person_words(one), person_words(other)
    if len(first) != len(second):
        return None
    differing = [pair for pair in zip(first, second, strict=True) if not _same_word(*pair)]
    if len(differing) != 1:
        return None
    word, meant = differing[0]
    return word if min(len(word), len(meant)) > 5 - is_arabic(one) and OSA.distance(word, meant) == 1 else None


def surname_alike(one: str, other: str) -> bool:
    """Whether two spellings differ in nothing but the vowels of a longer last name.

    Examples
    --------
    >>> surname_alike("Saqr al-Jouroushi", "Saqr al-Jaroushi"), surname_alike("Fawzi al-Sarraj", "Fayez al-Sarraj")
    (True, False)
    """
    first, second = person_words(one), person_words(other)
    if not 1 < len(first) == len(second) or is_arabic(one + other) or not all(map(_same_word, first[:-1], second[:-1])):
        return False
    consonants, others = _sounds(first[-1])[0], _sounds(second[-1])[0]
    return consonants == others and len(consonants.split()) > 2


def shortened(one: str, other: str) -> bool:
    """Whether a person's name is another one without its "Abdul".

    Examples
    --------
    >>> shortened("Mustafa Jalil", "Mustafa Abdul Jalil"), shortened("Mustafa Jalil", "Mustafa Jalal")
    (True, False)
    """
    first, second = person_words(one), person_words(other)
    full = [f"abd{word}" if theirs.startswith("abd") else word for word, theirs in zip(first, second, strict=False)]
    return len(first) == len(second) and full != list(first) and all(map(_same_word, full, second))


@lru_cache(maxsize=1 << 16)
def person_words(text: str) -> tuple[str, ...]:
    """Return the words of a person's name with "Abdul" and its like joined to what they stand before.

    Examples
    --------
    >>> person_words("Abd al-Rahman al-Suwaihli")
    ('abdrahman', 'suwaihli')
    """
    joined: list[str] = []
    for word in key(text):
        if joined and joined[-1] in naming()["given_prefixes"]:
            joined[-1] += word
        elif not is_connector(word) or not joined:
            joined.append(word)
    plain = [_FATHER_OF.sub("bu", _SERVANT.sub("abd", word)) for word in joined]
    # Of a word alone it is not known whether it begins with an article: "Assyria".
    return tuple(_GLUED.sub("", word) for word in plain) if len(plain) > 1 else tuple(plain)


def ends(text: str) -> str | None:
    """Return the skeletons of a person's first and last name; None where there is one word only.

    Examples
    --------
    >>> ends("Khalifa Belqasim Haftar") == ends("Khaleefa Hifter"), ends("Haftar")
    (True, None)
    """
    parts = person_words(text)
    return f"{skeleton(parts[0])} {skeleton(parts[-1])}" if len(parts) > 1 else None


@lru_cache(maxsize=1 << 16)
def _sounds(word: str) -> tuple[str, tuple[str, ...], bool]:
    """Return the consonants of a word, the vowels before and between them, and whether it begins with one of these.

    A last "h" is silent. Of vowels only the colour is kept; "e" can be any of "a" and "i", and no vowel any.
    """
    syllables = [pair for pair in _SYLLABLE.findall(_transliterated(word.removesuffix("h"))) if pair != ("", "")]
    consonants = " ".join(consonant for _, consonant in syllables)
    return consonants, tuple(_colour(vowels) for vowels, _ in syllables), bool(syllables and syllables[0][0])


def _colour(vowels: str) -> str:
    return next((colour for colour, letters in (("u", "uow"), ("i", "iy"), ("a", "a")) if set(letters) & set(vowels)), "")


@cache
def _told_apart() -> dict[str, int]:
    return {word: i for i, words in enumerate(naming()["told_apart"]) for word in words}


def _same_word(first: str, second: str) -> bool:
    if first == second:
        return True
    if (
        not (first + second).isalpha()
        or is_arabic(first + second)
        or (first in _told_apart() and _told_apart()[first] == _told_apart().get(second))
    ):
        return False
    (consonants, vowels, voiced), (others, other_vowels, other_voiced) = _sounds(first), _sounds(second)
    if consonants != others or voiced != other_voiced:
        return False
    return all(one == other or not (one and other) for one, other in zip(vowels, other_vowels, strict=True))


@lru_cache(maxsize=1 << 16)
def wording(text: str, kind: str) -> tuple[str, ...]:
    """Reduce the name of a body of some type to what its wordings share: no order of words, number, or nouns writers swap.

    Examples
    --------
    >>> wording("444th Combat Brigade", "ArmedGroup") == wording("Combat Battalion 444", "ArmedGroup")
    True
    >>> wording("Libyan Organisation for Reform", "Organization") == wording("Reform Organization of Libya", "Organization")
    True
    """
    parts = [_plain(word) for word in key(text) if not is_connector(word)]
    own = [word for word in parts if word not in naming()["of_the_country"]]
    if kind == "ArmedGroup" and not naming()["swapped"].issuperset(own):
        own = ["*" if word in naming()["swapped"] else word for word in own]
    return tuple(sorted(set(own or parts), key=_by_skeleton))


def _by_skeleton(word: str) -> tuple[str, str]:
    return skeleton(word) if word.isalpha() else word, word


@lru_cache(maxsize=1 << 16)
def wording_key(text: str, kind: str) -> str:
    """Return what a wording has in common with those that spell its words otherwise ("Muhammad" for "Mohamed")."""
    return " ".join(_by_skeleton(word)[0] for word in wording(text, kind))


def worded_alike(one: str, other: str, kind: str) -> bool:
    """Whether two names of bodies of a type differ in nothing but wording and spelling.

    Examples
    --------
    >>> worded_alike("Muhammad al-Madani Brigades", "Mohamed Madani Battalion", "ArmedGroup")
    True
    >>> worded_alike("444 Brigade", "4 Brigade", "ArmedGroup")
    False
    """
    first, second = wording(one, kind), wording(other, kind)
    return len(first) == len(second) and all(map(_same_word, first, second))


def names_country(text: str) -> bool:
    """Whether a name says that what it means is Libya's."""
    return not naming()["of_the_country"].isdisjoint(map(_plain, key(text)))


def _plain(word: str) -> str:
    ordinal = _ORDINAL.match(word)
    if ordinal:
        return ordinal[1]
    if is_arabic(word):
        return word.removeprefix("وال") if len(word) > 5 else word
    for ending, written in naming()["spelled_so"]:
        if word.endswith(ending):
            return word.removesuffix(ending) + str(written)
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word
