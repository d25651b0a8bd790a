"""The name that stands beside a title between commas, whatever the parser made of it."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.coreference.words import names_person, patterns
from graph.extraction.reading import Reading
from graph.model import Mention

__all__ = ["name_beside"]

_BREAKS = ("VERB", "AUX")


def name_beside(title: Token, reading: Reading) -> Mention | None:
    """Return the person a title's phrase stands beside.

    "Susan Rice, the U.S. ambassador, met"; "the head of the UN mission, Martin Kobler, said"; "Khaled al-Mishri, until
    recently head of".
    """
    if not names_person(title.lemma_.casefold()):
        return None
    token = _right_before(title, reading) or _after_comma(title, reading) or _after_phrase(title, reading)
    token = token or _before_comma(title, reading)
    if token is None:
        return None
    person = reading.at(token)[0]
    return reading.mention_of(token, person.entity, "name", person.score)


def _is_other_title(token: Token) -> bool:
    """Whether a word before the comma is who bears the name behind it: "the brother of the bomber, Salman Abedi"."""
    noun = token.lemma_.casefold()
    person = names_person(noun) or noun in patterns()["people"]
    return person and token.pos_ == "NOUN" and token.dep_ not in ("compound", "amod")


def _person(token: Token, reading: Reading) -> bool:
    named = reading.at(token)
    return bool(named) and token.i in reading.names and named[0].entity.type == "Person"


def _right_before(title: Token, reading: Reading) -> Token | None:
    if any(c.tag_ == "WP$" for c in title.children):
        return None  # "Buzriba, whose brother sits"
    comma = title.left_edge.i - 1
    if comma < title.sent.start + 1 or title.doc[comma].text != "," or not _person(title.doc[comma - 1], reading):
        return None
    return title.doc[comma - 1] if _closed_off(title) else None


def _closed_off(title: Token) -> bool:
    after = max(t.i for t in title.subtree if t.i < title.sent.end) + 1
    return any(t.text in (",", ".", ";", ")") for t in title.doc[after - 1 : after + 1])


def _after_comma(title: Token, reading: Reading) -> Token | None:
    doc, end = title.doc, title.sent.end
    for other in doc[title.i + 1 : min(title.i + 10, end - 1)]:
        participle = other.tag_ == "VBN" and other.nbor(-1).text == "-"
        if (other.pos_ in (*_BREAKS, "CCONJ") and not participle) or other.text in (";", "(") or _is_other_title(other):
            return None
        if other.text == ",":
            name = next((t for t in doc[other.i + 1 : other.i + 4] if t.i in reading.names), None)
            if name is None or any(t.pos_ not in ("PROPN", "NOUN", "ADJ") for t in doc[other.i + 1 : name.i]):
                return None
            closed = name.i + 1 >= end or doc[name.i + 1].text in (",", ".", ";", ")")
            return name if closed and _person(name, reading) else None
    return None


def _after_phrase(title: Token, reading: Reading) -> Token | None:
    """ "Speaker of the House of Representatives Aguila Saleh": the name right behind the title and its "of"."""
    if title.i + 1 >= title.sent.end or title.nbor(1).lower_ != "of":
        return None
    inside = False
    for other in title.doc[title.i + 2 : min(title.i + 8, title.sent.end)]:
        if other.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
            return None
        if _person(other, reading):
            return other if inside else None  # "an aide of Sarraj" is not he
        inside = inside or bool(reading.at(other)) or other.pos_ in ("NOUN", "PROPN")
    return None


def _before_comma(title: Token, reading: Reading) -> Token | None:
    for other in reversed(list(title.doc[max(title.sent.start + 1, title.i - 7) : title.i])):
        if other.text == ",":
            name = title.doc[other.i - 1]
            return name if _person(name, reading) else None
        if other.pos_ in (*_BREAKS, "PUNCT", "CCONJ", "SCONJ") or other.i in reading.names or _leads_away(other):
            return None
    return None


def _leads_away(token: Token) -> bool:
    """Whether the title belongs to another noun of the apposition: "a warlord close to the head of"."""
    return token.pos_ == "ADP" and token.lower_ in ("to", "of", "for", "with", "by", "from", "under")
