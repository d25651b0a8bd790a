"""Evaluations and comparisons as plain dicts and lists, for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from graph.evaluation.comparing import Comparison
from graph.evaluation.figures import Share, Tally
from graph.evaluation.scoring import Evaluation

__all__ = ["record_of", "record_of_comparison"]

_Record = dict[str, Any]


def record_of(result: Evaluation) -> _Record:
    """Return all figures and all errors of an evaluation.

    Examples
    --------
    >>> from graph.evaluation.scoring import score
    >>> list(record_of(score([], [])))
    ['articles', 'strict', 'pair', 'relations', 'constructions', 'polarity', 'modality', 'reliability', 'errors']
    """
    return {
        "articles": result.articles,
        "strict": asdict(result.strict),
        "pair": asdict(result.pair),
        "relations": _tallies(result.relations),
        "constructions": {name: _share(share) for name, share in result.constructions.items()},
        "polarity": {**_share(result.polarity), "by": _tallies(result.polarities)},
        "modality": {**_share(result.modality), "by": result.modalities},
        "reliability": asdict(result.reliability),
        "errors": [asdict(fault) for fault in result.faults],
    }


def record_of_comparison(comparison: Comparison) -> _Record:
    """Return both evaluations, and the claims that changed."""
    changes = {name: [asdict(fault) for fault in faults] for name, faults in comparison.changes.items()}
    return {"run": record_of(comparison.run), "other": record_of(comparison.other), **changes}


def _tallies(tallies: Mapping[str, Tally]) -> _Record:
    return {name: {**asdict(tally), **asdict(tally.score)} for name, tally in tallies.items()}


def _share(share: Share) -> _Record:
    return {**asdict(share), "share": share.value}
