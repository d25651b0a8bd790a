"""A picture of the network that can be printed: who supports, aids, opposes, fights and deals with whom."""

from __future__ import annotations

import textwrap
import warnings
from collections import Counter
from pathlib import Path
from typing import Any, Literal

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyArrowPatch
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from graph.claims import ClaimSet
from graph.export.labels import place_labels
from graph.export.layout import Points
from graph.export.scene import Line, Scene
from graph.export.selection import FAMILIES, STANCES, Selection, select
from graph.export.style import FAMILY_COLOURS, TYPE_COLOURS
from graph.ontology import ENTITY_TYPES
from graph.views.display import printable

__all__ = ["save_picture"]

_MOST_ACTORS = 40
_COLOURS = 128
# All lengths are points, 72 an inch.
_WIDTH, _HEIGHT, _EDGE = 1000.0, 720.0, 16.0
_CAPTION_LINE, _LEGEND_LINE = 10.3, 11.3
_TITLE = "Libya: who supports, aids, opposes and fights whom"
_READING = (
    "Wider lines: more evidence; larger dots: more ties; lines without a head hold both ways. "
    "Claims denied, merely possible or about places are left out."
)
_INK = "#222222"
# Labels are untrusted: a dollar sign must not start a formula. The salt makes the SVG's ids the same on every run.
_SETTINGS: dict[Any, Any] = {"text.parse_math": False, "svg.hashsalt": "libyagraph", "font.family": "DejaVu Sans"}


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
        figure.savefig(path, dpi=220, facecolor="white", metadata=_metadata(path, selection, caption))
    if path.suffix == ".png":
        _reduce(path)


def _reduce(path: Path) -> None:
    """Keep a PNG to a palette: flat colours need no more, and the file shrinks to a third."""
    with Image.open(path) as image:
        texts = PngInfo()
        for name, text in getattr(image, "text", {}).items():
            texts.add_text(name, text)
        palette = image.convert("RGB").quantize(_COLOURS)
    palette.save(path, format="PNG", pnginfo=texts, optimize=True)


def _metadata(path: Path, selection: Selection, caption: str) -> dict[str, Any]:
    """Make the picture findable: its labels are outlines and pixels, so the names of the actors are keywords."""
    names = [printable(actor.label) for actor in selection.actors]
    shared = {"Title": _TITLE, "Description": caption}
    return {**shared, "Keywords": names, "Date": None} if path.suffix == ".svg" else {**shared, "Keywords": "; ".join(names)}


def _caption(selection: Selection, claims: ClaimSet) -> str:
    shown = selection.claims
    articles = len({claim.article for claim in shown})
    actors = f"Actors: {len(selection.actors)} of {selection.candidates}"
    counts = f"{actors}; claims: {len(shown)} of {len(claims)}; articles: {articles}"
    dates = "".join(f"; from {first.day} {first:%B %Y} to {last.day} {last:%B %Y}" for first, last in selection.spans())
    lines = [f"{counts}{dates}. {_READING}", *printable(claims.notice or "").splitlines()]
    return "\n".join(wrapped for line in lines for wrapped in textwrap.wrap(line, 245))


def _draw(selection: Selection, caption: str) -> Figure:
    figure = Figure(figsize=(_WIDTH / 72, _HEIGHT / 72), dpi=72)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, _WIDTH), ylim=(0, _HEIGHT))
    axes.axis("off")
    legend_top = _EDGE + _CAPTION_LINE * (caption.count("\n") + 1) + _LEGEND_LINE * (len(FAMILIES) + 1)
    scene = Scene.of(selection, np.array([[_EDGE, legend_top + 4], [_WIDTH - _EDGE, _HEIGHT - 58]]))
    _draw_network(axes, scene)
    _draw_legends(figure, selection, legend_top)
    axes.text(_EDGE, _HEIGHT - 14, _TITLE, fontsize=20, fontweight="bold", va="top", color=_INK)
    axes.text(_EDGE, 10, caption, fontsize=7.5, va="bottom", color="#555555", linespacing=1.35)
    return figure


def _draw_network(axes: Axes, scene: Scene) -> None:
    lines = list(scene.lines())
    for line in lines:
        axes.add_patch(_arrow(line))
    for actor, (x, y), radius in zip(scene.selection.actors, scene.nodes, scene.radii, strict=True):
        colour = TYPE_COLOURS[actor.type]
        axes.add_patch(Circle((x, y), radius, facecolor=colour, edgecolor="white", linewidth=1.6, zorder=10))
    _draw_labels(axes, scene, np.concatenate([np.empty((0, 2)), *(line.samples() for line in lines)]))


def _arrow(line: Line) -> FancyArrowPatch:
    tie = line.tie
    width = min(0.7 + 0.75 * tie.weight**0.75, 5.5) if tie.family in STANCES else 1.2
    heads = ("<|" if tie.points_to(tie.first) else "") + "-" + ("|>" if tie.points_to(tie.second) else "")
    return FancyArrowPatch(
        *map(tuple, line.ends),
        connectionstyle=f"arc3,rad={line.bend}",
        arrowstyle=heads if heads == "-" else f"{heads},head_length={3.6 + 1.5 * width},head_width={1.6 + 0.75 * width}",
        mutation_scale=1,
        shrinkA=line.radii[0] + 1.5,
        shrinkB=line.radii[1] + 1.5,
        linewidth=width,
        linestyle=_line_style(tie.family),
        color=FAMILY_COLOURS[tie.family],
        alpha=0.6 if tie.family == "diplomacy" else 0.82,
        zorder=1 + FAMILIES.index(tie.family),
        joinstyle="miter",
        capstyle="butt",
    )


def _line_style(family: str) -> Literal["-", ":"]:
    return "-" if family in STANCES else ":"


def _draw_labels(axes: Axes, scene: Scene, covered: Points) -> None:
    texts = [_label(axes, actor.label, radius) for actor, radius in zip(scene.selection.actors, scene.radii, strict=True)]
    boxes = [text.get_window_extent() for text in texts]
    sizes = np.array([(box.width + 4, box.height + 3) for box in boxes]).reshape(-1, 2)
    places = place_labels(scene.nodes, scene.radii, sizes, covered, scene.page)
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


def _draw_legends(figure: Figure, selection: Selection, top: float) -> None:
    lines = [
        Line2D([], [], color=FAMILY_COLOURS[name], linewidth=3, label=text, linestyle=_line_style(name))
        for name, text in _family_labels(selection)
    ]
    _draw_legend(figure, "Lines", lines, corner=(_EDGE, top), columns=1)
    present = {actor.type for actor in selection.actors}
    dots = [
        Line2D([], [], color=TYPE_COLOURS[name], label=kind.label, marker="o", linestyle="", markersize=8)
        for name, kind in ENTITY_TYPES.items()
        if name in present
    ]
    _draw_legend(figure, "Actors", dots, corner=(_WIDTH / 2, top), columns=2)


def _draw_legend(figure: Figure, title: str, handles: list[Line2D], *, corner: tuple[float, float], columns: int) -> None:
    figure.legend(
        handles=handles,
        title=title,
        ncols=columns,
        loc="upper left",
        bbox_to_anchor=(corner[0] / _WIDTH, corner[1] / _HEIGHT),
        alignment="left",
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        labelspacing=0.35,
        fontsize=8,
        title_fontproperties={"size": 8.5, "weight": "bold"},
    )


def _family_labels(selection: Selection) -> list[tuple[str, str]]:
    """Describe each family in the picture by the relations it stands for there, the most frequent first."""
    found = []
    for family in reversed(FAMILIES):
        relations = Counter(claim.relation_type.label for tie in selection.ties if tie.family == family for claim in tie.claims)
        if relations:
            found.append((family, f"{family}: {', '.join(name for name, _ in relations.most_common(5))}"))
    return found
