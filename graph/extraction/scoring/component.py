"""The pipeline component that scores what the patterns found, drops the unlikely, and adds what they nearly found."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.extraction.reading import Finding, Reading, reading_of
from graph.extraction.scoring.features import features_of
from graph.extraction.scoring.model import Scorer, scorer
from graph.extraction.scoring.proposals import Candidate, candidates_of, places_of

__all__ = ["Scoring"]


class Scoring:
    """Gives every finding its probability; keeps those that are likely enough."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `reading.findings` anew, sentence by sentence."""
        reading, model = reading_of(doc), scorer()
        kept = [finding for sentence in doc.sents for finding in _kept(sentence, reading, model)]
        reading.findings = sorted(kept, key=lambda f: f.trigger.i)
        return doc


def _kept(sentence: Span, reading: Reading, model: Scorer) -> Iterator[Finding]:
    places = places_of(sentence, reading)
    told = [f for f in reading.findings if sentence.start <= f.trigger.i < sentence.end]
    proposed: dict[tuple[str, str, str], Finding] = {}
    for candidate in candidates_of(sentence, places, told, reading, model.gate):
        finding = candidate.finding
        finding.probability = model.probability(features_of(candidate, places, told))
        if candidate.sides is None:
            if finding.probability >= model.keep:
                yield finding
        elif finding.probability >= model.propose:
            _take_likelier(candidate, proposed)
    yield from proposed.values()


def _take_likelier(candidate: Candidate, proposed: dict[tuple[str, str, str], Finding]) -> None:
    """Of proposals that say the same, and of both directions of a pair in one relation, keep the likeliest."""
    finding = candidate.finding
    first, second = sorted((finding.subject.entity.id, finding.object.entity.id))
    key = first, finding.relation, second
    rival = proposed.get(key)
    if rival is None or (rival.probability or 0.0) < (finding.probability or 0.0):
        proposed[key] = finding


@Language.factory("libyagraph_scoring")
def make_scoring(nlp: Language, name: str) -> Scoring:
    """Create the component for a pipeline."""
    return Scoring()
