"""GEXF 1.3, streamed: memory stays small whatever the number of edges."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from lxml import etree

from graph.claims import ClaimSet
from graph.export.base import FileExporter
from graph.export.layout import Points, place
from graph.export.rows import EDGE_COLUMNS, NODE_COLUMNS, EdgeRow, NodeRow, Value, edge_rows, node_rows
from graph.export.style import FAMILY_COLOURS, TYPE_COLOURS, rgb
from graph.views.display import printable

__all__ = ["GexfExporter"]

_NAMESPACE = "http://gexf.net/1.3"
_TAG = f"{{{_NAMESPACE}}}"
_VIZ = "{http://gexf.net/1.3/viz}"
_TYPES: Mapping[type[Value], str] = {str: "string", int: "integer", float: "double", bool: "boolean"}
# Gephi's units: a node is some ten across.
_SCALE = 150.0


class _Writer(Protocol):
    def element(
        self, tag: str, attrib: Mapping[str, str] = ..., nsmap: Mapping[str | None, str] = ...
    ) -> AbstractContextManager[None]: ...

    def write(self, content: str) -> None: ...


class GexfExporter(FileExporter):
    """A dynamic directed multigraph, coloured, sized and laid out; `kind` keeps parallel edges apart in Gephi."""

    name = "gexf"
    suffix = ".gexf"
    description = "the network for Gephi, with dates, colours, sizes and a layout"

    def write_file(self, claims: ClaimSet, path: Path) -> None:
        """Write the file; the notice is the description in its head."""
        spaces = {None: _NAMESPACE, "viz": _VIZ.strip("{}")}
        with etree.xmlfile(str(path), encoding="utf-8") as out:
            out.write_declaration()
            with out.element(_TAG + "gexf", {"version": "1.3"}, nsmap=spaces):
                _write_head(out, claims)
                with _element(out, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date"):
                    _write_graph(out, claims)


def _element(out: _Writer, tag: str, **attributes: object) -> AbstractContextManager[None]:
    values = {name: _text(value) for name, value in attributes.items() if value is not None}
    return out.element(tag if tag.startswith("{") else _TAG + tag, values)


def _write_leaf(out: _Writer, tag: str, **attributes: object) -> None:
    with _element(out, tag, **attributes):
        pass


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else printable(str(value))


def _write_head(out: _Writer, claims: ClaimSet) -> None:
    with _element(out, "meta"):
        for name, text in (("creator", "libyagraph"), ("description", claims.notice)):
            if text is not None:
                with _element(out, name):
                    out.write(printable(text))


def _write_graph(out: _Writer, claims: ClaimSet) -> None:
    _write_columns(out, "node", NODE_COLUMNS)
    _write_columns(out, "edge", EDGE_COLUMNS)
    nodes, edges = list(node_rows(claims)), list(edge_rows(claims))
    points = place([node.entity.id for node in nodes], ((row.edge.subject.id, row.edge.object.id) for row in edges))
    with _element(out, "nodes", count=len(nodes)):
        for node, point in zip(nodes, points, strict=True):
            _write_node(out, node, point)
    with _element(out, "edges", count=len(edges)):
        for row in edges:
            _write_edge(out, row)


def _write_columns(out: _Writer, owner: str, columns: Mapping[str, type[Value]]) -> None:
    with _element(out, "attributes", **{"class": owner, "mode": "static"}):
        for name, kind in columns.items():
            _write_leaf(out, "attribute", id=name, title=name, type=_TYPES[kind])


def _write_values(out: _Writer, values: Mapping[str, Value]) -> None:
    with _element(out, "attvalues"):
        for name, value in values.items():
            _write_leaf(out, "attvalue", **{"for": name, "value": value})


def _write_colour(out: _Writer, colour: str) -> None:
    red, green, blue = rgb(colour)
    _write_leaf(out, f"{_VIZ}color", r=red, g=green, b=blue)


def _write_node(out: _Writer, row: NodeRow, point: Points) -> None:
    with _element(out, "node", id=row.entity.id, label=row.entity.label):
        _write_values(out, row.values)
        _write_colour(out, TYPE_COLOURS[row.entity.type])
        x, y = (round(float(value) * _SCALE, 2) for value in point)
        _write_leaf(out, f"{_VIZ}position", x=x, y=y, z=0)
        _write_leaf(out, f"{_VIZ}size", value=round(8 + 4 * int(row.values["degree"]) ** 0.5, 2))


def _write_edge(out: _Writer, row: EdgeRow) -> None:
    sides = {"source": row.edge.subject.id, "target": row.edge.object.id}
    described = {"label": row.label, "kind": row.kind, "weight": row.weight}
    with _element(out, "edge", id=row.id, **sides, **described, start=row.start, end=row.end):
        _write_values(out, row.values)
        if len(row.periods) > 1:
            with _element(out, "spells"):
                for start, end in row.periods:
                    _write_leaf(out, "spell", start=start, end=end)
        _write_colour(out, FAMILY_COLOURS[str(row.values["family"])])
