"""GraphML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx

from graph.claims import ClaimSet
from graph.export.base import FileExporter
from graph.export.rows import EdgeRow, Value, edge_rows, node_rows
from graph.views.display import printable

__all__ = ["GraphmlExporter"]


class GraphmlExporter(FileExporter):
    """A directed multigraph; the notice is an attribute of the graph."""

    name = "graphml"
    suffix = ".graphml"
    description = "the network for yEd, Cytoscape, igraph and networkx"

    def write_file(self, claims: ClaimSet, path: Path) -> None:
        """Write nodes and edges with their attributes."""
        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        if claims.notice is not None:
            network.graph["notice"] = printable(claims.notice)
        for node in node_rows(claims):
            network.add_node(printable(node.entity.id), label=printable(node.entity.label), **_printable(node.values))
        for row in edge_rows(claims):
            ends = (printable(row.edge.subject.id), printable(row.edge.object.id))
            network.add_edge(*ends, key=row.id, **_attributes(row))
        nx.write_graphml(network, path)


def _attributes(row: EdgeRow) -> dict[str, Any]:
    dates = {"start": row.start, "end": row.end}
    known = {name: day for name, day in dates.items() if day is not None}
    return {"label": row.label, "weight": row.weight, **_printable(row.values), **known}


def _printable(values: dict[str, Value]) -> dict[str, Value]:
    return {name: printable(value) if isinstance(value, str) else value for name, value in values.items()}
