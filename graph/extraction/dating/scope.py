"""Which claims a date is about: those whose trigger it hangs on, or whose clause it stands in."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from graph.extraction.dating.mentions import DateMention
from graph.extraction.relations.syntax import children

__all__ = ["dates_about", "looks_back"]

_VERBS = ("VERB", "AUX")
_INSIDE_NOUN = ("nummod", "compound", "amod", "poss", "nmod", "det")
_CLOSED = ("appos", "relcl", "acl")
_LINKS = ("be", "become", "remain", "stay", "serve")


def dates_about(trigger: Token, dates: Iterable[DateMention], *, standing: bool) -> list[DateMention]:
    """Return the dates that are about a trigger.

    Parameters
    ----------
    trigger
        The word that makes the claim.
    dates
        The dates of its sentence.
    standing
        Whether the trigger names something that lasts beyond the day of the clause it stands in: "an ally of".
    """
    return [mention for mention in dates if _about(mention, trigger, standing)]


def looks_back(mention: DateMention) -> bool:
    """Whether a date stands in what was done to some end: "launched an assault to seize it in April"."""
    verbs = [a for a in mention.root.ancestors if a.pos_ in _VERBS]
    aim = bool(verbs) and verbs[0].tag_ == "VB" and verbs[0].dep_ in ("advcl", "acl", "relcl")
    return aim and len(verbs) > 1 and verbs[1].tag_ in ("VBD", "VBN")


def _about(mention: DateMention, trigger: Token, standing: bool) -> bool:
    if mention.inner is not None:
        return mention.inner == trigger or (not standing and _reaches(trigger, mention.inner, mention))
    lower = mention.root
    for ancestor in mention.root.ancestors:
        if ancestor == trigger:
            return True
        if ancestor.pos_ in _VERBS:
            return (not standing or ancestor.lemma_ in _LINKS) and _reaches(trigger, ancestor, mention)
        inside = lower.dep_ in _INSIDE_NOUN or lower.lower_ == "of"
        if lower.dep_ in _CLOSED or (inside and ancestor.pos_ in ("NOUN", "PROPN")):
            return False
        lower = ancestor
    return False


def _reaches(trigger: Token, verb: Token, mention: DateMention) -> bool:
    """Whether a trigger belongs to the clause of a verb: no other clause lies between them."""
    token = trigger
    while token != verb:
        if token.head == token or token.dep_ in (*_CLOSED, "parataxis", "advcl", "ccomp", "pcomp", "csubj"):
            return False
        if token.pos_ in _VERBS and token.dep_ != "xcomp" and not _shares(token, mention):
            return False
        token = token.head
    return True


def _shares(verb: Token, mention: DateMention) -> bool:
    """Whether a verb joined to another shares the date that opens the sentence: "On Friday they met and signed"."""
    bare = verb.dep_ == "conj" and not children(verb, "nsubj", "nsubjpass", "aux", "auxpass")
    return bare and mention.root.i < verb.head.i
