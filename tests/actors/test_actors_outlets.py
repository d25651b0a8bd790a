"""Names and dated descriptions as outlets write them: how many find their actor, and that hardly one finds another."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from graph.actors import base, resolve

FLOORS = {"en": 0.87, "en-2": 0.85, "ar": 0.9, "fr-it": 0.81, "other-2": 0.95}
MOST_WRONG = 0.0075


def rows_of(name):
    return yaml.safe_load(Path(__file__).with_name(f"outlets-{name}.yaml").read_text(encoding="utf-8"))


def outcome(row):
    date = dt.date.fromisoformat(row["date"]) if "date" in row else None
    entity = resolve(row["form"], date).entity
    wanted = row["id"] if isinstance(row["id"], list) else [row["id"]]
    if entity is None:
        return "right" if row["id"] is None else "open"
    return "right" if entity.id in wanted else "wrong"


def test_every_form_names_a_page_and_a_record():
    ids = {actor.id for actor in base()}
    rows = [row for name in FLOORS for row in rows_of(name)]
    assert len({(row["form"], row.get("date")) for row in rows}) == len(rows) >= 800
    for row in rows:
        wanted = row["id"] if isinstance(row["id"], list) else [row["id"]]
        assert row["source"]
        assert {i for i in wanted if i} <= ids, row
        assert row["id"] is not None or row.get("missing", False) == ("means" in row), row


@pytest.mark.parametrize("name", FLOORS)
def test_forms_of_actors_in_the_base_find_them(name):
    rows = [row for row in rows_of(name) if row["id"] is not None]
    found = [outcome(row) for row in rows]
    assert found.count("right") / len(rows) >= FLOORS[name], [
        row["form"] for row, how in zip(rows, found, strict=True) if how != "right"
    ]


def test_hardly_a_form_finds_another_actor():
    rows = [row for name in FLOORS for row in rows_of(name)]
    wrong = [row["form"] for row in rows if outcome(row) == "wrong"]
    assert len(wrong) / len(rows) <= MOST_WRONG, wrong


@pytest.mark.parametrize("name", FLOORS)
def test_most_actors_that_outlets_name_are_in_the_base(name):
    named = [row for row in rows_of(name) if row["id"] is not None or row.get("missing")]
    assert sum(row["id"] is not None for row in named) / len(named) >= 0.9
