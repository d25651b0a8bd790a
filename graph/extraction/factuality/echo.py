"""Claims said again of somebody else without their verb: "so did Egypt", "as has France", "Qatar, which does not"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from graph.extraction.factuality.climb import cues
from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.matching import allowed_in
from graph.extraction.relations.syntax import children, passive, surface_subjects
from graph.model import Mention

__all__ = ["echoes"]

_REACH = 12


def echoes(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield what an auxiliary without a verb of its own repeats of the clause before it, for its own subject."""
    if token.lemma_ not in cues()["auxiliaries"] or token.dep_ in ("aux", "auxpass"):
        return
    inverted = _opens(token)
    if not (inverted or (_verbless(token) and _alone(token))):
        return
    named = denote_all(_behind(token, reading) if inverted else surface_subjects(token), reading)
    if not named:
        return
    negated = any(c.dep_ == "neg" for c in token.children)
    for finding in _before(token, reading):
        for mention in named:
            copied = _copied(finding, mention, token, negated=negated)
            if copied is not None:
                yield copied


def _verbless(aux: Token) -> bool:
    return not children(aux, "dobj", "attr", "acomp", "xcomp", "ccomp", "prep", "oprd")


def _opens(aux: Token) -> bool:
    """Whether "so", "as", "nor" or "neither" stands right before it and its subject behind: "so did Egypt"."""
    return aux.i > 0 and aux.nbor(-1).lower_ in cues()["echo_words"]


def _alone(aux: Token) -> bool:
    """Whether the auxiliary is all there is of a clause: "Turkey, which does not", "Italy did too"."""
    behind = [t for t in aux.doc[aux.i + 1 : min(aux.i + 4, aux.sent.end)] if t.lower_ not in cues()["echo_adverbs"]]
    return bool(surface_subjects(aux)) and aux.lemma_ in ("do", "have") and (not behind or behind[0].is_punct)


def _behind(aux: Token, reading: Reading) -> list[Token]:
    for token in aux.doc[aux.i + 1 : min(aux.i + _REACH, aux.sent.end)]:
        if reading.at(token) and token.dep_ not in ("amod", "compound", "poss", "nmod"):
            return [token]
        if token.pos_ in ("VERB", "AUX") or token.is_punct:
            break
    return []


def _before(aux: Token, reading: Reading) -> list[Finding]:
    """The claims of the verb that is repeated: the last one before in the sentence, else the main verb of the one before."""
    here = [f for f in reading.findings if aux.sent.start <= f.trigger.i < aux.i and f.trigger.pos_ == "VERB"]
    if here:
        last = max(f.trigger.i for f in here)
        return [f for f in here if f.trigger.i == last]
    if aux.sent.start == 0 or aux.i > aux.sent.start + _REACH:
        return []
    return _of_main_verb(aux.sent[0].nbor(-1).sent, reading)


def _of_main_verb(sentence: Span, reading: Reading) -> list[Finding]:
    inside = [f for f in reading.findings if sentence.start <= f.trigger.i < sentence.end and f.trigger.pos_ == "VERB"]
    depth = {f.trigger.i: len(list(f.trigger.ancestors)) for f in inside}
    return [f for f in inside if depth[f.trigger.i] == min(depth.values())]


def _copied(finding: Finding, mention: Mention, aux: Token, *, negated: bool) -> Finding | None:
    side = "object" if passive(finding.trigger) else "subject"
    other = finding.subject if side == "object" else finding.object
    if not allowed_in(finding.relation, mention, side) or mention.entity.id == other.entity.id:
        return None
    sides = {"subject": finding.subject, "object": finding.object, side: mention}
    polarity = "negated" if negated else finding.polarity
    rule = f"echo:{finding.relation}:{aux.lemma_}"
    return replace(finding, **sides, trigger=aux, rule=rule, polarity=polarity, weight=finding.weight * 0.8)
