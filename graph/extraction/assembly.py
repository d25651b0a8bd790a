"""From findings to claims: exact spans, one claim where a sentence says the same twice, a confidence."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from graph.extraction.confidence import confidence_of
from graph.extraction.reading import Finding, reading_of
from graph.model import Article, Claim, Evidence, Mention, Participant

__all__ = ["assemble"]


def assemble(doc: Doc) -> list[Claim]:
    """Make claims of a document's findings, in the order of the text; of equal ones in a sentence the surest stays."""
    reading = reading_of(doc)
    best: dict[str, Claim] = {}
    for finding in reading.findings:
        claim = _claim(finding, finding.trigger.sent, reading.article)
        if claim.id not in best or best[claim.id].confidence < claim.confidence:
            best[claim.id] = claim
    return list(best.values())


def _claim(finding: Finding, sentence: Span, article: Article) -> Claim:
    return Claim.make(
        article=article.id,
        subject=Participant.of(finding.subject),
        relation=finding.relation,
        object=Participant.of(finding.object),
        polarity=finding.polarity,
        modality=finding.modality,
        attributed_to=finding.attributed_to,
        time=finding.time,
        role=finding.role,
        confidence=confidence_of(finding),
        rule=finding.rule,
        evidence=_evidence(finding, sentence, article),
    )


def _evidence(finding: Finding, sentence: Span, article: Article) -> Evidence:
    text = article.text
    start, end = sentence.start_char, sentence.end_char
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    trigger = finding.trigger
    return Evidence(
        sentence=text[start:end],
        start=start,
        end=end,
        subject_span=_span(finding.subject),
        trigger_span=(trigger.idx, trigger.idx + len(trigger)),
        object_span=_span(finding.object),
        url=article.url,
        outlet=article.outlet,
        date=article.date,
    )


def _span(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
