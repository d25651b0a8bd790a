"""The way up from a trigger to the root of its sentence, with clauses put back where the parser hung them wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from graph.extraction.factuality.cues import cues
from graph.extraction.relations.lexicon import classes
from graph.extraction.relations.syntax import children

__all__ = ["closed", "gerund_object", "is_content", "steps", "taken_for_granted"]

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_VERBS = ("VERB", "AUX")


def steps(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield each word on the way up with the word that governs it."""
    while token.head != token and not _apart(token, token.head):
        upper = _governor(token)
        yield token, upper
        token = upper


def _apart(lower: Token, upper: Token) -> bool:
    """Whether two clauses that the parser hung on each other have nothing to do with each other."""
    if lower.dep_ not in ("ccomp", "conj", "parataxis", "advcl"):
        return False
    first, last = sorted((lower.i, upper.i))
    between = {t.text for t in lower.doc[first:last]}
    if ";" in between:
        return True
    return lower.dep_ == "ccomp" and lower.i < upper.i and (":" in between or _side_by_side(lower, upper))


def _side_by_side(first: Token, second: Token) -> bool:
    """Whether a clause taken for what is said stands beside it: "A did this, and B said that", "A did this, said that"."""
    if second.lemma_ not in cues()["saying_verbs"]:
        return True
    own = children(second, "nsubj", "nsubjpass")
    if not own:
        return bool([c for c in children(second, "ccomp") if c.i > second.i])
    before = own[0].left_edge.i - 1
    return own[0].i < second.i and before > first.i and own[0].doc[before].dep_ == "cc"


def _governor(token: Token) -> Token:
    """What governs a word; a finite verb joined to an infinitive, or to a clause in another tense, belongs further up."""
    head = token.head
    if token.dep_ == "conj" and token.pos_ in _VERBS and head.pos_ in _VERBS and _finite(token, head):
        if not _finite(head) and head.dep_ in ("xcomp", "ccomp", "advcl", "acl", "pcomp"):
            return next((a for a in head.ancestors if a.pos_ in _VERBS and _finite(a)), head)
        if _resumes(token, head):
            return head.head
    if token.dep_ == "prep" and token.lower_ == "of" and head.pos_ in ("NOUN", "PROPN") and children(token, "pcomp"):
        return next(
            (a for a in head.ancestors if a.lemma_ in cues()["blaming_verbs"]), head
        )  # "accused Egypt, an ally, of arming"
    return head


def _finite(verb: Token, first: Token | None = None) -> bool:
    """Whether a verb is finite; joined to an infinitive, a form in -ed is the past tense, whatever the tagger says."""
    if verb.tag_ in _FINITE or any(a.tag_ in _FINITE for a in children(verb, "aux", "auxpass")):
        return True
    return first is not None and first.tag_ == "VB" and verb.tag_ == "VBN" and not children(verb, "aux", "auxpass")


def _resumes(verb: Token, head: Token) -> bool:
    """Whether a verb goes on from the saying, not from what is said: "said it had not been asked and demanded an answer"."""
    bare = not children(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark")
    said = head.dep_ == "ccomp" and head.head.tag_ == "VBD" and head.head.i < head.i
    return bare and said and verb.tag_ == "VBD" and head.tag_ != "VBD"


def closed(token: Token) -> bool:
    """Whether what lies above a token no longer bears on its truth: a relative or adverbial clause, an apposition."""
    if (token.dep_ in ("relcl", "acl") and is_content(token)) or gerund_object(token):
        return False
    if token.dep_ == "ccomp":
        return any(c.tag_ == "WRB" and c.i < token.i for c in children(token, "advmod"))
    if token.dep_ == "advcl" and token.tag_ == "VB" and any(a.lower_ == "to" for a in children(token, "aux")):
        return False
    return token.dep_ in ("relcl", "advcl", "appos", "parataxis") or (token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"))


def gerund_object(token: Token) -> bool:
    """Whether an -ing form right behind a verb is its object: "ruled out recognising"."""
    return token.dep_ == "advcl" and token.tag_ == "VBG" and 0 < token.i - token.head.i <= 2


def is_content(clause: Token) -> bool:
    """Whether a clause says what a noun like "claim" or "report" contains: "the claim that Egypt trains them"."""
    return (
        clause.head.lemma_ in cues()["contents"]
        and bool(children(clause, "nsubj", "nsubjpass"))
        and bool([c for c in children(clause, "mark", "dobj", "advmod") if c.lower_ == "that"] or clause.dep_ == "acl")
    )


def taken_for_granted(lower: Token, upper: Token) -> bool:
    """Whether a verb takes an act named by a noun for granted: "condemned the attack", not "launched", "denied", "called for"."""
    if upper.pos_ != "VERB" or lower.dep_ not in ("dobj", "nsubj", "nsubjpass", "prep", "pobj"):
        return False
    return upper.lemma_ not in _open_verbs()


@cache
def _open_verbs() -> frozenset[str]:
    """The verbs that decide whether an act named by their object happens."""
    kinds = ("denial_verbs", "rejecting_verbs", "negative_verbs", "ceasing_verbs", "possible_verbs", "planning_verbs")
    return classes()["support_verbs"].union(*({word.split()[0] for word in cues()[kind]} for kind in kinds))
