"""What every export format is made of."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar

from graph.claims import ClaimSet, replacing

__all__ = ["ExportError", "Exporter", "FileExporter", "write_notice"]


class ExportError(ValueError):
    """An export that cannot be made; the message names the format or the file."""


class Exporter(ABC):
    """A format to write claims in.

    Attributes
    ----------
    name
        What users call the format.
    suffix
        Usual ending of the file, with the dot; empty for a folder.
    description
        One line for lists of formats.
    """

    name: ClassVar[str]
    suffix: ClassVar[str]
    description: ClassVar[str]

    @abstractmethod
    def write(self, claims: ClaimSet, target: Path) -> None:
        """Write claims with their notice to `target`, which is replaced only when all is written.

        Raises
        ------
        OSError
            When the target cannot be written.
        """


class FileExporter(Exporter):
    """A format that is one file."""

    def write(self, claims: ClaimSet, target: Path) -> None:
        """Write claims with their notice to the file `target`, which is replaced only when all is written."""
        with replacing(target) as temporary:
            self.write_file(claims, temporary)

    @abstractmethod
    def write_file(self, claims: ClaimSet, path: Path) -> None:
        """Write the whole file at a path that is new."""


def write_notice(notice: str | None, path: Path) -> None:
    """Write a notice into a file of its own, for formats that cannot hold one; without a notice, remove an earlier one."""
    if notice is None:
        path.unlink(missing_ok=True)
        return
    with replacing(path) as temporary:
        temporary.write_text(notice + "\n", encoding="utf-8")
