"""What an article calls its persons: titles and nouns beside a name, by which later sentences take the person up."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.actors import base
from graph.actors.offices import normal_title, title_words
from graph.extraction.coreference.words import patterns
from graph.extraction.reading import Reading
from graph.extraction.relations.syntax import children
from graph.model import Entity, Mention

__all__ = ["note_titles", "spoken_for"]

_FARTHEST = 5


def note_titles(token: Token, mention: Mention, reading: Reading) -> None:
    """Keep the nouns that stand right before a person's name or explain it: "General Younes", "Taher, a trader"."""
    if mention.entity.type != "Person":
        return
    if token.i in reading.names:
        words = [*_before(token, reading), *_about(token)]
        for noun in (token.head, *children(token, "appos")):
            _note_post(noun, mention, reading)
    elif mention.kind == "description" and token.pos_ == "NOUN":
        words = [_worded(token)]
        _note_post(token, mention, reading)
    else:
        return
    known = reading.titles.setdefault(mention.entity.id, set())
    for phrase in words:
        known.update(_wordings(phrase))
    for gender, titles in patterns()["gendered"].items():
        if not known.isdisjoint(titles):
            reading.genders.setdefault(mention.entity.id, gender)


def spoken_for(person: Mention, reading: Reading) -> Entity | None:
    """Return the body for which a person speaks: the one named with the title, else the one of the only office held then."""
    if person.entity.id in reading.posts:
        return reading.posts[person.entity.id]
    actor = base().get(person.entity.id)
    roles = [r for r in actor.roles if r.covers(reading.article.date) and r.relation != "memberOf"] if actor else []
    bodies = {r.body: body.entity for r in roles if (body := base().get(r.body)) is not None}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _note_post(noun: Token, person: Mention, reading: Reading) -> None:
    """Keep the body of an office that stands with a person's name: "the LNA's spokesman, Ahmed al-Mismari"."""
    if noun.lemma_.casefold() in title_words():
        for inside in children(noun, "poss", "compound", "nmod", "amod"):
            for mention in reading.at(inside):
                if mention.entity.type not in ("Person", "Place"):
                    reading.posts.setdefault(person.entity.id, mention.entity)


def _before(token: Token, reading: Reading) -> Iterator[str]:
    found: list[str] = []
    for left in reversed(list(token.doc[max(token.sent.start, token.i - _FARTHEST) : token.i])):
        if left.i in reading.names or left.pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
        found.insert(0, left.lemma_.casefold().rstrip("."))
    if found:
        yield " ".join(found)


def _about(token: Token) -> Iterator[str]:
    yield from (_worded(c) for c in children(token, "appos") if c.pos_ == "NOUN")
    if token.dep_ in ("appos", "nsubj") and token.head.pos_ == "NOUN":
        yield _worded(token.head)
    if token.dep_ == "nsubj" and token.head.lemma_ in ("be", "become"):
        yield from (_worded(c) for c in children(token.head, "attr") if c.pos_ == "NOUN")


def _worded(noun: Token) -> str:
    """A noun with the common words right before it: "interior minister"."""
    words = [c.lower_ for c in children(noun, "compound", "amod") if c.i < noun.i and c.pos_ != "PROPN"]
    return " ".join([*words, noun.lemma_.casefold()])


def _wordings(phrase: str) -> Iterator[str]:
    """The ways to take a title up: whole, and without its first words; of a deputy never without that word."""
    words = phrase.split()
    for start in range(len(words)):
        yield " ".join(words[start:])
        yield normal_title(" ".join(words[start:]))
        if words[start] in patterns()["seconds"]:
            yield words[start]
            return
