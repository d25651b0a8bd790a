"""The "it" that stands for nothing: "it is unclear whether", "it was Macron who", "it is said that"."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.coreference.words import patterns
from graph.extraction.relations.syntax import children

__all__ = ["is_dummy"]

_CLAUSES = ("ccomp", "csubj", "csubjpass", "xcomp", "advcl", "acl", "relcl")
_TIMES = ("DATE", "TIME")


def is_dummy(it: Token) -> bool:
    """Whether an "it" only fills the place of a subject."""
    if it.dep_ == "expl":
        return True
    verb = it.head
    if it.lower_ != "it" or it.dep_ not in ("nsubj", "nsubjpass") or verb.i < it.i:
        return False
    if verb.lemma_ in patterns()["dummy_verbs"]:
        return any(c.i > verb.i and _opener(c) != "to" for c in children(verb, "ccomp"))
    if verb.lemma_ == "come":
        return any(c.lower_ in ("after", "as", "amid", "before", "when") for c in _openings(verb))
    if verb.lemma_ == "take":
        return any(_is_time(t) for t in children(verb, "dobj", "npadvmod", "dative"))
    if it.dep_ == "nsubjpass":
        return bool(children(verb, "ccomp", "csubj", "csubjpass")) and it.head.lemma_ not in patterns()["object_clause"]
    return verb.lemma_ in patterns()["copulas"] and _announces(verb)


def _announces(copula: Token) -> bool:
    """Whether what follows "it is" is only brought forward by it: a clause, or the one of whom something is said."""
    openers = {_opener(c) for c in _clauses(copula)}
    if _fronts(copula.nbor(1)) or any(_opener(c) == "that" for c in children(copula, "ccomp", "advcl")):
        return "that" in openers
    complement = next(iter(children(copula, "acomp", "attr", "oprd", "ccomp")), None)
    if complement is None:
        return False
    if _is_time(complement):
        return True
    if complement.pos_ == "ADJ" or complement.tag_ == "VBN":
        plain = openers - {"", "to"} and complement.lemma_ not in patterns()["minded"]
        return bool(plain) or ("to" in openers and complement.lemma_ in patterns()["dummy_adjectives"])
    indefinite = any(d.lower_ in ("a", "an") for d in children(complement, "det"))
    return bool(openers & {"that", "who", "which", "whom"}) and not indefinite


def _is_time(token: Token) -> bool:
    return token.ent_type_ in _TIMES or token.lemma_ in patterns()["times"]


def _openings(verb: Token) -> list[Token]:
    """The words that open what is said of a time: "it comes after", "it came days after", "it comes as"."""
    clauses = children(verb, "advcl", "npadvmod", "prep")
    return [t for clause in clauses for t in (clause, *clause.children) if t.i > verb.i and t.dep_ in ("mark", "prep", "advmod")]


def _clauses(copula: Token) -> list[Token]:
    return [t for t in copula.subtree if t.i > copula.i and t.dep_ in _CLAUSES and t.pos_ in ("VERB", "AUX")]


def _fronts(token: Token) -> bool:
    """Whether a time, a place or a manner stands right behind "it is": "it was after the war that"."""
    return token.pos_ in ("ADP", "SCONJ", "ADV")


def _opener(clause: Token) -> str:
    """The word that opens a clause: "that", "whether", "who", "to"; empty where there is none."""
    for token in clause.subtree:
        if token.i > clause.i:
            break
        if token.tag_ in ("WDT", "WP", "WRB", "TO") or token.dep_ == "mark":
            return token.lower_
    return ""
