"""The pipeline component that dates what was found."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.extraction.dating.ended import is_over
from graph.extraction.dating.expressions import read_date
from graph.extraction.dating.mentions import DateMention, date_mentions
from graph.extraction.dating.scope import dates_about, looks_back
from graph.extraction.dating.words import words
from graph.extraction.reading import Finding, Reading, reading_of
from graph.model import Time

__all__ = ["Dating"]

_TITLE = 4  # words from a date to the head of the title behind it


class Dating:
    """Gives each finding the time its own clause names, else the article's date."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the time of every finding."""
        reading = reading_of(doc)
        if reading.findings:
            dates = _Dates(doc, reading.article.date)
            for finding in reading.findings:
                finding.time = _time(finding, dates, reading)
        return doc


class _Dates:
    """The dates of a document by sentence, and the day spoken of before each."""

    def __init__(self, doc: Doc, base: dt.date | None) -> None:
        self.base = base
        self.by_sentence: dict[int, list[DateMention]] = defaultdict(list)
        self._anchors: dict[DateMention, dt.date | None] = {}
        anchor: dt.date | None = None
        for mention in date_mentions(doc):
            self.by_sentence[mention.root.sent.start].append(mention)
            self._anchors[mention] = anchor
            read = read_date(mention.text, base, anchor=anchor)
            anchor = read.start if read and read.start else anchor

    def read(self, mention: DateMention, *, future: bool, bound: str) -> Time | None:
        """Return what a date means to a claim."""
        anchor = self._anchors[mention]
        if mention.inner is None:
            return read_date(mention.text, self.base, anchor=anchor, future=future, bound=bound)
        # "two days after the attack" dates the attack: two days back from the day of the clause around it
        turned = {"after": "before", "before": "after"}
        words_of, _, way = mention.text.rpartition(" ")
        return read_date(f"{words_of} {turned[way]}", self.base, anchor=self._day_of_clause(mention))

    def _day_of_clause(self, mention: DateMention) -> dt.date | None:
        others = [m for m in self.by_sentence[mention.root.sent.start] if m is not mention and m.root.i < mention.root.i]
        read = read_date(others[-1].text, self.base, anchor=self._anchors[others[-1]]) if others else None
        return read.start if read else self.base


def _time(finding: Finding, dates: _Dates, reading: Reading) -> Time | None:
    stated, base = _stated(finding, dates), reading.article.date
    if is_over(finding) and (stated is None or stated.end is None or (base is not None and stated.end >= base)):
        return Time(start=stated.start if stated else None, end=base, granularity="open") if base else stated
    if stated is not None or base is None:
        return stated
    return Time(start=base, end=base, granularity="day", source="article")


def _stated(finding: Finding, dates: _Dates) -> Time | None:
    """The time that the nearest date about a finding gives: nearest to its object, where that stands behind the trigger."""
    trigger = finding.trigger
    near = dates.by_sentence.get(trigger.sent.start, [])
    if finding.presupposed:  # a title holds beyond the day of what its bearer does
        near = [m for m in near if trigger in m.root.ancestors or _right_before(m, trigger)]
    else:
        near = dates_about(trigger, near, standing=_stands(finding))
    if (
        finding.relation in words()["momentary_relations"]
    ):  # "until Tuesday a minister, he met them": the date is not of the meeting
        near = [m for m in near if m.bound != "until" or m.root.i > trigger.i]
    middle = max(trigger.idx, finding.object.start)
    for mention in sorted(near, key=lambda m: abs(m.root.idx - middle)):
        future = finding.modality == "possible" and not looks_back(mention)
        time = dates.read(mention, future=future, bound=_bound(mention, finding))
        if time is not None:
            return time
    return None


def _bound(mention: DateMention, finding: Finding) -> str:
    later = mention.bound == "until" and finding.polarity == "affirmed" and any(c.dep_ == "neg" for c in finding.trigger.children)
    return "since" if later else mention.bound  # "did not recognise the council until August"


def _right_before(mention: DateMention, title: Token) -> bool:
    """ "Until Tuesday the finance minister"."""
    return mention.bound == "until" and 0 < title.i - mention.root.i <= _TITLE


def _stands(finding: Finding) -> bool:
    return finding.rule.partition(":")[0] in words()["standing_constructions"]


@Language.factory("libyagraph_dating")
def make_dating(nlp: Language, name: str) -> Dating:
    """Create the component for a pipeline."""
    return Dating()
