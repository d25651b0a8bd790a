"""Spellings of one name agree, those of different names do not."""

import pytest

from graph.actors.names import fold, key
from graph.actors.spelling import skeleton, spelled_alike, worded_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abdulhameed al-Dabeiba", "Abdel Hamid Dbeibah"),
        ("Muammar Qaddafi", "Moammar al-Gadhafi"),
        ("Khalifa Haftar", "Khaleefa Hafter"),
        ("Essam Buzriba", "Issam Bouzriba"),
        ("Naji Abu Zwaida", "Naji Bouzwaida"),
        ("Sadik Elkaber", "Saddek al-Kabir"),
        ("Abdulrahman Asswehly", "Abd al-Rahman al-Swehli"),
        ("Saif al-Islam", "Seif el-Islam"),
        ("Abdessalam Jalloud", "Abd al-Salam Jallud"),
        ("Mehdi Barghathi", "al-Mahdi al-Barghathi"),
    ],
)
def test_spellings_of_one_name_agree(one, other):
    assert skeleton(one) == skeleton(other)
    assert spelled_alike(one, other)
    assert spelled_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahmed Gaddafi", "Mohammed Gaddafi"),
        ("Hassan Ziglam", "Hussein Ziglam"),
        ("Mahmoud al-Menfi", "Mohamed al-Menfi"),
        ("Fawzi al-Sarraj", "Fayez al-Sarraj"),
        ("Osama Hammad", "Hussam Hammad"),
        ("Younis Bukhamada", "Wanis Bukhamada"),
        ("Said al-Kabir", "Sadiq al-Kabir"),
        ("US House of Representatives", "House of Representatives"),
        ("Khalifa", "Khalifa Haftar"),
        ("Aguila Saleh", "Aguila Salah"),
        ("Salem al-Barghathi", "Salam al-Barghathi"),
    ],
)
def test_different_names_do_not(one, other):
    assert not spelled_alike(one, other)
    assert not spelled_alike(other, one)


def test_names_are_compared_without_case_marks_and_articles():
    assert fold("Al-Ǧazā’irī") == fold("AL ǦAZA'IRI") == "al gazairi"
    assert key("the Élysée’s") == ("elysee",)
    assert key("Al") == ("al",)
    assert fold("") == skeleton("") == ""
    assert key("…") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("444th Combat Brigade", "Combat Battalion 444"),
        ("Petroleum Facilities Guards", "the Petroleum Facilities Guard"),
        ("Libyan Organisation for Defence Reform", "Defense Reform Organization of Libya"),
        ("كتيبة النواصي", "قوة النواصي"),
        ("جهاز الدعم والاستقرار", "جهاز دعم الاستقرار"),
    ],
)
def test_wordings_of_one_body_agree(one, other):
    assert worded_alike(one, other, "ArmedGroup")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("444 Brigade", "4 Brigade"),
        ("55th Brigade", "5th Brigade"),
        ("Libyan Force", "Tripoli Force"),
        ("High Council", "High State Council"),
    ],
)
def test_wordings_of_two_bodies_do_not(one, other):
    assert not worded_alike(one, other, "ArmedGroup")


def test_elided_and_foreign_articles_are_no_part_of_a_name():
    assert key("l'Armée nationale libyenne") == ("armee", "nationale", "libyenne")
    assert key("Il Governo dell'Est") == ("governo", "est")
    assert key("D'Alema") == ("dalema",)
