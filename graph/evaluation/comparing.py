"""Two runs over the same gold: what changed in the figures, and which claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.evaluation.faults import Fault, found_wrong, not_found
from graph.evaluation.judging import Judged, Sought
from graph.evaluation.matching import Key, key_of
from graph.evaluation.scoring import Evaluation

__all__ = ["Comparison", "compare"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A run against another one.

    Attributes
    ----------
    run, other
        Their figures.
    gained, lost
        Required claims that only the run, or only the other, finds.
    new, gone
        Wrong claims that only the run, or only the other, makes.
    """

    run: Evaluation
    other: Evaluation
    gained: tuple[Fault, ...]
    lost: tuple[Fault, ...]
    new: tuple[Fault, ...]
    gone: tuple[Fault, ...]

    @property
    def changes(self) -> dict[str, tuple[Fault, ...]]:
        """The claims that changed, by what happened to them."""
        return {"gained": self.gained, "lost": self.lost, "new": self.new, "gone": self.gone}


def compare(run: Evaluation, other: Evaluation) -> Comparison:
    """Compare two evaluations.

    Raises
    ------
    ValueError
        When they are not over the same gold.
    """
    if run.gold.rows != other.gold.rows:
        raise ValueError("the two runs were scored against different gold")
    pairs = list(zip(run.sought, other.sought, strict=True))
    gained, lost = ([a for a, b in sides if a.found > b.found] for sides in (pairs, [(b, a) for a, b in pairs]))
    return Comparison(
        run,
        other,
        _told(run, gained),
        _told(run, lost),
        tuple(found_wrong(_wrong_beyond(run.judged, other.judged))),
        tuple(found_wrong(_wrong_beyond(other.judged, run.judged))),
    )


def _told(run: Evaluation, fates: Iterable[Sought]) -> tuple[Fault, ...]:
    return tuple(not_found(run.gold, fates))


def _wrong_beyond(judged: Iterable[Judged], others: Iterable[Judged]) -> list[Judged]:
    known = {_named(verdict) for verdict in others if verdict.wrong}
    return [verdict for verdict in judged if verdict.wrong and _named(verdict) not in known]


def _named(verdict: Judged) -> tuple[str, Key]:
    return verdict.row.article, key_of(verdict.prediction)
