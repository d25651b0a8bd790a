"""The pipeline component that settles polarity, modality and attribution of what was found."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from graph.extraction.factuality.climb import standing_of
from graph.extraction.factuality.cues import cues
from graph.extraction.factuality.denial import denials
from graph.extraction.factuality.echo import echoes
from graph.extraction.factuality.standing import Standing
from graph.extraction.reading import Finding, Reading, reading_of
from graph.extraction.relations.lexicon import classes

__all__ = ["Factuality"]


class Factuality:
    """Climbs from each trigger to the root of its sentence and collects what negates, doubts or attributes it."""

    def __call__(self, doc: Doc) -> Doc:
        """Set polarity, modality and attribution of every finding."""
        reading = reading_of(doc)
        for finding in reading.findings:
            _settle(finding, reading)
        reading.findings += [echo for token in doc for echo in echoes(token, reading)]
        reading.findings += [denied for token in doc for denied in denials(token, reading)]
        return doc


def _settle(finding: Finding, reading: Reading) -> None:
    standing = standing_of(finding, reading)
    if standing.negated:
        finding.polarity = "affirmed" if finding.polarity == "negated" else "negated"
    if standing.possible:
        finding.modality = "possible"
    elif standing.reported and not _performed(finding, standing):
        finding.modality = "reported"
        finding.attributed_to = standing.source


def _performed(finding: Finding, standing: Standing) -> bool:
    """Whether saying so is doing so: "he said he condemned the raid"."""
    source = standing.source
    if source is None or source.id != finding.subject.entity.id or finding.relation not in cues()["performed_relations"]:
        return False
    return classes()["voices"].isdisjoint(source.text.casefold().split())  # not "his office said he had condemned it"


@Language.factory("libyagraph_factuality")
def make_factuality(nlp: Language, name: str) -> Factuality:
    """Create the component for a pipeline."""
    return Factuality()
