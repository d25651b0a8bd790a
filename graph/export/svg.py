"""SVG picture."""

from __future__ import annotations

from pathlib import Path

from graph.claims import ClaimSet
from graph.export.base import FileExporter

__all__ = ["SvgExporter"]


class SvgExporter(FileExporter):
    """The picture as vectors, with outlines for letters, so that it looks the same everywhere."""

    name = "svg"
    suffix = ".svg"
    description = "the same picture in vectors, for print at any size"

    def write_file(self, claims: ClaimSet, path: Path) -> None:
        """Draw and save the picture."""
        from graph.export.picture import save_picture  # noqa: PLC0415 - matplotlib takes most of a second

        save_picture(claims, path)
