"""What stands above and around a trigger: negation, denial, plans, conditions, and who says so."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.factuality.cues import among, cues
from graph.extraction.factuality.intent import awaited, intended, only_possible
from graph.extraction.factuality.negation import called_false, joined_by_nor, negated, only_later, prefixed, unreal
from graph.extraction.factuality.path import closed, gerund_object, is_content, steps, taken_for_granted
from graph.extraction.factuality.speech import is_quoted, quoted_source, said_beside, speaker
from graph.extraction.factuality.standing import Standing
from graph.extraction.reading import Finding, Reading
from graph.extraction.relations.syntax import children, passive

__all__ = ["standing_of"]

_CLAUSES = ("xcomp", "ccomp", "pcomp", "csubj", "csubjpass", "acl")
_NOMINAL = ("dobj", "nsubjpass", "attr", "pobj", "prep", "acomp", "oprd")


def standing_of(finding: Finding, reading: Reading) -> Standing:
    """Climb from the trigger of a finding to the root of its sentence."""
    trigger = finding.trigger
    standing = Standing.of(finding.relation, trigger.lemma_)
    if finding.presupposed and (trigger.dep_ not in ("attr", "acomp") or finding.rule.startswith("name")):
        standing.negated = prefixed(trigger)
        standing.reported = any(c.lower_ in cues()["hearsay"] for c in children(trigger, "amod"))
        return standing
    if trigger.lemma_ in cues()["withholding_verbs"] and finding.relation in cues()["granted_relations"]:
        standing.negated = finding.polarity == "affirmed"  # "withdrew its support": some frames know it, others do not
    _own(trigger, standing)
    if trigger.lemma_ in cues()["unproven_verbs"]:
        standing.attribute(speaker(trigger, reading))
    _beside(trigger, None, standing, reading)
    _climb(finding, standing, reading)
    if not standing.reported and is_quoted(trigger):
        standing.attribute(quoted_source(trigger, reading))
    if standing.ceased and standing.possible:
        standing.negated, standing.possible = standing.negated ^ standing.lasting, False
    return standing


def _climb(finding: Finding, standing: Standing, reading: Reading) -> None:
    trigger, granted = finding.trigger, False
    for lower, upper in steps(trigger):
        if closed(lower):
            return
        granted = granted or (trigger.pos_ == "NOUN" and taken_for_granted(lower, upper))
        if not granted:
            _step(lower, upper, standing, reading)
        elif _is_said(lower, upper):
            standing.attribute(speaker(upper, reading))
        _beside(upper, lower, standing, reading)
    if trigger.sent.root in (trigger, *trigger.ancestors) and only_possible(trigger.sent):
        standing.possible = True


def _beside(verb: Token, lower: Token | None, standing: Standing, reading: Reading) -> None:
    if not standing.reported:
        found, source = said_beside(verb, lower, reading)
        if found:
            standing.attribute(source)
            standing.told = True


def _own(trigger: Token, standing: Standing, below: Token | None = None) -> None:
    """What the words of a predicate itself make of it."""
    words = cues()
    denied = negated(trigger, below)
    if denied and unreal(trigger):
        return
    if (denied and not only_later(trigger)) or prefixed(trigger):
        standing.flip()
    modals = [a.lower_ for a in children(trigger, "aux") if a.lower_ in words["possible_modals"]]
    if modals and not (denied and words["refusing_modals"].issuperset(modals)):
        standing.possible = True
    around = {c.lower_ for c in children(trigger, "mark", "advmod", "amod")}
    if around & words["hearsay"]:
        standing.reported = True
    if around & words["doubt"] or intended(trigger, served=standing.served) or awaited(trigger):
        standing.possible = True


def _step(lower: Token, upper: Token, standing: Standing, reading: Reading) -> None:
    if upper.pos_ in ("VERB", "AUX"):
        _through_verb(lower, upper, standing, reading)
    elif upper.pos_ == "NOUN":
        _through_noun(lower, upper, standing)
    elif upper.pos_ == "ADJ" and lower.dep_ in ("xcomp", "ccomp"):
        standing.possible = standing.possible or upper.lemma_ in cues()["possible_adjectives"]
        if upper.lemma_ in cues()["negative_adjectives"]:
            standing.flip()
    elif upper.pos_ in ("ADP", "SCONJ", "ADV") and _leaves_out(lower, upper):
        standing.flip()


def _leaves_out(lower: Token, upper: Token) -> bool:
    """Whether words before an act say that it does not happen: "without", "instead of", "far from", "short of"."""
    if upper.lower_ == "without":
        return True
    outer = {c.lower_ for c in children(upper, "advmod", "amod")} | {upper.head.lower_}
    return lower.dep_ == "pcomp" and bool(outer & cues()["leaving_out"])


def _through_verb(lower: Token, verb: Token, standing: Standing, reading: Reading) -> None:
    if lower.dep_ == "conj":
        if lower.pos_ in ("VERB", "AUX"):
            _shared(lower, verb, standing)
        return
    clausal = lower.dep_ in _CLAUSES or _inside_preposition(lower) or gerund_object(lower)
    nominal = lower.dep_ in _NOMINAL and lower.pos_ in ("NOUN", "ADJ", "ADP")
    if called_false(verb):
        if clausal or _is_charge(lower):
            standing.negated = not standing.negated
            standing.reported = standing.told = True
    elif not (clausal or nominal):
        return
    elif _denies(lower, verb, clausal=clausal):
        if not standing.charge:
            _denied(lower, verb, standing, reading)
    elif _is_said(lower, verb):
        _said(lower, verb, standing, reading)
    else:
        _taken(lower, verb, standing, reading, clausal=clausal)


def _is_said(lower: Token, verb: Token) -> bool:
    """Whether a clause is what a verb of saying tells, or an act what it blames somebody for; an order is neither."""
    words = cues()
    if verb.pos_ != "VERB" or verb.lemma_ not in words["saying_verbs"]:
        return False
    if lower.dep_ == "dobj":
        return verb.lemma_ in words["unproven_verbs"]
    if lower.dep_ == "prep":
        return verb.lemma_ in words["blaming_verbs"] or (_inside_preposition(lower) and lower.lower_ != "against")
    infinitive = lower.tag_ == "VB" and any(a.lower_ == "to" for a in children(lower, "aux"))
    if lower.dep_ == "ccomp" and not infinitive:
        return True
    if lower.dep_ in ("xcomp", "ccomp"):
        return verb.lemma_ in words["claiming_verbs"] or (passive(verb) and verb.lemma_ not in words["hearer_verbs"])
    return False


def _said(lower: Token, verb: Token, standing: Standing, reading: Reading) -> None:
    """What is said is reported; what is not said, or not confirmed, is left open, not denied."""
    if not negated(verb, lower):
        standing.attribute(speaker(verb, reading))
    elif verb.lemma_ in cues()["belief_verbs"]:  # "does not believe that it is so": it is not so
        standing.flip()
    elif not (passive(verb) and verb.lemma_ in cues()["hearer_verbs"]):  # who was not told of a thing has it hidden from him
        standing.possible = True
    standing.told = True


def _is_charge(lower: Token) -> bool:
    return lower.lemma_ in cues()["contents"] | cues()["charges"] and lower.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")


def _denies(lower: Token, verb: Token, *, clausal: bool) -> bool:
    """Whether a verb denies what hangs on it; "reject" does so of a charge and of a deal, not of support or an attack."""
    words, nominal = cues(), lower.dep_ in ("dobj", "nsubjpass")
    if verb.lemma_ in words["denial_verbs"]:
        return clausal or nominal
    if verb.lemma_ in words["rejecting_verbs"] and lower.dep_ == "prep" and lower.lower_ == "as":
        return _is_charge(next(lower.children, lower))  # "dismissed as false reports that", which the parser reads as one
    return verb.lemma_ in words["rejecting_verbs"] and (clausal or _is_charge(lower) or lower.lemma_ in words["dealings"])


def _denied(lower: Token, verb: Token, standing: Standing, reading: Reading) -> None:
    if standing.told and not (_is_charge(lower) or lower.dep_ == "prep"):
        return  # "denied that the minister had said so"
    if not negated(verb, lower):
        standing.negated = not standing.negated
        standing.possible = False
    standing.attribute(speaker(verb, reading))
    standing.told = True


def _taken(lower: Token, verb: Token, standing: Standing, reading: Reading, *, clausal: bool) -> None:
    """What refusing, ceasing, planning, asking or beginning makes of an act."""
    words, lemma = cues(), verb.lemma_
    object_like = clausal or lower.dep_ in ("dobj", "nsubjpass")
    if among(verb, "negative_verbs") and lower.dep_ != "ccomp" and object_like:
        standing.flip()
    elif among(verb, "ceasing_verbs") and lower.dep_ != "ccomp" and object_like:
        standing.cease()
        if not standing.lasting:
            return
    elif _yet_to(lower, verb):
        standing.flip()
    elif (among(verb, "possible_verbs") or _is_to(lower, verb)) and clausal and lower.dep_ != "acl":
        standing.possible = True
        if standing.ceased and standing.lasting and lemma in words["requests"]:  # whoever wants it to end says that it goes on
            standing.attribute(speaker(verb, reading))
    elif not clausal and _plans(lower, verb):
        standing.possible = True
    carries = lemma in words["carrying_verbs"] or among(verb, "negative_verbs") or among(verb, "ceasing_verbs")
    if lemma not in words["requests"] and ((clausal and carries) or lower.dep_ in ("dobj", "attr", "acomp", "nsubjpass")):
        _own(verb, standing, lower)


def _plans(lower: Token, verb: Token) -> bool:
    """Whether an act named by a noun is only planned: "threatened an attack", "called for talks"."""
    if lower.dep_ in ("dobj", "nsubjpass"):
        return verb.lemma_ in cues()["planning_verbs"]
    return lower.dep_ == "prep" and f"{verb.lemma_} {lower.lower_}" in cues()["planning_verbs"]


def _yet_to(lower: Token, verb: Token) -> bool:
    """ "has yet to recognise", "is yet to", "remains to be": what has not been done."""
    return lower.dep_ == "xcomp" and verb.lemma_ in ("have", "be", "remain") and any(c.lower_ == "yet" for c in verb.children)


def _is_to(lower: Token, verb: Token) -> bool:
    """ "is to visit", "were to hand over": what is arranged."""
    return verb.lemma_ == "be" and lower.dep_ == "xcomp" and lower.tag_ == "VB"


def _inside_preposition(lower: Token) -> bool:
    return lower.dep_ == "prep" and any(c.dep_ == "pcomp" for c in lower.children)


def _shared(lower: Token, verb: Token, standing: Standing) -> None:
    """A conjoined verb shares the modal and the negation of the first where it has no subject and auxiliary of its own."""
    if lower.tag_ != verb.tag_ or children(lower, "nsubj", "nsubjpass", "aux", "auxpass"):
        return
    modals = [a.lower_ for a in children(verb, "aux") if a.lower_ in cues()["possible_modals"]]
    denied = lower.tag_ in ("VB", "VBG") and negated(verb) and not joined_by_nor(lower)
    if denied and not _but_between(verb, lower):
        standing.flip()
    elif modals:
        standing.possible = True


def _but_between(first: Token, last: Token) -> bool:
    return any(c.lower_ == "but" and first.i < c.i < last.i for c in children(first, "cc"))


def _untrue(noun: Token) -> bool:
    """Whether a charge is called false by a word before it: "false reports that"; not where a verb rejects it as that."""
    false = any(c.lemma_.casefold() in cues()["denial_adjectives"] for c in children(noun, "amod"))
    rejected = noun.head.lemma_ in cues()["denial_verbs"] | cues()["rejecting_verbs"] or noun.head.lower_ == "as"
    return false and not rejected


def _through_noun(lower: Token, noun: Token, standing: Standing) -> None:
    words = cues()
    if lower.dep_ in ("acl", "relcl") and is_content(lower):
        standing.reported = standing.told = True
        if negated(noun, lower):  # "no evidence that"
            standing.negated, standing.possible = not standing.negated, True
        elif noun.lemma_ == "denial" or _untrue(noun):
            standing.negated = not standing.negated
    elif lower.dep_ in ("acl", "prep", "pcomp"):
        if noun.lemma_ in words["denial_nouns"]:
            standing.flip()
            standing.reported = standing.reported or noun.lemma_ == "denial"
        elif noun.lemma_ in words["ceasing_nouns"]:
            standing.cease()
        elif noun.lemma_ in words["possible_nouns"]:
            standing.possible = True
        elif noun.lemma_ in words["hearsay_nouns"] and lower.dep_ == "prep" and lower.lower_ == "of":
            standing.reported = standing.told = True
