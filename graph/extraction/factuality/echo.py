"""Clauses that repeat another without its verb: "so did Egypt", "as has France", "Qatar, which does not"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from graph.extraction.factuality.cues import cues
from graph.extraction.factuality.negation import negated
from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.matching import allowed_in
from graph.extraction.relations.syntax import children, passive, surface_subjects
from graph.model import Mention, Polarity

__all__ = ["echoes"]

_REACH = 12


def echoes(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield what an auxiliary without a verb of its own repeats of the clause before it, for its own subject."""
    if token.lemma_ not in cues()["auxiliaries"] or token.dep_ in ("aux", "auxpass") or token.tag_ == "VB":
        return
    opener = _opener(token)
    if not (opener or _alone(token)) or any(c.lower_ in cues()["doubt"] for c in children(token, "mark", "advmod")):
        return
    named = denote_all(_behind(token, reading) if opener else surface_subjects(token), reading)
    before = _before(token, reading) if named else []
    taken = {m.entity.id for f in before for m in (f.subject, f.object)}
    for finding in before:
        for mention in named:
            if mention.entity.id not in taken and (copied := _copied(finding, mention, token, opener)):
                yield copied


def _opener(aux: Token) -> str:
    """Return the "so", "as", "nor" or "neither" right before an auxiliary whose subject follows: "so did Egypt"."""
    word = aux.nbor(-1).lower_ if aux.i else ""
    return word if word in cues()["echo_words"] else ""


def _alone(aux: Token) -> bool:
    """Whether the auxiliary is all there is of a clause: "Turkey, which does not", "Italy did too"."""
    if aux.lemma_ not in ("do", "have") or children(aux, "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd"):
        return False
    behind = [t for t in aux.doc[aux.i + 1 : min(aux.i + 4, aux.sent.end)] if t.lower_ not in cues()["echo_adverbs"]]
    return bool(surface_subjects(aux)) and (not behind or behind[0].is_punct or behind[0].dep_ in ("prep", "cc"))


def _behind(aux: Token, reading: Reading) -> list[Token]:
    for token in aux.doc[aux.i + 1 : min(aux.i + _REACH, aux.sent.end)]:
        if reading.at(token) and token.dep_ not in ("amod", "compound", "poss", "nmod"):
            return [token]
        if token.pos_ in ("VERB", "AUX") or token.is_punct:
            break
    return []


def _before(aux: Token, reading: Reading) -> list[Finding]:
    """The claims of the verb that is repeated: one that governs or precedes the clause, else the main one a sentence before."""
    verb = next(_verbs_before(aux), None)
    if verb is not None:
        return [f for f in reading.findings if f.trigger == verb]
    if aux.sent.start == 0 or aux.i > aux.sent.start + _REACH:
        return []
    return _of_main_verb(aux.sent[0].nbor(-1).sent, reading)


def _verbs_before(aux: Token) -> Iterator[Token]:
    """The full verbs before an auxiliary in its sentence, the nearest clause first."""
    for clause in (aux, *aux.ancestors):
        if clause.pos_ == "VERB" and clause.i < aux.i and clause.lemma_ not in cues()["auxiliaries"]:
            yield clause
        for joined in reversed(children(clause, "ccomp", "conj", "advcl", "dep", "parataxis")):
            if joined.pos_ == "VERB" and joined.i < aux.i and joined.lemma_ not in cues()["auxiliaries"]:
                yield joined


def _of_main_verb(sentence: Span, reading: Reading) -> list[Finding]:
    inside = [f for f in reading.findings if sentence.start <= f.trigger.i < sentence.end and f.trigger.pos_ == "VERB"]
    depth = {f.trigger.i: len(list(f.trigger.ancestors)) for f in inside}
    return [f for f in inside if depth[f.trigger.i] == min(depth.values())]


def _copied(finding: Finding, mention: Mention, aux: Token, opener: str) -> Finding | None:
    side = "object" if passive(finding.trigger) else "subject"
    if not allowed_in(finding.relation, mention, side):
        return None
    return replace(
        finding,
        subject=mention if side == "subject" else finding.subject,
        object=mention if side == "object" else finding.object,
        trigger=aux,
        rule=f"echo:{finding.relation}:{aux.lemma_}",
        polarity=_polarity(finding, aux, opener),
        weight=finding.weight * 0.8,
    )


def _polarity(finding: Finding, aux: Token, opener: str) -> Polarity:
    """ "So did", "as did" and "did too" agree; "nor did" denies, and a bare "did" or "did not" speaks for itself."""
    denied = negated(finding.trigger)
    if opener in ("nor", "neither"):
        turned = not denied
    elif opener or any(c.lower_ in cues()["agreeing_words"] for c in aux.children):
        turned = False
    else:
        turned = denied != any(c.dep_ == "neg" for c in aux.children)
    if not turned:
        return finding.polarity
    return "affirmed" if finding.polarity == "negated" else "negated"
