"""Which actors a noun phrase stands for: itself, its conjuncts, "Turkish drones", "forces loyal to", "members of"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from graph.actors import base
from graph.actors.kinds import kinds_of_noun
from graph.extraction.reading import Reading
from graph.extraction.relations.lexicon import classes
from graph.extraction.relations.syntax import children, prepositional
from graph.model import Entity, Mention

__all__ = ["denote", "denote_all", "led_by"]

_DEPTH = 5


def denote_all(tokens: Iterable[Token], reading: Reading) -> list[Mention]:
    """Return the actors that some noun phrases stand for, each once, in order."""
    found: dict[tuple[str, int], Mention] = {}
    for token in tokens:
        for mention in denote(token, reading):
            found.setdefault((mention.entity.id, mention.start), mention)
    return list(found.values())


def denote(token: Token, reading: Reading, depth: int = 0) -> list[Mention]:
    """Return the actors that a noun phrase stands for, its conjuncts included."""
    if depth > _DEPTH:
        return []
    here = _here(token, reading, depth)
    for other in children(token, "conj"):
        if other.pos_ not in ("VERB", "AUX"):
            here = [*here, *denote(other, reading, depth + 1)]
    for prep in children(token, "prep"):
        if prep.lower_ in ("with", "including") and any(c.lower_ in ("along", "together") for c in prep.children):
            here = [*here, *(m for p in children(prep, "pobj") for m in denote(p, reading, depth + 1))]
    return here


def _here(token: Token, reading: Reading, depth: int) -> list[Mention]:
    own = reading.at(token)
    if own and not (own[0].kind == "adjective" and token.pos_ == "ADJ" and token.dep_ in ("amod", "compound")):
        return list(own)
    named = [c for c in children(token, "appos") if reading.at(c)]
    if named:
        return [m for c in named for m in denote(c, reading, depth + 1)]
    word = token.lemma_.casefold()
    if word in classes()["partitives"] and (inner := _through(token, ("of", "from", "in"), reading, depth)):
        return inner
    if word in classes()["parts"] or word in classes()["possessions"]:
        return _whole(token, reading, depth)
    return []


def _through(token: Token, prepositions: Iterable[str], reading: Reading, depth: int) -> list[Mention]:
    below = [p for name in prepositions for p in prepositional(token, name)]
    return [m for p in below for m in denote(p, reading, depth + 1)]


def _whole(token: Token, reading: Reading, depth: int) -> list[Mention]:
    """Whose forces, officials, efforts or authority are meant."""
    owners = [m for c in children(token, "poss") for m in denote(c, reading, depth + 1)]
    if not owners:
        owners = [m for c in children(token, "amod", "compound", "nmod") for m in _modifier(c, reading)]
    if not owners:
        owners = _loyal_to(token, reading, depth)
    if not owners:
        owners = [m for m in _through(token, ("of", "from"), reading, depth) if m.entity.type != "Place"]
    return [whole for m in owners if (whole := _part_of(m, token, reading)) is not None]


def _modifier(token: Token, reading: Reading) -> list[Mention]:
    found = [m for m in reading.at(token) if m.entity.type != "Place" or m.kind == "adjective"]
    return found + [m for c in children(token, "conj", "compound", "nmod") for m in _modifier(c, reading)]


def _loyal_to(token: Token, reading: Reading, depth: int) -> list[Mention]:
    for loyal in children(token, "amod", "acl", "relcl"):
        if loyal.lemma_ in ("loyal", "faithful", "allied", "ally", "align"):
            return _through(loyal, ("to", "with"), reading, depth)
    return []


def _part_of(owner: Mention, part: Token, reading: Reading) -> Mention | None:
    """Return the whole that a part belongs to; a person's forces are the group that the person leads."""
    if owner.entity.type == "Place" and owner.kind != "adjective":
        return None
    if owner.entity.type != "Person" or part.lemma_ in classes()["possessions"] - classes()["parts"]:
        return owner
    kinds = kinds_of_noun(part.lemma_) or (("ArmedGroup",) if part.lemma_ in classes()["troops"] else ())
    led = led_by(owner.entity, kinds, reading)
    if led is not None:
        return owner.model_copy(update={"entity": led, "score": owner.score * 0.9})
    return owner if "ArmedGroup" in kinds or "Government" in kinds else None


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
