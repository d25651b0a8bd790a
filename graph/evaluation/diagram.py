"""The reliability diagram: how often claims of a confidence are right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from graph.evaluation.reliability import Bin, Reliability

__all__ = ["save_diagram"]

_INCHES = (6.0, 5.4)
_BAR, _LINE = "#0072b2", "#d55e00"
# The salt makes the SVG's ids the same on every run; letters stay text, so that the counts can be searched.
_SETTINGS: dict[Any, Any] = {"svg.hashsalt": "libyagraph", "svg.fonttype": "none", "font.family": "DejaVu Sans"}


def save_diagram(found: Reliability, path: Path) -> None:
    """Draw a bar for each bin with the number of its claims, and the line of perfect calibration."""
    title = f"Expected calibration error {found.error:.3f} over {found.claims} claims"
    with rc_context(_SETTINGS):
        figure = Figure(figsize=_INCHES, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot(xlim=(0, 1), ylim=(0, 1.06), title=title, xlabel="confidence", ylabel="share right")
        _draw(axes, found.bins)
        axes.legend(loc="upper left", frameon=False)
        metadata = {"Title": title} | ({"Date": None} if path.suffix == ".svg" else {})
        figure.savefig(path, dpi=160, facecolor="white", metadata=metadata)


def _draw(axes: Axes, bins: tuple[Bin, ...]) -> None:
    axes.plot([0, 1], [0, 1], color=_LINE, linestyle="--", label="as it should be")
    lows, widths = [one.low for one in bins], [one.high - one.low for one in bins]
    axes.bar(lows, [one.right for one in bins], widths, align="edge", color=_BAR, alpha=0.75, edgecolor="white", label="right")
    means, shares = [one.confidence for one in bins], [one.right for one in bins]
    axes.plot(means, shares, color=_BAR, marker="o", linestyle="", label="at their mean confidence")
    for one in bins:
        axes.text((one.low + one.high) / 2, one.right + 0.01, str(one.claims), ha="center", va="bottom", fontsize=8)
