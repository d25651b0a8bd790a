"""Placing the nodes of a network: distances on the page follow distances in the network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

__all__ = ["Points", "place", "spread"]

Points = NDArray[np.float64]

# All pairs of nodes are compared; beyond this number that takes too long.
_MOST = 1_000
_ITERATIONS = 500
_EFFORT = 120_000


def place(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> Points:
    """Place nodes so that the distance between two is close to the number of steps between them (stress majorization).

    The same network always gives the same picture. A network of more than 1000 nodes is laid out as a spiral in the order given.

    Parameters
    ----------
    nodes
        Every node.
    edges
        Pairs of nodes, in any direction.

    Returns
    -------
    numpy.ndarray
        A row of x and y for each node, about 1 apart for neighbours, centred on the origin.

    Examples
    --------
    >>> a, b, c = place(["a", "b", "c"], [("a", "b"), ("b", "c")])
    >>> round(float(np.linalg.norm(a - c)), 2)
    2.0
    """
    if not 2 < len(nodes) <= _MOST:
        return _spiral(len(nodes))
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(nodes)
    network.add_edges_from(edges)
    distances = _distances(network, nodes)
    return _majorize(_initial(distances), distances)


def _spiral(count: int) -> Points:
    rank = np.arange(count, dtype=float)
    angle = rank * np.pi * (3 - np.sqrt(5))
    spiral: Points = np.column_stack([np.cos(angle), np.sin(angle)]) * np.sqrt(rank)[:, None]
    return spiral


def _distances(network: nx.Graph[str], nodes: Sequence[str]) -> Points:
    index = {node: number for number, node in enumerate(nodes)}
    distances = np.full((len(nodes), len(nodes)), np.nan)
    for source, steps in nx.all_pairs_shortest_path_length(network):
        for target, count in steps.items():
            distances[index[source], index[target]] = count
    # Parts that nothing connects lie side by side, not on top of each other.
    complete: Points = np.nan_to_num(distances, nan=np.nanmax(distances) / 2 + 1)
    return complete


def _initial(distances: Points) -> Points:
    """Return the two main axes of the distances (classical scaling)."""
    centred = distances**2
    centred = centred - centred.mean(axis=0) - centred.mean(axis=1)[:, None] + centred.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    axes = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-9))
    signs = np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]])
    # Nodes with the same neighbours would coincide for ever.
    start: Points = axes * signs + 0.05 * _spiral(len(distances))
    return start


def _majorize(points: Points, distances: Points) -> Points:
    weights = 1 / np.maximum(distances, 1e-9) ** 2
    np.fill_diagonal(weights, 0)
    wanted, total = weights * distances, weights.sum(axis=1)[:, None]
    for _ in range(min(_ITERATIONS, _EFFORT // len(points))):
        pull = wanted / _lengths(points)
        moved = (pull.sum(axis=1)[:, None] * points - pull @ points + weights @ points) / total
        moved = moved - moved.mean(axis=0)
        if np.abs(moved - points).max() < 1e-5:
            break
        points = moved
    return points


def _lengths(points: Points) -> Points:
    """Return the distance between each two points, never zero."""
    squares = (points**2).sum(axis=1)
    lengths: Points = np.sqrt(np.maximum(squares[:, None] + squares[None, :] - 2 * points @ points.T, 1e-12))
    return lengths


def spread(points: Points, gaps: Points) -> Points:
    """Push apart points that are closer than the gap wanted for each pair, moving them as little as needed."""
    for _ in range(_ITERATIONS):
        offset = points[:, None, :] - points[None, :, :]
        length = np.linalg.norm(offset, axis=2)
        lack = np.maximum(gaps - length, 0)
        np.fill_diagonal(lack, 0)
        if not lack.any():
            break
        points = points + (offset / np.maximum(length, 1e-9)[:, :, None] * lack[:, :, None]).sum(axis=1) / 4
    return points
