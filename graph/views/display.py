"""Writing text and RDF terms out: untrusted text is made harmless for terminals, XML and spreadsheets."""

from __future__ import annotations

import re

from pyoxigraph import Literal as OxigraphLiteral
from pyoxigraph import NamedNode
from rdflib import XSD, Literal
from rdflib.term import Identifier, Node

__all__ = ["ntriples_term", "plain_literal", "printable", "spreadsheet_cell"]

# Control characters but tab and newline, surrogates, non-characters, and the marks that turn the direction of what follows.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def printable(text: str) -> str:
    r"""Replace what no terminal, XML file or page should get by U+FFFD, one for one.

    Examples
    --------
    >>> printable("a\x1b[31mb\nc") == "a\ufffd[31mb\nc"
    True
    """
    return _UNPRINTABLE.sub("\ufffd", text)


def spreadsheet_cell(text: str) -> str:
    """Return printable text that no spreadsheet takes for a formula: such text gets a leading apostrophe.

    Examples
    --------
    >>> spreadsheet_cell("=1+1"), spreadsheet_cell("GNA")
    ("'=1+1", 'GNA')
    """
    quoted = f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
    return printable(quoted)


def plain_literal(term: Node) -> Node:
    """Return a string without xsd:string, which Oxigraph names and RDF 1.1 does not need; other terms stay as they are.

    Examples
    --------
    >>> plain_literal(Literal("GNA", datatype=XSD.string)).n3()
    '"GNA"'
    """
    return Literal(str(term)) if isinstance(term, Literal) and term.datatype == XSD.string else term


def ntriples_term(term: Identifier) -> str:
    r"""Write an RDF term as N-Triples does: on one line, always quoted.

    Examples
    --------
    >>> print(ntriples_term(Literal("two\nlines", lang="en")))
    "two\nlines"@en
    """
    if not isinstance(term, Literal):
        return term.n3()
    if term.language:
        return str(OxigraphLiteral(str(term), language=term.language))
    datatype = None if term.datatype is None else NamedNode(term.datatype)
    return str(OxigraphLiteral(str(term), datatype=datatype))
