"""The shipped base is whole: every reference, source, date and name holds."""

import datetime as dt
import re
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import combinations

import pytest
import yaml

from graph.actors import base
from graph.actors.base import Alias
from graph.actors.names import key
from graph.ontology import ENTITY_TYPES

FILES = sorted(f for f in files("graph.actors").joinpath("base").iterdir() if f.name.endswith(".yaml"))
PUBLISHED = [(f.name, yaml.load(f.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)) for f in FILES]
RECORDS = [record for _, content in PUBLISHED for record in content["actors"]]
IDS = {record["id"]: record for record in RECORDS}
SPANS = ("roles", "base", "partOf", "predecessor", "descriptions")
LIVING = {"Person", "Community", "Place"}
ARABIC = re.compile("[\u0600-\u06ff]")


def spans(record):
    yield from (span for field in SPANS for span in record.get(field, ()))
    yield from ([record["exists"]] if "exists" in record else ())


def bounds(span):
    """First and last day of a span, read anew here: the code under test does the same in its own way."""
    start = [int(p) for p in span.get("from", "1000").split("-")]
    end = [int(p) for p in span.get("to", "2999").split("-")]
    first = dt.date(*start, *[1] * (3 - len(start)))
    if len(end) == 3:
        return first, dt.date(*end)
    year, month = (end[0] + 1, 1) if len(end) == 1 or end[1] == 12 else (end[0], end[1] + 1)
    return first, dt.date(year, month, 1) - dt.timedelta(days=1)


def cited(node):
    if isinstance(node, dict):
        for field, value in node.items():
            yield from [value] if field == "source" else value if field == "sources" else cited(value)
    elif isinstance(node, list):
        yield from (source for item in node for source in cited(item))


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


@pytest.mark.parametrize(("name", "content"), PUBLISHED, ids=[name for name, _ in PUBLISHED])
def test_publications_cited_are_those_listed(name, content):
    assert set(cited(content["actors"])) == set(content["sources"])


def test_ids_are_slugs_and_labels_names():
    for record in RECORDS:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record["id"])
        assert record["label"] == " ".join(record["label"].split())
        assert record["label"][0].isupper() or record["label"][0].isdigit()
        assert record["description"].endswith(".")
        assert "\n" not in record["description"]


def test_every_reference_leads_to_a_record_of_a_fitting_type():
    allowed = {"country": {"State"}, "capital": {"Place"}, "parent": {"Place", "State"}, "base": {"Place", "State"}}
    bodies = set(ENTITY_TYPES) - LIVING
    for record in RECORDS:
        single = [(field, record[field]) for field in ("country", "capital", "parent") if field in record]
        links = [(field, link["id"]) for field in ("base", "partOf", "predecessor") for link in record.get(field, ())]
        for field, target in (*single, *links, *(("roles", role["body"]) for role in record.get("roles", ()))):
            kinds = bodies if field == "roles" else allowed.get(field, set(ENTITY_TYPES))
            assert target in IDS, (record["id"], field, target)
            assert IDS[target]["type"] in kinds, (record["id"], field, target)
            assert target != record["id"]


def test_only_persons_hold_offices():
    assert {record["type"] for record in RECORDS if "roles" in record} == {"Person"}


def test_dates_are_real_and_in_order():
    today = dt.date(2026, 12, 31)
    for record in RECORDS:
        for span in spans(record):
            first, last = bounds(span)
            assert first <= last, (record["id"], span)
            assert first <= today, (record["id"], span)


def test_offices_lie_in_the_life_of_their_body():
    for record in RECORDS:
        for role in record.get("roles", ()):
            first, last = bounds(role)
            begun, ended = bounds(IDS[role["body"]].get("exists", {}))
            assert role.get("uncertain") == "true" or (first <= ended and begun <= last), (record["id"], role)


def test_names_are_in_the_script_of_their_language():
    for record in RECORDS:
        names = record.get("names", {})
        latin = [*names.get("fr", ()), *names.get("it", ()), record["label"]]
        latin += [n for field in ("aliases", "short", "adjectives", "demonyms", "metonyms") for n in record.get(field, ())]
        assert all(ARABIC.search(name) for name in names.get("ar", ())), record["id"]
        assert not [name for name in latin if ARABIC.search(name)], record["id"]
        assert all(any(c.isupper() for c in acronym) for acronym in record.get("acronyms", ())), record["id"]


def names_of(record):
    listed = [
        ("name", [record["label"], *record.get("aliases", ()), *(n for ns in record.get("names", {}).values() for n in ns)])
    ]
    listed += [(field, record.get(field, ())) for field in ("short", "acronyms", "adjectives", "demonyms", "metonyms")]
    return [(kind, text) for kind, texts in listed for text in texts]


def may_share(one, other):
    (first, kind), (second, other_kind) = one, other
    kinds = {kind, other_kind}
    if kinds == {"name", "metonyms"}:
        state, place = (first, second) if kind == "metonyms" else (second, first)
        return state.get("capital") == place["id"]
    if kinds & {"adjectives", "demonyms"}:
        return {first["type"], second["type"]} <= {"Place", "Community", "State"}
    return "acronyms" in kinds and kinds != {"acronyms"}  # told apart by their capitals


def test_no_name_means_two_actors():
    owners = defaultdict(dict)
    for record in RECORDS:
        for kind, text in names_of(record):
            owners[key(text)][record["id"], kind] = (record, kind)
    clashes = [
        (" ".join(name), one[0]["id"], other[0]["id"])
        for name, found in owners.items()
        for one, other in combinations(found.values(), 2)
        if one[0]["id"] != other[0]["id"] and not may_share(one, other)
    ]
    assert clashes == []


def test_a_description_moves_on_before_it_means_another():
    owners = defaultdict(list)
    for record in RECORDS:
        for phrase in record.get("descriptions", ()):
            owners[key(phrase["text"])].append((record["id"], *bounds(phrase)))
    clashes = [
        (" ".join(text), one[0], other[0])
        for text, found in owners.items()
        for one, other in combinations(found, 2)
        if one[0] != other[0] and one[1] <= other[2] and other[1] <= one[2]
    ]
    assert clashes == []


def test_descriptions_stand_without_an_article():
    texts = [phrase["text"] for record in RECORDS for phrase in record.get("descriptions", ())]
    assert len(texts) > 100
    assert not [text for text in texts if text.lower().startswith(("the ", "a ", "an "))]


def test_every_label_finds_its_own_record():
    lost = [actor.id for actor in base() if actor.id not in {alias.actor.id for alias in base().lookup(actor.label)}]
    assert lost == []


def test_names_outlast_the_body_and_short_names_do_not():
    gna = base().get("government-of-national-accord")
    for kind, expected in (("name", True), ("acronym", True), ("short", False)):
        assert Alias(gna, "text", kind).holds(dt.date(2026, 1, 1)) is expected
