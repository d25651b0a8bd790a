"""Definite descriptions in a sentence: by office and date, by seat, or taking up an earlier mention."""

from __future__ import annotations

from spacy.tokens import Token

from graph.actors import Actor, base
from graph.actors.describe import bodies_of, is_called, seat_of
from graph.actors.kinds import kinds_of_noun
from graph.actors.names import key
from graph.actors.offices import holders, home, is_former, plain_noun, region_of, relation_of_title, title_words
from graph.actors.resolver import settle
from graph.extraction.coreference.beside import name_beside
from graph.extraction.coreference.bodies import body_meant
from graph.extraction.coreference.discourse import Discourse
from graph.extraction.coreference.persons import counterpart, is_person_noun, known_holders, person_meant, title_of
from graph.extraction.coreference.words import patterns
from graph.extraction.reading import Reading
from graph.extraction.relations.denotation import led_by, place_behind
from graph.extraction.relations.syntax import children
from graph.model import Mention

__all__ = ["describe", "modifiers", "one_meant"]

_DEEPEST = 6
_INSIDE = ("compound", "amod", "nmod", "poss", "prep", "acl", "npadvmod", "nummod")


def describe(token: Token, discourse: Discourse) -> tuple[Mention, ...]:
    """Return the mention a description's head noun stands for, none where it is no description or stays open."""
    reading = discourse.reading
    if token.dep_ in ("compound", "amod", "nmod") or _names_somebody(token, reading):
        return ()
    beside = name_beside(token, reading) or _called(token, reading)
    if beside is not None:
        return (reading.mention_of(token, beside.entity, "description", min(beside.score, 0.85)),)
    if token.dep_ in ("appos", "attr", "npadvmod") or _is_role(token):
        return ()
    found = _of_base(token, discourse) or _taken_up(token, discourse)
    return (reading.mention_of(token, found[0].entity, "description", found[1]),) if found else ()


def one_meant(token: Token, discourse: Discourse) -> tuple[Mention, ...]:
    """Return the body that "the one in Tobruk" is, after talk of two parliaments or governments."""
    reading = discourse.reading
    if token.i + 1 >= len(token.doc) or token.nbor(1).lower_ not in ("in", "based"):
        return ()
    unnamed = (c.token.lemma_.casefold() for c in discourse.back(1) if not c.members)
    places = [a for m in modifiers(token, reading) if (a := base().get(m.entity.id)) and a.type == "Place"]
    noun = next((word for word in unnamed if word in patterns()["seated"]), None)
    if noun is None or not places:
        return ()
    found = [a for a in _seated_in(noun, places, reading) if is_called(a, plain_noun(noun))]
    return (reading.mention_of(token, found[0].entity, "description", 0.8),) if len(found) == 1 else ()


def _is_role(token: Token) -> bool:
    """Whether a noun only says as what somebody acts: "serve as prime minister"."""
    return token.dep_ == "pobj" and token.head.lower_ == "as"


def _of_base(token: Token, discourse: Discourse) -> tuple[Actor, float] | None:
    """The actor that a description alone points to, whatever was named before."""
    reading = discourse.reading
    known = settle(reading.phrases.get(token.i, ()), reading.article.date)
    if len(known) == 1 and _stands_alone(token, reading):
        return known[0][0], 0.9
    if (other := counterpart(token, reading)) is not None:
        return other, 0.8
    seated = token.lemma_.casefold() in patterns()["seated"]
    named = [] if _indefinite(token) and not seated else modifiers(token, reading)
    if named and is_former(title_of(token, reading).partition(" ")[0]):
        return None  # "the former UN envoy" is not today's
    if not named and not (seated and _regions(token)):
        return None
    if token.lemma_ in patterns()["ranks"] and all(m.entity.id == home() for m in named):
        return None  # "the Libyan commander" is one of many
    actor = _by_modifiers(token, named, discourse)
    return (actor, 0.85) if actor else None


def _taken_up(token: Token, discourse: Discourse) -> tuple[Mention, float] | None:
    """The actor named before that a definite noun phrase takes up."""
    if not any(c.lower_ in patterns()["determiners"] for c in children(token, "det", "predet")):
        return None
    if _told_apart_by_name(token, discourse.reading) or _told_apart_by_clause(token):
        return None
    if token.text[0].isdigit():
        return _numbered(token, discourse)
    if token.tag_ in ("NNS", "NNPS") and token.lemma_.casefold() not in patterns()["jihadists"]:
        return None
    return person_meant(token, discourse) if is_person_noun(token) else body_meant(token, discourse)


def _told_apart_by_name(token: Token, reading: Reading) -> bool:
    """Whether a name within its phrase tells a noun's bearer from others: "the Turkish commander", "the council of Derna"."""
    inside = [c for c in token.children if c.dep_ in _INSIDE and (c.i < token.i or c.lower_ in ("of", "in", "from", "at"))]
    named = [m for c in inside for m in _named_below(c, reading)] + place_behind(token, reading)
    return any(m.entity.id != home() for m in named)


def _told_apart_by_clause(token: Token) -> bool:
    """Whether a clause without a comma tells which one is meant: "the brigade that guards it"."""
    return any(c.left_edge.i > 0 and c.left_edge.nbor(-1).text != "," for c in children(token, "relcl"))


def _numbered(token: Token, discourse: Discourse) -> tuple[Mention, float] | None:
    """ "The 7th": the unit of that number."""
    for _, mention, _ in discourse.named(30):
        if mention.entity.type == "ArmedGroup" and token.lower_ in key(mention.entity.label):
            return mention, 0.85
    return None


def _called(token: Token, reading: Reading) -> Mention | None:
    """Return the name a noun is said to bear: "that council, which calls itself ...", "a force known as ..."."""
    for clause in token.children:
        if clause.dep_ in ("relcl", "acl") and clause.lemma_ in patterns()["naming"]:
            for named in clause.subtree:
                bears = named.dep_ in ("oprd", "dobj", "attr") or (named.dep_ == "pobj" and named.head.lower_ == "as")
                if bears and named.i in reading.names and named.head in (clause, *clause.children) and reading.at(named):
                    return reading.at(named)[0]
    return None


def _names_somebody(token: Token, reading: Reading) -> bool:
    """Whether an apposition names what the noun means; a person beside "government" belongs to another noun."""
    body = bool(kinds_of_noun(token.lemma_)) and token.lemma_ not in title_words()
    named = [reading.at(child)[0] for child in children(token, "appos") if reading.at(child)]
    return any(not body or mention.entity.type != "Person" for mention in named)


def modifiers(token: Token, reading: Reading) -> list[Mention]:
    """Return the names that modify a noun from inside its phrase: "Turkish", "in Tripoli", "based in Tobruk", "Tripoli-based"."""
    found: list[Mention] = []
    for child in token.children:
        if child.dep_ in _INSIDE and child.tag_ != "VBG":
            found += _named_below(child, reading)
    return found or place_behind(token, reading)


def _named_below(token: Token, reading: Reading, depth: int = 0) -> list[Mention]:
    owner = token.dep_ == "poss" and depth == 0
    here = [m for m in reading.at(token) if owner or m.kind not in ("pronoun", "description")]
    if here or token.dep_ == "relcl" or depth > _DEEPEST:
        return here
    below = [c for c in token.children if c.dep_ not in ("relcl", "conj")]
    return [m for child in below for m in _named_below(child, reading, depth + 1)]


def _stands_alone(token: Token, reading: Reading) -> bool:
    """Of a one-word description ("the capital") whether nothing but "the" belongs to it."""
    if any(" " in alias.text for alias in reading.phrases[token.i]):
        return True
    return (
        any(c.lower_ == "the" for c in children(token, "det")) and not modifiers(token, reading) and not children(token, "prep")
    )


def _indefinite(token: Token) -> bool:
    return token.tag_ == "NNS" or any(c.dep_ == "det" and c.lower_ in ("a", "an", "some", "any", "no") for c in token.children)


def _regions(token: Token) -> list[Actor]:
    """The side of the country that a phrase names: "the eastern parliament", "the east-based government"."""
    words = [t.lower_ for t in token.subtree if t.i < token.i]
    return [actor for word in words if (actor := base().get(region_of(word) or ""))]


def _by_modifiers(token: Token, named: list[Mention], discourse: Discourse) -> Actor | None:
    reading = discourse.reading
    title = title_of(token, reading)
    if token.lemma_.casefold() in title_words() and relation_of_title(title) in ("leads", "holdsOfficeIn"):
        owned = bool(children(token, "poss"))
        found = [] if owned and not _told_apart(title, token) else _in_office(title, named, discourse)
    elif token.lemma_.casefold() in patterns()["seated"]:
        found = _seated(token, named, reading)
    else:
        return None
    return found[0] if len(found) == 1 else None


def _told_apart(title: str, token: Token) -> bool:
    """Whether an office is one that its body has but once, and its holder is not only now brought in ("its new commander")."""
    new = any(c.lower_ == "new" for c in children(token, "amod"))
    return not new and (relation_of_title(title) == "leads" or token.lemma_.casefold() == "minister")


def _in_office(title: str, named: list[Mention], discourse: Discourse) -> list[Actor]:
    """Who holds an office in what a phrase names, in the body rather than where that sits: first of all, who was named before."""
    date = discourse.reading.article.date
    actors = [actor for mention in named if (actor := base().get(mention.entity.id))]
    inner = [a for a in actors if a.type not in ("Place", "State", "Person")] or actors
    bodies = dict.fromkeys(body for actor in inner for body in bodies_of(base(), actor, date))
    return known_holders(title, bodies, discourse) or [office.holder for office in holders(base(), title, bodies, date)]


def _seated(token: Token, named: list[Mention], reading: Reading) -> list[Actor]:
    kinds = kinds_of_noun(token.lemma_.casefold())
    led = [led_by(m.entity, kinds, reading) for m in named if m.entity.type == "Person"]
    places = [a for m in named if (a := base().get(m.entity.id)) and a.type == "Place"] or _regions(token)
    seated = _seated_in(token.lemma_.casefold(), places, reading)
    called = [a for a in seated if is_called(a, plain_noun(token.lemma_.casefold()))]
    return [a for e in led if e and (a := base().get(e.id))] or called or seated


def _seated_in(noun: str, places: list[Actor], reading: Reading) -> list[Actor]:
    return seat_of(base(), places, kinds_of_noun(plain_noun(noun)), reading.article.date)
