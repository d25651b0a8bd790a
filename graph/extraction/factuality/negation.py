"""Whether a predicate is negated by a word of its own or of its arguments."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.factuality.cues import cues
from graph.extraction.relations.syntax import children

__all__ = ["called_false", "joined_by_nor", "negated", "only_later", "prefixed", "unreal"]

_ARGUMENTS = ("dobj", "nsubj", "nsubjpass", "attr")
_WORDS_BEFORE = ("det", "neg", "preconj", "cc", "advmod", "predet")


def negated(token: Token, below: Token | None = None) -> bool:
    """Whether a predicate is negated.

    Parameters
    ----------
    token
        The predicate: a verb, an adjective, or a noun such as "ally" in "is no ally of".
    below
        The argument or clause that was climbed from, which has had its say.
    """
    if token.pos_ == "NOUN" and token.left_edge.lower_ == "neither":
        return True  # "is neither Dbeibah's rival nor his friend"
    return any(child != below and _negates(child) for child in token.children) or joined_by_nor(token)


def joined_by_nor(token: Token) -> bool:
    """Whether a conjunct is joined by "nor": "neither arms the council nor funds it"."""
    if token.dep_ != "conj":
        return False
    joints = [c for c in token.head.children if c.dep_ in ("cc", "preconj") and token.head.i < c.i < token.i]
    return bool(joints) and joints[-1].lower_ in ("nor", "neither")


def _negates(child: Token) -> bool:
    words = cues()["negators"]
    if child.dep_ == "neg" or (child.dep_ in ("det", "preconj", "advmod", "cc") and child.lower_ in words):
        return not (_contrasts(child) or _not_only(child) or (child.dep_ == "cc" and child.i > child.head.i))
    if child.dep_ in _ARGUMENTS:
        return child.lower_ in words or _without_any(child)
    if child.dep_ == "advmod" and child.lower_ in ("longer", "more"):
        return any(c.lower_ == "no" for c in child.children)
    if child.dep_ == "prep":
        return any(c.lower_ == "no" for p in children(child, "pobj") if p.lemma_ in cues()["no_means"] for c in p.children)
    return False


def _without_any(argument: Token) -> bool:
    """Whether "no" or "neither" stands before an argument; "not the one but the other" denies neither of the two as a whole."""
    own = [c for c in argument.children if c.dep_ in _WORDS_BEFORE and c.i < argument.i and not _not_only(c)]
    words = [c.lower_ for c in own]
    if "but" in words or any(c.lower_ == "but" for c in children(argument, "cc")):
        return False
    return any(w in cues()["negators"] for w in words if w != "nor" or "neither" in words)


def _contrasts(negator: Token) -> bool:
    """Whether "not" stands behind the predicate and sets something else against it: "bombed Dawn, not Egypt"."""
    return negator.i > negator.head.i and negator.i > 0 and negator.nbor(-1).text == ","


def _not_only(negator: Token) -> bool:
    following = negator.i + 1
    return following < len(negator.doc) and negator.doc[following].lower_ in cues()["only_words"]


def only_later(verb: Token) -> bool:
    """Whether what is negated came to pass at last: "did not recognise the council until August"."""
    past = any(a.lower_ in ("did", "had", "was", "were") for a in children(verb, "aux", "auxpass"))
    return past and any(c.lower_ in ("until", "till") and c.i > verb.i for c in children(verb, "prep"))


def unreal(verb: Token) -> bool:
    """Whether a clause supposes what was not so: "had Turkey not come", "if the raid had not happened"."""
    had = [a for a in children(verb, "aux") if a.lower_ == "had"]
    who = children(verb, "nsubj", "nsubjpass")
    if not (had and who):
        return False
    opens = had[0].is_sent_start or had[0].nbor(-1).is_punct
    inverted = opens and had[0].i < who[0].i and verb.sent[-1].text != "?"
    return inverted or any(m.lower_ == "if" for m in children(verb, "mark"))


def prefixed(token: Token) -> bool:
    """Whether "non-" stands before a word, or before the compound that it ends: "non-recognition", "non-UN-recognised"."""
    for distance in (2, 4):
        if token.i >= distance and token.nbor(1 - distance).text == "-" and token.nbor(-distance).lower_ == "non":
            return True
    return False


def called_false(verb: Token) -> bool:
    """Whether a clause calls what it is about untrue: "is baseless", "it is not true that", "were called false"."""
    called = {c.lemma_.casefold() for c in children(verb, "acomp", "attr", "oprd")}
    if called & cues()["denial_adjectives"]:
        return not negated(verb)
    return bool(called & cues()["true_adjectives"]) and negated(verb)
