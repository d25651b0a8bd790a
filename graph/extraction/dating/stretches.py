"""Stretches of the calendar: a day, a week, a month, a year, a season, and how far one lies from another."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from graph.model import Granularity

__all__ = ["Stretch", "around", "day", "decade", "months", "moved", "year"]


class Stretch(NamedTuple):
    """The days from `start` to `end`, and how finely the words tell them."""

    start: dt.date
    end: dt.date
    granularity: Granularity


def day(date: dt.date) -> Stretch:
    """Return one day."""
    return Stretch(date, date, "day")


def months(year_of: int, first: int, last: int | None = None) -> Stretch:
    """Return whole months; a last month before the first lies in the next year.

    Examples
    --------
    >>> months(2019, 12, 2).end
    datetime.date(2020, 2, 29)
    """
    last = first if last is None else last
    end_year = year_of + (last < first)
    end = dt.date(end_year, last, calendar.monthrange(end_year, last)[1])
    return Stretch(dt.date(year_of, first, 1), end, "month")


def year(number: int, until: int | None = None) -> Stretch:
    """Return a year, or the years up to another."""
    return Stretch(dt.date(number, 1, 1), dt.date(until or number, 12, 31), "year")


def decade(number: int) -> Stretch:
    """Return ten years from a round one."""
    return year(number, number + 9)


def around(date: dt.date, unit: str) -> Stretch:
    """Return the day, week, weekend, month, year or decade that a day lies in."""
    if unit in ("week", "weekend"):
        monday = date - dt.timedelta(days=date.weekday())
        first = monday if unit == "week" else monday + dt.timedelta(days=5)
        return Stretch(first, monday + dt.timedelta(days=6), "day")
    if unit == "month":
        return months(date.year, date.month)
    if unit == "year":
        return year(date.year)
    return decade(date.year - date.year % 10) if unit == "decade" else day(date)


def moved(date: dt.date, number: int, unit: str) -> dt.date:
    """Return the day that lies a number of units later, or earlier where it is negative; hours stay within the day.

    Examples
    --------
    >>> moved(dt.date(2019, 3, 31), -1, "month")
    datetime.date(2019, 2, 28)
    """
    if unit in ("month", "year", "decade"):
        count = number * {"month": 1, "year": 12, "decade": 120}[unit] + date.year * 12 + date.month - 1
        to_year, to_month = divmod(count, 12)
        return dt.date(to_year, to_month + 1, min(date.day, calendar.monthrange(to_year, to_month + 1)[1]))
    length = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit, 0)
    return date + dt.timedelta(days=number * length)
