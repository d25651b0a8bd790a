"""What is wrong with a query, in one line."""

from __future__ import annotations

__all__ = ["QueryError"]


class QueryError(ValueError):
    """A query that is malformed, refused or cannot be answered.

    Attributes
    ----------
    line, column
        Where in the query, counted from 1; None where the whole query is meant.

    Examples
    --------
    >>> str(QueryError("unexpected '}'", line=2, column=5))
    "query, line 2, column 5: unexpected '}'"
    """

    def __init__(self, reason: str, *, line: int | None = None, column: int | None = None) -> None:
        place = "query" if line is None else f"query, line {line}, column {column}"
        super().__init__(f"{place}: {reason}")
        self.line = line
        self.column = column
