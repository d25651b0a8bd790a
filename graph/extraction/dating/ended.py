"""What is over by the time of the article: "a former ally", "once backed", "used to lead", "had led the company"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.actors.offices import is_former
from graph.extraction.dating.words import words
from graph.extraction.reading import Finding
from graph.extraction.relations.syntax import children

__all__ = ["is_over"]


def is_over(finding: Finding) -> bool:
    """Whether a claim is told of as something that has ended."""
    trigger = finding.trigger
    if finding.ended or _called_former(trigger) or _once(trigger) or _used_to(trigger):
        return True
    told = finding.modality == "asserted" and finding.relation in words()["standing_relations"]
    return told and (_pluperfect(trigger) or _limited(trigger))


def _called_former(noun: Token) -> bool:
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    own = [c.lower_ for c in children(noun, "amod", "compound", "nmod")]
    prefix = noun.nbor(-2).lower_ if noun.i > 1 and noun.nbor(-1).text == "-" else ""
    return any(is_former(word) for word in own if word not in words()["of_the_dead"]) or prefix == "ex"


def _once(trigger: Token) -> bool:
    """ "Once" as an adverb, of the trigger or of the "was" that it completes; not "once they arm him", "once a year"."""
    around = [*trigger.children, *(trigger.head.children if trigger.dep_ in ("attr", "acomp") else ())]
    if any(c.lower_ in words()["once"] and c.dep_ in ("advmod", "npadvmod") and c.i < trigger.i for c in around):
        return True
    before = trigger.left_edge.i - 1
    return trigger.pos_ == "NOUN" and before >= 0 and trigger.doc[before].lower_ in words()["once"]


def _used_to(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ == "used" and verb.tag_ == "VB"


def _pluperfect(trigger: Token) -> bool:
    """Whether an office is told of in the past before the past: "who had led the company", "who was his envoy"."""
    if trigger.dep_ == "attr":
        return trigger.head.lower_ in ("was", "were") and trigger.head.dep_ == "relcl"
    return trigger.tag_ == "VBN" and any(a.lower_ == "had" for a in children(trigger, "aux"))


def _limited(verb: Token) -> bool:
    """Whether the past tense is given a limit: "ran the bank under Gaddafi", "belonged to it for ten years", "until he fell"."""
    if verb.tag_ != "VBD":
        return False
    ends = (m.lower_ in ("until", "till") for clause in children(verb, "advcl") for m in children(clause, "mark"))
    lasts = (p.ent_type_ == "DATE" for prep in children(verb, "prep") if prep.lower_ == "for" for p in children(prep, "pobj"))
    return any(ends) or any(lasts) or any(prep.lower_ == "under" for prep in children(verb, "prep"))
