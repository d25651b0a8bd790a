"""The pipeline component that dates what was found."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from graph.extraction.dating.expressions import dates_by_sentence, time_near
from graph.extraction.reading import reading_of
from graph.model import Time

__all__ = ["Dating"]


class Dating:
    """Gives each finding the time its own clause names, else the article's date."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the time of every finding."""
        reading = reading_of(doc)
        date, dates = reading.article.date, dates_by_sentence(doc)
        for finding in reading.findings:
            near = dates.get(finding.trigger.sent.start, ())
            if finding.presupposed:  # a title holds beyond the day of what its bearer does
                near = [span for span in near if finding.trigger in span.root.ancestors]
            stated = time_near(finding.trigger, near, date)
            if stated is not None:
                finding.time = stated
            elif finding.ended:
                finding.time = Time(end=date, granularity="open", source="text")
            elif date is not None:
                finding.time = Time(start=date, end=date, granularity="day", source="article")
        return doc


@Language.factory("libyagraph_dating")
def make_dating(nlp: Language, name: str) -> Dating:
    """Create the component for a pipeline."""
    return Dating()
