"""Dates that a text's first lines state in full, and those that must not be taken for one."""

import datetime as dt
import json
from pathlib import Path

import pytest

from graph.sources import Sources, dateline

DATA = Path(__file__).parents[2] / "data/articles"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("TRIPOLI, March 20, 2011 - Jets", "2011-03-20"),
        ("BENGHAZI, 30 July 2011", "2011-07-30"),
        ("2011-03-20", "2011-03-20"),
        ("2011-03-20T10:30:00Z", "2011-03-20"),
        ("WASHINGTON/CAIRO, Aug 26, 2014 (Wire) — Jets", "2014-08-26"),
        ("By a correspondent in Tripoli. Sept. 3, 2016", "2016-09-03"),
        ("Tunis, 3rd April 2016: Four days", "2016-04-03"),
        ("TRIPOLI (15 May 2025) - A ceasefire", "2025-05-15"),
    ],
)
def test_datelines(line, date):
    assert dateline.find_dateline(f"Headline of the day\n\n{line}\n\nText.") == dt.date.fromisoformat(date)


@pytest.mark.parametrize(
    "line",
    [
        "Gaddafi was killed in Sirte on 20 October 2011 after a siege.",
        "TRIPOLI, March 2011 - Jets",
        "TRIPOLI, 03/04/2011 - Jets",
        "TRIPOLI, February 31, 2011 - Jets",
        "TRIPOLI, Brigade 20, 2011 - Jets",
        "TRIPOLI, Sunday - Jets",
    ],
)
def test_no_dateline(line):
    assert dateline.find_dateline(line) is None


def test_only_the_first_lines_count():
    assert dateline.find_dateline("One.\nTwo.\nThree.\nFour.\nFive.\nTRIPOLI, March 20, 2011 - Jets") is None


def test_datelines_of_the_sample_corpus_agree_with_its_metadata():
    rows = map(json.loads, (DATA / "metadata.jsonl").read_text(encoding="utf-8").splitlines())
    stated = {row["article"]: row["date"] for row in rows}
    found = {article.id: str(dateline.find_dateline(article.text)) for article in Sources([DATA])}
    assert found == stated
