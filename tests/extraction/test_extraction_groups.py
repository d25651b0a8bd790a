"""Names far from the base: groups that a proper modifier names, organs of foreign states, and words that are no names."""

import pytest

GROUPS = {
    "Rwandan rebels fought Uganda.": "x-rwandan-rebels fights uganda",
    "Venezuela's opposition criticized Brazil.": "x-venezuelan-opposition criticizes brazil",
    "The Syrian opposition criticized Iran.": "x-syrian-opposition criticizes iran",
    "Iran criticized the opposition in Zimbabwe.": "iran criticizes x-zimbabwean-opposition",
    "Rebels in the Ivory Coast fought France.": "x-ivorian-rebels fights france",
    "Turkey met with Syrian opposition leaders.": "turkey meets x-syrian-opposition",
    "Colombian guerrilla commanders criticized Peru.": "x-colombian-guerrillas criticizes peru",
    "Pakistan backs Afghan militants.": "pakistan backs x-afghan-militants",
    "The pro-Russian separatists fought Ukraine.": "x-pro-russian-separatists fights ukraine",
    "Israel criticized Palestinian protesters.": "israel criticizes x-palestinian-protesters",
}
OWN_BODY = {
    "Hamas gunmen fought Israel.": "hamas fights israel",
    "Islamic State militants fought Iraq.": "islamic-state fights iraq",
    "Gunmen of the Taliban fought Pakistan.": "taliban fights pakistan",
    "Kurdish fighters fought Turkey.": "kurds fights turkey",
    "Turkish soldiers fought Egypt.": "turkish-armed-forces fights egypt",
    "Iranian officials criticized Chad.": "iran criticizes chad",
    "Chadian rebels fought Niger.": "chadian-fighters-in-libya fights niger",
}


@pytest.mark.parametrize(("text", "triple"), GROUPS.items())
def test_group_named_by_a_modifier_is_nobody_else(text, triple, triples_of):
    assert triple in triples_of(text)
    assert not {found for found in triples_of(text) if found.startswith(("rwanda ", "syria ", "ivory-coast ", "colombia "))}


@pytest.mark.parametrize(("text", "triple"), OWN_BODY.items())
def test_people_of_a_body_or_state_stand_for_it(text, triple, triples_of):
    assert triples_of(text) == {triple}


def test_each_of_several_modifiers_names_a_group(triples_of):
    assert triples_of("Afghan rebels and Uzbek militants fought Russia.") == {
        "x-afghan-rebels fights russia",
        "x-uzbek-militants fights russia",
    }


def test_group_is_told_with_all_its_words(claims_of):
    (claim,) = claims_of("Turkey met with Syrian opposition leaders.")
    assert (claim.object.mention, claim.object.label, claim.object.type) == (
        "Syrian opposition leaders",
        "Syrian opposition",
        "PoliticalBody",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Militants fought Egypt.",
        "A Tunisian militant criticized France.",
        "The rebel leader criticized Egypt.",
        "Protesters criticized Egypt.",
        "Libyan militants fought Egypt.",
        "Anti-Taliban fighters fought Pakistan.",
    ],
)
def test_group_without_a_modifier_of_its_own_stays_nobody(text, claims_of):
    assert claims_of(text) == []


def test_backer_before_a_hyphen_is_not_whose_group_it_is(triples_of):
    assert triples_of("Turkish-backed Syrian rebels fought Iran.") == {
        "turkey backs x-syrian-rebels",
        "x-syrian-rebels fights iran",
    }


@pytest.mark.parametrize(
    ("organ", "state"),
    [
        ("Nigerian Interior Ministry", "nigeria"),
        ("Parliament of Ghana", "ghana"),
        ("Government of Iraq", "iraq"),
        ("Federal Government of Somalia", "somalia"),
        ("Iraqi Ministry of Culture", "iraq"),
        ("United States Department of the Treasury", "united-states"),
        ("US House of Representatives", "united-states"),
        ("Sri Lankan Navy", "sri-lanka"),
        ("Kenyan Supreme Court", "kenya"),
        ("Ukrainian Security Service", "ukraine"),
        ("Chinese Embassy", "china"),
    ],
)
def test_organ_of_a_foreign_state_stands_for_it(organ, state, triples_of):
    assert triples_of(f"The {organ} criticized Chad.") == {f"{state} criticizes chad"}


@pytest.mark.parametrize(
    ("body", "actor"),
    [
        ("Kosovo Liberation Army", "kosovo-liberation-army"),
        ("Syrian National Council", "x-syrian-national-council"),
        ("Libyan Interior Ministry", "libyan-interior-ministry"),
        ("House of Representatives", "house-of-representatives"),
        ("Turkey-backed Government of National Accord", "government-of-national-accord"),
        ("Oromo Liberation Army", "x-oromo-liberation-army"),
    ],
)
def test_what_is_no_organ_of_a_foreign_state_keeps_its_name(body, actor, triples_of):
    assert f"{actor} criticizes chad" in triples_of(f"The {body} criticized Chad.")


def test_nobody_leads_a_state_by_leading_its_army(triples_of):
    assert triples_of("General Buhari Musa, chief of the Nigerian Army, criticized Niger.") == {
        "x-buhari-musa leads x-nigerian-army",
        "x-buhari-musa criticizes niger",
    }


def test_acronym_is_read_by_the_initials_of_a_name_before_it(triples_of):
    text = "The Tibesti Tribal Military Council fought Niger. Turkey armed the TTMC."
    assert triples_of(text) == {
        "x-tibesti-tribal-military-council fights niger",
        "turkey arms x-tibesti-tribal-military-council",
    }
    assert triples_of("The Tibesti Tribal Council fought Niger. Turkey armed the XYZ Brigade.") == {
        "x-tibesti-tribal-council fights niger",
        "turkey arms x-xyz-brigade",
    }


@pytest.mark.parametrize(
    "text",
    [
        "France bombed Dabiqa.",
        "France bombed the town of Dabiqa.",
        "France bombed the port of Dabiqa.",
    ],
)
def test_unknown_name_where_a_place_stands_is_a_place(text, claims_of):
    (claim,) = claims_of(text)
    assert (claim.object.label, claim.object.type) == ("Dabiqa", "Place")


@pytest.mark.parametrize(
    "words",
    [
        "156 people",
        "Six brigades",
        "Security forces",
        "Opposition groups",
        "Rafales",
        "Haftar's camp",
        "Gunfire",
        "Smugglers",
        "28 tribes",
        "Rockets",
    ],
)
def test_number_weapon_or_common_noun_makes_no_name(words, named_in):
    text = f"{words} alarmed Egypt."
    assert [found for found in named_in(text) if found[1].startswith("x-")] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Briefing the Council of Kufra, he criticized Egypt.", "Council of Kufra"),
        ("Rebels in the Kadugli District criticized Egypt.", "Kadugli District"),
        ("Turkey armed the Islamic Youth Movement.", "Islamic Youth Movement"),
        ("Turkey armed the Western Desert Brigade.", "Western Desert Brigade"),
        ("Turkey armed the 444 brigade.", "444 brigade"),
        ("Turkey armed Dabbashi's brigade.", "Dabbashi's brigade"),
    ],
)
def test_name_begins_and_ends_where_it_does(text, name, named_in):
    assert name in {words for words, _ in named_in(text)}


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Palestinian Liberation Organization", "palestine-liberation-organization"),
        ("Hizbollah", "hezbollah"),
        ("PKK", "kurdistan-workers-party"),
        ("Tamil Tigers", "liberation-tigers-of-tamil-eelam"),
        ("Khmer Rouge", "khmer-rouge"),
        ("Bosnian Serbs", "bosnian-serbs"),
        ("Soviet Union", "soviet-union"),
        ("Global Coalition", "global-coalition-against-daesh"),
        ("Houthi rebels", "houthis"),
        ("OSCE", "osce"),
        ("Kurdish Peshmerga", "peshmerga"),
        ("Syrian Democratic Forces", "syrian-democratic-forces"),
    ],
)
def test_actor_of_other_conflicts_is_known(name, actor, triples_of):
    assert triples_of(f"The {name} criticized Chad.") == {f"{actor} criticizes chad"}
