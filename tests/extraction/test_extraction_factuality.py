"""Polarity, modality and attribution of a claim."""

import pytest

ACCORD = "the Government of National Accord"


@pytest.fixture(scope="module")
def arming(claims_of):
    """The one claim that Turkey arms the GNA."""

    def find(text):
        (claim,) = [c for c in claims_of(text) if c.relation == "arms"]
        assert (claim.subject.id, claim.object.id) == ("turkey", "government-of-national-accord")
        return claim

    return find


@pytest.mark.parametrize(
    "text",
    [
        f"Turkey has not armed {ACCORD}.",
        f"Turkey isn't arming {ACCORD}.",
        f"Turkey never armed {ACCORD}.",
        f"Turkey no longer arms {ACCORD}.",
        f"Turkey refuses to arm {ACCORD}.",
        f"Turkey stopped arming {ACCORD}.",
    ],
)
def test_negated(text, arming):
    claim = arming(text)
    assert (claim.polarity, claim.modality, claim.direct) == ("negated", "asserted", False)


def test_neither_nor_negates_both(triples_of):
    assert triples_of(f"Neither Turkey nor Qatar arms {ACCORD}.") == {
        "not turkey arms government-of-national-accord",
        "not qatar arms government-of-national-accord",
    }
    assert triples_of(f"Turkey armed neither {ACCORD} nor Libya Dawn.") == {
        "not turkey arms government-of-national-accord",
        "not turkey arms libya-dawn",
    }


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        (f"Turkey denied arming {ACCORD}.", "turkey"),
        (f"Turkey has denied that it armed {ACCORD}.", "turkey"),
        (f"Aguila Saleh denied that Turkey arms {ACCORD}.", "aguila-saleh"),
    ],
)
def test_denied_is_negated_by_who_denies(text, denier, arming):
    claim = arming(text)
    assert (claim.polarity, claim.modality, claim.attributed_to.id) == ("negated", "reported", denier)


@pytest.mark.parametrize(
    "text",
    [
        f"Turkey planned to arm {ACCORD}.",
        f"Turkey plans to arm {ACCORD}.",
        f"Turkey threatened to arm {ACCORD}.",
        f"Turkey may arm {ACCORD}.",
        f"Turkey will arm {ACCORD}.",
        f"If Turkey arms {ACCORD}, oil prices will rise.",
    ],
)
def test_planned_feared_or_conditional_is_possible(text, arming):
    claim = arming(text)
    assert (claim.polarity, claim.modality, claim.direct) == ("affirmed", "possible", False)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (f"Aguila Saleh said that Turkey arms {ACCORD}.", "aguila-saleh", "Aguila Saleh"),
        (f"Turkey arms {ACCORD}, Aguila Saleh said.", "aguila-saleh", "Aguila Saleh"),
        (f'"Turkey arms {ACCORD}," said Aguila Saleh.', "aguila-saleh", "Aguila Saleh"),
        (f"“Turkey arms {ACCORD},” Aguila Saleh told reporters.", "aguila-saleh", "Aguila Saleh"),
        (f"Officials in Cairo say Turkey arms {ACCORD}.", None, "Officials in Cairo"),
    ],
)
def test_what_somebody_says_is_reported_by_the_speaker(text, speaker, words, arming):
    claim = arming(text)
    assert (claim.polarity, claim.modality, claim.direct) == ("affirmed", "reported", True)
    assert (claim.attributed_to.id, claim.attributed_to.text) == (speaker, words)


def test_speaker_goes_on_in_the_next_quotation(claims_of):
    told = claims_of("“Turkey arms the Nawasi Brigade,” said Ghassan Salame. “Qatar funds Libya Dawn.”")
    assert [(c.relation, c.attributed_to.id) for c in told] == [("arms", "ghassan-salame"), ("funds", "ghassan-salame")]


def test_hearsay_is_reported_by_nobody_known(arming):
    claim = arming(f"Turkey reportedly armed {ACCORD}.")
    assert (claim.modality, claim.attributed_to) == ("reported", None)


def test_negation_in_what_is_said_stays(arming):
    claim = arming(f"Aguila Saleh claimed that Turkey does not arm {ACCORD}.")
    assert (claim.polarity, claim.modality, claim.attributed_to.id) == ("negated", "reported", "aguila-saleh")


def test_plain_statement_is_asserted(arming):
    claim = arming(f"Turkey arms {ACCORD}.")
    assert (claim.polarity, claim.modality, claim.attributed_to, claim.direct) == ("affirmed", "asserted", None, True)
