"""The shipped base is whole and as wide as it says; what `check` finds is tested with it."""

import datetime as dt
import re
from collections import Counter
from importlib.resources import files

import pytest
import yaml

from graph.actors import base
from graph.actors.base import Alias
from graph.ontology import ENTITY_TYPES

FILES = sorted(f for f in files("graph.actors").joinpath("base").iterdir() if f.name.endswith(".yaml"))
PUBLISHED = [(f.name, yaml.load(f.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)) for f in FILES]
RECORDS = [record for _, content in PUBLISHED for record in content["actors"]]
IDS = {record["id"]: record for record in RECORDS}


def repeated_keys(node):
    if isinstance(node, yaml.MappingNode):
        counts = Counter(field.value for field, _ in node.value)
        yield from (field for field, count in counts.items() if count > 1)
        yield from (found for _, value in node.value for found in repeated_keys(value))
    elif isinstance(node, yaml.SequenceNode):
        yield from (found for value in node.value for found in repeated_keys(value))


def test_base_holds_every_record_of_the_files_once():
    assert len(RECORDS) == len(IDS) == len(base()) >= 1000
    assert {actor.id for actor in base()} == set(IDS)
    assert {record["type"] for record in RECORDS} <= set(ENTITY_TYPES)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_no_field_stands_twice_in_a_record(file):
    assert list(repeated_keys(yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))) == []


def test_ids_are_slugs_and_labels_names():
    for record in RECORDS:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record["id"])
        assert record["label"] == " ".join(record["label"].split())
        assert record["label"][0].isupper() or record["label"][0].isdigit()
        assert record["description"].endswith(".")
        assert "\n" not in record["description"]


@pytest.mark.parametrize(
    ("kinds", "least"),
    [
        ({"Person"}, 250),
        ({"ArmedGroup"}, 120),
        ({"Government", "PoliticalBody"}, 60),
        ({"InternationalOrganization", "Organization"}, 60),
        ({"State"}, 60),
        ({"Community"}, 30),
    ],
)
def test_base_is_wide(kinds, least):
    assert sum(record["type"] in kinds for record in RECORDS) >= least


def test_places_lie_somewhere():
    places = [record for record in RECORDS if record["type"] == "Place"]
    assert sum("coordinates" in place and ("parent" in place or "country" in place) for place in places) >= 200
    assert not [place["id"] for place in places if "parent" not in place and "country" not in place]


def test_states_have_what_news_calls_them():
    former = {record["id"] for name, content in PUBLISHED if name == "states-former.yaml" for record in content["actors"]}
    states = [record for record in RECORDS if record["type"] == "State" and record["id"] not in former]
    assert [state["id"] for state in states if not state.get("adjectives") or not state["names"].get("ar")] == []
    # City states have no capital of another name; where the capital is in dispute, none is given.
    far = {record["id"] for name, content in PUBLISHED if name == "states-world.yaml" for record in content["actors"]}
    assert {state["id"] for state in states if "capital" not in state} - far == {"djibouti", "luxembourg", "israel", "palestine"}
    for state_id, metonym in (("turkey", "Ankara"), ("russia", "Kremlin"), ("france", "Élysée"), ("italy", "Farnesina")):
        assert metonym in IDS[state_id]["metonyms"]


def test_every_label_finds_its_own_record():
    lost = [actor.id for actor in base() if actor.id not in {alias.actor.id for alias in base().lookup(actor.label)}]
    assert lost == []


def test_names_outlast_the_body_and_short_names_do_not():
    gna = base().get("government-of-national-accord")
    for kind, expected in (("name", True), ("acronym", True), ("short", False)):
        assert Alias(gna, "text", kind).holds(dt.date(2026, 1, 1)) is expected
