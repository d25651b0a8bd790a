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

    def write(self, content: str | etree._Element) -> None: ...


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
                settings = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}
                with out.element(_TAG + "graph", settings):
                    _write_graph(out, claims)


def _write_head(out: _Writer, claims: ClaimSet) -> None:
    with out.element(_TAG + "meta"):
        for name, text in (("creator", "libyagraph"), ("description", claims.notice)):
            if text is not None:
                with out.element(_TAG + name):
                    out.write(printable(text))


def _write_graph(out: _Writer, claims: ClaimSet) -> None:
    _write_columns(out, "node", NODE_COLUMNS)
    _write_columns(out, "edge", EDGE_COLUMNS)
    nodes, edges = list(node_rows(claims)), list(edge_rows(claims))
    pairs = ((row.edge.subject.id, row.edge.object.id) for row in edges)
    points = place([node.entity.id for node in nodes], pairs)
    with out.element(_TAG + "nodes", {"count": str(len(nodes))}):
        for node, point in zip(nodes, points, strict=True):
            out.write(_node(node, point))
    with out.element(_TAG + "edges", {"count": str(len(edges))}):
        for row in edges:
            out.write(_edge(row))


def _write_columns(out: _Writer, owner: str, columns: Mapping[str, type[Value]]) -> None:
    with out.element(_TAG + "attributes", {"class": owner, "mode": "static"}):
        for name, kind in columns.items():
            out.write(_element("attribute", id=name, title=name, type=_TYPES[kind]))


def _element(tag: str, parent: etree._Element | None = None, **attributes: object) -> etree._Element:
    values = {name: _text(value) for name, value in attributes.items() if value is not None}
    qualified = tag if tag.startswith("{") else _TAG + tag
    return etree.Element(qualified, values) if parent is None else etree.SubElement(parent, qualified, values)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else printable(str(value))


def _colour(parent: etree._Element, colour: str) -> None:
    red, green, blue = rgb(colour)
    _element(f"{_VIZ}color", parent, r=red, g=green, b=blue)


def _values(parent: etree._Element, values: Mapping[str, Value]) -> None:
    holder = _element("attvalues", parent)
    for name, value in values.items():
        _element("attvalue", holder, **{"for": name, "value": value})


def _node(row: NodeRow, point: Points) -> etree._Element:
    node = _element("node", id=row.entity.id, label=row.entity.label)
    _values(node, row.values)
    _colour(node, TYPE_COLOURS[row.entity.type])
    x, y = (round(float(value) * _SCALE, 2) for value in point)
    _element(f"{_VIZ}position", node, x=x, y=y, z=0)
    _element(f"{_VIZ}size", node, value=round(8 + 4 * int(row.values["degree"]) ** 0.5, 2))
    return node


def _edge(row: EdgeRow) -> etree._Element:
    sides = {"source": row.edge.subject.id, "target": row.edge.object.id}
    dates = {"start": row.start, "end": row.end}
    edge = _element("edge", id=row.id, **sides, label=row.label, kind=row.kind, weight=row.weight, **dates)
    _values(edge, row.values)
    if len(row.periods) > 1:
        spells = _element("spells", edge)
        for start, end in row.periods:
            _element("spell", spells, start=start, end=end)
    _colour(edge, FAMILY_COLOURS[str(row.values["family"])])
    return edge
