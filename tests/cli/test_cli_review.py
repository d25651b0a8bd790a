"""`actors review`: a person answers about pairs of names, and the next build obeys."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import api
from graph.claims.clusters import Context, Decision, DecisionFile, Party
from graph.cli import app

ROOT = Path(__file__).parents[2]
FIRST = "TRIPOLI, March 20, 2019 - Turkey supports Tarhib al-Qumati. Egypt armed the Qasr Nimroz Brigade."
SECOND = (
    "TRIPOLI, April 2, 2019 - France backs Tarhib Salem al-Qumati, a man of \x1b[31m[red]means[/red]. Italy backs Saad Zamzouri."
)
THIRD = "TRIPOLI, May 5, 2019 - Qatar condemned Saad Jum Zamzouri."
PAIRS = [("x-saad-jum-zamzouri", "x-saad-zamzouri"), ("x-tarhib-al-qumati", "x-tarhib-salem-al-qumati")]


def review(*arguments, answers=""):
    return CliRunner().invoke(app, ["actors", "review", *map(str, arguments)], input=answers)


def said(file):
    return [entry.decision for entry in DecisionFile(file).read()]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    articles = folder / "articles"
    articles.mkdir()
    for name, text in {"first": FIRST, "[bold]second": SECOND, "third": THIRD}.items():
        (articles / f"{name}.txt").write_text(text)
    report = api.build([articles], folder / "graph")
    assert (report.questions, report.decisions) == (2, folder / "graph/decisions.yaml")
    return folder


@pytest.fixture
def file(built, tmp_path):
    copy = tmp_path / "decisions.yaml"
    copy.write_bytes((built / "graph/decisions.yaml").read_bytes())
    return copy


def test_answers_are_saved_with_their_day_and_both_contexts_are_shown(file):
    result = review(file, answers="s\nd\n")
    assert result.exit_code == 0
    assert said(file) == ["same", "different"]
    assert {entry.decided_on for entry in DecisionFile(file).read()} == {dt.datetime.now().astimezone().date().isoformat()}
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert "1 of 2, 2 left: the same first and last name, with more names between them in one" in lines
    assert "2 of 2, 1 left: the same first and last name, with more names between them in one" in lines
    assert "Saad Jum Zamzouri  Person, x-saad-jum-zamzouri" in lines
    assert "third, 2019-05-05: Qatar condemned Saad Jum Zamzouri." in lines
    assert lines[-1] == f"2 decided, 0 left, in {file}. The next build obeys."


def test_hostile_text_is_shown_as_it_is_and_steers_no_terminal(file):
    result = review(file, answers="k\nq\n")
    assert "[bold]second, 2019-04-02: " in result.stdout
    assert "a man of \ufffd[31m[red]means[/red]." in result.stdout
    assert "\x1b" not in result.stdout
    hostile = Party(id="x-a\x1b[2J", label="[bold]\x07Amin\n[/bold] x", type="Person")
    context = Context(of="one", article="[a]\x1b", sentence="[/] \u202e Amin")
    DecisionFile(file).update([Decision(one=hostile, other=Party(id="x-b", label="b\\[", type="Person"), contexts=(context,))])
    result = review(file)
    assert "[bold]\ufffdAmin [/bold] x  Person, x-a\ufffd[2J" in result.stdout
    assert "[a]\ufffd, undated: [/] \ufffd Amin" in result.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(result.stdout)
    assert review(file, "--list").stdout == "x-a\ufffd[2J\t[bold]\ufffdAmin [/bold] x\tPerson\tx-b\tb\\[\tPerson\t\n"


def test_skip_leaves_open_and_back_asks_again(file):
    result = review(file, answers="k\nb\nsame\nback\ndifferent\n\n")
    assert said(file) == ["different", None]
    assert "1 of 2, 1 left: the same first and last name, with more names between them in one, you said: same" in result.stdout
    assert "1 decided, 1 left" in result.stdout


def test_an_unknown_answer_is_asked_again_and_quitting_keeps_what_was_said(file):
    result = review(file, answers="maybe\ns\nQ\n")
    assert "One of s, d, k, b, q > " in result.stdout
    assert (result.exit_code, said(file)) == (0, ["same", None])


def test_the_end_of_input_is_no_error(file):
    before = file.read_bytes()
    result = review(file, answers="")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f"0 decided, 2 left, in {file}. The next build obeys.\n")
    assert file.read_bytes() == before


def test_answers_come_through_a_pipe_in_any_encoding(file):
    command = [sys.executable, "-m", "graph", "actors", "review", str(file)]
    environment = {**os.environ, "PYTHONWARNINGS": "error", "LC_ALL": "C"}
    ended = subprocess.run(command, input=b"\xff\xfe\nd\n", capture_output=True, check=False, cwd=ROOT, env=environment)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert said(file) == ["different", None]


def test_the_name_is_highlighted_on_a_terminal(file, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = review(file).stdout
    assert "\x1b[1;7mSaad Zamzouri\x1b[0m" in shown
    assert "\x1b[31m" not in shown


def test_an_answer_that_contradicts_others_is_refused(file):
    open_pair = DecisionFile(file).read()[0]
    third = Party(id="x-other", label="Other", type="Person")
    told = [
        Decision(one=open_pair.one, other=third, decision="same"),
        Decision(one=open_pair.other, other=third, decision="different"),
    ]
    DecisionFile(file).update([open_pair, *told])
    result = review(file, answers="s\nd\n")
    assert "Not saved: " in result.stdout
    assert "contradicts other decisions" in result.stdout
    assert [entry.decision for entry in DecisionFile(file).read() if entry.pair == open_pair.pair] == ["different"]


def test_an_actor_of_the_base_is_shown_with_where_to_read_of_it(file):
    known = Party(id="italy", label="Italy", type="State")
    DecisionFile(file).update([Decision(one=Party(id="x-italya", label="Italya", type="Organization"), other=known)])
    assert "of the base; see: libyagraph actors show italy\n" in review(file).stdout


def test_list_prints_the_open_pairs_and_asks_nothing(built, file):
    result = review(built / "graph", "--list")
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [(row[0], row[3]) for row in rows] == PAIRS
    assert rows[0] == [
        *("x-saad-jum-zamzouri", "Saad Jum Zamzouri", "Person", "x-saad-zamzouri", "Saad Zamzouri", "Person"),
        "the same first and last name, with more names between them in one",
    ]
    review(file, answers="s\ns\n")
    result = review(built / "graph", "--decisions", file, "--list")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No names to decide.\n")
    assert review(file).stdout == "No names to decide.\n"


def test_the_next_build_obeys(built, file, tmp_path):
    review(file, answers="s\nd\n")
    report = api.build([built / "articles"], tmp_path / "graph", decisions=file)
    names = {name for name in report.claims.entities() if name.startswith("x-")}
    assert names == {"x-saad-zamzouri", "x-tarhib-al-qumati", "x-tarhib-salem-al-qumati", "x-qasr-nimroz-brigade"}
    assert (report.merged, report.questions) == (1, 0)


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("nosuch", "nosuch: no such file or folder"),
        ("empty", "empty: neither a build nor decisions are here"),
        ("broken.yaml", "broken.yaml:1: decisions: 3 is not of type 'array', 'null'"),
    ],
)
def test_wrong_usage(tmp_path, monkeypatch, place, reason):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.yaml").write_text("decisions: 3")
    result = review(place, answers="s\n")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"error: {reason}\n")
    assert review("empty", "--decisions", "nosuch").exit_code == 2
    assert (tmp_path / "broken.yaml").read_text() == "decisions: 3"
