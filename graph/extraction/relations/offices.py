"""Offices: "LNA spokesman Ahmed al-Mismari", "Fathi Bashagha, the former interior minister", "X is chairman of Y"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graph.actors import base
from graph.actors.offices import is_former, leads_states, normal_title, relation_of_title, title_words
from graph.actors.resolver import settle
from graph.extraction.coreference.beside import name_beside
from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import denote, denote_all, led_by, stated_loyalty
from graph.extraction.relations.lexicon import Frame, classes
from graph.extraction.relations.matching import allowed
from graph.extraction.relations.roles import role_tokens
from graph.extraction.relations.syntax import children, prepositional
from graph.model import Mention

__all__ = ["by_office"]

_BODY_PREPOSITIONS = ("of", "for", "in", "to", "at", "from")


def by_office(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield the office a title noun gives a person, in the body its phrase names, or the base knows for that date."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.lemma_.casefold() not in title_words() or token.i in reading.names:
        return
    title = _title(token, reading)
    relation = relation_of_title(title)
    if relation is None:
        return
    persons = [m for m in _holders(token, reading) if m.entity.type == "Person"]
    for person in persons:
        for body in _bodies(token, title, relation, person, reading):
            yield from _finding(token, title, relation, person, body)


def _finding(token: Token, title: str, relation: str, person: Mention, body: Mention) -> Iterator[Finding]:
    frame = Frame(relation, "office")
    if relation == "leads" and body.entity.type == "State" and not leads_states(title):
        return
    if allowed(body, frame, "object") and body.entity.id != person.entity.id:
        yield Finding(
            relation,
            person,
            body,
            token,
            f"office:{relation}:{token.lemma_.casefold()}",
            role=title,
            ended=any(is_former(word) for word in title.split()),
        )


def _title(token: Token, reading: Reading) -> str:
    """Return the words of a title before and with its head, names left out."""
    words: list[str] = []
    for left in reversed(list(token.doc[max(token.sent.start, token.i - 5) : token.i])):
        if left.i in reading.names or left.pos_ not in ("ADJ", "NOUN", "PROPN", "VERB") or left.text == ",":
            if left.text == "-":
                continue
            break
        if left.dep_ in ("nsubj", "ROOT", "dobj", "pobj") or (left.tag_ == "VBN" and left.i and left.nbor(-1).text == "-"):
            break
        words.insert(0, left.lower_)
    behind = [f"of {t.lower_}" for t in prepositional(token, "of") if t.lower_ in ("staff", "state")]
    if token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and token.nbor(2).lower_ in ("general", "elect"):
        return " ".join([*words, f"{token.lower_}-{token.nbor(2).lower_}"])
    return " ".join([*words, token.lower_, *behind])


def _holders(token: Token, reading: Reading) -> list[Mention]:
    """Return who holds the office: the name right behind it or beside it, or whom it describes."""
    behind = _name_behind(token, reading)
    if behind is not None:
        return list(reading.at(behind))
    beside = name_beside(token, reading)
    if beside is not None:
        return [beside]
    return denote_all(role_tokens(token, "self"), reading) or list(reading.at(token))


def _name_behind(token: Token, reading: Reading) -> Token | None:
    """ "Defence Minister Roberta Pinotti": a person's name that follows with only title words between."""
    for other in token.doc[token.i + 1 : token.i + 4]:
        named = reading.at(other)
        if named and other.i in reading.names and named[0].entity.type == "Person":
            return other
        if other.lower_ not in title_words() and not (other.text[:1].isupper() and other.pos_ == "PROPN"):
            return None
    return None


def _bodies(token: Token, title: str, relation: str, person: Mention, reading: Reading) -> list[Mention]:
    sent = token.lemma_.casefold() in classes()["sent_abroad"]
    behind = [t for p in _BODY_PREPOSITIONS[: 1 if sent else None] for t in prepositional(token, p)]
    behind = [t for t in behind if t.lower_ not in ("staff", "state")]
    ahead = [children(token, "poss"), _before(token, reading)]
    if described := _described_before(token, reading):
        return described
    for group in [*ahead, behind] if sent else [behind, *ahead]:
        found = [b for m in _stated(group, reading) if (b := _as_body(m, person, reading)) is not None]
        if found:
            return found if relation != "leads" or len(found) == 1 else found[:2]
    return _known_body(token, title, person, reading)


def _described_before(token: Token, reading: Reading) -> list[Mention]:
    """The body that a description before the title means on the article's date: "unity government leader"."""
    left = token.nbor(-1) if token.i > token.sent.start else None
    phrases = reading.phrases.get(left.i, ()) if left is not None else ()
    known = settle([alias for alias in phrases if " " in alias.text], reading.article.date)
    if left is None or len(known) != 1 or known[0][0].type == "Person":
        return []
    return [reading.mention_of(left, known[0][0].entity, "description", 0.85)]


def _stated(tokens: Iterable[Token], reading: Reading) -> list[Mention]:
    found: list[Mention] = []
    for token in tokens:
        if not stated_loyalty(token):
            bodies = [m for m in denote(token, reading) if m.entity.type != "Person" or token.dep_ == "poss"]
            found += list(reading.at(token)) or bodies or _inside(token, reading)
    return found


def _inside(token: Token, reading: Reading) -> list[Mention]:
    """A body without a name of its own stands for the named one around it: "the energy committee of the Congress"."""
    below = [*children(token, "poss", "amod", "compound", "nmod"), *prepositional(token, "of"), *prepositional(token, "in")]
    return [m for t in below for m in reading.at(t)]


def _before(token: Token, reading: Reading) -> list[Token]:
    """Names before the title, inside its phrase: "Italian Defence Minister", "LNA spokesman", "UN envoy"."""
    for left in reversed(list(token.doc[max(token.sent.start, token.i - 6) : token.i])):
        if left.i in reading.names and left.nbor(1).text == "-":
            continue  # "UN-backed premier": no premier of the UN
        if left.i in reading.names and left.dep_ in ("amod", "compound", "nmod", "poss", "npadvmod", "nsubj", "dep", "appos"):
            return [left]
        participle = left.tag_ == "VBN" and left.dep_ in ("amod", "compound")
        if left.pos_ not in ("ADJ", "NOUN", "PROPN", "PART") and left.text != "-" and not participle:
            break
    return []


def _as_body(mention: Mention, person: Mention, reading: Reading) -> Mention | None:
    """ "His defence minister" serves in what he leads."""
    entity = mention.entity
    if entity.id == person.entity.id:
        return None
    if entity.type == "Person":
        led = led_by(entity, ("State", "Government", "PoliticalBody", "ArmedGroup"), reading)
        return mention.model_copy(update={"entity": led}) if led is not None else mention
    if entity.type == "Place":
        return None
    return mention


def _known_body(token: Token, title: str, person: Mention, reading: Reading) -> list[Mention]:
    """Where the text leaves the body out ("Prime Minister Ali Zeidan"), the base may know it for the article's date."""
    actor = base().get(person.entity.id)
    if actor is None:
        return []
    wanted, former = normal_title(title), any(is_former(word) for word in title.split())
    held = [role for role in actor.roles if normal_title(role.title) == wanted]
    now = [role for role in held if former or role.covers(reading.article.date, slack=30)]
    bodies = {body.id: body for role in now if (body := base().get(role.body))}
    if len(bodies) != 1:
        return []
    return [reading.mention_of(token, next(iter(bodies.values())).entity, "description", 0.85)]
