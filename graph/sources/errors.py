"""The one error of this room, and how paths are shown in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

__all__ = ["NoArticlesError", "Report", "SourceError", "one_line"]


def one_line(text: str) -> str:
    r"""Replace whatever could break a line or steer a terminal, so that untrusted text can be shown.

    Parameters
    ----------
    text
        Text of any origin: a file name, a sentence of an article.

    Returns
    -------
    str
        The same number of characters; line breaks and tabs are spaces, other unprintable ones U+FFFD.

    Examples
    --------
    >>> one_line("LNA\n\x1b[31m takes\ttown")
    'LNA �[31m takes town'
    """
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)


class SourceError(ValueError):
    """An input that could not be read; the message is one line, `file: reason` or `file:line: reason`.

    Parameters
    ----------
    path
        The file or folder.
    reason
        What is wrong with it.
    line
        Line number where that is known, from 1.
    """

    def __init__(self, path: Path, reason: str, line: int | None = None) -> None:
        self.path = path
        self.reason = reason
        self.line = line
        where = f"{path}:{line}" if line else str(path)
        super().__init__(one_line(f"{where}: {reason}"))


class NoArticlesError(ValueError):
    """Not one article could be read; `errors` says why, one for each input."""

    def __init__(self, errors: Iterable[SourceError]) -> None:
        self.errors = tuple(errors)
        super().__init__("no articles found: nothing was written")


Report = Callable[[SourceError], None]
