"""The commands over a built graph, and those that need none."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from graph import api
from graph.cli import app
from graph.model import claim_schema

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
TEXT = """TRIPOLI, March 20, 2019 - Turkey does not recognise the Libyan National Army.

Italy backs the Government of National Accord. Qatar supports the Government of National Accord.
"""
COMMANDS = ("build", "extract", "query", "export", "resolve", "evaluate", "validate")


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def process(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "graph", *map(str, arguments)], capture_output=True, check=False, cwd=ROOT, **options
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    here = tmp_path_factory.mktemp("commands")
    (here / "news.txt").write_text(TEXT)
    api.build([here / "news.txt"], here / "graph")
    return here / "graph"


def test_extract_prints_claims_of_the_published_schema_with_true_offsets():
    result = run("extract", DATA / "articles/19.txt")
    text = (DATA / "articles/19.txt").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert len(rows) > 5
    for row in rows:
        jsonschema.validate(row, claim_schema())
        evidence = row["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["sentence"]
        assert text[slice(*evidence["subject_span"])] == row["subject"]["mention"]
        assert (row["article"], evidence["date"]) == ("19", "2019-04-09")


@pytest.fixture
def feed(tmp_path):
    folder = tmp_path / "feed"
    folder.mkdir()
    (folder / "news.txt").write_text(TEXT)
    for number in range(2):
        (folder / f"world-{number}.txt").write_text("JAKARTA - France backs Indonesia. A round of talks ended on Friday.\n")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_extract_skips_what_does_not_concern_libya_where_asked(feed, jobs):
    whole, some = run("extract", feed), run("extract", feed, "--about-libya", "--jobs", jobs)
    assert {json.loads(line)["article"] for line in whole.stdout.splitlines()} == {"news", "world-0", "world-1"}
    assert some.stdout.splitlines() == [line for line in whole.stdout.splitlines() if json.loads(line)["article"] == "news"]
    assert (some.exit_code, some.stderr) == (0, "skipped 2 articles that do not concern Libya\n")
    assert "skipped" not in whole.stderr


def test_build_reports_what_it_skipped(feed, tmp_path):
    result = run("build", feed, "--out", tmp_path / "graph", "--about-libya")
    assert (result.exit_code, result.stderr) == (0, "skipped 2 articles that do not concern Libya\n")
    assert "2, not about Libya" in result.stdout
    assert [article.id for article in api.KnowledgeGraph.load(tmp_path / "graph").claims.articles] == ["news"]
    (feed / "news.txt").unlink()
    report = api.build([feed], tmp_path / "empty", about_libya=True)
    assert (report.skipped, len(report.claims), report.errors) == (2, 0, ())


def test_articles_given_in_python_are_skipped_too(feed):
    texts = [(feed / f"{name}.txt").read_text() for name in ("news", "world-0")]
    assert len(api.extract(texts[0], about_libya=True)) == len(api.extract(texts[0])) > 0
    assert len(api.extract(texts[1], about_libya=True)) == 0 < len(api.extract(texts[1]))


def test_extract_gives_the_same_lines_in_a_file_and_from_several_processes(tmp_path):
    paths = [DATA / "articles/19.txt", DATA / "articles/22.txt"]
    printed = run("extract", *paths).stdout
    assert run("extract", *paths, "--out", tmp_path / "claims.jsonl").stdout == ""
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == printed
    parallel = process("extract", *paths, "--jobs", 2, env={**os.environ, "PYTHONWARNINGS": "default"})
    assert parallel.stdout.decode() == printed


def test_extract_into_a_closed_pipe_is_quiet():
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as closed:  # noqa: PTH123 - a descriptor, no path
        command = [sys.executable, "-m", "graph", "extract", str(DATA / "articles/19.txt")]
        ended = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, check=False, cwd=ROOT)
    assert ended.stderr == b""


def test_query_answers_over_both_layers_from_argument_and_file(folder):
    result = run("query", folder, "SELECT ?who { ?a lyg:backs ?b . ?a rdfs:label ?who } ORDER BY ?who", "--format", "csv")
    assert [row["who"] for row in csv.DictReader(io.StringIO(result.stdout))] == ["Italy", "Qatar"]
    (folder.parent / "q.rq").write_text("SELECT ?c { ?c a lyg:Claim }")
    from_file = run("query", folder, "--file", folder.parent / "q.rq", "--format", "json")
    assert len(json.loads(from_file.stdout)["results"]["bindings"]) == 3


def test_export_writes_what_the_filters_choose(folder, tmp_path):
    def relations(*options):
        assert run("export", folder, "--format", "jsonl", "--out", tmp_path / "c.jsonl", *options).exit_code == 0
        return [json.loads(line)["relation"] for line in (tmp_path / "c.jsonl").read_text().splitlines()]

    assert sorted(relations()) == ["backs", "backs", "recognizes"]
    assert relations("--relation", "recognizes") == ["recognizes"]
    assert len(relations("--relation", "recognizes", "--relation", "backs", "--at", "2019-03-20")) == 3
    assert relations("--to", "2019-03-19") == relations("--from", "2019-03-21") == []
    assert relations("--min-confidence", "1") == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["query", "DIR", "SELECT"], "error: query, line 1"),
        (["query", "DIR"], "error: give the query either as an argument or with --file"),
        (["query", "DIR", "ASK {}", "--format", "pdf"], "error: no format 'pdf': use one of table, "),
        (["query", "nosuch", "ASK {}"], "error: nosuch: no such folder"),
        (["export", "DIR", "--format", "pdf", "--out", "x"], "error: no export format 'pdf': use one of jsonl, "),
        (
            ["export", "DIR", "--format", "gexf", "--out", "x", "--relation", "back"],
            "error: no relation 'back': did you mean backs",
        ),
        (
            ["export", "DIR", "--format", "gexf", "--out", "x", "--at", "2019-01-01", "--to", "2019-01-02"],
            "error: give either --at",
        ),
        (
            ["export", "DIR", "--format", "gexf", "--out", "x", "--from", "2019-02-01", "--to", "2019-01-02"],
            "error: --from 2019-02-01",
        ),
        (["resolve"], "error: give names, or a file of names"),
        (["resolve", "Zintan", "--type", "Town"], "error: no actor is a 'Town': use one of "),
        (["actors", "show", "nobody"], "error: no actor has the id 'nobody'"),
        (["validate", "nosuch"], "error: nosuch: no such folder"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(folder, tmp_path, monkeypatch, arguments, reason):
    monkeypatch.chdir(tmp_path)
    result = run(*(str(folder) if argument == "DIR" else argument for argument in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(reason)
    assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_bad_day_is_wrong_usage():
    result = run("resolve", "GNA", "--date", "9 April 2019")
    assert result.exit_code == 2
    assert "is not a day like 2019-04-09" in result.stderr


def test_validate_passes_a_sound_graph_and_names_a_damaged_file(folder, tmp_path):
    assert run("validate", folder).stdout == "valid: 3 claims from 1 articles\n"
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    with (tmp_path / "claims.parquet").open("ab") as damaged:
        damaged.write(b"x")
    result = run("validate", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: {tmp_path}/claims.parquet: ")


def test_resolve_prints_a_row_a_name_resolved_as_of_the_date(tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("GNA\n\nnobody at all\n")
    result = run("resolve", "Italy", "--from-file", names)
    assert [line.split("\t") for line in result.stdout.splitlines()] == [
        ["Italy", "italy", "Italy", "State", "1.000"],
        ["GNA", "government-of-national-accord", "Government of National Accord", "Government", "0.970"],
        ["nobody at all", "", "", "", "0.000"],
    ]
    assert run("resolve", "a\tb").stdout.count("\t") == 4


def test_resolve_names_the_candidates_of_an_open_name_on_standard_error():
    result = run("resolve", "the Turkish president")
    assert (result.exit_code, result.stdout) == (0, "the Turkish president\t\t\t\t0.000\n")
    assert result.stderr.startswith("the Turkish president: may be ")
    assert {"recep-tayyip-erdogan", "abdullah-gul"} <= set(
        result.stderr.strip().removeprefix("the Turkish president: may be ").split(", ")
    )


def test_actors_show_prints_the_record_that_resolve_names():
    actor = run("resolve", "GNA").stdout.split("\t")[1]
    shown = run("actors", "show", actor).stdout
    assert f"id: {actor}\nlabel: Government of National Accord\n" in shown


def test_evaluate_reads_the_gold_texts_or_scores_given_claims(tmp_path):
    gold = tmp_path / "gold.jsonl"
    (tmp_path / "t.txt").write_text(TEXT)
    row = {"article": "dev", "text": "t.txt", "date": "2019-03-20"}
    claims = [
        {"subject": [who], "relation": "backs", "object": ["GNA", "Government of National Accord"]} for who in ("Italy", "Malta")
    ]
    gold.write_text(json.dumps({**row, "claims": claims}) + "\n")
    printed = run("evaluate", gold, "--errors").stdout
    assert "strict  P 0.333  R 0.500  F1 0.400   (3 predicted, 2 required)" in printed
    assert "missed | dev | Malta | backs | GNA | affirmed | " in printed
    (tmp_path / "predicted.jsonl").write_text(run("extract", tmp_path / "t.txt").stdout)
    figures = json.loads(run("evaluate", gold, tmp_path / "predicted.jsonl", "--json").stdout)
    assert figures["strict"] == {"precision": 0.3333, "recall": 0.5, "f1": 0.4, "predicted": 3, "required": 2}


def test_evaluate_without_a_text_fails_instead_of_misleading(tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"article": "a", "text": "nosuch.txt", "claims": []}))
    result = run("evaluate", gold)
    assert (result.exit_code, result.stderr) == (1, f"error: {tmp_path}/nosuch.txt: No such file or directory\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command):
    shown = run(command, "--help")
    assert shown.exit_code == 0
    assert f"Example: libyagraph {command} " in shown.stdout


def test_version_and_names_of_the_commands():
    assert process("--version").stdout.startswith(b"libyagraph")
    assert [info.name for info in app.registered_commands] == list(COMMANDS)
