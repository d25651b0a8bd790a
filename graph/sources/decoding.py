"""From bytes on disk to text, with one clear error for each way that can fail."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from graph.sources.errors import SourceError

__all__ = ["MAX_FILE_BYTES", "MAX_LINE_LENGTH", "read_text"]

MAX_FILE_BYTES = 100_000_000
MAX_LINE_LENGTH = 5_000_000

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path) -> str:
    """Read a text file: UTF-8, with or without byte order mark, or UTF-16 with one.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    str
        Its text; every line ends with a bare newline, as in Python's own text mode.

    Raises
    ------
    SourceError
        When the file cannot be opened, is no regular file, is over 100 MB, empty, binary or in another encoding.
    """
    text = _decoded(path, _bytes_of(path))
    if "\0" in text:
        raise SourceError(path, "binary file (NUL bytes)")
    if not text.strip():
        raise SourceError(path, "empty file")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(path, "not a regular file")
        if status.st_size > MAX_FILE_BYTES:
            raise SourceError(path, f"too large ({status.st_size / 1e6:.0f} MB; at most {MAX_FILE_BYTES / 1e6:.0f} MB)")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(path, error.strerror or type(error).__name__) from error


def _decoded(path: Path, data: bytes) -> str:
    utf16 = data.startswith(_UTF16_MARKS)
    if b"\0" in data and not utf16:
        raise SourceError(path, "binary file (NUL bytes)")
    try:
        return data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        name = "UTF-16" if utf16 else "UTF-8"
        raise SourceError(path, f"not {name} text (byte 0x{byte:02X} at offset {error.start}); convert it to UTF-8") from error
