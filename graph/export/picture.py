"""A picture of the network that can be printed: who supports, aids, opposes, fights and deals with whom."""

from __future__ import annotations

import textwrap
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyArrowPatch
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from graph.claims import ClaimSet
from graph.export.labels import place_labels
from graph.export.layout import Points, place, spread
from graph.export.selection import STANCES, Selection, Tie, select
from graph.export.style import FAMILY_COLOURS, TYPE_COLOURS
from graph.ontology import ENTITY_TYPES
from graph.views.display import printable

__all__ = ["save_picture"]

_MOST_ACTORS = 40
# All lengths are points, 72 an inch.
_WIDTH, _HEIGHT = 1000.0, 720.0
_PAGE = np.array([[14.0, 96.0], [_WIDTH - 14, _HEIGHT - 58]])
_TITLE = "Libya: who supports, aids, opposes and fights whom"
_INK = "#222222"
# Labels are untrusted: a dollar sign must not start a formula; a salt makes the SVG's ids the same on every run.
_SETTINGS = {"text.parse_math": False, "svg.hashsalt": "libyagraph", "font.family": "DejaVu Sans"}


def save_picture(claims: ClaimSet, path: Path) -> None:
    """Draw the network of stances and save it as PNG or SVG, by the suffix of `path`.

    Parameters
    ----------
    claims
        Of these, at most the 40 actors with the most evidence are shown, with the affirmed claims between them.
    path
        File to write; its metadata hold the title, and the caption with the notice.
    """
    selection = select(claims, _MOST_ACTORS)
    caption = _caption(selection, claims)
    with rc_context(_SETTINGS), warnings.catch_warnings():
        # A character that the font lacks is drawn as a box.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure = _draw(selection, caption)
        figure.savefig(path, dpi=220, facecolor="white", metadata=_metadata(path, caption))


def _metadata(path: Path, caption: str) -> dict[str, str | None]:
    shared: dict[str, str | None] = {"Title": _TITLE, "Description": caption}
    return {**shared, "Date": None} if path.suffix == ".svg" else shared


def _draw(selection: Selection, caption: str) -> Figure:
    figure = Figure(figsize=(_WIDTH / 72, _HEIGHT / 72), dpi=72)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, _WIDTH), ylim=(0, _HEIGHT))
    axes.axis("off")
    radii = _radii(selection)
    nodes = _positions(selection, radii)
    lines = _draw_ties(axes, selection, nodes, radii)
    _draw_nodes(axes, selection, nodes, radii)
    _draw_labels(figure, axes, selection, nodes, radii, lines)
    _draw_legends(figure, selection)
    axes.text(16, _HEIGHT - 14, _TITLE, fontsize=20, fontweight="bold", va="top", color=_INK)
    axes.text(16, 10, caption, fontsize=7.5, va="bottom", color="#555555", linespacing=1.35)
    return figure


def _caption(selection: Selection, claims: ClaimSet) -> str:
    shown = selection.claims
    articles = len({claim.article for claim in shown})
    counts = f"{len(selection.actors)} of {selection.candidates} actors; {len(shown)} of {len(claims)} claims, from {articles} articles"
    span = selection.span()
    dates = f"; {span[0]:%d %B %Y} to {span[1]:%d %B %Y}" if span else ""
    reading = (
        "A line without a head holds both ways. Claims that are denied, merely possible, or about places and posts are left out."
    )
    lines = [f"{counts}{dates}. {reading}", *printable(claims.notice or "").splitlines()]
    return "\n".join(wrapped for line in lines for wrapped in textwrap.wrap(line, 210))


def _radii(selection: Selection) -> Points:
    degree = selection.degree()
    return np.array([4.5 + 2.3 * degree[actor.id] ** 0.6 for actor in selection.actors])


def _positions(selection: Selection, radii: Points) -> Points:
    names = [actor.id for actor in selection.actors]
    points = place(names, ((tie.first, tie.second) for tie in selection.ties))
    gaps = radii[:, None] + radii[None, :] + 44
    margin = np.array([52.0, 22.0])
    for _ in range(6):
        points = spread(_fit(points, margin), gaps)
    return _fit(points, margin)


def _fit(points: Points, margin: Points) -> Points:
    if not len(points):
        return points
    low, high = points.min(axis=0), points.max(axis=0)
    room = _PAGE[1] - _PAGE[0] - 2 * margin
    return _PAGE[0] + margin + (points - low) / np.maximum(high - low, 1e-9) * room


def _draw_ties(axes: Axes, selection: Selection, nodes: Points, radii: Points) -> Points:
    """Draw the lines and return points along them."""
    number = {actor.id: index for index, actor in enumerate(selection.actors)}
    drawn: Counter[tuple[str, str]] = Counter()
    samples: list[Points] = [np.empty((0, 2))]
    for tie in sorted(selection.ties, key=lambda tie: STANCES.index(tie.family)):
        ends = [number[tie.first], number[tie.second]]
        bend = 0.1 + 0.13 * drawn[tie.first, tie.second]
        drawn[tie.first, tie.second] += 1
        axes.add_patch(_arrow(tie, nodes[ends], radii[ends], bend))
        samples.append(_curve(*nodes[ends], bend))
    return np.concatenate(samples)


def _arrow(tie: Tie, ends: Points, radii: Points, bend: float) -> FancyArrowPatch:
    width = min(0.7 + 0.75 * tie.weight**0.75, 6.0)
    heads = ("<|" if tie.points_to(tie.first) else "") + "-" + ("|>" if tie.points_to(tie.second) else "")
    shape = f"{heads},head_length=4.2,head_width=2.1" if heads != "-" else heads
    return FancyArrowPatch(
        *map(tuple, ends),
        connectionstyle=f"arc3,rad={bend}",
        arrowstyle=shape,
        mutation_scale=0.9 + 0.22 * width,
        shrinkA=radii[0] + 1.5,
        shrinkB=radii[1] + 1.5,
        linewidth=width,
        color=FAMILY_COLOURS[tie.family],
        alpha=0.55 if tie.family == STANCES[0] else 0.8,
        zorder=1 + STANCES.index(tie.family),
        joinstyle="miter",
        capstyle="butt",
    )


def _curve(start: Points, end: Points, bend: float) -> Points:
    across = end - start
    control = (start + end) / 2 + bend * np.array([across[1], -across[0]])
    along = np.linspace(0, 1, max(int(np.linalg.norm(across) / 5), 2))[:, None]
    curve: Points = (1 - along) ** 2 * start + 2 * along * (1 - along) * control + along**2 * end
    return curve


def _draw_nodes(axes: Axes, selection: Selection, nodes: Points, radii: Points) -> None:
    for actor, (x, y), radius in zip(selection.actors, nodes, radii, strict=True):
        axes.add_patch(Circle((x, y), radius, facecolor=TYPE_COLOURS[actor.type], edgecolor="white", linewidth=1.6, zorder=10))


def _draw_labels(figure: Figure, axes: Axes, selection: Selection, nodes: Points, radii: Points, lines: Points) -> None:
    texts = [_label(axes, actor.label, radius) for actor, radius in zip(selection.actors, radii, strict=True)]
    boxes = [text.get_window_extent(figure.canvas.get_renderer()) for text in texts]
    sizes = np.array([(box.width + 3, box.height + 1) for box in boxes]).reshape(-1, 2)
    places = place_labels(nodes, radii, sizes, lines, _PAGE)
    for text, position in zip(texts, places, strict=True):
        text.set_position(tuple(position))


def _label(axes: Axes, label: str, radius: float) -> Text:
    lines = textwrap.wrap(printable(label), 22, max_lines=3, placeholder=" …")
    return axes.text(
        0,
        0,
        "\n".join(lines),
        fontsize=min(6.8 + radius * 0.24, 12),
        fontweight="bold" if radius > 11 else "normal",
        ha="center",
        va="center",
        color=_INK,
        linespacing=1.0,
        zorder=20,
        path_effects=[withStroke(linewidth=2.6, foreground="white", alpha=0.92)],
    )


def _draw_legends(figure: Figure, selection: Selection) -> None:
    style: dict[str, Any] = {"frameon": False, "fontsize": 8, "handlelength": 2.4, "borderpad": 0, "labelspacing": 0.35}
    families = [Line2D([], [], color=FAMILY_COLOURS[name], linewidth=3, label=text) for name, text in _family_labels(selection)]
    corner = {"loc": "upper left", "alignment": "left"}
    figure.legend(handles=families, bbox_to_anchor=(0.012, 0.135), title="Lines", **corner, **style)
    present = {actor.type for actor in selection.actors}
    dot = {"marker": "o", "linestyle": "", "markersize": 8}
    types = [
        Line2D([], [], color=TYPE_COLOURS[name], label=kind.label, **dot)
        for name, kind in ENTITY_TYPES.items()
        if name in present
    ]
    figure.legend(handles=types, bbox_to_anchor=(0.46, 0.135), title="Actors", ncols=2, **corner, **style)


def _family_labels(selection: Selection) -> list[tuple[str, str]]:
    """Describe each family in the picture by the relations it stands for there, the most frequent first."""
    found = []
    for family in STANCES:
        relations = Counter(claim.relation_type.label for tie in selection.ties if tie.family == family for claim in tie.claims)
        if relations:
            found.append((family, f"{family}: {', '.join(name for name, _ in relations.most_common(5))}"))
    return found[::-1]
