"""`libyagraph extract --explain`: what is printed, as text and as JSON, of files and of standard input."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.cli import app
from graph.model import claim_schema

ROOT = Path(__file__).parents[2]
NEAR_MISS = "Cairo supports, like Haftar, elections."
HOSTILE = (
    "Egypt backs Haftar [bold red]in[/bold red] \x1b]0;owned\x07\x9b31m Qatar [/] \u202eabc :smile: [link=http://x.y]z[/link]."
)
COLOURS = re.compile("\x1b\\[[0-9;]*m")


def run(*arguments, **options):
    return CliRunner().invoke(app, ["extract", *(str(argument) for argument in arguments)], **options)


def explained(text, *options, **settings):
    result = run("--explain", *options, "-", input=text, **settings)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_sentence_is_shown_with_parse_mentions_claims_and_misses():
    lines = explained(f"{NEAR_MISS} Italy did not recognise the GNA.", "--date", "2019-04-09").splitlines()
    assert lines[:4] == [
        "stdin, sentence 1, 2019-04-09",
        NEAR_MISS,
        "  parse",
        "      1  Cairo      Cairo     PROPN  NNP  nsubj  of 2 supports",
    ]
    assert "    Cairo   egypt           Egypt           State   name   0.90  a name of the base" in lines
    (miss,) = [line for line in lines if line.startswith("    Egypt -> Khalifa Haftar: ")]
    assert re.search(r"backs \(verb 'support', frame frames/support\.yaml#\d+, line \d+\): subject fits; ", miss)
    assert miss.endswith("object role obj found nobody, 'Haftar' hangs at pobj^prep:like")
    (claim,) = [
        at for at, line in enumerate(lines) if line.startswith("    Italy recognizes Government of National Accord: negated")
    ]
    assert re.fullmatch(r"      by verb-active:recognizes:recogni[sz]e, frame frames/\w+\.yaml#\d+, line \d+", lines[claim + 1])
    assert lines[claim + 2] == "      [Italy :subject] did not [recognise :trigger] the [GNA :object]."


def test_who_says_so_and_when_stand_with_the_claim():
    printed = explained("Haftar said that Turkey had armed the GNA in May 2018.")
    assert "affirmed, reported by Khalifa Haftar, confidence " in printed
    assert ", 2018-05-01 to 2018-05-31 (from the text)" in printed


def test_a_side_of_another_sentence_stands_behind_the_claims_own():
    printed = explained("A report said that Egypt armed the GNA. Cairo denied the charge.")
    assert "      [Cairo :subject] [denied :trigger] the charge. [in another sentence: GNA :object]\n" in printed


def test_a_sentence_that_says_nothing_says_so():
    printed = explained("The weather was fine.")
    assert printed.endswith("  mentions: none\n  claims: none\n  no claim: none\n\n")


@pytest.mark.parametrize("terminal", [{}, {"FORCE_COLOR": "1"}])
def test_words_of_an_article_are_neither_markup_nor_orders_to_the_terminal(terminal):
    printed = explained(HOSTILE, env={"NO_COLOR": None, **terminal})
    assert ("\x1b[" in printed) == bool(terminal)
    plain = COLOURS.sub("", printed)
    for words in ("[bold red]in[/bold red]", "[/]", ":smile:", "[link=http://x.y]z[/link]", "\ufffd]0;owned\ufffd\ufffd31m"):
        assert words in plain
    assert all(character.isprintable() or character == "\n" for character in plain)


def test_json_gives_a_sentence_a_line_with_claims_of_the_published_schema():
    lines = explained(f"{HOSTILE} {NEAR_MISS}", "--json").splitlines()
    assert all(line.isprintable() for line in lines)
    rows = [json.loads(line) for line in lines]
    assert " ".join(row["sentence"] for row in rows).startswith(
        "Egypt backs Haftar [bold red]in[/bold red] \x1b]0;owned\x07\x9b31m"
    )
    (claim,) = [fired["claim"] for row in rows for fired in row["claims"]]
    assert claim["relation"] in claim_schema()["properties"]["relation"]["enum"]
    miss = rows[-1]["misses"][0]
    assert (miss["subject"]["id"], miss["object"]["id"], miss["relation"]) == ("egypt", "khalifa-haftar", "backs")
    assert re.fullmatch(r"frames/support\.yaml#\d+", miss["row"])


def test_files_are_explained_to_a_file_and_those_that_cannot_be_read_are_named(tmp_path):
    (tmp_path / "a.txt").write_text("ROME, 4 May 2019 - Italy backs the GNA.")
    out = tmp_path / "told.txt"
    result = run("--explain", tmp_path / "a.txt", tmp_path / "nosuch.txt", "--out", out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"error: {tmp_path}/nosuch.txt: no such file or folder\n"
    assert out.read_text(encoding="utf-8").startswith("a, sentence 1, 2019-05-04\n")
    assert "[Italy :subject] [backs :trigger] the [GNA :object]." in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["-"], "a text on standard input (PATH -) goes with --explain"),
        (["--explain", "-", "a.txt"], "a text on standard input (PATH -) goes with --explain, and with no other PATH"),
        (["--explain", "-"], "there is no text on standard input"),
        (["--explain", "--jobs", "2", "a.txt"], "--explain reads in one process"),
        (["--date", "2019-04-09", "a.txt"], "--date is for a text on standard input"),
        (["--explain", "nosuch.txt"], "nosuch.txt: no such file or folder"),
    ],
)
def test_wrong_usage_is_said_in_a_line(tmp_path, monkeypatch, arguments, reason):
    monkeypatch.chdir(tmp_path)
    result = run(*arguments, input=" \n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {reason}")
    assert list(tmp_path.iterdir()) == []


def test_help_shows_how_to_explain_a_sentence():
    assert "libyagraph extract --explain" in " ".join(run("--help").stdout.split())
