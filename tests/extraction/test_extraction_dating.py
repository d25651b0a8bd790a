"""When a claim holds. The articles are of Wednesday, 19 June 2019."""

import datetime as dt

import pytest

from graph.model import Time

DAY, MONTH, YEAR = "day", "month", "year"


def date(text):
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("when", "start", "end", "granularity"),
    [
        ("on 3 May 2018", "2018-05-03", "2018-05-03", DAY),
        ("on January 2, 2017", "2017-01-02", "2017-01-02", DAY),
        ("yesterday", "2019-06-18", "2019-06-18", DAY),
        ("on Friday", "2019-06-14", "2019-06-14", DAY),
        ("three days ago", "2019-06-16", "2019-06-16", DAY),
        ("last month", "2019-05-01", "2019-05-31", MONTH),
        ("in March", "2019-03-01", "2019-03-31", MONTH),
        ("in May 2017", "2017-05-01", "2017-05-31", MONTH),
        ("in 2015", "2015-01-01", "2015-12-31", YEAR),
        ("last year", "2018-01-01", "2018-12-31", YEAR),
    ],
)
def test_date_in_the_words(when, start, end, granularity, claims_of):
    (claim,) = claims_of(f"Egypt attacked Derna {when}.")
    assert claim.time == Time(start=date(start), end=date(end), granularity=granularity, source="text")


@pytest.mark.parametrize(("since", "start"), [("2014", "2014-01-01"), ("May 2014", "2014-05-01"), ("January", "2019-01-01")])
def test_since_has_no_end(since, start, claims_of):
    (claim,) = claims_of(f"Egypt has backed Khalifa Haftar since {since}.")
    assert claim.time == Time(start=date(start), end=None, granularity="open", source="text")


def test_without_a_date_in_the_words_the_articles_counts(claims_of):
    (claim,) = claims_of("Egypt attacked Derna.")
    assert claim.time == Time(start=date("2019-06-19"), end=date("2019-06-19"), granularity="day", source="article")


def test_without_an_articles_date_only_a_year_can_be_read(claims_of):
    (undated,) = claims_of("Egypt attacked Derna.", None)
    (relative,) = claims_of("Egypt attacked Derna on Friday.", None)
    (explicit,) = claims_of("Egypt attacked Derna in 2015.", None)
    assert undated.time is relative.time is None
    assert explicit.time == Time(start=date("2015-01-01"), end=date("2015-12-31"), granularity="year", source="text")


def test_date_of_another_clause_or_sentence_does_not_count(claims_of):
    relative, main = claims_of("Turkey, which attacked Tarhuna in 2016, armed the Government of National Accord.")
    first, second = claims_of("Turkey armed the Government of National Accord. In 2016 Egypt attacked Derna.")
    assert [c.time.source for c in (relative, main, first, second)] == ["text", "article", "article", "text"]
    assert relative.time.start == second.time.start == date("2016-01-01")


def test_former_office_has_ended(claims_of):
    (claim,) = [c for c in claims_of("Former prime minister Ali Zeidan criticised Egypt.") if c.relation == "leads"]
    assert claim.time == Time(start=None, end=date("2019-06-19"), granularity="open", source="text")
