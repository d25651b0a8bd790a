"""`libyagraph evaluate`: its tables, errors, comparison, passages and picture."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.cli import app

TEXT = "It rained. Italy backs the Government of National Accord. Egypt is said to arm the Libyan National Army."


def run(*arguments):
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


def _claim(subject, relation, obj, **more):
    sides = {"subject": {"label": subject}, "object": {"label": obj}}
    return {"article": "a", "relation": relation, **sides, "rule": "verb-active:x", "modality": "asserted", **more}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    here = tmp_path_factory.mktemp("evaluate")
    gold = [
        {"subject": "Italy", "relation": "backs", "object": "GNA", "modality": "asserted", "evidence": "Italy backs"},
        {"subject": "Egypt", "relation": "arms", "object": "LNA", "modality": "reported", "evidence": "Egypt is said to arm"},
    ]
    (here / "t.txt").write_text(TEXT)
    (here / "gold.jsonl").write_text(json.dumps({"article": "a", "text": "t.txt", "claims": gold}))
    wrong = _claim("Malta", "backs", "GNA", confidence=0.6, evidence={"sentence": "Malta waits."})
    runs = {
        "new": [_claim("Egypt", "arms", "LNA", confidence=0.9), wrong],
        "old": [_claim("Italy", "backs", "GNA"), _claim("Chad", "arms", "LNA")],
        "bare": [{**_claim("Egypt", "arms", "LNA"), "rule": ""}],
    }
    for name, rows in runs.items():
        (here / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return here


def test_tables_by_relation_construction_polarity_and_modality(folder):
    lines = run(folder / "gold.jsonl", folder / "new.jsonl").stdout.splitlines()
    assert lines == [
        "articles 1",
        "strict  P 0.500  R 0.500  F1 0.500   (2 predicted, 2 required)",
        "pair    P 0.500  R 0.500  F1 0.500",
        "relations:",
        "  arms           right    1  wrong    0  found    1 of    1  P 1.000  R 1.000  F1 1.000",
        "  backs          right    0  wrong    1  found    0 of    1  P 0.000  R 0.000  F1 0.000",
        "constructions:",
        "  verb-active              right    1  wrong    1  P 0.500",
        "polarity: right on 1.000 of 1 required claims whose subject, relation and object were predicted",
        "polarities:",
        "  affirmed       right    1  wrong    1  found    1 of    2  P 0.500  R 0.500  F1 0.500",
        "modality: right on 0.000 of 1 right claims",
        "  reported       predicted as asserted 1",
        "confidence: calibration error 0.350 over 2 claims",
    ]


def test_errors_stand_beside_their_sentences_and_can_be_of_one_relation(folder):
    wrong = "wrong | a | Malta | backs | GNA | affirmed | Malta waits."
    missed = "missed | a | Italy | backs | GNA | affirmed | Italy backs the Government of National Accord."
    assert run(folder / "gold.jsonl", folder / "new.jsonl", "--errors").stdout.splitlines()[-2:] == [wrong, missed]
    only = run(folder / "gold.jsonl", folder / "old.jsonl", "--errors-only", "arms").stdout.splitlines()
    assert [line.split(" | ")[:3] for line in only if " | " in line] == [["wrong", "a", "Chad"], ["missed", "a", "Egypt"]]


def test_two_runs_stand_side_by_side_with_what_changed(folder):
    lines = run(folder / "gold.jsonl", folder / "new.jsonl", "--against", folder / "bare.jsonl").stdout.splitlines()
    assert "  strict P                   0.500    1.000   -0.500" in lines
    assert "  arms                       1.000    1.000   +0.000" in lines
    assert "  verb-active                0.500        -" in lines
    assert lines[-5:] == [
        "gained: 0",
        "lost: 0",
        "new: 1",
        "new | a | Malta | backs | GNA | affirmed | Malta waits.",
        "gone: 0",
    ]


def test_json_holds_both_runs_and_the_changes(folder):
    record = json.loads(run(folder / "gold.jsonl", folder / "new.jsonl", "--against", folder / "old.jsonl", "--json").stdout)
    assert [record[name]["strict"]["precision"] for name in ("run", "other")] == [0.5, 0.5]
    changes = {name: [fault["subject"] for fault in record[name]] for name in ("gained", "lost", "new", "gone")}
    assert changes == {"gained": ["Egypt"], "lost": ["Italy"], "new": ["Malta"], "gone": ["Chad"]}


def test_passages_are_read_and_scored(tmp_path):
    passage = f'- construction: test\n  date: "2019-06-12"\n  text: {TEXT}\n  claims:\n  - Italy | backs | GNA\n'
    (tmp_path / "p.yaml").write_text(passage)
    figures = json.loads(run(tmp_path / "p.yaml", "--json").stdout)
    assert figures["relations"]["backs"]["found"] == 1
    (tmp_path / "p.yaml").write_text(passage.replace("backs", "loves"))
    result = run(tmp_path / "p.yaml")
    assert result.exit_code == 1
    assert result.stderr == f"error: {tmp_path}/p.yaml: 0/claims/0: 'loves' is no relation of the ontology\n"


def test_reliability_is_drawn(folder, tmp_path):
    assert run(folder / "gold.jsonl", folder / "new.jsonl", "--reliability", tmp_path / "r.svg").exit_code == 0
    assert b"calibration error 0.350 over 2 claims" in (tmp_path / "r.svg").read_bytes()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--reliability", "r.pdf"], "r.pdf: a picture ends in .svg or .png"),
        (["--reliability", "r.svg"], "no claim that gold decides has a confidence: there is nothing to draw"),
        (["--errors-only", "back"], "no relation 'back': did you mean backs"),
    ],
)
def test_wrong_usage_is_one_line(folder, options, reason, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    result = run(folder / "gold.jsonl", folder / "bare.jsonl", *options)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {reason}")
    assert list(Path.cwd().iterdir()) == []
