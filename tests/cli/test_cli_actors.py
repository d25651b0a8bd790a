"""`libyagraph actors`: showing, searching, checking and exporting the base."""

import json

import pytest
import yaml
from pyoxigraph import RdfFormat, Store
from typer.testing import CliRunner

from graph.actors import base
from graph.cli import app

RECORDS = """sources:
  map: {title: A map, publisher: Its maker, date: "2012"}
actors:
  - id: surt
    label: Surt
    type: Place
    description: A town.
    country: libya
    sources: [map]
"""


def run(*arguments):
    return CliRunner().invoke(app, ["actors", *(str(argument) for argument in arguments)])


def test_show_prints_names_offices_and_where_each_fact_was_read():
    shown = yaml.safe_load(run("show", "khalifa-haftar").stdout)
    assert shown["label"] == "Khalifa Haftar"
    cited = {role["source"] for role in shown["roles"]} | set(shown["sources"])
    assert set(shown["publications"]) == cited
    assert all(publication["title"] and publication["publisher"] for publication in shown["publications"].values())
    as_json = json.loads(run("show", "khalifa-haftar", "--format", "json").stdout)
    assert as_json["roles"] == json.loads(json.dumps(shown["roles"], default=str))


def test_show_of_no_record_names_those_near():
    result = run("show", "khalifa-hifter")
    assert result.exit_code == 2
    assert "error: no actor has the id 'khalifa-hifter'" in result.stderr
    assert "khalifa-haftar" in result.stderr


def test_search_lists_actors_in_columns_or_rows():
    rows = [line.split("\t") for line in run("search", "zintan", "--format", "tsv", "--limit", 4).stdout.splitlines()]
    assert len(rows) == 4
    assert all(base().get(actor_id).label == label for actor_id, label, _, _ in rows)
    assert "zintan-military-council" in run("search", "zintan").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("search", "zintan", "--type", "Town"), 2, "no actor is a 'Town'"),
        (("search", "zzzzqqqq"), 1, "no name is like 'zzzzqqqq'"),
        (("check", "no-such-folder"), 2, "no such folder"),
        (("export", "--format", "xls", "--out", "actors.xls"), 2, "no export format 'xls'"),
        (("export", "--out", "no/such/folder/actors.ttl"), 1, "cannot write"),
    ],
)
def test_wrong_use_is_one_line(arguments, code, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_check_of_the_shipped_base_finds_nothing():
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no problems" in result.stderr


def test_check_names_file_record_and_field(tmp_path):
    (tmp_path / "towns.yaml").write_text(RECORDS)
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert result.stdout == "towns.yaml: surt: country: no such record: libya\n"
    (tmp_path / "towns.yaml").write_text(RECORDS.replace("type: Place", "type: Town"))
    broken = run("check", tmp_path)
    assert broken.exit_code == 1
    assert f"{tmp_path / 'towns.yaml'}:6: actors/0/type" in broken.stderr


def test_export_writes_the_whole_base(tmp_path):
    assert run("export", "--out", tmp_path / "actors.ttl").exit_code == 0
    store = Store()
    store.bulk_load(path=str(tmp_path / "actors.ttl"), format=RdfFormat.TURTLE)
    concepts = store.query(
        "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a <http://www.w3.org/2004/02/skos/core#Concept> ; "
        "<http://www.w3.org/2004/02/skos/core#inScheme> ?s }"
    )
    assert int(next(iter(concepts))["n"].value) >= len(base())
    assert run("export", "--format", "ftm", "--out", tmp_path / "actors.ftm.json").exit_code == 0
    ids = {json.loads(line)["id"] for line in (tmp_path / "actors.ftm.json").read_text(encoding="utf-8").splitlines()}
    assert {actor.id for actor in base()} <= ids
