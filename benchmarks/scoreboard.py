"""Renders the scoreboard: every figure of `scoreboard.yaml` beside its target and what the peers reach, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict, Field
from shared import Figure, Result, load_data

__all__ = ["render"]

_PEERS = ("PETRARCH-1", "UniversalPetrarch", "PETRARCH-2")
_INTRODUCTION = """\
# Scoreboard

Written by `python benchmarks/extraction.py --write docs/scoreboard.md`; what each figure means, and what can be compared with the
peers, is in [benchmarks/README.md](../benchmarks/README.md). `value` is an F1 where precision (P) and recall (R) stand beside it,
else a share, ratio or error. `n` is what was counted: our claims of all that are wanted, or the cases that are right of all.
Polarity and modality are to be read beside the line under them, which an extractor reaches that does not look for either.
"""


class _Target(BaseModel):
    """What is asked of a figure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: float | None = None
    precision: float | None = None
    recall: float | None = None
    at_most: float | None = None

    def __str__(self) -> str:
        names = {"value": "≥", "precision": "P ≥", "recall": "R ≥", "at_most": "≤"}
        return ", ".join(f"{sign} {asked:.2f}" for name, sign in names.items() if (asked := getattr(self, name)) is not None)

    def reached(self, figure: Figure) -> bool:
        """Whether a figure is as good as asked in every respect."""
        pairs = (figure.value, self.value), (figure.precision or 0.0, self.precision), (figure.recall or 0.0, self.recall)
        enough = all(asked is None or got >= asked for got, asked in pairs)
        return enough and (self.at_most is None or figure.value <= self.at_most)


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    figure: str
    target: _Target = _Target()
    peers: dict[str, float] = Field(default_factory=dict)


class _Set(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    set: str
    title: str
    rows: tuple[_Row, ...]


@cache
def _sets() -> list[_Set]:
    return load_data("scoreboard.yaml", list[_Set])


def render(results: Iterable[Result]) -> str:
    """Return the scoreboard of some results; the rows of sets that are not among them say so."""
    by_set = {result.set: result for result in results}
    head = ["set", "figure", "value", "P", "R", "n", "target", "reached", *_PEERS]
    rule = ["---", "---", *["---:"] * (len(head) - 2)]
    rows = [row for part in _sets() for row in _rows(part, by_set.get(part.set))]
    return "\n".join([_INTRODUCTION, *map(_line, (head, rule, *rows))]) + "\n"


def _rows(part: _Set, result: Result | None) -> Iterator[list[str]]:
    figures: Mapping[str, Figure] = {figure.name.strip(): figure for figure in result.figures} if result else {}
    for row in part.rows:
        figure = figures.get(row.figure)
        measured = _measured(figure, row.target) if figure else ["not measured", "", "", "", str(row.target), ""]
        yield [part.title, row.figure, *measured, *(_cell(row.peers.get(peer)) for peer in _PEERS)]


def _measured(figure: Figure, target: _Target) -> list[str]:
    reached = "" if target == _Target() else ("yes" if target.reached(figure) else "no")
    shares = [_cell(share) for share in (figure.value, figure.precision, figure.recall)]
    return [*shares, f"{figure.ours}/{figure.gold}", str(target), reached]


def _cell(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
