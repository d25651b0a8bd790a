"""The names of things in RDF."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote, unquote

from graph.ontology import NAMESPACE

__all__ = ["BASE", "PREFIXES", "actor_iri", "article_iri", "claim_iri", "evidence_iri", "local_id"]

BASE = NAMESPACE.removesuffix("ontology#")

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "lyg": NAMESPACE,
        "actor": f"{BASE}actor/",
        "claim": f"{BASE}claim/",
        "evidence": f"{BASE}evidence/",
        "article": f"{BASE}article/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "prov": "http://www.w3.org/ns/prov#",
        "org": "http://www.w3.org/ns/org#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "dcterms": "http://purl.org/dc/terms/",
    }
)


def _iri(kind: str, identifier: str) -> str:
    return PREFIXES[kind] + quote(identifier, safe="")


def actor_iri(identifier: str) -> str:
    """Name an entity.

    Examples
    --------
    >>> actor_iri("khalifa-haftar"), actor_iri("a/b c")[-9:]
    ('https://w3id.org/libyagraph/actor/khalifa-haftar', 'a%2Fb%20c')
    """
    return _iri("actor", identifier)


def article_iri(identifier: str) -> str:
    """Name an article, and the named graph of what was read in it."""
    return _iri("article", identifier)


def claim_iri(identifier: str) -> str:
    """Name a claim."""
    return _iri("claim", identifier)


def evidence_iri(claim_id: str) -> str:
    """Name the evidence of a claim."""
    return _iri("evidence", claim_id)


def local_id(iri: str) -> str:
    """Return the identifier that one of the functions above turned into `iri`."""
    return unquote(iri.rsplit("/", 1)[-1])
