"""Which actors a noun phrase stands for: itself, its conjuncts, "Turkish drones", "forces loyal to", "members of"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from graph.actors import base
from graph.actors.kinds import kinds_of_noun
from graph.actors.offices import title_words
from graph.extraction.reading import Reading
from graph.extraction.relations.lexicon import classes, compounds
from graph.extraction.relations.members import named_holders, named_members
from graph.extraction.relations.syntax import before_apposition, children, prepositional
from graph.model import Entity, Mention

__all__ = ["denote", "denote_all", "host_of", "led_by", "place_behind", "stated_loyalty"]

_DEPTH = 5


def denote_all(tokens: Iterable[Token], reading: Reading, trigger: Token | None = None) -> list[Mention]:
    """Return the actors that some noun phrases stand for, each once, in order.

    Of a noun before its own relative clause, what is joined to it behind the clause's verb (`trigger`) is left out.
    """
    found: dict[tuple[str, int], Mention] = {}
    for token in tokens:
        limit = trigger.idx if trigger is not None and token.i < trigger.i else None
        for mention in denote(token, reading):
            if limit is not None and mention.start > limit:
                continue
            found.setdefault((mention.entity.id, mention.start), mention)
    return list(found.values())


def denote(token: Token, reading: Reading, depth: int = 0) -> list[Mention]:
    """Return the actors that a noun phrase stands for, its conjuncts included."""
    if depth > _DEPTH:
        return []
    holders = named_holders(token, reading)
    if holders:
        return holders
    here = _here(token, reading, depth)
    for other in children(token, "conj", "appos"):
        joined = (
            other.dep_ == "conj"
            and other.pos_ not in ("VERB", "AUX")
            and not _behind_clause(token, other)
            and not _excluded(other)
        )
        if joined or _listed(other, here, reading):
            here = [*here, *denote(other, reading, depth + 1)]
    for prep in children(token, "prep"):
        if prep.lower_ == "with" and any(c.lower_ in ("along", "together") for c in prep.children):
            here = [*here, *(m for p in children(prep, "pobj") for m in denote(p, reading, depth + 1))]
    return here or (named_members(token, reading) if token.tag_ == "NNS" or token.lower_ in classes()["communities"] else [])


def _excluded(other: Token) -> bool:
    """Whether a member of a list is named only to be left out: "the House, but not the Congress"."""
    before = [t.lower_ for t in other.doc[max(0, other.left_edge.i - 2) : other.i]]
    return "not" in before or before[:2] == ["rather", "than"]


def _behind_clause(token: Token, other: Token) -> bool:
    """Whether a comma closes the object's relative clause before the conjunction: "who back Haftar, and Turkey"."""
    if token.head.dep_ != "relcl" or token.dep_ not in ("dobj", "pobj"):
        return False
    linked = [c for c in children(token, "cc") if token.i < c.i < other.i]
    return bool(linked) and linked[-1].nbor(-1).text == ","


def _listed(other: Token, here: list[Mention], reading: Reading) -> bool:
    """Whether what the parser took for an apposition is the next in a list: "Egypt, the United Arab Emirates and ..."."""
    named = reading.at(other)
    if other.dep_ != "appos" or not named or not here or other.i not in reading.names:
        return False
    return named[0].entity.type == here[0].entity.type != "Person" and named[0].entity.id != here[0].entity.id


def _here(token: Token, reading: Reading, depth: int) -> list[Mention]:
    own = reading.at(token)
    if own:
        return list(own)
    named = [c for c in children(token, "appos", "compound", "nmod") if c.dep_ == "appos" or _titled(token, c, reading)]
    named = [c for c in named if reading.at(c)]
    if named:
        return [m for c in named for m in denote(c, reading, depth + 1)]
    if token.dep_ == "appos" and _explains(token) and (host := host_of(token, reading)) is not None:
        return list(reading.at(host))
    word = token.lemma_.casefold()
    if word in classes()["partitives"]:
        inner = _through(token, ("of", "from", "in", "over", "off"), reading, depth) or _place_before(token, reading)
        if inner:
            return inner
    whole = _whole(token, reading, depth) if word in classes()["parts"] | classes()["possessions"] else []
    if whole or word not in classes()["sites"]:
        return whole
    around = _through(token, ("in", "near", "at", "outside", "around", "on"), reading, depth)
    return [m for m in around if m.entity.type == "Place"]


def _place_before(token: Token, reading: Reading) -> list[Mention]:
    """The place whose part a noun names: "the Sirte front", "Tripoli's suburbs"."""
    return [m for c in children(token, "compound", "nmod", "poss") for m in reading.at(c) if m.entity.type == "Place"]


def _titled(token: Token, name: Token, reading: Reading) -> bool:
    """Whether a person's name was parsed as a modifier of the title behind it: "named Abdel Razzaq al-Nadhuri chief of staff"."""
    named = reading.at(name)
    return bool(named) and token.lemma_ in title_words() and named[0].entity.type == "Person" and name.i in reading.names


def _explains(token: Token) -> bool:
    """Whether an apposition says who somebody is; "a charge" after a clause does not."""
    word = token.lemma_.casefold()
    return bool(kinds_of_noun(word)) or word in title_words() or word in classes()["parts"] or token.pos_ == "PROPN"


def host_of(apposition: Token, reading: Reading) -> Token | None:
    """Return the name an apposition explains: the one that ends right before it, whatever the parser hung it on."""
    before = before_apposition(apposition)
    if before is not None and before.text == ")" and before.i > 2:
        before = before.nbor(-3)
    if before is not None and reading.at(before) and before.i in reading.names:
        return before
    return apposition.head if reading.at(apposition.head) else None


def _through(token: Token, prepositions: Iterable[str], reading: Reading, depth: int) -> list[Mention]:
    below = [p for name in prepositions for p in prepositional(token, name)]
    return [m for p in below for m in denote(p, reading, depth + 1)]


def stated_loyalty(token: Token) -> bool:
    """Whether a phrase only says whom its unnamed subject is loyal to: "the armed forces loyal to a rival administration"."""
    return any(loyal.lemma_ in classes()["loyal"] for loyal in children(token, "amod", "acl", "relcl"))


def _whole(token: Token, reading: Reading, depth: int) -> list[Mention]:
    """Whose forces, officials, efforts or authority are meant."""
    owners = [m for c in children(token, "poss") for m in denote(c, reading, depth + 1)]
    if not owners:
        owners = [m for c in children(token, "amod", "compound", "nmod") for m in _modifier(c, reading)]
        owners += [m for m in _adjectives_before(token, reading) if m not in owners]
    if not owners:
        owners = _loyal_to(token, reading, depth) or _leader_before(token, reading)
    if not owners:
        owners = _through(token, ("by",), reading, depth)
    if not owners and token.lemma_ in classes()["voices"]:
        owners = _through(token, ("for",), reading, depth)
    if not owners and token.lemma_ not in classes()["done_to"]:
        owners = [m for m in _through(token, ("of", "from"), reading, depth) if m.entity.type != "Place"]
    return [whole for m in owners if (whole := _part_of(m, token, reading)) is not None]


def _modifier(token: Token, reading: Reading) -> list[Mention]:
    if token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in compounds()["prefixes"]:
        return []
    found = [m for m in reading.at(token) if m.entity.type != "Place" or m.kind == "adjective"]
    return found + [m for c in children(token, "conj", "compound", "nmod") for m in _modifier(c, reading)]


def _leader_before(token: Token, reading: Reading) -> list[Mention]:
    """Who leads "Haftar-led forces"."""
    if token.i < 3 or token.nbor(-2).text != "-":
        return []
    compound = compounds()["suffixes"].get(token.nbor(-1).lower_)
    if compound is None or compound.relation != "leads":
        return []
    return list(reading.at(token.nbor(-3)))


def _adjectives_before(token: Token, reading: Reading) -> list[Mention]:
    """National adjectives in a row before a noun, which parsers tear apart: "French, British and American forces"."""
    found: list[Mention] = []
    for left in reversed(list(token.doc[max(token.sent.start, token.i - 9) : token.i])):
        named = reading.at(left)
        if named and named[0].kind == "adjective":
            found = [*named, *found]
        elif left.text != "," and left.pos_ not in ("ADJ", "CCONJ", "NOUN"):
            break
    return found


def _loyal_to(token: Token, reading: Reading, depth: int) -> list[Mention]:
    for loyal in children(token, "amod", "acl", "relcl"):
        if loyal.lemma_ in classes()["loyal"]:
            return _through(loyal, ("to", "with"), reading, depth)
    return []


def _part_of(owner: Mention, part: Token, reading: Reading) -> Mention | None:
    """Return the whole that a part belongs to; a person's forces are the group that the person leads."""
    if owner.entity.type == "Place" and owner.kind != "adjective":
        return None
    if owner.entity.type == "State" and part.lemma_.casefold() in classes()["within_states"]:
        return None
    if owner.entity.type != "Person" or part.lemma_ in classes()["possessions"] - classes()["parts"]:
        return owner
    if part.lemma_ in classes()["voices"]:
        return owner
    kinds = kinds_of_noun(part.lemma_) or (("ArmedGroup",) if part.lemma_ in classes()["troops"] else ())
    led = led_by(owner.entity, kinds, reading)
    if led is not None:
        return owner.model_copy(update={"entity": led, "score": owner.score * 0.9})
    return owner if "ArmedGroup" in kinds or "Government" in kinds else None


def place_behind(token: Token, reading: Reading) -> list[Mention]:
    """Return the place right behind a noun and "in", also where the parser hung it on the verb."""
    if token.i + 2 >= len(token.doc) or token.nbor(1).lower_ != "in" or token.nbor(2).i not in reading.names:
        return []
    return [m for m in reading.at(token.nbor(2)) if m.entity.type == "Place"]


def led_by(person: Entity, kinds: Iterable[str], reading: Reading) -> Entity | None:
    """Return the one body of certain types that a person leads on the article's date, as the base knows it."""
    actor, wanted = base().get(person.id), set(kinds)
    if actor is None:
        return None
    bodies = [
        body
        for role in actor.roles
        if role.relation == "leads" and role.covers(reading.article.date)
        if (body := base().get(role.body)) is not None and body.type in wanted
    ]
    unique = {body.id: body for body in bodies}
    return next(iter(unique.values())).entity if len(unique) == 1 else None
