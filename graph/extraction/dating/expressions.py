"""Reads a date expression with what opens or bounds it: "since 2014", "until May", "from May to June 2018"."""

from __future__ import annotations

import datetime as dt
import re

from graph.extraction.dating.phrases import View, read_phrase
from graph.extraction.dating.stretches import Stretch, year
from graph.extraction.dating.words import alternatives
from graph.model import Time

__all__ = ["read_date"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RANGE = re.compile(r"^(?:from |between )?(.+?)(?: (?:to|and|until|till|through) | ?[-–] ?)(.+)$", re.IGNORECASE)
_YEARS = re.compile(r"^(?:from |between )?((?:19|20)\d\d)[-–/]((?:19|20)?\d\d)$", re.IGNORECASE)


def read_date(
    text: str, base: dt.date | None, *, anchor: dt.date | None = None, future: bool = False, bound: str = ""
) -> Time | None:
    """Read a date expression.

    Parameters
    ----------
    text
        The words: "October 2011", "last Friday", "2014", "from May to June 2018".
    base
        The day from which relative words count; without it only what names a year can be read.
    anchor
        The day spoken of before, from which "three days later" counts.
    future
        Whether what is dated is still to come, so that "in May" is the next one.
    bound
        The kind of preposition that leaves one side open: "since", "until", "before" or "after".

    Examples
    --------
    >>> t = read_date("October 2011", None)
    >>> (t.start.isoformat(), t.end.isoformat(), t.granularity)
    ('2011-10-01', '2011-10-31', 'month')
    >>> t = read_date("2014", None, bound="until")
    >>> (t.start, t.end.isoformat(), t.granularity)
    (None, '2014-12-31', 'open')
    """
    view = View(base, anchor, future)
    stretch = _range(text, view) or read_phrase(text, view)
    return _bounded(stretch, bound) if stretch else None


def _bounded(stretch: Stretch, bound: str) -> Time | None:
    if bound in ("since", "after"):
        return Time(start=stretch.start, end=None, granularity="open")
    if bound == "until":
        return Time(start=None, end=stretch.end, granularity="open")
    if bound == "before":
        return Time(start=None, end=stretch.start - dt.timedelta(days=1), granularity="open")
    return Time(start=stretch.start, end=stretch.end, granularity=stretch.granularity)


def _range(text: str, view: View) -> Stretch | None:
    """Read "from May to June 2018", "2014-16", "5-7 May": what the first date lacks it takes from the last."""
    if short := _YEARS.match(text.strip()):
        since = int(short[1])
        until = int(short[2]) if len(short[2]) == 4 else since - since % 100 + int(short[2])
        return year(since, until) if until >= since else None
    found = _RANGE.match(text.strip())
    if found is None:
        return None
    first, last = _completed(found[1], found[2])
    start, end = read_phrase(first, view), read_phrase(last, view)
    if start is None or end is None or start.start > end.end:
        return None
    return Stretch(start.start, end.end, end.granularity)


def _completed(first: str, last: str) -> tuple[str, str]:
    month = re.compile(rf"\b(?:{alternatives('months')})\b", re.IGNORECASE)
    named_first, named_last = month.search(first), month.search(last)
    if named_last and not named_first and first.strip().isdigit():
        first = f"{first} {named_last.group()}"
    if named_first and not named_last and re.match(r"\d{1,2}\b(?!\d)", last):
        last = f"{named_first.group()} {last}"
    years = _YEAR.search(last)
    if years and not _YEAR.search(first):
        first = f"{first} {years.group()}"
    return first, last
