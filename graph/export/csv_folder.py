"""CSV tables for Gephi's spreadsheet import, spreadsheets and statistics."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from graph.claims import ClaimSet, replacing
from graph.export.base import Exporter, write_notice
from graph.export.rows import EDGE_COLUMNS, NODE_COLUMNS, EdgeRow, Value, edge_rows, node_rows
from graph.views.display import spreadsheet_cell

__all__ = ["CsvExporter"]

_NODE_HEADER = ["Id", "Label", *map(str.capitalize, NODE_COLUMNS)]
_EDGE_HEADER = ["Source", "Target", "Type", "Id", "Label", "Kind", "Weight", "Start", "End"]
_EDGE_VALUES = [name for name in EDGE_COLUMNS if name != "relation"]


class CsvExporter(Exporter):
    """A folder; text that a spreadsheet would take for a formula gets a leading apostrophe."""

    name = "csv"
    suffix = ""
    description = "a folder with nodes.csv and edges.csv for Gephi and spreadsheets, and NOTICE.txt"

    def write(self, claims: ClaimSet, target: Path) -> None:
        """Write the tables into the folder `target`, made where missing; its other files stay."""
        target.mkdir(exist_ok=True)
        nodes = ([row.entity.id, row.entity.label, *row.values.values()] for row in node_rows(claims))
        with ExitStack() as both:
            # Both tables are complete before the first is renamed.
            node_file = both.enter_context(replacing(target / "nodes.csv"))
            edge_file = both.enter_context(replacing(target / "edges.csv"))
            _write_table(node_file, _NODE_HEADER, nodes)
            _write_table(edge_file, [*_EDGE_HEADER, *map(str.capitalize, _EDGE_VALUES)], map(_edge, edge_rows(claims)))
        write_notice(claims.notice, target / "NOTICE.txt")


def _edge(row: EdgeRow) -> list[Value]:
    ends: list[Value] = [row.edge.subject.id, row.edge.object.id]
    described: list[Value] = [row.id, row.label, row.kind, row.weight, row.start or "", row.end or ""]
    return [*ends, "Directed", *described, *(row.values[name] for name in _EDGE_VALUES)]


def _write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        writer.writerows([spreadsheet_cell(value) if isinstance(value, str) else value for value in row] for row in rows)
