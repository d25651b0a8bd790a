"""How sure a claim is: the scorer's probability, calibrated, and lowered where the claim only repeats another."""

from __future__ import annotations

from graph.extraction.reading import Finding
from graph.extraction.scoring.model import scorer

__all__ = ["confidence_of"]

_LOWEST, _HIGHEST = 0.01, 0.99
# What is told of a clause without its verb, or of a charge taken back, hangs on one link more than its model.
_COPIED = {"echo": 0.85, "denial": 0.85}


def confidence_of(finding: Finding) -> float:
    """Return the confidence of a finding, 0 to 1, rounded to three digits.

    Raises
    ------
    ValueError
        When the finding was never scored.
    """
    if finding.probability is None:
        raise ValueError(f"{finding.rule}: a finding without a probability")
    copied = _COPIED.get(finding.rule.split(":", 1)[0], 1.0)
    standing: list[str] = [finding.modality] if finding.modality != "asserted" else []
    standing += ["negated"] if finding.polarity == "negated" else []
    value = scorer().calibrated(finding.probability, standing) * copied
    return round(min(max(value, _LOWEST), _HIGHEST), 3)
