"""How sure a claim is: how often its construction is right, times how sure the two links are."""

from __future__ import annotations

from functools import cache
from typing import Any

from graph.datafiles import load_yaml, package_file
from graph.extraction.reading import Finding

__all__ = ["confidence_of"]


@cache
def _shares() -> dict[str, Any]:
    source = package_file("graph.extraction", "confidence.yaml")
    data: dict[str, Any] = load_yaml(source, package="graph.extraction", schema="confidence.schema.json")
    return data


def confidence_of(finding: Finding) -> float:
    """Return the confidence of a finding, 0 to 1, rounded to three digits."""
    shares = _shares()
    construction, relation = finding.rule.split(":")[:2]
    share = shares["constructions"].get(f"{construction}:{relation}") or shares["constructions"].get(construction)
    value = (share or shares["default"]) * finding.weight * finding.subject.score * finding.object.score
    return round(float(value * shares.get(finding.modality, 1.0)), 3)
