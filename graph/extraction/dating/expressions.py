"""Dates in the words of a sentence: "on Friday", "since 2014", "in October 2011"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import dateparser
from spacy.tokens import Doc, Span, Token

from graph.model import Time

__all__ = ["dates_by_sentence", "read_date", "time_near"]

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_NAMES = tuple(name.casefold() for name in calendar.month_name if name) + tuple(
    a.casefold() for a in calendar.month_abbr if a
)
_DAY_NUMBER = re.compile(r"\b(?:[12]?\d|3[01])(?:st|nd|rd|th)?\b(?!\d)")
_RELATIVE_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\byesterday\b|\btoday\b|\bdays? ago\b", re.IGNORECASE)
_RANGE = re.compile(r"^(?:from|between)?\s*(.+?)\s+(?:to|and|until|till)\s+(.+)$", re.IGNORECASE)
_DATE_LABELS = ("DATE",)


def time_near(trigger: Token, dates: Iterable[Span], base: dt.date | None) -> Time | None:
    """Return the time that a date expression in the trigger's clause gives, or None.

    Parameters
    ----------
    trigger
        The word whose clause is looked at.
    dates
        The date expressions of its sentence.
    base
        The article's date, from which relative expressions count.
    """
    best: tuple[int, Span] | None = None
    for span in dates:
        if _in_clause(span.root, trigger):
            distance = abs(span.root.i - trigger.i)
            if best is None or distance < best[0]:
                best = (distance, span)
    if best is None:
        return None
    span = best[1]
    return read_date(span.text, base, since=_since(span))


def dates_by_sentence(doc: Doc) -> dict[int, list[Span]]:
    """Return the entity recogniser's date expressions by the first token of their sentence."""
    found: dict[int, list[Span]] = defaultdict(list)
    for span in doc.ents:
        if span.label_ in _DATE_LABELS:
            found[span.root.sent.start].append(span)
    return found


def _in_clause(root: Token, trigger: Token) -> bool:
    """Whether a date hangs on the trigger, or on the verb the trigger belongs to, with no other verb between."""
    for ancestor in root.ancestors:
        if ancestor == trigger:
            return True
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor in trigger.ancestors and not _verb_between(trigger, ancestor)
    return False


def _verb_between(token: Token, verb: Token) -> bool:
    return any(a.pos_ in ("VERB", "AUX") for a in token.ancestors if a != verb and verb in a.ancestors)


def _since(span: Span) -> bool:
    return span.root.head.lower_ == "since" or span[0].lower_ == "since"


def read_date(text: str, base: dt.date | None, *, since: bool = False) -> Time | None:
    """Read a date expression.

    Parameters
    ----------
    text
        The words: "October 2011", "last Friday", "2014".
    base
        The day from which relative words count; without it only what names a year can be read.
    since
        Whether the time runs on from there.

    Examples
    --------
    >>> t = read_date("October 2011", None)
    >>> (t.start.isoformat(), t.end.isoformat(), t.granularity)
    ('2011-10-01', '2011-10-31', 'month')
    """
    if base is None and not _YEAR.search(text):
        return None
    spanned = _RANGE.search(text)
    if spanned:
        return _between(spanned.group(1), spanned.group(2), base)
    day = _parse(text, base or dt.date(2000, 1, 1))
    if day is None:
        return None
    time = _span_of(text, day)
    if time is None or (base and time.start and time.start > base and not _YEAR.search(text) and not since):
        return time
    return Time(start=time.start, end=None, granularity="open") if since else time


def _between(first: str, last: str, base: dt.date | None) -> Time | None:
    """Read "from May to June 2018": the first date takes the year of the last where it names none."""
    end = read_date(last, base)
    year = _YEAR.search(last)
    start = read_date(first if _YEAR.search(first) or not year else f"{first} {year.group()}", base)
    if start is None or end is None or start.start is None or end.end is None or start.start > end.end:
        return None
    return Time(start=start.start, end=end.end, granularity=end.granularity)


@lru_cache(maxsize=4096)
def _parse(text: str, base: dt.date) -> dt.date | None:
    noon = dt.datetime.combine(base, dt.time(12))
    found = dateparser.parse(
        re.sub(r"^(?:since|late|early|mid|the|on|in)[\s-]+", "", text.strip(), flags=re.IGNORECASE),
        languages=["en"],
        settings={"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False},
    )
    return found.date() if found else None


def _span_of(text: str, day: dt.date) -> Time | None:
    words = text.casefold()
    month = any(re.search(rf"\b{name}\b", words) for name in _MONTH_NAMES)
    if _RELATIVE_DAY.search(text) or (month and _DAY_NUMBER.search(_YEAR.sub("", text))):
        return Time(start=day, end=day, granularity="day")
    if "week" in words and not month:
        monday = day - dt.timedelta(days=day.weekday())
        return Time(start=monday, end=monday + dt.timedelta(days=6), granularity="day")
    if month or "month" in words:
        last = calendar.monthrange(day.year, day.month)[1]
        return Time(start=day.replace(day=1), end=day.replace(day=last), granularity="month")
    if _YEAR.search(text) or "year" in words:
        return Time(start=dt.date(day.year, 1, 1), end=dt.date(day.year, 12, 31), granularity="year")
    return None
