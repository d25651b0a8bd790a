"""Each kind of mistake in a base is found, named by file, record and field; what only looks like one is not."""

import datetime as dt

import pytest

from graph.actors import Actor
from graph.actors.check import check
from graph.actors.records import Publication, read_actors

TODAY = dt.date(2026, 6, 1)
LISTED = {"test": {"map": Publication(title="A map", publisher="Its maker")}}


def record(actor_id, kind="Person", label=None, **fields):
    content = {"id": actor_id, "type": kind, "label": label or actor_id.replace("-", " ").title(), "description": "A record."}
    return Actor.model_validate(content | {"file": "test", "sources": ["map"]} | fields)


def role(body="army", title="commander", relation="leads", **fields):
    return {"relation": relation, "title": title, "body": body, "source": "map"} | fields


ARMY = record("army", "ArmedGroup", exists={"from": "2011-02", "to": "2019", "source": "map"})


def kinds(*records, publications=None):
    return [(p.actor, p.field, p.kind) for p in check(records, publications or LISTED, TODAY)]


def test_shipped_base_has_no_problem():
    actors, publications = read_actors()
    assert [str(problem) for problem in check(actors, publications)] == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"roles": [role(body="navy")]}, ("ali-salem", "roles", "no such record")),
        ({"roles": [role(body="ali-salem")]}, ("ali-salem", "roles", "no such record")),
        ({"country": "atlantis"}, ("ali-salem", "country", "no such record")),
        ({"country": "army", "parent": "army"}, ("ali-salem", "parent", "no such record")),
        ({"roles": [role(**{"from": "2015", "to": "2014"})]}, ("ali-salem", "roles", "dates")),
        ({"roles": [role(**{"from": "2015-02-30"})]}, ("ali-salem", "roles", "dates")),
        ({"roles": [role(**{"from": "2021"})]}, ("ali-salem", "roles", "dates")),
        ({"roles": [role(**{"from": "2018"})], "exists": {"to": "2017", "source": "map"}}, ("ali-salem", "roles", "dates")),
        ({"exists": {"from": "2027", "source": "map"}}, ("ali-salem", "exists", "dates")),
        ({"sources": []}, ("ali-salem", "sources", "no source")),
        ({"sources": ["atlas"]}, ("ali-salem", "sources", "no source")),
        ({"roles": [role(source="atlas")]}, ("ali-salem", "roles", "no source")),
        ({"exists": {"from": "1960"}}, ("ali-salem", "exists", "no source")),
        ({"descriptions": [{"text": "strongman", "from": "2014"}]}, ("ali-salem", "descriptions", "no source")),
        ({"descriptions": [{"text": "the strongman"}]}, ("ali-salem", "names", "name")),
        ({"names": {"ar": ["Ali Salem"]}}, ("ali-salem", "names", "name")),
        ({"aliases": ["علي سالم"]}, ("ali-salem", "names", "name")),
        ({"acronyms": ["as"]}, ("ali-salem", "names", "name")),
        ({"aliases": ["Ali  Salim"]}, ("ali-salem", "names", "name")),
    ],
)
def test_a_mistake_is_named(fields, problem):
    assert problem in kinds(record("ali-salem", **fields), ARMY)


def test_a_name_has_one_owner():
    one, other = record("ali-salem"), record("ali-salim", aliases=["Ali al-Salem"])
    assert kinds(one, other) == [("ali-salem", "name", "duplicate name")]
    assert kinds(one, record("ali-salem", "Place", label="Elsewhere")) == [("ali-salem", "id", "duplicate name")]


def test_a_capital_and_its_state_share_a_name_and_a_town_and_its_people_an_adjective():
    rome = record("rome", "Place")
    italy = record("italy", "State", capital="rome", metonyms=["Rome"])
    town = record("zintan", "Place", adjectives=["Zintani"])
    people = record("zintanis", "Community", adjectives=["Zintani"])
    assert kinds(rome, italy, town, people) == []
    assert ("italy", "metonym", "duplicate name") in kinds(italy, record("rome", "Place", label="Rome", id="other-rome"), rome)


def test_a_description_moves_on_before_it_means_another():
    first = record("old", "Government", descriptions=[{"text": "eastern government", "to": "2021-03", "source": "map"}])
    later = [{"text": "Eastern government", "from": "2022-03", "source": "map"}]
    assert kinds(first, record("new", "Government", descriptions=later)) == []
    later[0]["from"] = "2021-02"
    assert kinds(first, record("new", "Government", descriptions=later)) == [("old", "descriptions", "duplicate name")]


@pytest.mark.parametrize(
    ("until", "since", "title", "uncertain", "found"),
    [
        ("2016", "2014", "commander", False, True),
        ("2014-02", "2014", "commander", False, False),
        (None, "2014", "commander", False, False),
        ("2016", "2014", "spokesman", True, False),
        ("2016", "2014", "deputy commander", False, False),
    ],
)
def test_an_office_for_one_has_one_holder(until, since, title, uncertain, found):
    ended = {"to": until} if until else {}
    one = record("one", roles=[role(title=title, uncertain=uncertain, **{"from": "2012"}, **ended)])
    two = record("two", roles=[role(title=title, **{"from": since})])
    assert (("one", "roles", "overlapping terms") in kinds(one, two, ARMY)) is found


def test_a_publication_nobody_cites_is_named():
    listed = {"test": LISTED["test"] | {"atlas": Publication(title="An atlas", publisher="Its maker")}}
    assert kinds(record("ali-salem"), publications=listed) == [("", "sources", "unused publication")]


def test_a_problem_is_one_line_for_people():
    (problem,) = check([record("ali-salem", country="atlantis")], LISTED, TODAY)
    assert str(problem) == "test.yaml: ali-salem: country: no such record: atlantis"
