"""A claim set as lines of N-Quads."""

from __future__ import annotations

from collections.abc import Iterator

from graph.claims import ArticleInfo, ClaimSet
from graph.claims.fields import field_value
from graph.model import Claim, Entity
from graph.views import terms
from graph.views.iris import claim_iri, evidence_iri
from graph.views.properties import CLAIM_PROPERTIES, EVIDENCE_PROPERTIES, Property

__all__ = ["quads"]

_TYPE, _CLAIM, _EVIDENCE = terms.name("rdf:type"), terms.name("lyg:Claim"), terms.name("lyg:Evidence")
_HAS_EVIDENCE, _DERIVED = terms.name("lyg:evidence"), terms.name("prov:wasDerivedFrom")


def quads(claims: ClaimSet) -> Iterator[str]:
    """Yield the whole RDF view, each line with its line break.

    Examples
    --------
    >>> lines = quads(ClaimSet(articles=[ArticleInfo(id="a1")]))
    >>> next(lines).count("https://w3id.org/libyagraph/article/a1")
    2
    """
    for entity in claims.entities().values():
        yield from _entity_quads(entity)
    for claim in claims:
        yield from _direct_quads(claim)
        yield from _claim_quads(claim)
    for article in _articles(claims):
        yield from _article_quads(article, claims.notice)


def _entity_quads(entity: Entity) -> Iterator[str]:
    node, label = terms.actor_node(entity.id), terms.text(entity.label)
    yield f"{node} {_TYPE} {terms.name(f'lyg:{entity.type}')} .\n"
    yield f"{node} {terms.name('rdfs:label')} {label} .\n"
    yield f"{node} {terms.name('skos:prefLabel')} {label} .\n"


def _direct_quads(claim: Claim) -> Iterator[str]:
    if not claim.direct:
        return
    subject, obj = terms.actor_node(claim.subject.id), terms.actor_node(claim.object.id)
    relation = terms.name(f"lyg:{claim.relation}")
    yield f"{subject} {relation} {obj} .\n"
    if claim.relation_type.symmetric:
        yield f"{obj} {relation} {subject} .\n"


def _claim_quads(claim: Claim) -> Iterator[str]:
    node, proof = terms.node(claim_iri(claim.id)), terms.node(evidence_iri(claim.id))
    article = terms.article_node(claim.article)
    yield f"{node} {_TYPE} {_CLAIM} {article} .\n"
    yield f"{proof} {_TYPE} {_EVIDENCE} {article} .\n"
    yield f"{node} {_HAS_EVIDENCE} {proof} {article} .\n"
    yield f"{node} {_DERIVED} {proof} {article} .\n"
    yield f"{node} {_DERIVED} {article} {article} .\n"
    yield from _field_quads(claim, node, CLAIM_PROPERTIES, article)
    yield from _field_quads(claim, proof, EVIDENCE_PROPERTIES, article)


def _field_quads(claim: Claim, node: str, properties: tuple[Property, ...], graph: str) -> Iterator[str]:
    for prop in properties:
        value = field_value(claim, prop.path)
        if value is not None:
            yield f"{node} {prop.iri} {prop.write(value)} {graph} .\n"


def _articles(claims: ClaimSet) -> list[ArticleInfo]:
    known = {article.id: article for article in claims.articles}
    for claim in claims:
        if claim.article not in known:
            seen = claim.evidence
            known[claim.article] = ArticleInfo(id=claim.article, date=seen.date, url=seen.url, outlet=seen.outlet)
    return list(known.values())


def _article_quads(article: ArticleInfo, notice: str | None) -> Iterator[str]:
    node = terms.article_node(article.id)
    yield f"{node} {_TYPE} {terms.name('lyg:Article')} {node} .\n"
    for prefixed, value in _article_values(article, notice).items():
        if value is not None:
            yield f"{node} {terms.name(prefixed)} {value} {node} .\n"


def _article_values(article: ArticleInfo, notice: str | None) -> dict[str, str | None]:
    texts = {
        "dcterms:identifier": article.id,
        "dcterms:title": article.title,
        "lyg:outlet": article.outlet,
        "lyg:path": article.path,
        "lyg:sha256": article.sha256,
        "dcterms:rights": notice,
        "rdfs:comment": notice,
    }
    return {
        **{prefixed: None if value is None else terms.text(value) for prefixed, value in texts.items()},
        "dcterms:date": terms.date(article.date) if article.date else None,
        "lyg:url": terms.url(article.url) if article.url is not None else None,
    }
