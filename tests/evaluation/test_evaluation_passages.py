"""Training passages as gold: what a line means, which relations count, and how a broken file is named."""

import datetime as dt
from pathlib import Path

import pytest

from graph.datafiles import DataFileError
from graph.evaluation import open_gold, read_passages, score
from graph.sources import SourceError

TRAINING = Path(__file__).parents[2] / "data/training"
GOOD = """\
- construction: denial
  date: "2019-06-12"
  text: Rome denied it had freed Hifter's men. The GNA prime minister may meet Turkey.
  claims:
  - Italy | releases/aids | Hifter | negated | reported
  - GNA prime minister | meets | Turkey | possible
  - Somebody Unknown | leads | Nothing At All | past
  may:
  - Turkey | backs | Government of National Accord
- construction: none
  date: "2019-06-12"
  text: It rained.
  claims: []
"""


@pytest.fixture
def write(tmp_path):
    def writing(text):
        (tmp_path / "some.yaml").write_text(text)
        return tmp_path / "some.yaml"

    return writing


def test_a_line_gives_names_relations_and_marks(write):
    (row, article), (empty, _) = read_passages(write(GOOD))
    assert (row.article, article.id, article.date, empty.claims) == ("some-0", "some-0", dt.date(2019, 6, 12), ())
    assert article.text.startswith("Rome denied")
    denial, meeting, unknown, may = row.claims
    assert (denial.subject, denial.relation, denial.object) == (
        ("Italy",),
        ("releases", "aids"),
        ("Hifter", "Khalifa Haftar"),
    )
    assert meeting.subject == ("GNA prime minister", "Fayez al-Sarraj")
    assert unknown.subject == ("Somebody Unknown",)
    marks = [(claim.polarity, claim.modality, claim.required) for claim in row.claims]
    assert marks == [
        ("negated", "reported", True),
        ("affirmed", "possible", True),
        ("affirmed", "asserted", True),
        ("affirmed", "asserted", False),
    ]
    assert may.relation == ("backs",)


def test_passages_annotate_every_relation_and_their_texts_are_at_hand(write, said):
    gold = open_gold(write(GOOD))
    found = [
        said("Italy", "releases", "Khalifa Haftar", "some-0", polarity="negated"),
        said("Italy", "releases", "Turkey", "some-0"),
    ]
    result = score(gold, found)
    assert (result.strict.predicted, result.strict.precision) == (2, 0.5)
    assert result.faults[1].evidence == "The GNA prime minister may meet Turkey."


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("text: It rained.", "", r"some\.yaml:10: 1: 'text' is a required property"),
        ("  claims: []", "  claims: [Italy backs GNA]", r"some\.yaml:13: 1/claims/0: 'Italy backs GNA' does not match"),
        ("| possible", "| perhaps", r"some\.yaml:6: 0/claims/1: .* does not match"),
        ("  claims: []", "  claims: []\n  maybe: []", r"some\.yaml:10: 1: .*'maybe' was unexpected"),
        ("| leads |", "| rules |", r"some\.yaml: 0/claims/2: 'rules' is no relation of the ontology"),
        ('date: "2019-06-12"\n  text: It', 'date: "2019-06-32"\n  text: It', r"some\.yaml: 1/date: '2019-06-32': "),
    ],
)
def test_a_broken_row_is_named_by_file_row_and_field(write, good, bad, message):
    assert good in GOOD
    with pytest.raises(DataFileError, match=message):
        read_passages(write(GOOD.replace(good, bad)))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SourceError, match=r"none\.yaml: No such file"):
        read_passages(tmp_path / "none.yaml")


@pytest.mark.parametrize("path", sorted(TRAINING.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_training_file_can_be_read_and_scores_itself_perfectly(path, said):
    gold = open_gold(path)
    itself = [
        said(c.subject[-1], c.relation[0], c.object[0], row.article, polarity=c.polarity, modality=c.modality)
        for row in gold.rows
        for c in row.claims
    ]
    result = score(gold, itself)
    assert len(gold.rows) >= 20
    assert (result.strict.precision, result.strict.recall, result.polarity.value) == (1.0, 1.0, 1.0)
