"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.model import Article
from graph.sources.decoding import MAX_LINE_LENGTH, read_text
from graph.sources.errors import Report, SourceError
from graph.sources.readers import Reader, register

__all__ = ["TextReader"]


@register
class TextReader(Reader):
    """One article a file; its id is the file's stem."""

    suffix = ".txt"
    single = True

    def read(self, path: Path, report: Report) -> Iterator[Article]:
        """Yield the one article; see `Reader.read`."""
        text = read_text(path)
        if max(map(len, text.split("\n"))) > MAX_LINE_LENGTH:
            raise SourceError(path, f"a line is over {MAX_LINE_LENGTH / 1e6:.0f} MB long: this is no article")
        yield Article(id=path.stem, text=text)
