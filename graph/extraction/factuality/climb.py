"""What stands above and around a trigger: negation, denial, plans, conditions, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from graph.datafiles import load_yaml, package_file
from graph.extraction.coreference.quotes import in_quotes, speaker_of, speakers_of
from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.lexicon import classes
from graph.extraction.relations.syntax import children, passive, subjects
from graph.model import Attribution, Mention

__all__ = ["Standing", "cues", "standing_of"]

_PACKAGE = "graph.extraction.factuality"


@dataclass(slots=True)
class Standing:
    """How a claim stands in its sentence."""

    negated: bool = False
    possible: bool = False
    reported: bool = False
    source: Attribution | None = None


@cache
def cues() -> dict[str, frozenset[str]]:
    """Return the cue words by kind."""
    data: dict[str, Any] = load_yaml(package_file(_PACKAGE, "cues.yaml"), package=_PACKAGE, schema="cues.schema.json")
    return {kind: frozenset(words) for kind, words in data.items()}


def standing_of(finding: Finding, reading: Reading) -> Standing:
    """Climb from the trigger of a finding to the root of its sentence."""
    standing = Standing()
    trigger = finding.trigger
    if finding.presupposed and _prefixed(trigger):
        standing.negated = True
    if not finding.presupposed or trigger.dep_ in ("attr", "acomp"):
        _own_negation(trigger, standing)
        own = True
        for lower, upper in _steps(trigger):
            own = own and not _closed(lower) and not (trigger.pos_ == "NOUN" and _presupposed(lower, upper))
            if own:
                _step(lower, upper, standing, reading)
            else:
                _attributed(lower, upper, standing, reading)
    for verb in (trigger, *trigger.ancestors):
        _according(verb, standing, reading)
    _quoted(trigger, standing, reading)
    return standing


def _steps(token: Token) -> Iterator[tuple[Token, Token]]:
    while token.head != token and not _apart(token, token.head):
        yield token, token.head
        token = token.head


def _apart(lower: Token, upper: Token) -> bool:
    """Whether a semicolon parts two clauses that the parser hung on each other."""
    first, last = sorted((lower.i, upper.i))
    return lower.dep_ in ("ccomp", "conj", "parataxis", "advcl") and any(t.text == ";" for t in lower.doc[first:last])


def _closed(token: Token) -> bool:
    """Whether what lies above a token no longer bears on its truth: a relative or adverbial clause, an apposition."""
    if (token.dep_ in ("relcl", "acl") and _is_content(token)) or _is_gerund_object(token):
        return False
    return token.dep_ in ("relcl", "advcl", "appos", "parataxis") or (token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"))


def _is_gerund_object(token: Token) -> bool:
    """Whether an -ing form right behind a verb is its object: "ruled out recognising"."""
    return token.dep_ == "advcl" and token.tag_ == "VBG" and 0 < token.i - token.head.i <= 2


def _is_content(clause: Token) -> bool:
    """Whether a clause says what a noun like "claim" or "report" contains: "the claim that Egypt trains them"."""
    return (
        clause.head.lemma_ in cues()["contents"]
        and bool(children(clause, "nsubj", "nsubjpass"))
        and bool([c for c in children(clause, "mark", "dobj", "advmod") if c.lower_ == "that"] or clause.dep_ == "acl")
    )


def _presupposed(lower: Token, upper: Token) -> bool:
    """Whether a verb takes an act named by a noun for granted: "condemned the attack", not "launched", "denied", "called for"."""
    if upper.pos_ != "VERB" or lower.dep_ not in ("dobj", "nsubj", "nsubjpass", "prep", "pobj"):
        return False
    words = cues()
    open_verbs = words["denial_verbs"] | words["negative_verbs"] | words["possible_verbs"] | classes()["support_verbs"]
    return upper.lemma_ not in open_verbs


def _attributed(lower: Token, upper: Token, standing: Standing, reading: Reading) -> None:
    if upper.pos_ == "VERB" and lower.dep_ == "ccomp" and upper.lemma_ in cues()["saying_verbs"]:
        _attribute(upper, standing, reading)


def _own_negation(trigger: Token, standing: Standing, below: Token | None = None) -> None:
    words = cues()
    if _negated(trigger, below) or _prefixed(trigger):
        standing.negated = not standing.negated
    if any(c.lower_ in words["possible_modals"] for c in children(trigger, "aux")):
        standing.possible = True
    if any(c.lower_ in words["hearsay_adverbs"] for c in children(trigger, "advmod")):
        standing.reported = True
    if any(c.lower_ in words["conditional_marks"] for c in children(trigger, "mark", "advmod")):
        standing.possible = True
    if any(c.lower_ in words["possible_adverbs"] for c in children(trigger, "advmod")):
        standing.possible = True
    if _intended(trigger):
        standing.possible = True


def _intended(verb: Token) -> bool:
    """Whether an infinitive only names an aim: "a campaign to seize", "sent troops to retake"; not "the first to recognise"."""
    if verb.tag_ != "VB" or not any(a.lower_ == "to" for a in children(verb, "aux")):
        return False
    if verb.dep_ == "advcl":
        return True
    return verb.dep_ in ("acl", "relcl") and verb.head.pos_ == "NOUN" and verb.head.lemma_ not in cues()["factual_nouns"]


def _negated(token: Token, below: Token | None = None) -> bool:
    """Whether a predicate is negated by a word of its own or of its arguments; the argument climbed from has had its say."""
    return any(child != below and _negates(child) for child in token.children)


def _negates(child: Token) -> bool:
    words = cues()["negators"]
    if child.dep_ == "neg" or (child.dep_ in ("det", "preconj", "advmod", "cc") and child.lower_ in words):
        return not _contrasts(child)
    if child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
        own = [
            c.lower_ for c in child.children if c.dep_ in ("det", "neg", "preconj", "cc", "advmod", "predet") and c.i < child.i
        ]
        return child.lower_ in words or ("but" not in own and any(w in words for w in own if w != "nor" or "neither" in own))
    if child.dep_ == "advmod" and child.lower_ in ("longer", "more"):
        return any(c.lower_ == "no" for c in child.children)
    if child.dep_ == "prep":
        return any(c.lower_ == "no" for p in children(child, "pobj") if p.lemma_ in cues()["no_means"] for c in p.children)
    return False


def _contrasts(negator: Token) -> bool:
    """Whether "not" stands behind the predicate and sets something else against it: "bombed Dawn, not Egypt"."""
    return negator.i > negator.head.i and negator.i > 0 and negator.nbor(-1).text == ","


def _prefixed(token: Token) -> bool:
    """Whether "non-" stands before a word, or before the compound that it ends: "non-recognition", "non-UN-recognised"."""
    for distance in (2, 4):
        if token.i >= distance and token.nbor(1 - distance).text == "-" and token.nbor(-distance).lower_ == "non":
            return True
    return False


def _step(lower: Token, upper: Token, standing: Standing, reading: Reading) -> None:
    if upper.pos_ in ("VERB", "AUX"):
        _through_verb(lower, upper, standing, reading)
    elif upper.pos_ == "NOUN":
        _through_noun(lower, upper, standing)
    elif upper.pos_ == "ADJ" and lower.dep_ in ("xcomp", "ccomp"):
        standing.possible = standing.possible or upper.lemma_ in cues()["possible_adjectives"]
        standing.negated ^= upper.lemma_ in cues()["negative_adjectives"]
    elif upper.pos_ in ("ADP", "SCONJ") and upper.lower_ == "without":
        standing.negated = not standing.negated


def _through_verb(lower: Token, verb: Token, standing: Standing, reading: Reading) -> None:
    words, lemma = cues(), verb.lemma_
    clausal = lower.dep_ in ("xcomp", "ccomp", "pcomp", "csubj", "csubjpass", "acl") or _inside_preposition(lower)
    clausal = clausal or _is_gerund_object(lower)
    nominal = lower.dep_ in ("dobj", "nsubjpass", "attr", "pobj", "prep", "acomp", "oprd") and lower.pos_ in (
        "NOUN",
        "ADJ",
        "ADP",
    )
    if _called_false(verb):
        standing.negated = not standing.negated
        standing.reported = True
        return
    if not (clausal or nominal):
        if lower.dep_ == "conj" and lower.pos_ in ("VERB", "AUX"):
            _shared(lower, verb, standing)
        return
    if lemma in words["denial_verbs"] and (clausal or lower.dep_ in ("dobj", "nsubjpass")):
        standing.negated = not standing.negated
        _attribute(verb, standing, reading)
        return
    if _among(verb, words["negative_verbs"]) and lower.dep_ != "ccomp" and (clausal or lower.dep_ in ("dobj", "nsubjpass")):
        standing.negated = not standing.negated
    elif lemma in words["possible_verbs"] and clausal and lower.dep_ != "acl":
        standing.possible = True
    elif lemma in words["saying_verbs"] and lemma not in words["raising_verbs"]:
        _said(lower, verb, standing, reading)
        return
    carries = lemma in words["possible_verbs"] | words["negative_verbs"] | words["raising_verbs"]
    if (clausal and carries) or lower.dep_ in ("dobj", "attr", "acomp", "nsubjpass"):
        _own_negation(verb, standing, lower)


def _said(lower: Token, verb: Token, standing: Standing, reading: Reading) -> None:
    """What is said is reported; what is not said, or not confirmed, is left open, not denied."""
    if _negated(verb, lower):
        standing.possible = True
    elif lower.dep_ == "ccomp" or (lower.dep_ == "prep" and _inside_preposition(lower)):
        _attribute(verb, standing, reading)


def _among(verb: Token, lemmas: frozenset[str]) -> bool:
    """Whether a verb, alone or with its particle ("rule out"), is one of some lemmas."""
    return verb.lemma_ in lemmas or any(f"{verb.lemma_} {c.lower_}" in lemmas for c in children(verb, "prt", "prep", "advmod"))


def _called_false(verb: Token) -> bool:
    """Whether a clause calls what it is about untrue: "is baseless", "it is untrue that", "were called false"."""
    return any(c.lemma_.casefold() in cues()["denial_adjectives"] for c in children(verb, "acomp", "attr", "oprd"))


def _inside_preposition(lower: Token) -> bool:
    return lower.dep_ == "prep" and any(c.dep_ == "pcomp" for c in lower.children)


def _shared(lower: Token, verb: Token, standing: Standing) -> None:
    """A conjoined verb shares the modal of the first where it has no subject and auxiliary of its own."""
    if not children(lower, "nsubj", "nsubjpass", "aux", "auxpass"):
        if any(c.lower_ in cues()["possible_modals"] for c in children(verb, "aux")):
            standing.possible = True
        if lower.tag_ in ("VB", "VBG") and _negated(verb) and verb.tag_ == lower.tag_:
            standing.negated = not standing.negated


def _through_noun(lower: Token, noun: Token, standing: Standing) -> None:
    words = cues()
    if lower.dep_ in ("acl", "relcl") and _is_content(lower):
        standing.reported = True
        if _negated(noun, lower):  # "no evidence that"
            standing.negated, standing.possible = not standing.negated, True
        return
    if lower.dep_ in ("acl", "prep", "pcomp", "relcl") and lower.dep_ != "relcl":
        if noun.lemma_ in words["denial_nouns"]:
            standing.negated = not standing.negated
        elif noun.lemma_ in words["possible_nouns"]:
            standing.possible = True


def _attribute(verb: Token, standing: Standing, reading: Reading) -> None:
    standing.reported = True
    if standing.source is not None:
        return
    speakers = speakers_of(verb, subjects(verb) if not passive(verb) else [])
    if speakers:
        standing.source = _attribution(speakers, denote_all(speakers, reading))


def _attribution(words: list[Token], named: list[Mention]) -> Attribution:
    text = " ".join(t.text for t in sorted(words[0].subtree, key=lambda t: t.i)[:12]).strip() or words[0].text
    first = named[0].entity if named else None
    return Attribution(id=first.id if first else None, label=first.label if first else None, text=text)


def _according(verb: Token, standing: Standing, reading: Reading) -> None:
    """ "According to": who stands behind it says so."""
    for child in verb.children:
        if child.lower_ == "according" and standing.source is None:
            standing.reported = True
            sources = [p for to in children(child, "prep") for p in children(to, "pobj")]
            if sources:
                standing.source = _attribution(sources, denote_all(sources, reading))


def _quoted(trigger: Token, standing: Standing, reading: Reading) -> None:
    if standing.reported or not in_quotes(trigger):
        return
    speaker = speaker_of(trigger, reading, cues()["saying_verbs"])
    standing.reported = True
    if speaker is not None:
        standing.source = Attribution(id=speaker.entity.id, label=speaker.entity.label, text=speaker.text)
