"""The scoreboard: rendered from given results, and from a run over small gold of our own making."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ROWS = [
    (part["title"], row["figure"])
    for part in yaml.safe_load((ROOT / "benchmarks/scoreboard.yaml").read_text(encoding="utf-8"))
    for row in part["rows"]
]


@pytest.fixture
def benchmarks(monkeypatch):
    """The benchmarks' modules, which import each other by name as scripts do."""
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    import scoreboard
    import shared

    return scoreboard, shared


def _table(markdown):
    lines = [line.strip("| ").split("|") for line in markdown.splitlines() if line.startswith("| ")]
    head, _, *rows = [[cell.strip() for cell in line] for line in lines]
    return {(row[0], row[1]): dict(zip(head, row + [""] * (len(head) - len(row)), strict=True)) for row in rows}


def test_all_rows_are_there_with_figures_targets_and_peers(benchmarks):
    scoreboard, shared = benchmarks
    figures = {
        "plover-gsr": [("right root in the sentence", 0.7), ("claims a sentence", 1.6), ("source + target + root", 0.2)],
        "petrarch": [("  the same, comparable events", 0.1)],
    }
    results = [
        shared.Result(name, 3, tuple(shared.Figure(row, "", value, None, None, 1, 2) for row, value in rows))
        for name, rows in figures.items()
    ]
    strict = shared.Figure("strict", "", 0.75, 0.9, 0.64, 10, 12)
    table = _table(scoreboard.render([*results, shared.Result("wire-2", 18, (strict,))]))
    assert list(table) == ROWS
    root, density = (table["plover-gsr", name] for name in ("right root in the sentence", "claims a sentence"))
    assert (root["value"], root["target"], root["reached"]) == ("0.700", "≥ 0.65", "yes")
    assert (root["PETRARCH-1"], root["UniversalPetrarch"], root["PETRARCH-2"]) == ("0.308", "0.555", "0.221")
    assert (density["target"], density["reached"]) == ("≤ 1.50", "no")
    assert table["petrarch-unit", "the same, comparable events"]["value"] == "0.100"
    wire = table["wire-2: articles 19-36", "strict"]
    assert [wire[name] for name in ("P", "R", "n", "target", "reached")] == [
        *("0.900", "0.640", "10/12"),
        *("P ≥ 0.85, R ≥ 0.65", "no"),
    ]
    assert table["re3d-dev", "pair + relation"]["value"] == "not measured"


def test_the_kept_scoreboard_has_all_rows_and_all_are_measured():
    table = _table((ROOT / "docs/scoreboard.md").read_text(encoding="utf-8"))
    assert list(table) == ROWS
    assert "not measured" not in {row["value"] for row in table.values()}


@pytest.fixture(scope="module")
def shared_folder(tmp_path_factory):
    here = tmp_path_factory.mktemp("shared")
    (here / "gold").mkdir()
    (here / "gold/t.txt").write_text("Italy does not recognise the Government of National Accord. Qatar supports it.")
    claims = [
        {"subject": "Italy", "relation": "recognizes", "object": "Government of National Accord", "polarity": "negated"},
        {"subject": "Qatar", "relation": "backs", "object": "Government of National Accord", "modality": "asserted"},
    ]
    (here / "gold/seeds.jsonl").write_text(json.dumps({"article": "a", "text": "t.txt", "claims": claims}))
    return here


def _run(folder, *options):
    command = [sys.executable, str(ROOT / "benchmarks/extraction.py"), "--shared", str(folder), *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_missing_set_is_named_and_the_others_are_measured(shared_folder, tmp_path):
    options = "--set", "seeds", "--set", "re3d", "--json", "--write", str(tmp_path / "board.md")
    done = _run(shared_folder, *options)
    missing = shared_folder / "benchmarks/re3d-dev.jsonl"
    assert (done.returncode, done.stderr) == (1, f"re3d is not measured: {missing}: No such file or directory\n")
    figures = {figure["name"].strip(): figure["value"] for figure in json.loads(done.stdout)["figures"]}
    assert (figures["strict"], figures["polarity right"], figures["were nothing negated"]) == (1.0, 1.0, 0.5)
    table = _table((tmp_path / "board.md").read_text(encoding="utf-8"))
    assert list(table) == ROWS
    assert table["seeds: the two articles of the task", "strict"]["reached"] == "yes"
    assert table["re3d-dev", "pair"]["value"] == "not measured"
