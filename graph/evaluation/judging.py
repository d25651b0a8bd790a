"""The verdict on each predicted claim, and the fate of each claim that gold requires."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.evaluation.rows import GoldClaim, GoldRow, Prediction

__all__ = ["Judged", "Match", "Sought", "judged", "sought"]

Match = Callable[[Prediction, GoldClaim], bool]
_Found = Mapping[str, list[Prediction]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicted claim, and the claims of gold that it matches."""

    row: GoldRow
    prediction: Prediction
    hits: tuple[GoldClaim, ...]

    @property
    def right(self) -> bool:
        """Whether it matches a required claim."""
        return any(claim.required for claim in self.hits)

    @property
    def wrong(self) -> bool:
        """Whether it matches none. One that matches only claims that are not required is neither right nor wrong."""
        return not self.hits


@dataclass(frozen=True, slots=True)
class Sought:
    """A claim that gold requires, and whether a prediction matches it."""

    row: GoldRow
    claim: GoldClaim
    found: bool


def judged(rows: Iterable[GoldRow], found: _Found, match: Match) -> Iterator[Judged]:
    """Yield the verdict on each prediction for the articles of gold."""
    for row in rows:
        for prediction in _of(row, found):
            yield Judged(row, prediction, tuple(claim for claim in row.claims if match(prediction, claim)))


def sought(rows: Iterable[GoldRow], found: _Found, match: Match) -> Iterator[Sought]:
    """Yield the fate of each required claim."""
    for row in rows:
        for claim in row.claims:
            if claim.required:
                yield Sought(row, claim, any(match(prediction, claim) for prediction in _of(row, found)))


def _of(row: GoldRow, found: _Found) -> list[Prediction]:
    return found.get(row.article) or found.get(row.stem) or []
