"""Searching lists who may be meant, the likest first."""

import pytest

from graph.actors.search import search


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("haftar", "khalifa-haftar"),
        ("Dbeiba", "abdul-hamid-dbeibah"),
        ("stability support", "stability-support-apparatus"),
        ("حفتر", "khalifa-haftar"),
        ("GNA", "government-of-national-accord"),
        ("erdgan", "recep-tayyip-erdogan"),
    ],
)
def test_part_of_a_name_finds_its_owner(query, first):
    assert first in [found.actor.id for found in search(query, limit=5)]


def test_type_and_country_narrow_the_search():
    assert {found.actor.type for found in search("zintan", limit=20)} > {"Place"}
    assert {found.actor.type for found in search("zintan", kind="ArmedGroup")} == {"ArmedGroup"}
    ministers = search("minister", kind="Person") + search("mohamed", country="egypt")
    assert {found.actor.country for found in search("mohamed", country="egypt")} == {"egypt"}
    assert ministers


def test_each_actor_is_listed_once_by_its_likest_name():
    found = search("Khalifa Hifter", limit=30)
    assert len({one.actor.id for one in found}) == len(found)
    assert found[0].name == "Khalifa Hifter"
    assert found[0].likeness == 100
    assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)


@pytest.mark.parametrize("query", ["", "???", "zzzzqqqq"])
def test_nothing_is_like_nonsense(query):
    assert search(query) == []
