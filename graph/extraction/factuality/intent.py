"""Acts that are only meant, asked about or announced: aims, questions, headlines of what is to come."""

from __future__ import annotations

from spacy.tokens import Span, Token

from graph.extraction.factuality.cues import cues
from graph.extraction.relations.syntax import children

__all__ = ["awaited", "intended", "only_possible"]


def intended(verb: Token, *, served: bool = False) -> bool:
    """Whether an infinitive only names an aim: "a campaign to seize", "sent troops to retake"; not "the first to recognise".

    Parameters
    ----------
    verb
        The infinitive, or any other word.
    served
        Whether a deed that is done fulfils the aim: who "sent troops to support" somebody supports him.
    """
    if verb.tag_ != "VB" or not any(a.lower_ == "to" for a in children(verb, "aux")):
        return False
    if verb.dep_ == "advcl":
        before = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
        done = _arrived(verb.head) or (served and verb.head.tag_ in ("VBD", "VBN"))
        return not (done or (before.pos_ == "NOUN" and _done_by(before)))
    return verb.dep_ == "ROOT" or (verb.dep_ in ("acl", "relcl") and not _done_by(verb.head))


def awaited(verb: Token) -> bool:
    """Whether a clause of time waits for what is to come: "once they attack, Egypt will help"."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    opened = any(c.lower_ in cues()["time_marks"] and c.i < verb.i for c in children(verb, "advmod", "mark"))
    return opened and any(a.lower_ in cues()["possible_modals"] for a in children(verb.head, "aux"))


def _arrived(verb: Token) -> bool:
    """Whether who set out has got there: "flew to Cairo to meet him", "came to lead"."""
    return verb.tag_ == "VBD" and verb.lemma_ in cues()["arriving_verbs"]


def _done_by(noun: Token) -> bool:
    """Whether the infinitive tells what somebody did: "the last country to recognise"."""
    words = cues()["ranking_words"]
    if noun.lemma_ in cues()["factual_nouns"] or noun.lower_ in words:
        return True
    return any(c.lower_ in words or c.ent_type_ == "ORDINAL" for c in noun.children)


def only_possible(sentence: Span) -> bool:
    """Whether a sentence asks whether something is so; asking when, why or how takes it for granted."""
    end = [t for t in sentence if not t.is_space and t.text not in ('"', "”", "’", "'")]
    if not end or end[-1].text != "?":
        return False
    return not any(t.tag_ == "WRB" for t in end[:3])
