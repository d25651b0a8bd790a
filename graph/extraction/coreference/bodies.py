"""Descriptions of bodies, states and places: "the brigade", "the jihadists", "the Council", "the country", "the airport"."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from graph.actors import base
from graph.actors.kinds import kinds_of_noun
from graph.actors.names import key
from graph.actors.offices import home
from graph.extraction.coreference.discourse import Candidate, Discourse
from graph.extraction.coreference.salience import Choice, most_salient
from graph.extraction.coreference.setting import government_here, ministry_here
from graph.extraction.coreference.words import patterns
from graph.extraction.relations.lexicon import classes
from graph.extraction.relations.syntax import children
from graph.model import Mention

__all__ = ["body_meant"]

_WITHIN, _FAR, _NEAR = 40, 12, 2
_ABOVE = -2.0
_BEFORE = ("amod", "compound", "nmod")


def body_meant(token: Token, discourse: Discourse) -> tuple[Mention, float] | None:
    """Return the body, state or place that a definite description takes up, and how sure that is."""
    noun, capital = token.lemma_.casefold(), token.text[0].isupper()
    if any(c.lower_ in patterns()["other"] for c in children(token, "amod")):
        return None
    extra = _qualifiers(token, discourse)
    found = _named(token, noun, extra, discourse) or _realm_or_place(token, noun, extra, discourse)
    if found is not None and found.candidate.mention is not None:
        return found.candidate.mention, 0.8
    if noun in patterns()["countries"]:
        return _country(token, extra, discourse)
    if noun == "ministry" and len(extra) == 1:
        here = ministry_here(f"{next(iter(extra))} {noun}", token, discourse)
        return (discourse.reading.mention_of(token, here.entity, "description"), 0.65) if here else None
    return None if extra or capital else _by_kind(token, noun, discourse)


def _qualifiers(token: Token, discourse: Discourse) -> set[str]:
    """The words before a noun that tell its bearer from others of the kind."""
    words = {c.lower_ for c in children(token, *_BEFORE) if not discourse.reading.at(c)}
    return {
        word for word in words if " " not in word and word not in patterns()["neutral"]
    }  # "internationally recognised" tells none


def _realm_or_place(token: Token, noun: str, extra: set[str], discourse: Discourse) -> Choice | None:
    if noun in patterns()["realms"]:
        return most_salient(token, discourse, lambda c: _is_realm(c, noun), reach=_NEAR)
    if noun in patterns()["places"] and not extra:
        return most_salient(token, discourse, lambda c: _is_place(c, noun), reach=_NEAR)
    return None


def _country(token: Token, extra: set[str], discourse: Discourse) -> tuple[Mention, float] | None:
    """The country that news is about; of a subject without more said about it, the state that stands out most."""
    here = base().get(home())
    if here is None or not extra <= patterns()["of_home"]:
        return None
    if extra or token.dep_ not in ("nsubj", "nsubjpass"):
        return discourse.reading.mention_of(token, here.entity, "description"), 0.75
    found = most_salient(token, discourse, _is_state, reach=6)
    return (found.candidate.mention, 0.8) if found is not None and found.candidate.mention is not None else None


def _by_kind(token: Token, noun: str, discourse: Discourse) -> tuple[Mention, float] | None:
    """The body of the kind that a noun tells: one just named, or the only one of its kind in the article."""
    kinds = frozenset(kind for kind, nouns in patterns()["general_nouns"].items() if noun in nouns)
    if not kinds:
        return None
    side = "jihadist" if noun in patterns()["jihadists"] else None
    new = _is_new(token)

    def fits(candidate: Candidate) -> float | None:
        worth = None if new and _is_old(candidate, discourse) else _of_kind(candidate, kinds, side)
        return worth if worth is None or not _acting_above(token, candidate) else worth + _ABOVE

    found = most_salient(token, discourse, fits, reach=_NEAR)
    if found is not None and found.candidate.mention is not None:
        return found.candidate.mention, 0.8
    return None if new or children(token, "relcl", "acl") else _only_one(token, kinds, side, discourse)


def _only_one(token: Token, kinds: frozenset[str], side: str | None, discourse: Discourse) -> tuple[Mention, float] | None:
    only = {m.entity.id: m for t, m, _ in discourse.named(_WITHIN) if _of_kind(Candidate(t, (m,), 0), kinds, side) is not None}
    if not only and kinds == {"Government"} and (here := government_here(token, discourse)) is not None:
        return discourse.reading.mention_of(token, here.entity, "description"), 0.65
    return (next(iter(only.values())), 0.7) if len(only) == 1 else None


def _of_kind(candidate: Candidate, kinds: frozenset[str], side: str | None) -> float | None:
    mention = candidate.mention
    if mention is None or mention.kind == "adjective" or mention.entity.type not in kinds:
        return None
    actor = base().get(mention.entity.id)
    return 0.0 if side is None or (actor is not None and actor.side == side) else None


def _is_new(token: Token) -> bool:
    return any(c.lower_ in patterns()["fresh"] for c in children(token, "amod"))


def _is_old(candidate: Candidate, discourse: Discourse) -> bool:
    """Whether nobody would call a body new any more: after the year that follows the one in which it began."""
    actor = base().get(candidate.mention.entity.id) if candidate.mention is not None else None
    date = discourse.reading.article.date
    return actor is not None and date is not None and actor.exists.first.year + 1 < date.year


def _acting_above(token: Token, candidate: Candidate) -> bool:
    """Whether a candidate is the subject of a clause around a noun: there one would rather have said "it"."""
    return candidate.token.dep_ in ("nsubj", "nsubjpass") and candidate.token.head in token.ancestors


def _is_state(candidate: Candidate) -> float | None:
    mention = candidate.mention
    if mention is None or mention.entity.type != "State":
        return None
    return 4.0 if mention.entity.id == home() else 0.0


def _is_realm(candidate: Candidate, noun: str) -> float | None:
    mention = candidate.mention
    return (
        0.0 if mention is not None and mention.entity.id in patterns()["realms"][noun] and mention.kind != "adjective" else None
    )


def _named(token: Token, noun: str, extra: set[str], discourse: Discourse) -> Choice | None:
    """The body that a noun names, by the name the article gives it or else by another: "the brigade", "the House"."""
    capital = token.text[0].isupper()
    if not (kinds_of_noun(noun) or capital) or noun in classes()["offensive"]:
        return None

    def given(candidate: Candidate) -> float | None:
        names = [name for m in _bodies(token, candidate, discourse) for name in (m.entity.label, m.text)]
        return 0.0 if any(_headed_by(key(name), noun, extra, capital) for name in names) else None

    def known(candidate: Candidate) -> float | None:
        actors = [actor for m in _bodies(token, candidate, discourse) if (actor := base().get(m.entity.id))]
        names = [name for a in actors for name in (*a.aliases, *(p.text for p in a.descriptions))]
        return 0.0 if any(_headed_by(key(name), noun, extra, capital) for name in names) else None

    found = most_salient(token, discourse, given, reach=_FAR)
    return found if found is not None or capital else most_salient(token, discourse, known, reach=_FAR)


def _bodies(token: Token, candidate: Candidate, discourse: Discourse) -> list[Mention]:
    mention = candidate.mention
    if _is_new(token) and _is_old(candidate, discourse):
        return []
    fits = mention is not None and mention.entity.type not in ("Place", "Person") and mention.kind != "adjective"
    return [mention] if mention is not None and fits else []


def _headed_by(words: tuple[str, ...], noun: str, extra: set[str], capital: bool) -> bool:
    if noun not in words or not extra <= set(words):
        return False
    head = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    return capital or words[head] == noun


def _is_place(candidate: Candidate, noun: str) -> float | None:
    mention = candidate.mention
    if mention is None or mention.entity.type != "Place" or mention.kind == "adjective":
        return None
    actor = base().get(mention.entity.id)
    kinds = _kinds_of_place(actor.id) if actor else frozenset(key(mention.text))
    if not kinds & frozenset(patterns()["places"][noun]):
        return None
    near = 1.5 if actor is not None and actor.country == home() else 0.0
    return near - (2.0 if candidate.token.dep_ in _BEFORE else 0.0)


@lru_cache(maxsize=1024)
def _kinds_of_place(place_id: str) -> frozenset[str]:
    """The nouns that tell what a place is: those of its description before the first preposition, and its names' own."""
    place = base().get(place_id)
    told: list[str] = []
    for word in key(place.description if place else ""):
        if word in patterns()["locative"] or word in ("of", "with", "that", "which", "where"):
            break
        told.append(word)
    return frozenset(told) | {name[-1] for text in (place.full_names if place else ()) if len(name := key(text)) > 1}
