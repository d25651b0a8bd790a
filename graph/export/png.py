"""PNG picture."""

from __future__ import annotations

from pathlib import Path

from graph.claims import ClaimSet
from graph.export.base import FileExporter

__all__ = ["PngExporter"]


class PngExporter(FileExporter):
    """The picture as pixels, 220 an inch."""

    name = "png"
    suffix = ".png"
    description = "a picture of the strongest actors and their stances, for print and screen"

    def write_file(self, claims: ClaimSet, path: Path) -> None:
        """Draw and save the picture."""
        from graph.export.picture import save_picture  # noqa: PLC0415 - matplotlib takes most of a second

        save_picture(claims, path)
