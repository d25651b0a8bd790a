"""Trains the scorer of `graph.extraction.scoring` on annotated texts.

    python -m graph.evaluation.training [--check]

Reads `data/training/*.yaml` (all but `articles.yaml`, which is kept for tests) and `data/gold/wire-1.jsonl`, and writes
`graph/extraction/scoring/model.json`: a logistic regression (scikit-learn, liblinear) over named features, an isotonic
calibration from out-of-fold predictions, and the shift of the log-odds by standing. The same data and the same versions give the
same file to the byte; `--check` only tells whether it would change.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from graph.evaluation.gold import open_gold
from graph.evaluation.samples import Sample, samples_of
from graph.extraction import Extractor, load_pipeline

__all__ = ["main", "train"]

_ROOT = Path(__file__).parents[2]
_MODEL = _ROOT / "graph/extraction/scoring/model.json"
_BLIND = "articles"
_FOLDS = 5
_RAREST_FEATURE, _RAREST_SHAPE, _LEAST_SHARE = 6, 4, 0.05
_STRENGTH = 0.1
_SMALLEST_WEIGHT = 0.01
_KEEP, _PROPOSE = 0.1, 0.5
_STANDINGS = ("possible", "reported", "negated")


def main() -> int:
    """Train on the project's data and write the model; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the file would change")
    check = parser.parse_args().check
    text = json.dumps(train(_samples(load_pipeline())), ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    if check:
        return int(_MODEL.read_text(encoding="utf-8") != text)
    _MODEL.write_text(text, encoding="utf-8")
    return 0


def _samples(extractor: Extractor) -> list[Sample]:
    passages = [path for path in sorted((_ROOT / "data/training").glob("*.yaml")) if path.stem != _BLIND]
    samples: list[Sample] = []
    for path in (*passages, _ROOT / "data/gold/wire-1.jsonl"):
        samples += samples_of(open_gold(path), extractor)
        print(f"{path.name}: {len(samples)} candidates so far", file=sys.stderr)
    return samples


def train(samples: Sequence[Sample]) -> dict[str, Any]:
    """Train the scorer.

    Parameters
    ----------
    samples
        Candidates with labels. Proposals of a shape that was seldom right are left out, as they are in use.

    Returns
    -------
    dict
        The content of `model.json`.
    """
    made = Counter(s.gate for s in samples if s.gate)
    right = Counter(s.gate for s in samples if s.gate and s.right)
    gate = {shape for shape, count in right.items() if count >= _RAREST_SHAPE and count >= _LEAST_SHARE * made[shape]}
    used = [s for s in samples if s.gate is None or s.gate in gate]
    raw = _out_of_fold(used)
    labels = np.array([s.right for s in used])
    vocabulary = _vocabulary(used)
    model = _fitted(_matrix(used, vocabulary), labels)
    weights = {name: round(float(model.coef_[0][at]), 3) for name, at in vocabulary.items()}
    return {
        "bias": round(float(model.intercept_[0]), 3),
        "weights": {name: weight for name, weight in weights.items() if abs(weight) >= _SMALLEST_WEIGHT},
        "gate": sorted(gate),
        "keep": _KEEP,
        "propose": _PROPOSE,
        "steps": _steps(raw, labels),
        "standing": _standing(used, raw),
    }


def _vocabulary(samples: Sequence[Sample]) -> dict[str, int]:
    counts = Counter(feature for sample in samples for feature in sample.features)
    return {name: at for at, name in enumerate(sorted(n for n, c in counts.items() if c >= _RAREST_FEATURE))}


def _matrix(samples: Sequence[Sample], vocabulary: dict[str, int]) -> Any:
    rows = [[vocabulary[f] for f in sample.features if f in vocabulary] for sample in samples]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([at for row in rows for at in row], dtype=np.int64)
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(vocabulary)))


def _fitted(matrix: Any, labels: Any) -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, solver="liblinear", max_iter=500, random_state=0).fit(matrix, labels)


def _out_of_fold(samples: Sequence[Sample]) -> Any:
    """Return the probability of each sample by a model that was trained without its text."""
    order = {group: n % _FOLDS for n, group in enumerate(dict.fromkeys(s.group for s in samples))}
    folds = np.array([order[s.group] for s in samples])
    labels = np.array([s.right for s in samples])
    found = np.zeros(len(samples))
    for fold in range(_FOLDS):
        known = [s for s, f in zip(samples, folds, strict=True) if f != fold]
        asked = [s for s, f in zip(samples, folds, strict=True) if f == fold]
        vocabulary = _vocabulary(known)
        model = _fitted(_matrix(known, vocabulary), labels[folds != fold])
        found[folds == fold] = model.predict_proba(_matrix(asked, vocabulary))[:, 1]
    return found


def _steps(raw: Any, labels: Any) -> list[list[float]]:
    """Return the isotonic curve as rising steps, shares kept off 0 and 1."""
    edges = np.round(np.arange(0.0, 1.0, 0.02), 2)
    curve = IsotonicRegression(y_min=0.01, y_max=0.99, out_of_bounds="clip").fit(raw, labels)
    shares = [round(float(s), 3) for s in curve.predict(edges + 0.01)]
    return [[float(e), s] for n, (e, s) in enumerate(zip(edges, shares, strict=True)) if n == 0 or s != shares[n - 1]]


def _standing(samples: Sequence[Sample], raw: Any) -> dict[str, float]:
    """How far the polarity is right where a finding is possible, reported or negated, as a shift of the log-odds."""
    kept = [(s, p) for s, p in zip(samples, raw, strict=True) if s.gate is None and p >= _KEEP]
    odds = np.log(np.array([p for _, p in kept]) / (1 - np.array([p for _, p in kept])))
    marks = np.array([[name in s.standing for name in _STANDINGS] for s, _ in kept], dtype=float)
    model = LogisticRegression(C=1.0, solver="liblinear", random_state=0)
    model.fit(np.column_stack([odds, marks]), [s.strict for s, _ in kept])
    return {name: round(float(weight), 3) for name, weight in zip(_STANDINGS, model.coef_[0][1:], strict=True)}


if __name__ == "__main__":
    sys.exit(main())
