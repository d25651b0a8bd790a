"""The date of a text, where its first lines state one in full."""

from __future__ import annotations

import datetime as dt
import re

import dateparser

__all__ = ["find_dateline"]

_FIRST_LINES = 5
_REACH = 120  # a dateline stands at the head of its line

_FULL_DATE = (
    r"(?P<iso>\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|(?P<month_first>[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})"
    r"|(?P<day_first>\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4})"
)
# Set off by punctuation on both sides: "in Tripoli on 4 April 2019 the" is part of a sentence, "TRIPOLI, 4 April 2019 -" is not.
_DATELINE = re.compile(rf"(?:^|[,.:;|·/(–—-])\s*(?:{_FULL_DATE})\)?\s*(?:\([^()]{{1,40}}\)\s*)?(?:$|[–—:|.·-])")


def find_dateline(text: str) -> dt.date | None:
    r"""Return the date that the first lines of a text give it, if they give one in full.

    Parameters
    ----------
    text
        An article's text; only its first five lines that are not blank are looked at.

    Returns
    -------
    datetime.date or None
        None where no line begins or ends with a full, real date set off by punctuation.

    Examples
    --------
    >>> find_dateline("Rebels advance\n\nBENGHAZI, 30 July 2011 - A day after")
    datetime.date(2011, 7, 30)
    >>> find_dateline("He was killed in Sirte on 20 October 2011 after a siege.") is None
    True
    """
    lines = (line.strip() for line in text[:20_000].split("\n"))
    for line in [line for line in lines if line][:_FIRST_LINES]:
        for match in _DATELINE.finditer(line[: 2 * _REACH]):
            date = _parsed(match) if match.start() < _REACH else None
            if date:
                return date
    return None


def _parsed(match: re.Match[str]) -> dt.date | None:
    words = match["iso"] or match["month_first"] or match["day_first"]
    parsed = dateparser.parse(words, languages=["en"], settings={"STRICT_PARSING": True})
    return parsed.date() if parsed else None
