"""What a reader of one file format is, and the readers there are."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from graph.model import Article
from graph.sources.errors import Report

__all__ = ["READERS", "Reader", "register"]


class Reader(ABC):
    """Reads the articles of one file format; a new format is one file with one subclass, made known by `register`.

    Attributes
    ----------
    suffix
        File name ending in lower case, with the dot.
    single
        Whether each file holds exactly one article.
    """

    suffix: ClassVar[str]
    single: ClassVar[bool]

    @abstractmethod
    def read(self, path: Path, report: Report) -> Iterator[Article]:
        """Yield the articles of a file.

        Parameters
        ----------
        path
            The file.
        report
            Called with a `SourceError` for each article that cannot be read, while the file's others can.

        Raises
        ------
        SourceError
            When the file as a whole cannot be read.
        """


READERS: dict[str, Reader] = {}


def register(reader: type[Reader]) -> type[Reader]:
    """Add a reader to `READERS` under its suffix; used as a class decorator."""
    READERS[reader.suffix] = reader()
    return reader
