"""Pronouns and descriptions: who they stand for."""

import pytest


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Khalifa Haftar landed in Cairo. He met Ahmed Aboul Gheit.", "khalifa-haftar meets ahmed-aboul-gheit"),
        ("Stephanie Williams met Khalifa Haftar. He criticised Turkey.", "khalifa-haftar criticizes turkey"),
        ("Khalifa Haftar met Stephanie Williams. She criticised Turkey.", "stephanie-williams criticizes turkey"),
        ("Stephanie Williams came early. Qatar criticised her.", "qatar criticizes stephanie-williams"),
        ("Egypt was patient for long. It backs the Libyan National Army.", "egypt backs libyan-national-army"),
        ("The House of Representatives came back. Qatar criticised it.", "qatar criticizes house-of-representatives"),
        ("The Misrata Brigades came back. Qatar armed them.", "qatar arms misrata-brigades"),
        ("Khalifa Haftar, whose army seized Derna, flew home.", "libyan-national-army captures derna"),
        ("Aguila Saleh, whose deputies Qatar criticised, flew home.", "qatar criticizes aguila-saleh"),
    ],
)
def test_pronoun_stands_for_who_was_named(text, triple, triples_of):
    assert triple in triples_of(text)


def test_they_stands_for_both_of_a_pair(triples_of):
    told = triples_of("Haftar and Sarraj dined alone. They criticised Turkey.")
    assert told == {"khalifa-haftar criticizes turkey", "fayez-al-sarraj criticizes turkey"}


def test_reflexive_is_the_subject_and_makes_no_claim(named_in, triples_of):
    text = "Aguila Saleh came early. Khalifa Haftar praised himself."
    assert ("himself", "khalifa-haftar") in named_in(text)
    assert triples_of(text) == set()


@pytest.mark.parametrize("name", ["Nawasi Brigade", "444 Brigade", "Wadi Zamzam Brigade"])
def test_the_brigade_is_the_one_named_before(name, named_in):
    text = f"The {name} left its base at dawn. Later the brigade attacked Italy."
    found = dict(named_in(text))
    assert found["brigade"] == found["its"] == found[name]


@pytest.mark.parametrize("both", ["the two leaders", "both men"])
def test_a_plural_takes_up_two(both, triples_of):
    told = triples_of(f"Khalifa Haftar and Fayez al-Sarraj came to Paris. Emmanuel Macron met {both}.")
    assert {"emmanuel-macron meets khalifa-haftar", "emmanuel-macron meets fayez-al-sarraj"} <= told


@pytest.mark.parametrize(
    "text", ['"My forces attacked Tripoli," Khalifa Haftar said.', "“My forces attacked Tripoli,” said Khalifa Haftar."]
)
def test_forces_of_a_speaker_are_those_he_leads(text, claims_of):
    (claim,) = claims_of(text)
    assert (claim.subject.id, claim.relation, claim.object.id) == ("libyan-national-army", "attacks", "tripoli")
    assert claim.attributed_to.id == "khalifa-haftar"


@pytest.mark.parametrize(
    ("office", "date", "holder"),
    [
        ("French president", "2010-03-01", "nicolas-sarkozy"),
        ("French president", "2013-03-01", "francois-hollande"),
        ("French president", "2018-03-01", "emmanuel-macron"),
        ("UN envoy", "2016-03-01", "martin-kobler"),
        ("UN envoy", "2019-03-01", "ghassan-salame"),
        ("prime minister of Italy", "2012-03-01", "mario-monti"),
        ("prime minister of Italy", "2019-03-01", "giuseppe-conte"),
    ],
)
def test_office_is_held_by_whoever_held_it_that_day(office, date, holder, triples_of):
    assert f"{holder} meets aguila-saleh" in triples_of(f"The {office} met Aguila Saleh.", date)


@pytest.mark.parametrize(
    ("seat", "date", "government"),
    [
        ("government in Tripoli", "2015-06-01", "national-salvation-government"),
        ("government in Tripoli", "2018-06-01", "government-of-national-accord"),
        ("Tripoli-based government", "2018-06-01", "government-of-national-accord"),
        ("government in Tripoli", "2023-06-01", "government-of-national-unity"),
        ("government in Tobruk", "2015-06-01", "interim-government"),
    ],
)
def test_government_is_the_one_seated_there_that_day(seat, date, government, triples_of):
    assert f"{government} criticizes egypt" in triples_of(f"The {seat} criticised Egypt.", date)
