"""Descriptions of persons: "the interior minister", "the field marshal", "the 75-year-old", "his Turkish counterpart"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from spacy.tokens import Token

from graph.actors import Actor, base
from graph.actors.describe import bodies_of
from graph.actors.names import key
from graph.actors.offices import holders, is_former, normal_title, relation_of_title, title_words
from graph.actors.records import Role
from graph.extraction.coreference.discourse import Candidate, Discourse
from graph.extraction.coreference.salience import most_salient
from graph.extraction.coreference.setting import holder_here
from graph.extraction.coreference.words import patterns
from graph.extraction.reading import Reading
from graph.extraction.relations.syntax import children
from graph.model import Mention

__all__ = ["bears_title", "counterpart", "is_person_noun", "known_holders", "person_meant", "title_of"]

_WITHIN, _NEAR = 40, 2
_SLACK = 60  # days by which reports run behind, or ahead of, the start and the end of a term


def is_person_noun(token: Token) -> bool:
    """Whether a noun names persons, by office, rank or otherwise ("the 75-year-old")."""
    word = token.lemma_.casefold()
    return word in title_words() or word in patterns()["persons"] or _is_age(token)


def _is_age(token: Token) -> bool:
    return token.lower_ in ("old", "year-old") and token.i > 1 and "year" in token.doc[max(0, token.i - 3) : token.i + 1].text


def title_of(token: Token, reading: Reading) -> str:
    """Return the common-noun words of a title, up to its head: "foreign minister"."""
    words = [
        t.lower_
        for t in token.subtree
        if t.i <= token.i
        and t.head in (token, token.head)
        and t.dep_ in ("compound", "amod", "nmod")
        and t.i not in reading.mentions
    ]
    return " ".join([*words, token.lemma_.casefold()])


def person_meant(token: Token, discourse: Discourse) -> tuple[Mention, float] | None:
    """Return the person that a definite description without a body takes up, and how sure that is."""
    reading = discourse.reading
    words = [w for w in title_of(token, reading).casefold().split() if w not in patterns()["neutral"]]
    past = any(is_former(word) for word in words)
    title = " ".join(w for w in words if w not in patterns()["person_adjectives"] and not is_former(w))
    noun = token.lemma_.casefold()
    if noun in title_words() or noun in patterns()["ranks"]:
        found = most_salient(token, discourse, lambda c: _holding(c, title, past, reading), reach=_WITHIN)
        if found is not None and found.candidate.mention is not None:
            return found.candidate.mention, 0.8
        if not past and (holder := holder_here(title, token, discourse)) is not None:
            return reading.mention_of(token, holder.entity, "description"), 0.65
    if noun not in patterns()["persons"] and not _is_age(token):
        return None
    if past and noun in ("man", "woman"):
        return None  # "the dead man" is seldom the one named last
    known = " " not in title or noun in patterns()["ranks"] or _is_age(token)
    if not known and not _opens(token):
        return None
    found = most_salient(token, discourse, _no_office(noun, known, reading), reach=_NEAR)
    if found is None or found.candidate.mention is None:
        return None
    return found.candidate.mention, 0.75 if known else 0.65


def _opens(token: Token) -> bool:
    """Whether a noun phrase is the subject that opens its sentence: "The construction tycoon had been appointed"."""
    return token.dep_ in ("nsubj", "nsubjpass") and token.left_edge.is_sent_start is True and token.head.dep_ == "ROOT"


def _no_office(noun: str, known: bool, reading: Reading) -> Callable[[Candidate], float | None]:
    """Return what tells how well a person fits a noun that is no office: "the tycoon", "the general"."""
    soldier = noun in patterns()["ranks"]
    rank = noun if noun in patterns()["exclusive_ranks"] else None

    def fits(candidate: Candidate) -> float | None:
        if not known and candidate.token.dep_ not in ("nsubj", "nsubjpass", "appos"):
            return None
        return _any_person(candidate, soldier, rank, reading)

    return fits


def _any_person(candidate: Candidate, soldier: bool, rank: str | None, reading: Reading) -> float | None:
    mention = candidate.mention
    if mention is None or mention.entity.type != "Person" or (soldier and not _bears_arms(mention)):
        return None
    other = patterns()["exclusive_ranks"] & reading.titles.get(mention.entity.id, set())
    if rank is None:
        return 0.0
    actor = base().get(mention.entity.id)
    return 2.0 if actor is not None and rank in key(actor.description)[:2] else None if other else 0.0


def bears_title(candidate: Candidate, title: str, reading: Reading) -> bool:
    """Whether a candidate is a person who has a title, as the article or the base says."""
    worth = _holding(candidate, title, False, reading)
    return worth is not None and worth >= 0.0


def _holding(candidate: Candidate, title: str, past: bool, reading: Reading) -> float | None:
    """What speaks for a person as the bearer of a title: that the article says so, or that the base knows so for its date."""
    mention = candidate.mention
    if mention is None or mention.entity.type != "Person":
        return None
    if title in reading.titles.get(mention.entity.id, ()):
        return 0.0
    actor = base().get(mention.entity.id)
    roles = [r for r in actor.roles if _same(r.title, title)] if actor else []
    if not roles:
        return None
    date = reading.article.date
    if past:
        return 0.0 if any(r.until and not r.covers(date) for r in roles) else -3.0
    return 0.0 if any(r.covers(date, slack=_SLACK) for r in roles) else -3.0


def _same(held: str, title: str) -> bool:
    """Whether a held title is the one that is written, or ends on the bare noun that is."""
    ours, theirs = normal_title(title), normal_title(held)
    if ours == theirs or title == held:
        return True
    return " " not in title and title in (held.rsplit(maxsplit=1)[-1], theirs.split()[-1]) and relation_of_title(held) is not None


def _bears_arms(mention: Mention) -> bool:
    """Whether a person has ever had a post in an armed group, as far as the base knows."""
    actor = base().get(mention.entity.id)
    bodies = [base().get(role.body) for role in actor.roles] if actor else []
    return any(body is not None and body.type == "ArmedGroup" for body in bodies)


def known_holders(title: str, bodies: Iterable[str], discourse: Discourse) -> list[Actor]:
    """Return the persons named before who have an office in one of some bodies now, or had or got it not long from now."""
    date, wanted = discourse.reading.article.date, set(bodies)
    seen = {m.entity.id: a for _, m, _ in discourse.named(_WITHIN) if (a := base().get(m.entity.id)) and a.type == "Person"}
    return [
        actor
        for actor in seen.values()
        if any(r.body in wanted and _same(r.title, title) and r.covers(date, slack=_SLACK) for r in actor.roles)
    ]


def counterpart(token: Token, reading: Reading) -> Actor | None:
    """Return the holder of the same office elsewhere: "his Turkish counterpart"."""
    date = reading.article.date
    owners = [m for c in children(token, "poss") for m in reading.at(c) if m.entity.type == "Person"]
    states = [m for c in children(token, "amod", "compound", "nmod") for m in reading.at(c) if m.entity.type == "State"]
    if token.lemma_.casefold() != "counterpart":
        return None
    person = base().get(owners[0].entity.id) if owners else None
    state = base().get(states[0].entity.id) if len(states) == 1 else None
    if person is None or state is None:
        return None
    bodies = bodies_of(base(), state, date)
    found = {o.holder.id: o.holder for role in _offices(person, date) for o in holders(base(), role.title, bodies, date)}
    return next(iter(found.values())) if len(found) == 1 else None


def _offices(person: Actor, date: dt.date | None) -> Iterable[Role]:
    return [role for role in person.roles if role.covers(date) and role.relation in ("leads", "holdsOfficeIn")]
