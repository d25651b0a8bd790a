"""Polarity, modality and attribution, a dozen sentences for each way of saying. All sentences are invented."""

import pytest

NEGATED = [
    "Egypt has never armed the Libyan National Army.",
    "Neither Paris nor London arms the Libyan National Army.",
    "Russia neither arms the LNA nor trains it.",
    "Nor has Egypt armed the LNA.",
    "Turkey did not arm Libya Dawn, the House of Representatives or the LNA.",
    "The United States declined to arm the LNA.",
    "Algeria has refused to arm the LNA.",
    "Tunisia has yet to arm the LNA.",
    "NATO has ruled out arming the LNA.",
    "Malta avoided arming the LNA.",
    "Egypt has stopped arming the LNA.",
    "Russia will not arm the LNA.",
    "Russia would not arm the LNA.",
]
AFFIRMED = [
    "Turkey has not only armed the LNA but trained its police.",
    "Egypt has not stopped arming the LNA.",
    "Egypt did not arm the LNA until March 2015.",
    "Egypt began arming the LNA.",
    "Egypt has continued to arm the LNA.",
    "Egypt managed to arm the LNA.",
    "Egypt was able to arm the LNA.",
    "Jordan became the first country to arm the LNA.",
    "Why did Egypt arm the LNA?",
    "Residents said Egypt, which arms the LNA, had closed the border.",
    "Had Egypt not armed the LNA, the Islamic State would hold Derna.",
    "Egypt armed the LNA, but Turkey said it would respond.",
    "Egypt armed the LNA; residents said the convoy was long.",
]
POSSIBLE = [
    "Egypt threatened to arm the LNA.",
    "Egypt is to arm the LNA.",
    "Egypt is about to arm the LNA.",
    "Egypt is due to arm the LNA next week.",
    "Egypt agreed to arm the LNA.",
    "Egypt offered to arm the LNA.",
    "Egypt promised on Monday to arm the LNA.",
    "Qatar fears that Egypt may arm the LNA.",
    "Will Egypt arm the LNA?",
    "If Egypt arms the LNA, Algeria will close the border.",
    "Algeria will close the border once Egypt arms the LNA.",
    "The parliament authorised Egypt to arm the LNA.",
    "The panel could not say whether Egypt arms the LNA.",
    "Egypt declined to confirm that it had armed the LNA.",
    "Egypt would have armed the LNA.",
]
REPORTED = [
    ("Residents said Egypt armed the LNA.", None),
    ("Egypt armed the LNA, Aguila Saleh said.", "aguila-saleh"),
    ("Egypt, Aguila Saleh says, armed the LNA in the autumn.", "aguila-saleh"),
    ("As Aguila Saleh put it, Egypt arms the LNA.", "aguila-saleh"),
    ("According to Aguila Saleh, Egypt arms the LNA.", "aguila-saleh"),
    ("Qatar accused Egypt of arming the LNA.", "qatar"),
    ("Egypt is accused by Qatar of arming the LNA.", "qatar"),
    ("Egypt is believed to have armed the LNA.", None),
    ("Egypt allegedly armed the LNA.", None),
    ("It was reported on Monday that Egypt armed the LNA.", None),
    ("The report found that Egypt had armed the LNA.", None),
    ("“Egypt arms the Libyan National Army,” Aguila Saleh told reporters.", "aguila-saleh"),
    ("Qatar demanded that Egypt stop arming the LNA.", "qatar"),
    ("Ghassan Salame said Aguila Saleh had told him that Egypt arms the LNA.", "aguila-saleh"),
]
DENIED = [
    "Egypt denied arming the LNA.",
    "Egypt has repeatedly denied that it arms the LNA.",
    "Egypt denied planning to arm the LNA.",
    "Egypt, which denies arming the LNA, closed its consulate.",
    "Egypt rejected claims that it had armed the LNA.",
    "Egypt rejected as false a report that it had armed the LNA.",
    "Egypt denies accusations that it armed the LNA.",
    "Egypt dismissed reports that it was arming the LNA as baseless.",
    "Egypt insisted that it had not armed the LNA.",
]


@pytest.fixture(scope="module")
def arming(claims_of):
    """The polarity and modality of what a sentence says of arming the LNA, and who says it."""

    def find(text):
        found = [c for c in claims_of(text) if c.relation == "arms" and c.object.id == "libyan-national-army"]
        (standing,) = {(c.polarity, c.modality, c.attributed_to.id if c.attributed_to else None) for c in found}
        return standing

    return find


@pytest.mark.parametrize("text", NEGATED)
def test_negated(text, arming):
    assert arming(text)[0] == "negated"


@pytest.mark.parametrize("text", AFFIRMED)
def test_affirmed_and_asserted(text, arming):
    assert arming(text) == ("affirmed", "asserted", None)


@pytest.mark.parametrize("text", POSSIBLE)
def test_only_possible(text, arming):
    assert arming(text)[:2] == ("affirmed", "possible")


@pytest.mark.parametrize(("text", "speaker"), REPORTED)
def test_reported(text, speaker, arming):
    assert arming(text) == ("affirmed", "reported", speaker)


@pytest.mark.parametrize("text", DENIED)
def test_denied_by_who_is_charged(text, arming):
    assert arming(text) == ("negated", "reported", "egypt")


@pytest.mark.parametrize(
    ("text", "relation", "modality"),
    [
        ("Prime Minister Fayez al-Sarraj said the fighting would go on.", "leads", "asserted"),
        ("The Arab League condemned the LNA's attack on Tarhuna.", "attacks", "asserted"),
        ("The United Nations urged Haftar to halt his attack on Tripoli.", "attacks", "asserted"),
        ("Haftar's alleged attack on Tarhuna drew criticism.", "attacks", "reported"),
        ("Reports of an LNA attack on Tarhuna reached the capital.", "attacks", "reported"),
        ("Egypt threatened an attack on Derna.", "attacks", "possible"),
        ("A possible attack by Haftar on Tripoli worries the United Nations.", "attacks", "possible"),
        ("Emmanuel Macron called for talks between Haftar and Sarraj.", "meets", "possible"),
        ("Haftar flew to Cairo to meet Sisi.", "meets", "asserted"),
        ("Haftar will fly to Cairo to meet Sisi.", "meets", "possible"),
        ("Sisi said he condemned the GNA for the raid.", "criticizes", "asserted"),
        ("Turkey to send troops to Libya, Erdogan says", "deploysTo", "possible"),
    ],
)
def test_acts_named_by_nouns_and_acts_of_saying(text, relation, modality, claims_of):
    found = {(c.polarity, c.modality) for c in claims_of(text) if c.relation == relation}
    assert found == {("affirmed", modality)}


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("Egypt backs Haftar; so does Russia.", "russia backs khalifa-haftar"),
        ("Egypt backs Haftar, as does Russia.", "russia backs khalifa-haftar"),
        ("Egypt backs Haftar. So does Russia.", "russia backs khalifa-haftar"),
        ("Egypt backs Haftar, and Russia does too.", "russia backs khalifa-haftar"),
        ("Egypt does not back Haftar; nor does Russia.", "not russia backs khalifa-haftar"),
        ("Egypt does not back Haftar, and neither does Russia.", "not russia backs khalifa-haftar"),
        ("Egypt backs Haftar, unlike Turkey, which does not.", "not turkey backs khalifa-haftar"),
    ],
)
def test_echo_repeats_the_clause_before_it(text, echo, triples_of):
    assert echo in triples_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt asked Russia and Qatar to back Haftar and Turkey to do likewise.",
        "Haftar would come if Egypt did.",
        "Egypt, whose army Haftar met, closed the border, as Russia did not.",
        "Italy did its best.",
    ],
)
def test_no_echo_of_another_clause(text, claims_of):
    assert not [c for c in claims_of(text) if c.rule.startswith("echo")]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Qatar accused Egypt of arming the LNA. Cairo denies this.", True),
        ("Qatar accused Egypt of arming the LNA, a charge that Cairo rejects.", True),
        ("Qatar accused Egypt of arming the LNA, which Cairo denies.", True),
        ("Qatar says Egypt armed the LNA, an accusation Cairo has called baseless.", True),
        ("Egypt arms the LNA. Cairo denies this.", False),
        ("Qatar accused Egypt of arming the LNA. Tunisia denies this.", False),
        ("Qatar accused Egypt of arming the LNA. Cairo did not deny this.", False),
    ],
)
def test_denial_of_what_was_said_before(text, negated, triples_of):
    assert ("not egypt arms libyan-national-army" in triples_of(text)) == negated


def test_support_withdrawn_is_not_given(triples_of):
    assert triples_of("Egypt withdrew its support for the GNA.") == {"not egypt backs government-of-national-accord"}
