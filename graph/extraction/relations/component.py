"""The pipeline component that finds relations."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from graph.extraction.reading import reading_of
from graph.extraction.relations.adjacency import by_adjacency
from graph.extraction.relations.compounds import by_compound
from graph.extraction.relations.gapping import fill_gaps
from graph.extraction.relations.offices import by_office
from graph.extraction.relations.predicates import by_adjective, by_noun, by_verb
from graph.extraction.relations.seats import by_seat

__all__ = ["Relations"]

_CONSTRUCTIONS = (by_verb, by_adjective, by_noun, by_compound, by_office, by_seat, by_adjacency)


class Relations:
    """Tries every construction at every token; what it finds goes to `reading.findings`."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill `reading.findings` in the order of the text."""
        reading = reading_of(doc)
        for token in doc:
            for construction in _CONSTRUCTIONS:
                reading.findings.extend(construction(token, reading))
        for sentence in doc.sents:
            fill_gaps(reading, list(sentence))
        return doc


@Language.factory("libyagraph_relations")
def make_relations(nlp: Language, name: str) -> Relations:
    """Create the component for a pipeline."""
    return Relations()
