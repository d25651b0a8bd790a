"""Reading a query with a real parser, and saying where it cannot be read."""

from __future__ import annotations

import re

from pyoxigraph import Store
from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import QueryUnit, UpdateUnit

from graph.query.errors import QueryError
from graph.views.display import printable
from graph.views.rdf import PREFIXES

__all__ = ["normalize", "parse", "syntax_error"]

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)
_SENTENCE = re.compile(r"[A-Z]\w* [a-z][\w ]+")


def normalize(sparql: str) -> str:
    r"""Resolve code point escapes and line ends, which parsers read differently, so that all see the same text.

    Raises
    ------
    QueryError
        When an escape names no character or makes another escape.

    Examples
    --------
    >>> normalize("ASK {\r\n ?s ?p \"\\u0041\" }")
    'ASK {\n ?s ?p "A" }'
    """
    try:
        text = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), sparql)
        text.encode()
    except (ValueError, OverflowError) as error:
        raise QueryError("an escape or character is no Unicode character") from error
    if _ESCAPE.search(text):
        raise QueryError("a character escape must not make another escape")
    return re.sub("\r\n?", "\n", text)


def parse(text: str) -> ParseResults:
    """Parse a normalized query.

    Returns
    -------
    ParseResults
        rdflib's tree: prologue, then query.

    Raises
    ------
    QueryError
        With line and column when the text is no query; updates are refused as such.
    """
    try:
        # The parser would expand tabs, and columns would be off.
        return QueryUnit.parse_string(text.replace("\t", " "), parse_all=True)
    except ParseException as error:
        if _is_update(text):
            raise QueryError("updates are refused: the graph is read-only; use SELECT, ASK, CONSTRUCT or DESCRIBE") from error
        raise _error_at(text, max(error.loc, _furthest(text))) from error
    except RecursionError as error:
        raise QueryError("nested too deeply") from error


def syntax_error(text: str, error: SyntaxError) -> QueryError:
    """Turn Oxigraph's error about a text that `parse` accepts into a `QueryError`."""
    found = _PLACE.match(str(error))
    if found is None:
        return QueryError(str(error).splitlines()[0])
    line, column = int(found[1]), int(found[2])
    sentence = _SENTENCE.search(found[3])
    words = text[: _offset(text, line, column)].split()
    near = printable(words[-1][-40:]) if words else ""
    reason = sentence[0][0].lower() + sentence[0][1:] if sentence else "not understood"
    return QueryError(f"{reason}, near {near!r}", line=line, column=column)


def _is_update(text: str) -> bool:
    try:
        return bool(UpdateUnit.parse_string(text, parse_all=True))
    except (ParseException, RecursionError):
        return False


def _furthest(text: str) -> int:
    # The appended NUL is valid nowhere: Oxigraph reads as far as it can, and never gets to run anything.
    try:
        Store().query(f"{text}\n\0", prefixes=dict(PREFIXES))
    except SyntaxError as error:
        found = _PLACE.match(str(error))
        place = _offset(text, int(found[1]), int(found[2])) if found else 0
        return place if place < len(text) else 0
    return 0


def _offset(text: str, line: int, column: int) -> int:
    before = text.split("\n")[: line - 1]
    return sum(len(earlier) + 1 for earlier in before) + column - 1


def _error_at(text: str, offset: int) -> QueryError:
    offset += len(text[offset:]) - len(text[offset:].lstrip())
    found = re.match(r"\w+|\S{1,30}", text[offset:])
    what = repr(printable(found[0])) if found else "end of the query"
    line = text.count("\n", 0, offset) + 1
    return QueryError(f"syntax error: unexpected {what}", line=line, column=offset - text.rfind("\n", 0, offset))
