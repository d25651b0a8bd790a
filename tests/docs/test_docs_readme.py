"""The README says what is true: its Python prints what it shows, its queries give the answers under them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph import KnowledgeGraph
from graph.cli.app import app
from graph.query import format_result

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```sparql\n(.*?)```\s+```csv\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def graph(sample_build: Path) -> KnowledgeGraph:
    return KnowledgeGraph.load(sample_build)


def test_python_example_prints_what_the_readme_shows(tmp_path, monkeypatch, capsys):
    code, printed = re.search(r"```python\n(.*?)```.*?```text\n(.*?)```", README, re.DOTALL).groups()
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out == printed
    assert len([line for line in code.splitlines() if line.strip()]) <= 10


def test_readme_asks_five_questions():
    assert len(QUESTIONS) == 5


@pytest.mark.parametrize(("sparql", "answer"), QUESTIONS)
def test_question_has_the_answer_under_it(graph, sparql, answer):
    got = format_result(graph.query(sparql), "csv").replace("\r\n", "\n")
    assert got.strip() == answer.strip()
    assert len(got.strip().splitlines()) > 1


def test_every_command_the_readme_names_exists():
    known = {command.name for command in app.registered_commands} | {group.name for group in app.registered_groups}
    named = set(re.findall(r"libyagraph ([a-z]+)", README))
    assert named <= known
    assert known <= named | {"actors"}


def test_every_file_the_readme_links_is_there():
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
