"""Candidates with labels, from annotated texts: what the scorer learns from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graph.evaluation.gold import GoldSet
from graph.evaluation.names import folded_all
from graph.evaluation.rows import GoldClaim, GoldRow
from graph.extraction import Extractor
from graph.extraction.factuality.component import Factuality
from graph.extraction.reading import Finding, Reading, reading_of
from graph.extraction.scoring.features import features_of
from graph.extraction.scoring.proposals import Candidate, candidates_of, places_of
from graph.model import Article, Mention
from graph.ontology import RELATIONS

__all__ = ["Sample", "samples_of"]

_STOP = "libyagraph_scoring"


@dataclass(frozen=True, slots=True)
class Sample:
    """A candidate of a gold text.

    Attributes
    ----------
    group
        The text's id, by which folds are made.
    features, gate
        Its features, and a proposal's shape; None for a pattern's finding.
    right
        Whether gold has the claim, whatever its polarity.
    strict
        Of a pattern's finding, whether the polarity is right too.
    standing
        Which of possible, reported and negated the finding is.
    """

    group: str
    features: list[str]
    gate: str | None
    right: bool
    strict: bool
    standing: tuple[str, ...]


def samples_of(gold: GoldSet, extractor: Extractor) -> Iterator[Sample]:
    """Yield the candidates of gold texts; those that gold leaves open, or whose relation it does not annotate, are left out.

    Parameters
    ----------
    gold
        Annotated articles whose texts are at hand.
    extractor
        What reads them.
    """
    for row in gold.rows:
        yield from _of_document(_parsed(gold.read(row), extractor), row, gold.unscored)


def _parsed(article: Article, extractor: Extractor) -> Doc:
    """Run the pipeline up to the scorer."""
    doc = extractor.nlp.make_doc(article.text)
    doc._.reading = Reading(article)
    for name, component in extractor.nlp.pipeline:
        if name == _STOP:
            break
        doc = component(doc)
    return doc


def _of_document(doc: Doc, row: GoldRow, unscored: frozenset[str]) -> Iterator[Sample]:
    described = [pair for sentence in doc.sents for pair in _described(sentence, reading_of(doc))]
    _settle(doc)
    for candidate, features in described:
        finding = candidate.finding
        hits = [g for g in row.claims if _matches(finding, g)] if finding.relation not in unscored else []
        if finding.relation in unscored or (hits and not any(g.required for g in hits)):
            continue
        strict = any(g.required and g.polarity == finding.polarity for g in hits)
        yield Sample(row.article, features, candidate.shape, bool(hits), strict, _standing(finding))


def _described(sentence: Span, reading: Reading) -> Iterator[tuple[Candidate, list[str]]]:
    places = places_of(sentence, reading)
    told = [f for f in reading.findings if sentence.start <= f.trigger.i < sentence.end]
    for candidate in candidates_of(sentence, places, told, reading):
        yield candidate, features_of(candidate, places, told)


def _settle(doc: Doc) -> None:
    """Let the factuality component settle what the patterns found."""
    Factuality()(doc)


def _standing(finding: Finding) -> tuple[str, ...]:
    names = [finding.modality] if finding.modality != "asserted" else []
    return (*names, "negated") if finding.polarity == "negated" else tuple(names)


def _matches(finding: Finding, gold: GoldClaim) -> bool:
    if finding.relation not in gold.relation:
        return False
    subject, obj = _names(finding.subject), _names(finding.object)
    same = bool(subject & gold.subjects and obj & gold.objects)
    return same or (RELATIONS[finding.relation].symmetric and bool(subject & gold.objects and obj & gold.subjects))


def _names(mention: Mention) -> frozenset[str]:
    return folded_all((mention.entity.label, mention.text))
