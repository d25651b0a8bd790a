"""Phrases that parsers take for something else, and what they are once it is known which words are names of whom."""

from __future__ import annotations

from spacy.tokens import Token

from graph.actors.kinds import kinds_of_noun
from graph.actors.offices import title_words
from graph.extraction.reading import Reading
from graph.extraction.relations.lexicon import compounds

__all__ = ["is_person", "mend"]


def mend(token: Token, reading: Reading) -> None:
    """Mend the phrase that turns on a token, where there is something to mend."""
    if token.dep_ == "amod" and token.tag_ == "VBG":
        _take_object(token, reading)
    elif token.dep_ == "amod" and token.tag_ in ("VBD", "VBN"):
        _make_clause(token, reading)
    elif token.pos_ == "VERB" and token.lower_ in compounds()["suffixes"] and token.dep_ not in ("ROOT", "conj"):
        _make_compound(token, reading)
    elif token.pos_ == "VERB" and token.lower_ in title_words():
        _make_title(token, reading)
    elif token.dep_ == "pobj" and token.i in reading.names:
        _part_holder(token, reading)


def _make_compound(participle: Token, reading: Reading) -> None:
    """Read "between U.N. recognised GNA and": a compound without its hyphen, where the parser saw a clause."""
    if not 0 < participle.i < participle.sent.end - 1:
        return
    name, noun = participle.nbor(-1), participle.nbor(1)
    bare = name.i in reading.names and noun.i in reading.names and name.dep_ in ("pobj", "dobj", "conj", "appos", "attr")
    if not bare or any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in participle.children):
        return
    noun.head, noun.dep_ = name.head, name.dep_
    for other in [c for c in participle.children if c not in (name, noun)]:
        other.head = noun
    participle.head, participle.dep_, participle.tag_ = noun, "amod", "VBN"
    name.head, name.dep_ = participle, "npadvmod"


def _part_holder(person: Token, reading: Reading) -> None:
    """Read "the head of the Presidential Council Mohamed al-Menfi": the body behind "of", the person beside the title."""
    preposition = person.head
    title = preposition.head
    if preposition.dep_ != "prep" or title.lemma_.casefold() not in title_words() or not is_person(person, reading):
        return
    body = person.nbor(-1)
    if body.i not in reading.names or body.dep_ not in ("compound", "nmod", "poss") or is_person(body, reading):
        return
    body.head, body.dep_ = preposition, "pobj"
    person.head, person.dep_ = title, "appos"
    for child in [c for c in person.children if c.i < body.i]:
        child.head = body


def _take_object(gerund: Token, reading: Reading) -> None:
    """Read "denied arming Haftar" as a verb with its object, where the parser saw an adjective before a name."""
    name = gerund.head
    verb = name.head
    beside = name.i in (gerund.i + 1, gerund.i + 2) and gerund.i in (verb.i + 1, verb.i + 2)
    if name.i in reading.names and name.dep_ in ("dobj", "attr") and verb.pos_ == "VERB" and beside:
        gerund.pos_ = "VERB"
        gerund.dep_ = "xcomp"
        gerund.head = verb
        name.dep_ = "dobj"
        name.head = gerund


def _make_clause(verb: Token, reading: Reading) -> None:
    """Read "the army bombed militias" as a clause, where the parser saw only a noun with an adjective before it."""
    noun = verb.head
    subject = verb.nbor(-1) if verb.i > verb.sent.start else None
    if subject is None or subject.i not in reading.names or noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if any(t.pos_ == "AUX" or t.tag_ in ("VBZ", "VBP") for t in noun.children):
        return
    others = [c for c in noun.children if c.i < verb.i and c not in (verb, subject)]
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    subject.head, subject.dep_ = verb, "nsubj"
    noun.head, noun.dep_ = verb, "dobj"
    for other in others:
        other.head = subject if other.dep_ == "det" else verb


def _make_title(verb: Token, reading: Reading) -> None:
    """Read "LNA head Khalifa Haftar met ..." with a title, where the parser took "head" for the verb."""
    if not 0 < verb.i < len(verb.doc) - 1 or verb.tag_ not in ("VB", "VBP"):
        return
    body, person = verb.nbor(-1), verb.nbor(1)
    if body.i not in reading.names or not is_person(person, reading) or is_person(body, reading) is True:
        return
    clause = next((c for c in verb.children if c.i > person.i and c.pos_ == "VERB"), None)
    if clause is None or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return
    others = [c for c in verb.children if c not in (body, person, clause)]
    clause.head, clause.dep_ = (clause if verb.dep_ == "ROOT" else verb.head), verb.dep_
    person.head, person.dep_ = clause, "nsubj"
    verb.head, verb.dep_, verb.pos_, verb.tag_ = person, "compound", "NOUN", "NN"
    body.head, body.dep_ = verb, "compound"
    for other in others:
        other.head = clause


def is_person(noun: Token, reading: Reading) -> bool | None:
    """Tell whether a noun means a person; None where it may be people, or nobody can tell."""
    named = reading.at(noun)
    if named:
        kind = named[0].entity.type
        if kind == "Person":
            return True
        return None if kind in ("Community", "ArmedGroup") or named[0].kind == "adjective" else False
    word = noun.lemma_.casefold()
    if word in title_words():
        return True
    return False if kinds_of_noun(word) and noun.tag_ in ("NN", "NNP") else None
