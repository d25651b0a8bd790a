"""Finding an export format by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.claims import ClaimSet
from graph.export.base import Exporter, ExportError
from graph.export.csv_folder import CsvExporter
from graph.export.gexf import GexfExporter
from graph.export.graphml import GraphmlExporter
from graph.export.jsonl import JsonlExporter
from graph.export.nquads import NquadsExporter
from graph.export.parquet import ParquetExporter
from graph.export.png import PngExporter
from graph.export.svg import SvgExporter
from graph.export.turtle import TurtleExporter

__all__ = ["EXPORTERS", "export"]

_ALL: tuple[Exporter, ...] = (
    JsonlExporter(),
    ParquetExporter(),
    GexfExporter(),
    GraphmlExporter(),
    CsvExporter(),
    TurtleExporter(),
    NquadsExporter(),
    SvgExporter(),
    PngExporter(),
)
EXPORTERS: Mapping[str, Exporter] = {exporter.name: exporter for exporter in _ALL}


def export(claims: ClaimSet, fmt: str, target: Path | str) -> None:
    """Write claims to a file, or a folder for csv.

    Parameters
    ----------
    claims
        Claims to write; their notice goes into every format.
    fmt
        A name in `EXPORTERS`.
    target
        The file, in a folder that exists; replaced only when all is written.

    Raises
    ------
    ExportError
        When there is no such format, or the target cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "graph.gexf"
    >>> export(ClaimSet(notice="Sample."), "gexf", target)
    >>> "Sample." in target.read_text()
    True
    """
    if fmt not in EXPORTERS:
        raise ExportError(f"no export format {fmt!r}: use one of {', '.join(EXPORTERS)}")
    try:
        EXPORTERS[fmt].write(claims, Path(target))
    except OSError as error:
        raise ExportError(f"{target}: cannot write: {error.strerror or error}") from error
