"""Where the actors and lines of a picture lie on its page; all lengths are points, 72 an inch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.export.layout import Points, place, spread
from graph.export.selection import Selection, Tie

__all__ = ["Line", "Scene"]

# Bends of a line, as parts of its length, the gentlest first.
_BENDS = (0.08, -0.08, 0.2, -0.2, 0.32, -0.32, 0.44, -0.44)
# Room between two dots, for a label.
_GAP = 44.0
# Room between the outermost dots and the edge of the page, for labels.
_MARGIN = np.array([52.0, 22.0])
# Width of a picture of one actor; few actors do not fill a page.
_REACH = 160.0


@dataclass(frozen=True, slots=True)
class Line:
    """A tie as a curve between the centres of two dots: `ends` are the centres, `radii` those of the dots."""

    tie: Tie
    ends: Points
    radii: Points
    bend: float

    def samples(self) -> Points:
        """Return points along the line, about 5 apart."""
        start, end = self.ends
        across = end - start
        control = (start + end) / 2 + self.bend * np.array([across[1], -across[0]])
        along = np.linspace(0, 1, max(int(np.linalg.norm(across) / 5), 2))[:, None]
        curve: Points = (1 - along) ** 2 * start + 2 * along * (1 - along) * control + along**2 * end
        return curve


@dataclass(frozen=True, slots=True)
class Scene:
    """A selection laid out on a page.

    Attributes
    ----------
    selection
        What is shown.
    page
        Lower left and upper right corner.
    radii, nodes
        Size and centre of the dot of each actor.
    """

    selection: Selection
    page: Points
    radii: Points
    nodes: Points

    @classmethod
    def of(cls, selection: Selection, page: Points) -> Scene:
        """Lay out a selection so that many actors fill the page and no two dots touch."""
        degree = selection.degree()
        radii = np.array([4.5 + 2.3 * degree[actor.id] ** 0.6 for actor in selection.actors])
        points = place([actor.id for actor in selection.actors], ((tie.first, tie.second) for tie in selection.ties))
        gaps = radii[:, None] + radii[None, :] + _GAP
        for _ in range(6):
            points = spread(_fit(points, page), gaps)
        return cls(selection, page, radii, _fit(points, page))

    def lines(self) -> Iterator[Line]:
        """Yield the ties, each bent so that it runs into as few dots as may be and beside the others of its pair."""
        number = {actor.id: index for index, actor in enumerate(self.selection.actors)}
        taken: dict[tuple[str, str], list[float]] = {}
        for tie in self.selection.ties:
            ends = [number[tie.first], number[tie.second]]
            used = taken.setdefault((tie.first, tie.second), [])
            options = [Line(tie, self.nodes[ends], self.radii[ends], bend) for bend in _BENDS if bend not in used]
            line = min(options, key=lambda option: self._hindrance(option, ends))
            used.append(line.bend)
            yield line

    def _hindrance(self, line: Line, ends: list[int]) -> int:
        """Count the points of a line that run into dots other than its ends."""
        nodes, radii = np.delete(self.nodes, ends, axis=0), np.delete(self.radii, ends)
        distances = np.linalg.norm(line.samples()[:, None, :] - nodes[None, :, :], axis=2)
        return int((distances < radii + 4).sum())


def _fit(points: Points, page: Points) -> Points:
    if not len(points):
        return points
    low, high = points.min(axis=0), points.max(axis=0)
    extent = np.minimum(page[1] - page[0] - 2 * _MARGIN, _REACH * len(points) ** 0.5)
    fitted: Points = page.mean(axis=0) + ((points - low) / np.maximum(high - low, 1e-9) - 0.5) * extent
    return fitted
