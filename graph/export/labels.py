"""Placing labels beside the nodes of a picture so that they cover neither each other nor nodes, and few lines."""

from __future__ import annotations

import numpy as np

from graph.export.layout import Points

__all__ = ["place_labels"]

_DIRECTIONS = 24
_DISTANCES = (2.0, 5.0, 9.0, 14.0, 22.0)
_SWEEPS = 30
# Costs per square point of overlap, per point outside the page, per sample of a line covered, per point of distance.
_LABEL, _NODE, _OUTSIDE, _LINE, _FAR = 4.0, 4.0, 60.0, 3.0, 3.5


def place_labels(nodes: Points, radii: Points, sizes: Points, lines: Points, page: Points) -> Points:
    """Choose a place for each label, then choose again in the light of the others until none moves.

    Parameters
    ----------
    nodes
        Centres of the nodes.
    radii
        Radii of the nodes.
    sizes
        Width and height of each node's label.
    lines
        Points on the lines of the picture, evenly spaced.
    page
        Lower left and upper right corner.

    Returns
    -------
    numpy.ndarray
        The centre of each label.

    Examples
    --------
    >>> nodes = np.array([[50.0, 50.0], [60.0, 50.0]])
    >>> page = np.array([[0.0, 0.0], [100.0, 100.0]])
    >>> left, right = place_labels(nodes, np.full(2, 3.0), np.full((2, 2), 8.0), np.empty((0, 2)), page)
    >>> bool(np.abs(left - right).max() >= 8)
    True
    """
    options = [_options(*each) for each in zip(nodes, radii, sizes, strict=True)]
    fixed = [
        _fixed_cost(own, size, nodes=nodes, radii=radii, lines=lines, page=page) for own, size in zip(options, sizes, strict=True)
    ]
    return _settle(options, fixed, sizes)


def _settle(options: list[Points], fixed: list[Points], sizes: Points) -> Points:
    """Give each label the option that costs least in itself, then again with the overlaps, until none changes."""
    places = np.array([own[cost.argmin()] for own, cost in zip(options, fixed, strict=True)]).reshape(-1, 2)
    for _ in range(_SWEEPS):
        before = places.copy()
        for number, own in enumerate(options):
            overlap = _overlap(own, sizes[number], places, sizes)
            overlap[:, number] = 0
            places[number] = own[(fixed[number] + _LABEL * overlap.sum(axis=1)).argmin()]
        if np.array_equal(before, places):
            break
    return places


def _options(node: Points, radius: float, size: Points) -> Points:
    angles = np.arange(_DIRECTIONS) * 2 * np.pi / _DIRECTIONS
    unit = np.column_stack([np.cos(angles), np.sin(angles)])
    # The box touches the node's circle from outside: its half size counts in the direction it lies in.
    touching = np.clip(unit * 1.4, -1, 1) * size / 2
    return np.concatenate([node + unit * (radius + distance) + touching for distance in _DISTANCES])


def _fixed_cost(own: Points, size: Points, *, nodes: Points, radii: Points, lines: Points, page: Points) -> Points:
    diameters = np.repeat(2 * radii[:, None] + 2, 2, axis=1)
    on_nodes = _overlap(own, size, nodes, diameters).sum(axis=1)
    outside = np.maximum(page[0] - (own - size / 2), 0) + np.maximum(own + size / 2 - page[1], 0)
    covered = (np.abs(own[:, None, :] - lines[None, :, :]) < size / 2).all(axis=2).sum(axis=1)
    far = np.repeat(_DISTANCES, _DIRECTIONS)
    cost: Points = _NODE * on_nodes + _OUTSIDE * outside.sum(axis=1) + _LINE * covered + _FAR * far
    return cost


def _overlap(own: Points, size: Points, others: Points, other_sizes: Points) -> Points:
    """Return the area that a box of `size` at each of `own` shares with each of the other boxes."""
    reach = (size + other_sizes) / 2
    shared = np.maximum(reach[None, :, :] - np.abs(own[:, None, :] - others[None, :, :]), 0)
    area: Points = shared.prod(axis=2)
    return area
