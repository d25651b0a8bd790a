"""The benchmark runner on small gold of our own making, run as its users run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

BACKS = "Italy backs the Government of National Accord."
ATTACKS = "Turkey attacked Egypt on Monday."
SILENT = "The rain fell all day."

PLOVER = [
    {
        "id": "right",
        "text": BACKS,
        "expected": [
            {"source_text": "Italy's cabinet", "target_text": "Government of National Accord", "cameo": "05", "plover": "SUPPORT"}
        ],
    },
    {
        "id": "reversed",
        "text": ATTACKS,
        "expected": [{"source_text": "Egypt", "target_text": "Turkey", "cameo": "19", "plover": "FIGHT"}],
    },
    {
        "id": "missed",
        "text": SILENT,
        "expected": [{"source_text": "rain", "target_text": None, "cameo": "14", "plover": "PROTEST"}],
    },
]


def _relation(text, source, kind, target):
    start, end = text.index(source), text.index(target)
    return {
        "source": source,
        "type": kind,
        "target": target,
        "cue": "-",
        "span": [start, start + len(source), end, end + len(target)],
    }


RE3D = [
    {"id": "right", "text": BACKS, "relations": [_relation(BACKS, "Italy", "AlliesOf", "the Government")]},
    {
        "id": "type",
        "text": ATTACKS,
        "relations": [_relation(ATTACKS, "Turkey", "Likes", "Egypt"), _relation(ATTACKS, "Egypt", "CoLocated", "Turkey")],
    },
]

PETRARCH = [
    {
        "id": "right",
        "text": "France attacked Pakistan on Monday.",
        "expected": [{"source": "FRAMIL", "target": "PAK", "cameo": "194"}],
    },
    {
        "id": "code",
        "text": "France attacked Pakistan on Tuesday.",
        "expected": [{"source": "FRA", "target": "PAK", "cameo": "903"}],
    },
    {
        "id": "role",
        "text": "French Prime Minister Falastur attacked Pakistan on Sunday.",
        "expected": [{"source": "FRAGOV", "target": "PAK", "cameo": "194"}],
    },
    {"id": "foreign", "text": ATTACKS, "expected": []},
    {"id": "broken", "text": "France attacked Pakistan.", "expected": [], "flags": {"error": "bad_input_parse"}},
]


def _write(folder, name, rows):
    (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _run(folder, *options):
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "benchmarks" / "outside.py"), "--data", str(folder), *options]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gold")
    _write(folder, "plover-gsr.jsonl", PLOVER)
    _write(folder, "re3d-dev.jsonl", RE3D)
    _write(folder, "petrarch-unit.jsonl", PETRARCH)
    done = _run(folder, "--json")
    assert done.returncode == 0, done.stderr
    return {row["set"]: row for row in map(json.loads, done.stdout.splitlines())}


def _figures(result):
    return {figure["name"].strip(): figure for figure in result["figures"]}


def test_plover_wants_actors_the_right_way_round(results):
    figure = _figures(results["plover-gsr"])["source + target + root"]
    assert (figure["ours"], figure["gold"]) == (2, 3)
    assert (figure["precision"], figure["recall"]) == (0.5, pytest.approx(1 / 3))


def test_plover_root_counts_wherever_the_actors_stand(results):
    figure = _figures(results["plover-gsr"])["right root in the sentence"]
    assert (figure["ours"], figure["gold"]) == (2, 3)


def test_plover_says_how_many_claims_a_sentence_has(results):
    figures = _figures(results["plover-gsr"])
    density = figures["claims a sentence"]
    assert density["ours"] == figures["source + target + root, all"]["ours"] >= 2
    assert (density["value"], density["gold"]) == (density["ours"] / 3, 3)


def test_plover_errors_name_text_and_side(results):
    faults = {(fault["kind"], fault["article"], fault["subject"]) for fault in results["plover-gsr"]["faults"]}
    assert faults == {("wrong", "reversed", "Turkey"), ("missed", "reversed", "Egypt"), ("missed", "missed", "rain")}


def test_re3d_pair_is_looser_than_relation_and_passes_over_unmapped_types(results):
    figures = _figures(results["re3d"])
    assert (figures["pair"]["value"], figures["pair"]["gold"]) == (1.0, 2)
    assert figures["pair + relation"]["value"] == 0.5
    assert (figures["AlliesOf"]["ours"], figures["Likes"]["ours"]) == (1, 0)


def test_petrarch_looks_names_up_by_code_and_leaves_out_what_no_peer_could_code(results):
    assert results["petrarch"]["texts"] == 4
    figures = _figures(results["petrarch"])
    assert (figures["source + target"]["precision"], figures["source + target"]["ours"]) == (1.0, 2)
    assert figures["source + target + relation"]["precision"] == 0.5
    assert (figures["the same, comparable events"]["precision"], figures["the same, comparable events"]["gold"]) == (1.0, 2)


def test_petrarch_from_the_text_takes_a_title_for_its_bearer(results):
    figures = _figures(results["petrarch"])
    assert figures["source + target"]["recall"] == pytest.approx(2 / 3)
    from_text = figures["source + target, from the text"]
    assert (from_text["precision"], from_text["recall"], from_text["ours"]) == (1.0, 1.0, 3)
    assert figures["source + target + relation, from the text"]["recall"] == pytest.approx(2 / 3)


def test_broken_gold_is_one_line_with_file_and_number(tmp_path):
    _write(tmp_path, "re3d-dev.jsonl", [RE3D[0], {"id": "x", "text": "y"}])
    done = _run(tmp_path, "--set", "re3d")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: {tmp_path / 're3d-dev.jsonl'}:2: relations: Field required\n"
