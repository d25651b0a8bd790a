"""The claims read in the sentences of sentences.yaml, row by row and in figures over all rows."""

from pathlib import Path

import pytest
import yaml

from graph.actors import resolve
from graph.evaluation import score
from graph.evaluation.rows import GoldClaim, GoldRow, Prediction
from graph.model import Article

SOURCE = Path(__file__).with_name("sentences.yaml")
SCORING = Path(__file__).parents[2] / "graph/evaluation/scoring.yaml"
UNSCORED = yaml.safe_load(SCORING.read_text(encoding="utf-8"))["unscored"]
ROWS = {f"{number}-{row['construction']}": row for number, row in enumerate(yaml.safe_load(SOURCE.read_text(encoding="utf-8")))}
CLOSED = [name for name, row in ROWS.items() if not row.get("open")]
PRECISION_FLOOR = 0.94
RECALL_FLOOR = 0.80
MOST_NEVER_READINGS = 3


def names(name, date):
    found = resolve(name, date).entity
    return (name, found.label) if found else (name,)


def gold_of(name):
    row = ROWS[name]
    date = Article(id=name, text="", date=row["date"]).date
    kinds = [(claim, True) for claim in row["claims"]] + [(claim, False) for claim in row.get("arguable", ())]
    claims = tuple(expected(claim, date, required) for claim, required in kinds if claim["relation"] not in UNSCORED)
    return GoldRow(article=name, date=date, claims=claims)


def expected(claim, date, required=True):
    sides = {side: names(claim[side], date) for side in ("subject", "object")}
    return GoldClaim(**sides, relation=claim["relation"], polarity=claim["polarity"], required=required)


def read(extractor, name):
    article = Article(id=name, text=ROWS[name]["text"], date=ROWS[name]["date"])
    return [Prediction.of(claim) for claim in extractor.extract(article)]


def never_read(name, predictions):
    """The readings that must never be made and were."""
    gold = gold_of(name)
    never = [expected(claim, gold.date) for claim in ROWS[name].get("never", ())]
    single = [GoldRow(article=name, claims=(claim,)) for claim in never]
    return [row.claims[0] for row in single if score([row], predictions).strict.recall]


@pytest.fixture(scope="module")
def readings(extractor):
    return {name: read(extractor, name) for name in ROWS}


@pytest.mark.parametrize("name", CLOSED)
def test_sentence_gives_exactly_its_claims(name, readings):
    assert score([gold_of(name)], readings[name]).faults == ()
    assert never_read(name, readings[name]) == []


def test_figures_over_all_sentences_do_not_fall(readings):
    predictions = [prediction for found in readings.values() for prediction in found]
    result = score([gold_of(name) for name in ROWS], predictions).strict
    assert result.required >= 370
    assert result.precision >= PRECISION_FLOOR
    assert result.recall >= RECALL_FLOOR


def test_no_more_sentences_give_a_reading_that_must_never_be_made(readings):
    assert len([name for name, found in readings.items() if never_read(name, found)]) <= MOST_NEVER_READINGS
