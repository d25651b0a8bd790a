"""Roles that words of a clause below a verb fill: who is to act, who must, who is to blame, what a threat is aimed at."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.relations.lexicon import classes
from graph.extraction.relations.syntax import children, objects

__all__ = [
    "negation",
    "object_of_clause",
    "subject_of_clause",
    "subject_of_condition",
    "subject_of_demand",
    "subject_of_duty",
    "subject_of_guilt",
    "subject_of_report",
]

_DUTY = ("must", "should", "ought")


def object_of_clause(verb: Token) -> list[Token]:
    """Return what the threatened or planned act is aimed at: "threatened to bomb Italian vessels"."""
    return [o for c in children(verb, "xcomp") if not children(c, "neg") for o in objects(c)]


def subject_of_clause(verb: Token) -> list[Token]:
    """Return who is to act: "demanded that Haftar halt the assault", "wanted him to resign"."""
    clauses = [c for c in children(verb, "ccomp") if c.tag_ == "VB"]
    return [s for c in clauses for s in children(c, "nsubj", "nsubjpass")]


def subject_of_demand(verb: Token) -> list[Token]:
    """Return who is to act where the tagger takes the subjunctive for a present: "demanded that the government end curbs"."""
    clauses = [c for c in children(verb, "ccomp") if c.tag_ in ("VB", "VBP")]
    named = [c for c in clauses if any(m.lower_ == "that" for m in children(c, "mark"))]
    return [s for c in named for s in children(c, "nsubj", "nsubjpass")]


def subject_of_condition(verb: Token) -> list[Token]:
    """Return whose act would avert a threat: "threatened to close the port unless Tripoli pays"."""
    below = [verb, *children(verb, "xcomp", "ccomp")]
    clauses = [a for v in below for a in children(v, "advcl") if any(m.lower_ == "unless" for m in children(a, "mark"))]
    return [s for c in clauses for s in children(c, "nsubj")]


def negation(verb: Token) -> list[Token]:
    """Return what negates a verb: "not", "never", or "refused to" above it."""
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in ("refuse", "decline")
    return [*children(verb, "neg"), *([verb.head] if refused else [])]


def subject_of_duty(verb: Token) -> list[Token]:
    """Return who must act: "said that Turkey must withdraw", "insisted that Haftar has to stop"."""
    bound = [c for c in children(verb, "ccomp") if any(a.lower_ in _DUTY for a in children(c, "aux"))]
    needed = [c for c in children(verb, "ccomp") if c.lemma_ in ("have", "need") and c.tag_ in ("VBZ", "VBP")]
    bound += [c for c in needed if children(c, "xcomp") and not children(c, "aux", "neg", "advmod")]
    return [s for c in bound for s in children(c, "nsubj")]


def subject_of_guilt(verb: Token) -> list[Token]:
    """Return who is said to be to blame: "said Egypt was behind the raid", "insisted that the LNA was responsible"."""
    guilty = [
        c
        for c in children(verb, "ccomp")
        if c.lemma_ == "be" and any(g.lower_ in classes()["guilt"] for g in children(c, "prep", "acomp", "advmod", "attr"))
    ]
    return [s for c in guilty for s in children(c, "nsubj")]


def subject_of_report(verb: Token) -> list[Token]:
    """Return who is said to act: "alleged that Turkey had sent ships"."""
    return [s for c in children(verb, "ccomp") if c.tag_ != "VB" for s in children(c, "nsubj")]
