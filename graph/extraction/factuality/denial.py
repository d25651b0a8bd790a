"""Denials of what was said before: "a charge that Cairo rejects", "the minister denies this", "which Ankara denies"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graph.extraction.factuality.cues import cues
from graph.extraction.factuality.negation import called_false, negated
from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.syntax import children, objects, subjects
from graph.model import Attribution, Mention

__all__ = ["denials"]


def denials(token: Token, reading: Reading) -> Iterator[Finding]:
    """Yield the negated counterparts of the claims that a verb of denial takes back.

    What is denied is a charge named by a noun, or "this" or "it"; the claims are those made about the denier in the same
    sentence before it, or in the sentence before.
    """
    if not (token.pos_ == "VERB" or token.dep_ == "relcl") or not _takes_back(token):
        return
    for denier in denote_all(subjects(token), reading):
        for finding in _made_about(denier, token, reading):
            yield replace(
                finding,
                subject=denier,
                trigger=token,
                rule=f"denial:{finding.relation}:{token.lemma_}",
                polarity="negated",
                modality="reported",
                attributed_to=Attribution(id=denier.entity.id, label=denier.entity.label, text=denier.text),
            )


def _takes_back(verb: Token) -> bool:
    words = cues()
    denies = verb.lemma_ in words["denial_verbs"] | words["rejecting_verbs"]
    if not (denies or called_false(verb)) or children(verb, "ccomp") or negated(verb):
        return False
    denied = {t.lemma_.casefold() for t in (*objects(verb), *children(verb, "dobj"))}
    return bool(denied & words["charges"]) or any(_doing_so(c) for c in children(verb, "xcomp"))


def _doing_so(clause: Token) -> bool:
    return clause.lemma_ == "do" and any(c.lower_ in ("so", "it", "that", "this") for c in clause.children)


def _made_about(denier: Mention, verb: Token, reading: Reading) -> Iterator[Finding]:
    here, before = verb.sent, verb.sent[0].nbor(-1).sent if verb.sent.start else None
    for finding in reading.findings:
        at = finding.trigger
        near = (here.start <= at.i < verb.i) or (before is not None and before.start <= at.i < before.end)
        if (
            near
            and finding.subject.entity.id == denier.entity.id
            and finding.polarity == "affirmed"
            and finding.modality != "asserted"
        ):
            yield finding
