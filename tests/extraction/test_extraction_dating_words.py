"""What the words of dates mean, and which claims they date. The articles are of Wednesday, 19 June 2019."""

import datetime as dt

import pytest

from graph.extraction.dating.expressions import read_date

ARTICLE = dt.date(2019, 6, 19)


def days(time):
    return time and tuple(day and day.isoformat() for day in (time.start, time.end))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Wednesday", "2019-06-19", "2019-06-19"),
        ("last Wednesday", "2019-06-12", "2019-06-12"),
        ("Friday night", "2019-06-14", "2019-06-14"),
        ("Friday last week", "2019-06-14", "2019-06-14"),
        ("Tuesday, March 4", "2019-03-04", "2019-03-04"),
        ("17 February 2011", "2011-02-17", "2011-02-17"),
        ("Feb. 17", "2019-02-17", "2019-02-17"),
        ("Dec. 24", "2018-12-24", "2018-12-24"),
        ("earlier this month", "2019-06-01", "2019-06-19"),
        ("earlier in the week", "2019-06-17", "2019-06-19"),
        ("last week", "2019-06-10", "2019-06-16"),
        ("the weekend", "2019-06-15", "2019-06-16"),
        ("the past two years", "2017-06-19", "2019-06-19"),
        ("March last year", "2018-03-01", "2018-03-31"),
        ("last June", "2018-06-01", "2018-06-30"),
        ("the summer of 2014", "2014-06-01", "2014-08-31"),
        ("last winter", "2018-12-01", "2019-02-28"),
        ("the first half of 2014", "2014-01-01", "2014-06-30"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("more than a year ago", "2018-01-01", "2018-12-31"),
        ("2014-16", "2014-01-01", "2016-12-31"),
        ("between May and June", "2019-05-01", "2019-06-30"),
        ("from November 2017 to March 2018", "2017-11-01", "2018-03-31"),
        ("5-7 May 2018", "2018-05-05", "2018-05-07"),
        ("May 5 to 7", "2019-05-05", "2019-05-07"),
    ],
)
def test_words_of_a_date(words, start, end):
    assert days(read_date(words, ARTICLE)) == (start, end)


@pytest.mark.parametrize(
    "words", ["three years", "42-year", "2,000", "daily", "31 June", "weeks", "the day", "from 2016 to 2014"]
)
def test_what_is_no_date(words):
    assert read_date(words, ARTICLE) is None


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("three days later", "2014-05-19"),
        ("the next day", "2014-05-17"),
        ("the same day", "2014-05-16"),
        ("a day earlier", "2014-05-15"),
        ("a month later", "2014-06-01"),
        ("that year", "2014-01-01"),
    ],
)
def test_counted_from_the_day_spoken_of_before(words, start):
    assert days(read_date(words, ARTICLE, anchor=dt.date(2014, 5, 16)))[0] == start
    assert read_date(words, ARTICLE) is None


@pytest.mark.parametrize(
    ("words", "start"), [("Monday", "2019-06-24"), ("August", "2019-08-01"), ("10 July", "2019-07-10"), ("March 3", "2020-03-03")]
)
def test_what_is_still_to_come(words, start):
    assert days(read_date(words, ARTICLE, future=True))[0] == start


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Egypt backed Haftar from 2014 to 2016.", "2014-01-01", "2016-12-31"),
        ("Egypt backed Haftar until 2016.", None, "2016-12-31"),
        ("Before 2014 Egypt backed Haftar.", None, "2013-12-31"),
        ("Egypt did not back Haftar until August 2014.", "2014-08-01", None),
        ("Egypt has backed Haftar since last week.", "2019-06-10", None),
        ("Egypt once backed Haftar.", None, "2019-06-19"),
        ("Egypt used to back Haftar.", None, "2019-06-19"),
        ("Egypt, a former backer of Haftar, closed the border.", None, "2019-06-19"),
        ("On Monday Egypt, an ally of Haftar, closed the border.", "2019-06-19", "2019-06-19"),
        ("Egypt said on Monday that Russia backs Haftar.", "2019-06-19", "2019-06-19"),
    ],
)
def test_how_long_support_lasts(text, start, end, claims_of):
    (claim,) = [c for c in claims_of(text) if c.relation == "backs"]
    assert claim.polarity == "affirmed"
    assert days(claim.time) == (start, end)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Egypt bombed Derna on Monday and attacked Sirte on Tuesday.", {"Derna": "2019-06-17", "Sirte": "2019-06-18"}),
        ("Egypt attacked Derna in May and is attacking Sirte now.", {"Derna": "2019-05-01", "Sirte": "2019-06-19"}),
        ("On Friday Egypt attacked Derna and bombed Sirte.", {"Derna": "2019-06-14", "Sirte": "2019-06-14"}),
        ("Egypt attacked Derna on 3 May 2018. It bombed Sirte three days later.", {"Derna": "2018-05-03", "Sirte": "2018-05-06"}),
        ("Egypt bombed Sirte two days after it attacked Derna.", {"Sirte": "2019-06-19", "Derna": "2019-06-17"}),
        ("Egypt attacked Derna, a city taken in 2015, on Friday night.", {"Derna": "2019-06-14"}),
        ("Egypt said on Monday it had attacked Derna on Friday.", {"Derna": "2019-06-14"}),
    ],
)
def test_which_date_is_of_which_claim(text, dated, claims_of):
    found = {c.object.label: c.time.start.isoformat() for c in claims_of(text) if c.relation == "attacks"}
    assert found == dated


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Ali Zeidan, prime minister of Libya from 2012 to 2014, criticised Egypt.", "2012-01-01", "2014-12-31"),
        ("Ali Zeidan, until Tuesday the prime minister of Libya, criticised Egypt.", None, "2019-06-18"),
        ("Ali Zeidan, who had led Libya for a year and a half, criticised Egypt.", None, "2019-06-19"),
        ("Ali Zeidan, once prime minister of Libya, criticised Egypt.", None, "2019-06-19"),
        ("Former prime minister of Libya Ali Zeidan criticised Egypt on Monday.", None, "2019-06-19"),
        ("Libyan prime minister Ali Zeidan criticised Egypt on Monday.", "2019-06-19", "2019-06-19"),
    ],
)
def test_how_long_an_office_is_held(text, start, end, claims_of):
    (claim,) = [c for c in claims_of(text) if c.relation == "leads"]
    assert days(claim.time) == (start, end)
