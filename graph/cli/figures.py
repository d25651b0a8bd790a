"""The tables that `libyagraph evaluate` prints, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from graph.evaluation import Comparison, Evaluation, Fault, Score, Share, Tally
from graph.sources import one_line

__all__ = ["compared", "fault_line", "figures"]


def figures(result: Evaluation) -> Iterator[str]:
    """Yield the table of one run."""
    counts = f"({result.strict.predicted} predicted, {result.strict.required} required)"
    yield f"articles {result.articles}"
    yield f"strict  {_rates(result.strict)}   {counts}"
    yield f"pair    {_rates(result.pair)}"
    yield from _tallies("relations", result.relations)
    yield from _constructions(result.constructions)
    if result.polarity.total:
        yield _share("polarity", result.polarity, "required claims whose subject, relation and object were predicted")
    yield from _tallies("polarities", result.polarities)
    yield from _modalities(result)
    if result.reliability.claims:
        yield f"confidence: calibration error {result.reliability.error:.3f} over {result.reliability.claims} claims"


def _rates(score: Score) -> str:
    return f"P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"


def _tallies(title: str, tallies: Mapping[str, Tally]) -> Iterator[str]:
    if tallies:
        yield f"{title}:"
    for name, tally in sorted(tallies.items(), key=lambda item: (-item[1].wanted, item[0])):
        counts = f"right {tally.right:4d}  wrong {tally.wrong:4d}  found {tally.found:4d} of {tally.wanted:4d}"
        yield f"  {one_line(name):14s} {counts}  {_rates(tally.score)}"


def _constructions(shares: Mapping[str, Share]) -> Iterator[str]:
    if shares:
        yield "constructions:"
    for name, share in sorted(shares.items(), key=lambda item: (-item[1].total, item[0])):
        yield f"  {one_line(name):24s} right {share.right:4d}  wrong {share.total - share.right:4d}  P {share.value:.3f}"


def _share(what: str, share: Share, cases: str) -> str:
    return f"{what}: right on {share.value:.3f} of {share.total} {cases}"


def _modalities(result: Evaluation) -> Iterator[str]:
    if result.modality.total:
        yield _share("modality", result.modality, "right claims")
    for gold, row in result.modalities.items():
        given = ", ".join(f"{name} {count}" for name, count in row.items())
        yield f"  {gold:14s} predicted as {given}"


def compared(comparison: Comparison) -> Iterator[str]:
    """Yield the table of two runs side by side, and the claims that changed."""
    run, other = comparison.run, comparison.other
    yield f"articles {run.articles}"
    yield f"  {'':24s}{'run':>8}{'against':>9}{'change':>9}"
    for (name, here), there in zip(_headline(run), [value for _, value in _headline(other)], strict=True):
        yield f"  {name:24s}{here:8.3f}{there:9.3f}{here - there:+9.3f}"
    yield from _sides("relations (F1)", _f1(run.relations), _f1(other.relations))
    yield from _sides("polarities (F1)", _f1(run.polarities), _f1(other.polarities))
    yield from _sides("constructions (P)", _precision(run.constructions), _precision(other.constructions))
    for change, faults in comparison.changes.items():
        yield f"{change}: {len(faults)}"
        yield from (fault_line(fault, change) for fault in faults)


def _headline(result: Evaluation) -> Iterator[tuple[str, float]]:
    for name, score in (("strict", result.strict), ("pair", result.pair)):
        yield f"{name} P", score.precision
        yield f"{name} R", score.recall
        yield f"{name} F1", score.f1
    yield "polarity right", result.polarity.value
    yield "modality right", result.modality.value
    yield "calibration error", result.reliability.error


def _f1(tallies: Mapping[str, Tally]) -> dict[str, float]:
    return {name: tally.score.f1 for name, tally in tallies.items()}


def _precision(shares: Mapping[str, Share]) -> dict[str, float]:
    return {name: share.value for name, share in shares.items()}


def _sides(title: str, here: Mapping[str, float], there: Mapping[str, float]) -> Iterator[str]:
    names: Iterable[str] = sorted(here.keys() | there.keys())
    if names:
        yield f"{title}:"
    for name in names:
        one, other = here.get(name), there.get(name)
        change = f"{one - other:+9.3f}" if one is not None and other is not None else f"{'':9s}"
        yield f"  {one_line(name):24s}{_cell(one, 8)}{_cell(other, 9)}{change}".rstrip()


def _cell(value: float | None, width: int) -> str:
    return f"{'-':>{width}}" if value is None else f"{value:{width}.3f}"


def fault_line(fault: Fault, kind: str | None = None) -> str:
    """Return an error as one line: what it is, the article, the claim, the sentence."""
    parts = asdict(fault) | ({"kind": kind} if kind else {})
    return " | ".join(one_line(str(part)) for part in parts.values())
