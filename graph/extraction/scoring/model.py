"""The scorer: a logistic regression over named features, kept as a readable file.

It is trained by `graph.evaluation.training` (`make scorer`) with scikit-learn; scoring needs no library.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.datafiles import load_json, package_file

__all__ = ["Scorer", "scorer"]

_PACKAGE = "graph.extraction.scoring"


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights of features, and what becomes of their sum.

    Attributes
    ----------
    bias, weights
        The logistic regression.
    gate
        Shapes of proposals that were ever right in training; others are not scored.
    keep, propose
        The least probability at which a pattern's finding is kept, and at which a proposal is made.
    steps
        Isotonic calibration: pairs of the least raw probability and the share of right claims from there on, rising.
    standing
        How the log-odds change where a claim is `possible`, `reported` or `negated`.
    """

    bias: float
    weights: Mapping[str, float]
    gate: frozenset[str]
    keep: float
    propose: float
    steps: Sequence[tuple[float, float]]
    standing: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """Return the raw probability that a candidate with some features is right."""
        total = self.bias + sum(self.weights.get(feature, 0.0) for feature in features)
        return 1.0 / (1.0 + math.exp(-total))

    def calibrated(self, probability: float, standing: Iterable[str] = ()) -> float:
        """Return how often claims of a raw probability and a standing are right.

        Examples
        --------
        >>> scorer = Scorer(0.0, {}, frozenset(), 0.3, 0.5, [(0.0, 0.1), (0.5, 0.8)], {"possible": -0.5})
        >>> scorer.calibrated(0.7), round(scorer.calibrated(0.7, ["possible"]), 2)
        (0.8, 0.71)
        """
        at = bisect_right([low for low, _ in self.steps], probability) - 1
        share = self.steps[max(at, 0)][1]
        shift = sum(self.standing.get(name, 0.0) for name in standing)
        return share if not shift else 1.0 / (1.0 + math.exp(-(math.log(share / (1.0 - share)) + shift)))


@cache
def scorer() -> Scorer:
    """Return the scorer that ships with the package.

    Raises
    ------
    DataFileError
        When its file is damaged; the message names file and field.
    """
    raw = load_json(package_file(_PACKAGE, "model.json"), package=_PACKAGE, schema="model.schema.json")
    return Scorer(
        bias=raw["bias"],
        weights={feature: float(weight) for feature, weight in raw["weights"].items()},
        gate=frozenset(raw["gate"]),
        keep=raw["keep"],
        propose=raw["propose"],
        steps=[(low, share) for low, share in raw["steps"]],
        standing=raw["standing"],
    )
