"""Which unknown names are, or may be, spellings of one; compared within blocks, so that many names take little time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from graph.actors.names import is_arabic
from graph.actors.spelling import ends, mistyped, skeleton, spelled_alike, within_name, worded_alike, wording, wording_key
from graph.claims.clusters.unknowns import Unknown

__all__ = ["Likeness", "Pair", "alike", "compared"]

_CONSONANTS_ALONE = 3


class Likeness(NamedTuple):
    """Why two names may be one; `certain` where nobody need be asked."""

    certain: bool
    reason: str


class Pair(NamedTuple):
    """Two unknowns with their likeness."""

    one: Unknown
    other: Unknown
    likeness: Likeness


_SAME = Likeness(True, "spelled alike")
_OTHER_TYPE = Likeness(False, "the same name, taken for different types")
_ONE_WORD = Likeness(False, "spelled alike, but one word only")
_PARTLY = Likeness(False, "the same first and last name, with more names between them in one")
_MISTYPED = Likeness(False, "one letter apart")


def compared(unknowns: Iterable[Unknown]) -> list[Pair]:
    """Find the pairs of names that are alike, each once.

    Parameters
    ----------
    unknowns
        In the order in which pairs are to name them.
    """
    listed = list(unknowns)
    candidates = {(min(pair), max(pair)) for pair in _candidates(listed)}
    found = ((listed[one], listed[other], alike(listed[one], listed[other])) for one, other in sorted(candidates))
    return [Pair(one, other, likeness) for one, other, likeness in found if likeness]


def alike(one: Unknown, other: Unknown) -> Likeness | None:
    """Say how two names are alike, if they are.

    Two types go together where they are equal, or where one is only what a name is taken for when nothing tells its type; a
    place is never an actor. Numbers must be the same: "Brigade 44" is not "Brigade 4".
    """
    if _numbers(one) != _numbers(other):
        return None
    agree = _types_agree(one, other)
    if one.key.id == other.key.id:
        return _SAME if agree else _OTHER_TYPE
    if _same_wording(one, other):
        likeness = _of_wording(one, other)
        return likeness if agree or likeness is None else _of_types(one, other)
    if not agree:
        return None
    return _PARTLY if _in_part(one, other) else _MISTYPED if mistyped(one.label, other.label) else None


def _types_agree(one: Unknown, other: Unknown) -> bool:
    if one.key.type == other.key.type:
        return True
    return not (one.sure and other.sure) and "Place" not in (one.key.type, other.key.type)


def _kind(one: Unknown, other: Unknown) -> str:
    return one.key.type if one.sure else other.key.type


def _numbers(unknown: Unknown) -> list[str]:
    return sorted("".join(filter(str.isdigit, word)) for word in unknown.words if any(map(str.isdigit, word)))


def _same_wording(one: Unknown, other: Unknown) -> bool:
    if one.words == other.words or spelled_alike(one.label, other.label):
        return True
    kind = _kind(one, other)
    # A wording of nothing but swapped nouns ("Libyan Force", "Libya Brigade") tells no body from another.
    return kind != "Person" and set(wording(one.label, kind)) != {"*"} and worded_alike(one.label, other.label, kind)


def _of_wording(one: Unknown, other: Unknown) -> Likeness | None:
    person = _kind(one, other) == "Person"
    if min(len(each.parts if person else each.words) for each in (one, other)) > 1:
        return _SAME
    if one.words == other.words:
        return _ONE_WORD if person else _SAME
    if one.label.isupper() or other.label.isupper() or len(skeleton(one.label)) < _CONSONANTS_ALONE:
        return None  # acronyms and short words differ by their vowels
    return _ONE_WORD


def _of_types(one: Unknown, other: Unknown) -> Likeness | None:
    return _OTHER_TYPE if one.words == other.words or min(len(one.words), len(other.words)) > 1 else None


def _in_part(one: Unknown, other: Unknown) -> bool:
    """Whether one can be a person's name with more or fewer names in its middle; bodies are told apart by such words."""
    shorter, longer = sorted((one, other), key=lambda unknown: len(unknown.parts))
    return (_kind(one, other) == "Person" or not (one.sure or other.sure)) and within_name(shorter.label, longer.label)


def _candidates(listed: Sequence[Unknown]) -> Iterator[tuple[int, int]]:
    for block in (_by_id, _by_spelling, _by_wording, _by_ends):
        for numbers in _blocks(listed, block):
            yield from combinations(numbers, 2)
    yield from _one_letter_apart(listed)


def _blocks(listed: Sequence[Unknown], block: Callable[[Unknown], str | None]) -> Iterator[list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, unknown in enumerate(listed):
        common = block(unknown)
        if common:
            blocks[common].append(number)
    return (numbers for numbers in blocks.values() if len(numbers) > 1)


def _by_id(unknown: Unknown) -> str:
    return unknown.key.id


def _by_spelling(unknown: Unknown) -> str:
    return " ".join(map(skeleton, unknown.parts))


def _by_wording(unknown: Unknown) -> str | None:
    return None if unknown.key.type == "Person" else wording_key(unknown.label, unknown.key.type)


def _by_ends(unknown: Unknown) -> str | None:
    return ends(unknown.label)


def _one_letter_apart(listed: Sequence[Unknown]) -> Iterator[tuple[int, int]]:
    """Yield pairs that agree in all words but one, and there may differ by a letter."""
    blocks: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for number, unknown in enumerate(listed):
        for at, word in enumerate(unknown.parts):
            if len(unknown.parts) > 1 and len(word) > 5 - is_arabic(word):
                rest = [skeleton(part) for part in unknown.parts]
                rest[at] = ""
                blocks[tuple(rest)].append((word, number))
    for block in blocks.values():
        if len(block) > 1:
            yield from _sharing_a_stump(block)


def _sharing_a_stump(block: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of words that are equal once a letter is left out of one or both: no two others are one letter apart."""
    stumps: dict[str, list[int]] = defaultdict(list)
    for word, number in block:
        for stump in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            stumps[stump].append(number)
    for numbers in stumps.values():
        yield from combinations(numbers, 2)
