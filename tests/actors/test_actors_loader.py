"""Broken data files are refused with a message that names file, line and field."""

import pytest

from graph.actors import ActorBase
from graph.actors.records import Actor
from graph.datafiles import DataFileError, load_yaml

GOOD = """sources:
  bbc: {title: Profile, publisher: BBC News, date: 2019-04-08}
actors:
  - id: no
    label: "on"
    type: Person
    description: A record.
    roles:
      - {relation: leads, title: commander, body: army, from: 2014-05, source: bbc}
"""


def load(tmp_path, content):
    file = tmp_path / "file.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file, lambda: load_yaml(file, package="graph.actors", schema="schema.json")


def complaints(tmp_path, content):
    file, read = load(tmp_path, content)
    with pytest.raises(DataFileError) as caught:
        read()
    lines = str(caught.value).splitlines()
    assert all(line.startswith(f"{file}:") for line in lines)
    return [line.removeprefix(f"{file}:") for line in lines]


def test_words_and_dates_of_a_good_file_stay_text(tmp_path):
    _, read = load(tmp_path, GOOD)
    content = read()
    assert content["actors"][0]["id"] == "no"
    assert content["sources"]["bbc"]["date"] == "2019-04-08"
    assert content["actors"][0]["roles"][0]["from"] == "2014-05"


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (GOOD.replace('label: "on"', 'label: "on'), "10", "unexpected end of stream"),
        (GOOD.replace("    type: Person", "\ttype: Person"), "6", "not valid YAML"),
        (GOOD + "  - {id: [}\n", "10", "not valid YAML"),
    ],
)
def test_broken_yaml_is_refused_in_one_line(tmp_path, content, line, words):
    (complaint,) = complaints(tmp_path, content)
    assert complaint.startswith(line)
    assert words in complaint


def test_file_that_is_no_utf8_is_refused(tmp_path):
    (complaint,) = complaints(tmp_path, GOOD.replace("A record.", "Un été.").encode("latin-1"))
    assert "not UTF-8 text" in complaint


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("type: Person", "type: Warlord", 6, "actors/0/type"),
        ("id: no", "id: No Slug", 4, "actors/0/id"),
        ("from: 2014-05,", "from: 2014-13,", 9, "actors/0/roles/0/from"),
        (", source: bbc}", "}", 9, "actors/0/roles/0"),
        ("    description: A record.", "    descripton: A record.", 4, "actors/0"),
        ("publisher: BBC News", "publisher: ''", 2, "sources/bbc/publisher"),
        ("sources:\n", "source:\n", 1, "(whole file)"),
    ],
)
def test_breach_names_line_and_field(tmp_path, old, new, line, field):
    assert old in GOOD
    found = complaints(tmp_path, GOOD.replace(old, new))
    assert all(complaint.startswith(f"{line}: {field}: ") for complaint in found)


def test_every_breach_is_listed(tmp_path):
    found = complaints(tmp_path, GOOD.replace("type: Person", "type: Warlord").replace("relation: leads", "relation: rules"))
    assert [complaint.split(": ")[:2] for complaint in found] == [["9", "actors/0/roles/0/relation"], ["6", "actors/0/type"]]
    assert "'rules'" in found[0]
    assert "'Warlord'" in found[1]


def test_empty_file_is_refused(tmp_path):
    (complaint,) = complaints(tmp_path, "")
    assert complaint.startswith("1: (whole file): ")


def test_two_records_with_one_id_are_refused():
    twins = [Actor(id="sirte", label=label, type="Place", description="A town.") for label in ("Sirte", "Surt")]
    with pytest.raises(ValueError, match="two actor records have the id 'sirte'"):
        ActorBase(twins)
