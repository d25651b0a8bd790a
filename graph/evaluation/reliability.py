"""Whether confidence means what it says: of the claims given .9, nine in ten should be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.evaluation.judging import Judged

__all__ = ["PICTURE_SUFFIXES", "Bin", "Reliability", "reliability", "save_reliability"]

PICTURE_SUFFIXES = (".svg", ".png")
_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims whose confidence lies from `low` up to `high`: their number, mean confidence, and the share that is right."""

    low: float
    high: float
    claims: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Confidence against share right.

    Attributes
    ----------
    bins
        Those that have claims, from the lowest up.
    error
        Expected calibration error: how far the mean confidence of a bin is from its share right, on average over all claims.
    claims
        How many claims were counted: right or wrong, with a confidence.
    """

    bins: tuple[Bin, ...]
    error: float
    claims: int


def reliability(judged: Iterable[Judged]) -> Reliability:
    """Sort verdicts into ten bins by the confidence of their claims.

    Examples
    --------
    >>> from graph.evaluation.rows import GoldRow, Prediction
    >>> sides = {"article": "a", "subject": {"label": "Italy"}, "relation": "backs", "object": {"label": "GNA"}}
    >>> claims = [Prediction.model_validate({**sides, "confidence": sure}) for sure in (0.75, 0.79)]
    >>> found = reliability(Judged(GoldRow(article="a", claims=()), claim, ()) for claim in claims)
    >>> found.bins, found.error
    ((Bin(low=0.7, high=0.8, claims=2, confidence=0.77, right=0.0),), 0.77)
    """
    sorted_in: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for verdict in judged:
        sure = verdict.prediction.confidence
        if sure is not None and (verdict.right or verdict.wrong):
            # Ten times .7 is a little less than 7, and 1 belongs to the last bin.
            sorted_in[min(int(round(sure * _BINS, 9)), _BINS - 1)].append((sure, verdict.right))
    bins = tuple(_bin(number, cases) for number, cases in sorted(sorted_in.items()))
    claims = sum(one.claims for one in bins)
    error = sum(one.claims * abs(one.confidence - one.right) for one in bins) / claims if claims else 0.0
    return Reliability(bins, round(error, 4), claims)


def _bin(number: int, cases: list[tuple[float, bool]]) -> Bin:
    mean, share = (sum(values) / len(cases) for values in zip(*cases, strict=True))
    return Bin(number / _BINS, (number + 1) / _BINS, len(cases), round(mean, 4), round(share, 4))


def save_reliability(found: Reliability, path: Path) -> None:
    """Draw the bins beside the line on which they should lie, as SVG or PNG by the suffix of `path`.

    Raises
    ------
    ValueError
        When there is no claim to draw, or the suffix is another.
    OSError
        When the file cannot be written.
    """
    if path.suffix not in PICTURE_SUFFIXES:
        raise ValueError(f"{path}: a picture ends in {' or '.join(PICTURE_SUFFIXES)}")
    if not found.claims:
        raise ValueError("no claim that gold decides has a confidence: there is nothing to draw")
    from graph.evaluation.diagram import save_diagram  # noqa: PLC0415 - matplotlib takes most of a second

    save_diagram(found, path)
