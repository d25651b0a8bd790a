"""RDF terms as N-Quads writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from graph.views.iris import PREFIXES, actor_iri, article_iri

__all__ = ["actor_node", "article_node", "date", "double", "integer", "name", "node", "text", "url"]

_ESCAPES: Mapping[int, str] = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
# The same actors, articles and days come again and again.
_cached = lru_cache(maxsize=50_000)


def node(iri: str) -> str:
    """Write an IRI."""
    return f"<{iri}>"


@_cached
def name(prefixed: str) -> str:
    """Write the IRI that a prefixed name stands for.

    Examples
    --------
    >>> name("rdfs:label")
    '<http://www.w3.org/2000/01/rdf-schema#label>'
    """
    prefix, local = prefixed.split(":", 1)
    return node(PREFIXES[prefix] + local)


@_cached
def actor_node(identifier: str) -> str:
    """Write the IRI of an entity."""
    return node(actor_iri(identifier))


@_cached
def article_node(identifier: str) -> str:
    """Write the IRI of an article."""
    return node(article_iri(identifier))


def text(value: str) -> str:
    r"""Write a string.

    Examples
    --------
    >>> print(text('He said "no".\n'))
    "He said \"no\".\n"
    """
    return f'"{value.translate(_ESCAPES)}"'


_DATE, _DOUBLE, _INTEGER, _URL = (name(f"xsd:{kind}") for kind in ("date", "double", "integer", "anyURI"))


@_cached
def date(value: dt.date) -> str:
    """Write a day."""
    return f'"{value.isoformat()}"^^{_DATE}'


def double(value: float) -> str:
    """Write a floating-point number without loss."""
    return f'"{value!r}"^^{_DOUBLE}'


def integer(value: int) -> str:
    """Write a whole number."""
    return f'"{value}"^^{_INTEGER}'


def url(value: str) -> str:
    """Write an address; a literal, since not every address found in the wild is an IRI."""
    return f"{text(value)}^^{_URL}"
