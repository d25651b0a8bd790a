"""What the words of one date mean: "late October 2011", "last Friday", "three days earlier", "the 1990s"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.extraction.dating.stretches import Stretch, around, day, decade, months, moved, year
from graph.extraction.dating.words import alternatives, words

__all__ = ["View", "read_phrase"]

_UNITS = "hour|day|weekend|week|fortnight|month|year|decade"
_BACK = ("last", "past", "previous")
_FORTH = ("next", "coming", "following")


@dataclass(frozen=True, slots=True)
class View:
    """From where a date is looked at.

    Attributes
    ----------
    base
        The day of the article.
    anchor
        The day spoken of before, from which "the next day" counts.
    future
        Whether what is dated is still to come.
    """

    base: dt.date | None
    anchor: dt.date | None = None
    future: bool = False


_Reader = Callable[[dict[str, str], View], Stretch | None]


@lru_cache(maxsize=8192)
def read_phrase(text: str, view: View) -> Stretch | None:
    """Return the stretch of the calendar that some words name, or None where they name none."""
    plain = _plain(text)
    for pattern, reader in _readers():
        if found := pattern.fullmatch(plain):
            try:
                return reader(found.groupdict(default=""), view)
            except ValueError:  # no such day: "31 June"
                return None
    return None


def _plain(text: str) -> str:
    lowered = re.sub(r"['’]s\b|[.()'’]", "", text.casefold())
    spaced = re.sub(r"[-–—,]", " ", lowered).split()
    return " ".join(word for word in spaced if word not in _fillers())


@cache
def _fillers() -> frozenset[str]:
    return frozenset(words()["fillers"])


@cache
def _readers() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    month, weekday, season = (rf"(?P<{k}>{alternatives(k + 's')})" for k in ("month", "weekday", "season"))
    number, unit = rf"(?P<number>\d+|{alternatives('numbers')})", rf"(?P<unit>{_UNITS})s?"
    whose = r"(?P<whose>this|that|same|last|past|previous|next|coming|following)"
    number_of_day, number_of_year = r"(?P<day>\d\d?)(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
    patterns: list[tuple[str, _Reader]] = [
        (rf"{number_of_year} (?P<month>\d\d) (?P<day>\d\d)", _day),
        (rf"(?:(?:{alternatives('weekdays')}) )?(?:{month} {number_of_day})(?: {number_of_year})?", _day),
        (rf"(?:(?:{alternatives('weekdays')}) )?(?:{number_of_day} {month})(?: {number_of_year})?", _day),
        (rf"{month}(?: {number_of_year})?", _month),
        (rf"(?:{whose} )?{season}(?: {number_of_year})?", _season),
        (rf"{whose} {month}", _month_whose),
        (rf"{month} {whose} year", _month_of_year),
        (r"(?P<year>(?:19|20)\d\d)", _year),
        (r"(?P<year>(?:19|20)\d0)s", lambda found, _: decade(int(found["year"]))),
        (rf"(?P<part>first|second) half {number_of_year}", _half),
        (rf"(?:earlier )?(?:{whose} )?{weekday}(?: (?P<week>last|this|next) week)?", _weekday),
        (rf"(?P<word>{alternatives('days')})", _near_day),
        (r"this", _near_day),
        (r"weekend", _weekend),
        (rf"(?P<earlier>earlier |later )?{whose} {unit}", _unit_whose),
        (rf"(?P<earlier>earlier) (?P<unit>{_UNITS})", _unit_whose),
        (rf"{whose} {number} {unit}", _past_units),
        (rf"{number} {unit} (?P<way>ago|earlier|later|before|after|hence)", _units_away),
        (rf"(?P<unit>{_UNITS}) (?P<way>earlier|later|before|after)", _units_away),
    ]
    return tuple((re.compile(pattern), reader) for pattern, reader in patterns)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(words()["numbers"].get(word, 1))


def _year(found: dict[str, str], _: View) -> Stretch:
    return year(int(found["year"]))


def _day(found: dict[str, str], view: View) -> Stretch | None:
    month = int(found["month"]) if found["month"].isdigit() else words()["months"][found["month"]]
    if found["year"]:
        return day(dt.date(int(found["year"]), month, int(found["day"])))
    if view.base is None:
        return None
    date = dt.date(view.base.year, month, int(found["day"]))
    if view.future:
        return day(date if date >= view.base else date.replace(year=date.year + 1))
    return day(date if date <= view.base else date.replace(year=date.year - 1))


def _month(found: dict[str, str], view: View) -> Stretch | None:
    month = words()["months"][found["month"]]
    if found["year"]:
        return months(int(found["year"]), month)
    return months(_year_of(month, view.base, view.future), month) if view.base else None


def _year_of(month: int, base: dt.date, future: bool) -> int:
    if future:
        return base.year + (month < base.month)
    return base.year - (month > base.month)


def _month_whose(found: dict[str, str], view: View) -> Stretch | None:
    """Read "last March": before this month; "this" and "next" as they say."""
    if view.base is None:
        return None
    month, whose = words()["months"][found["month"]], found["whose"]
    if not _direction(whose):
        return months(view.base.year, month)
    base = moved(view.base, _direction(whose), "month") if month == view.base.month else view.base
    return months(_year_of(month, base, whose in _FORTH), month)


def _month_of_year(found: dict[str, str], view: View) -> Stretch | None:
    if view.base is None:
        return None
    return months(view.base.year + _direction(found["whose"]), words()["months"][found["month"]])


def _direction(whose: str) -> int:
    return 1 if whose in _FORTH else -1 if whose in _BACK else 0


def _season(found: dict[str, str], view: View) -> Stretch | None:
    first, last = words()["seasons"][found["season"]]
    if found["year"]:
        return months(int(found["year"]), first, last)
    if view.base is None:
        return None
    this = months(view.base.year - (first > view.base.month), first, last)
    ended = found["whose"] in _BACK and this.end >= view.base
    return months(this.start.year - ended + (found["whose"] in _FORTH), first, last)


def _half(found: dict[str, str], _: View) -> Stretch:
    first = 1 if found["part"] == "first" else 7
    return months(int(found["year"]), first, first + 5)


def _weekday(found: dict[str, str], view: View) -> Stretch | None:
    """The last such day up to the article's, which may be its own; the next one where it is still to come."""
    if view.base is None:
        return None
    wanted, whose = words()["weekdays"][found["weekday"]], found["whose"]
    if found["week"]:
        monday = around(moved(view.base, _direction(found["week"]), "week"), "week").start
        return day(monday + dt.timedelta(days=wanted))
    if whose in _FORTH or (view.future and whose not in _BACK):
        ahead = (wanted - view.base.weekday()) % 7
        return day(view.base + dt.timedelta(days=ahead or (7 if whose in _FORTH else 0)))
    back = (view.base.weekday() - wanted) % 7
    return day(view.base - dt.timedelta(days=back or (7 if whose in _BACK else 0)))


def _near_day(found: dict[str, str], view: View) -> Stretch | None:
    days = words()["days"].get(found.get("word", ""), 0)
    return day(view.base + dt.timedelta(days=days)) if view.base else None


def _weekend(_: dict[str, str], view: View) -> Stretch | None:
    if view.base is None:
        return None
    this = around(view.base, "weekend")
    return this if this.start <= view.base or view.future else around(moved(view.base, -1, "week"), "weekend")


def _unit_whose(found: dict[str, str], view: View) -> Stretch | None:
    """ "Last week", "earlier this month"; "that year" and "the next day" count from the day spoken of before."""
    whose, unit = found.get("whose", "this"), found["unit"]
    told = whose in ("that", "same", "following", "previous") or (unit == "day" and whose in _FORTH)
    from_day = view.anchor if told else view.base
    if from_day is None or unit in ("hour", "fortnight"):
        return None
    if whose == "past" or (whose == "last" and unit == "decade"):
        return Stretch(moved(from_day, -1, unit), from_day, "day")
    stretch = around(moved(from_day, _direction(whose), unit), unit)
    if found["earlier"].startswith("earlier") and stretch.start <= from_day <= stretch.end:
        return stretch._replace(end=from_day)
    return stretch


def _past_units(found: dict[str, str], view: View) -> Stretch | None:
    """ "The past two years" up to the article's day, "the next three months" from it on."""
    whose, unit = found["whose"], found["unit"]
    if view.base is None or whose in ("this", "that", "same"):
        return None
    other = moved(view.base, _number(found["number"]) * _direction(whose), unit)
    granularity = around(other, unit).granularity
    return Stretch(min(other, view.base), max(other, view.base), granularity)


def _units_away(found: dict[str, str], view: View) -> Stretch | None:
    """ "Two years ago" from the article's day, "three days later" from the day spoken of before."""
    way, unit = found["way"], found["unit"]
    from_day = view.base if way in ("ago", "hence") else view.anchor
    if from_day is None:
        return None
    back = way in ("ago", "earlier", "before")
    number = _number(found.get("number", "one"))
    there = moved(from_day, -number if back else number, unit)
    return around(there, unit if way == "ago" or unit != "week" else "day")
