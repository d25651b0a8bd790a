"""Finding names in a sentence and deciding who they mean."""

import pytest


@pytest.mark.parametrize(
    ("spelling", "actor"),
    [
        ("Khalifa Hifter", "khalifa-haftar"),
        ("Field Marshal Khalifa Heftar", "khalifa-haftar"),
        ("Faiez Serraj", "fayez-al-sarraj"),
        ("Fayez el-Serraj", "fayez-al-sarraj"),
        ("Moammar Gadhafi", "muammar-gaddafi"),
        ("Moamer Kadhafi", "muammar-gaddafi"),
        ("Ghassan Salamé", "ghassan-salame"),
        ("Ghassan Salame", "ghassan-salame"),
        ("ISIL", "islamic-state"),
        ("Daesh", "islamic-state"),
        ("Ansar al Shariah", "ansar-al-sharia"),
        ("The UN", "united-nations"),
    ],
)
def test_known_name_is_found_in_any_spelling(spelling, actor, triples_of):
    assert triples_of(f"{spelling} criticised Egypt.") == {f"{actor} criticizes egypt"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Abu Dujana Brigade", "ArmedGroup"),
        ("Jabal Nuqta Tribal Council", "PoliticalBody"),
        ("Wadi Zamzam Foundation", "Organization"),
        ("Ouled Hassan tribe", "Community"),
    ],
)
def test_unknown_name_takes_its_type_from_its_head(name, kind, claims_of):
    (claim,) = claims_of(f"Egypt backs the {name}.")
    assert (claim.object.label, claim.object.type, claim.object.mention) == (name, kind, name)
    assert claim.object.id == "x-" + name.casefold().replace(" ", "-")


def test_unknown_name_may_begin_with_a_known_one(named_in):
    assert named_in("Egypt armed the Qatar Star Brigade.") == [("Egypt", "egypt"), ("Qatar Star Brigade", "x-qatar-star-brigade")]


def test_unknown_person_is_known_by_title_or_given_name(claims_of):
    for name in ("Colonel Idris Madi", "Mustafa al-Zeidan"):
        (claim,) = claims_of(f"Qatar criticised {name}.")
        assert claim.object.type == "Person"
        assert claim.object.mention == name.removeprefix("Colonel ")


@pytest.mark.parametrize(
    ("compound", "triple"),
    [
        ("UN-backed Government of National Accord", "united-nations backs government-of-national-accord"),
        ("Qatar-funded Wadi Zamzam Brigade", "qatar funds x-wadi-zamzam-brigade"),
        ("pro-Haftar House of Representatives", "house-of-representatives backs khalifa-haftar"),
    ],
)
def test_name_in_a_hyphen_compound_is_found(compound, triple, triples_of):
    assert triple in triples_of(f"Italy criticised the {compound}.")


def test_no_name_runs_over_a_comma(named_in):
    assert named_in("Talks were held in Libya, Dawn fighters said.")[0] == ("Libya", "libya")
    assert named_in("Talks were held in Libya, Islamic State said.") == [("Libya", "libya"), ("Islamic State", "islamic-state")]
    listed = named_in("Italy met Ahmed Shalgam, Khalifa Haftar and Aguila Saleh.")
    assert listed[1:] == [
        ("Ahmed Shalgam", "x-ahmed-shalgam"),
        ("Khalifa Haftar", "khalifa-haftar"),
        ("Aguila Saleh", "aguila-saleh"),
    ]


def test_a_preposition_in_capital_and_small_letters_is_no_article_of_a_name(named_in):
    assert named_in("Haftar met Sarraj at Geneva.")[-1] == ("Geneva", "geneva")
    assert named_in("Egypt deployed troops to al-Jufra.")[-1] == ("al-Jufra", "jufra")


def test_acronym_means_what_the_article_defines(triples_of):
    text = "The Zamzam Rescue Committee ({0}) criticised Egypt. On Friday the {0} criticised Italy."
    expected = {"x-zamzam-rescue-committee criticizes egypt", "x-zamzam-rescue-committee criticizes italy"}
    assert triples_of(text.format("ZRC")) == expected
    assert triples_of(text.format("LNA")) == expected
    assert triples_of("The LNA criticised Italy.") == {"libyan-national-army criticizes italy"}


@pytest.mark.parametrize(
    ("full", "surname", "actor"),
    [
        ("Omar al-Hassi", "Hassi", "omar-al-hassi"),
        ("Mustafa al-Zeidan", "Zeidan", "x-mustafa-al-zeidan"),
        ("Colonel Idris Marwi", "Marwi", "x-idris-marwi"),
        ("Saddam Haftar", "Haftar", "saddam-haftar"),
    ],
)
def test_surname_goes_back_to_the_full_name_before_it(full, surname, actor, triples_of):
    assert triples_of(f"{full} thanked his host. Italy criticised {surname}.") == {f"italy criticizes {actor}"}


def test_bare_surname_means_the_best_known_bearer(triples_of):
    assert triples_of("Italy criticised Haftar.") == {"italy criticizes khalifa-haftar"}
    assert triples_of("Italy criticised Zeidan.") == {"italy criticizes ali-zeidan"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rome backs the Government of National Accord.", "italy"),
        ("Haftar criticised Rome.", "italy"),
        ("Talks between Rome and Haftar failed.", "italy"),
        ("Haftar met Sarraj in Rome.", "rome"),
        ("Haftar flew to Rome.", "rome"),
        ("Haftar visited Rome.", "rome"),
        ("Turkey criticised Sarraj at Rome.", "rome"),
    ],
)
def test_capital_is_a_state_or_a_place_by_its_role(text, actor, named_in):
    assert dict(named_in(text))["Rome"] == actor


def test_namesakes_stay_apart(triples_of):
    assert triples_of("Khaled Haftar met Khalifa Haftar.") == {"khaled-haftar meets khalifa-haftar"}
    assert triples_of("Khalifa Haftar criticised Khalifa al-Ghwell.") == {"khalifa-haftar criticizes khalifa-al-ghawil"}
    assert triples_of("Idris al-Senussi criticised Abdullah al-Senussi.") == {"x-idris-al-senussi criticizes abdullah-al-senussi"}
