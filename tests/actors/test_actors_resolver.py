"""Names and descriptions find the actor that is meant, and nobody where nobody is."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from graph.actors import Actor, ActorBase, base, resolve
from graph.actors.names import words

FORMS = yaml.safe_load(Path(__file__).with_name("forms.yaml").read_text(encoding="utf-8"))
NAMES = [(name, expected) for expected, names in FORMS["names"].items() for name in names]
DESCRIPTIONS = [(text, row["date"], row[text]) for row in FORMS["descriptions"] for text in row if text != "date"]
UNKNOWN = [name for names in FORMS["unknown"].values() for name in names]


def found(name, date=None, actors=None):
    entity = resolve(name, date, actors=actors).entity
    return entity and entity.id


def record(actor_id, label, **fields):
    return Actor.model_validate({"id": actor_id, "label": label, "type": "Person", "description": "A record."} | fields)


def test_there_are_enough_forms():
    assert len(NAMES) >= 60
    assert len(DESCRIPTIONS) >= 40
    assert len(UNKNOWN) >= 30


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_name_finds_its_actor(name, expected):
    assert found(name) == expected


@pytest.mark.parametrize(("text", "date", "expected"), DESCRIPTIONS)
def test_description_finds_whom_it_meant_on_its_date(text, date, expected):
    assert found(text, date) == expected


@pytest.mark.parametrize("name", UNKNOWN)
def test_name_of_nobody_known_stays_open(name):
    assert found(name) is None
    assert found(name, dt.date(2018, 6, 1)) is None


def test_spellings_no_record_lists_are_found_with_less_certainty():
    unlisted = [
        n for n in ("Abdulhameed al-Dabeiba", "Khaled al-Michri", "Sadik el-Kabir", "Salah Baddi") if not base().lookup(n)
    ]
    assert len(unlisted) >= 3
    assert all(0.5 < resolve(name).score < 1 for name in unlisted)
    assert resolve("Khalifa Haftar").score == 1


def test_open_description_lists_everybody_it_may_mean():
    open_ended = resolve("the Turkish president")
    assert open_ended.entity is None
    assert {entity.id for entity, _ in open_ended.candidates} == {"recep-tayyip-erdogan", "abdullah-gul"}


def test_a_successor_ends_an_open_term():
    old = record("old", "Old Man", roles=[{"relation": "leads", "title": "president", "body": "state", "from": "2010"}])
    new = record("new", "New Man", roles=[{"relation": "leads", "title": "president", "body": "state", "from": "2015"}])
    actors = ActorBase([record("state", "Ruritania", type="State", adjectives=["Ruritanian"]), old, new])
    assert found("the Ruritanian president", dt.date(2012, 1, 1), actors) == "old"
    assert found("the Ruritanian president", dt.date(2016, 1, 1), actors) == "new"
    assert found("the Ruritanian president", None, actors) is None


def test_a_shared_name_stays_open_between_its_owners():
    actors = ActorBase([record("one", "Ali Salem"), record("two", "Ali Salim", aliases=["Ali Salem"])])
    assert {entity.id for entity, _ in resolve("Ali Salem", actors=actors).candidates} == {"one", "two"}
    assert found("Ali Salem", None, actors) is None
    assert found("Ali Salim", None, actors) == "two"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("troops of Khalifa Haftar entered Tripoli", ["khalifa-haftar", "tripoli"]),
        ("those who help us in the house", []),
        ("the U.N.-backed Government of National Accord", ["united-nations", "government-of-national-accord"]),
        ("Saddam Haftar, not Khalifa Haftar", ["saddam-haftar", "khalifa-haftar"]),
    ],
)
def test_scan_finds_the_longest_names_in_a_text(text, expected):
    assert [hit.aliases[0].actor.id for hit in base().scan(list(words(text)))] == expected


def namesakes():
    """Two persons, a town and a brigade that share a name."""
    shared = {"short": ["Madani"]}
    return ActorBase(
        [
            record("libya", "Libya", type="State"),
            record("council", "Zliten Council", type="PoliticalBody"),
            record(
                "mayor",
                "Ali Madani",
                country="libya",
                roles=[{"relation": "leads", "title": "mayor", "body": "council"}],
                **shared,
            ),
            record("envoy", "Omar Madani", country="sudan", exists={"to": "2015"}, **shared),
            record("town", "Madani", type="Place"),
        ]
    )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "town"),
        ({"kind": "Person"}, None),
        ({"kind": "Person", "country": "sudan"}, "envoy"),
        ({"kind": "Person", "context": ["council"]}, "mayor"),
        ({"kind": "Person", "context": ["envoy", "council"]}, "envoy"),
        ({"kind": "Person", "date": dt.date(2019, 1, 1)}, "mayor"),
        ({"kind": "ArmedGroup"}, None),
    ],
)
def test_namesakes_are_told_apart_by_type_date_country_and_company(asked, expected):
    entity = resolve("Madani", actors=namesakes(), **asked).entity
    assert (entity and entity.id) == expected


def test_open_namesakes_are_listed():
    found = resolve("Madani", kind="Person", actors=namesakes())
    assert found.score == 0
    assert {entity.id for entity, _ in found.candidates} == {"mayor", "envoy"}


@pytest.mark.parametrize(
    ("phrase", "date", "expected"),
    [
        ("the internationally recognised Government of National Accord", None, "government-of-national-accord"),
        ("so-called Libyan National Army", None, "libyan-national-army"),
        ("the Tripoli-based Government of National Accord", dt.date(2018, 5, 1), "government-of-national-accord"),
        ("the Sirte-based Government of National Accord", dt.date(2018, 5, 1), None),
        ("Haftar's Libyan National Army", None, "libyan-national-army"),
        ("High State Council (HSC)", None, "high-council-of-state"),
        ("Support and Stability Apparatus (SSA)", None, "stability-support-apparatus"),
        ("Abdul-Ghani (Ghaniwa) al-Kikli", None, "abdel-ghani-al-kikli"),
        ("Warfalla tribe", None, "warfalla"),
        ("the town of Zintan", None, "zintan"),
        ("the warlord Khalifa Haftar", None, "khalifa-haftar"),
        ("aide to Khalifa Haftar", None, None),
        ("the anti-Khalifa Haftar", None, None),
        ("نجل خليفة حفتر", None, None),
        ("رئيس حكومة الوحدة الوطنية عبدالحميد الدبيبة", None, "abdul-hamid-dbeibah"),
        ("neveu de Khalifa Haftar", None, None),
        ("K. Haftar", None, "khalifa-haftar"),
        ("S. Haftar", None, None),
        ("HAFTAR, Khalifa", None, "khalifa-haftar"),
        ("Saqr al-Jouroushi", None, "saqr-al-jaroushi"),
        ("ambassadeur américain Christopher Stevens", None, "chris-stevens"),
    ],
)
def test_words_around_a_name_are_read(phrase, date, expected):
    assert found(phrase, date) == expected
