"""Finds the words that fill a frame's roles around a trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from graph.extraction.relations.clauses import (
    negation,
    object_of_clause,
    subject_of_clause,
    subject_of_condition,
    subject_of_demand,
    subject_of_duty,
    subject_of_guilt,
    subject_of_report,
)
from graph.extraction.relations.lexicon import Frame, classes
from graph.extraction.relations.syntax import (
    before_apposition,
    children,
    clause_of,
    objects,
    particles,
    passive,
    prepositional,
    subjects,
    surface_subjects,
)

__all__ = ["conditions_hold", "role_tokens"]


def role_tokens(trigger: Token, role: str) -> list[Token]:
    """Return the heads of the phrases that fill a role of a trigger word."""
    kind, _, preposition = role.partition(":")
    if not preposition:
        return _ROLES[role](trigger)
    if kind == "prep":
        return _prepositional(trigger, preposition)
    if kind == "adjunct":
        return _clause_subject(trigger, preposition)
    if kind == "inner":
        below = [noun for prep in children(trigger, "prep") for noun in children(prep, "pobj")]
        return [p for noun in below for p in prepositional(noun, preposition)]
    if kind == "owner":
        return _owners(_prepositional(trigger, preposition))
    return [p for c in children(trigger, "xcomp") for p in _prepositional(c, preposition)]


def _prepositional(trigger: Token, preposition: str) -> list[Token]:
    """A verb's prepositional phrase may hang on its object in the parse, and a noun's on its support verb."""
    found = prepositional(trigger, preposition)
    if found:
        return found
    if trigger.pos_ in ("VERB", "AUX"):
        hosts = [*children(trigger, "dobj", "acomp", "prt"), *(s for s in children(trigger, "nsubjpass"))]
        if trigger.tag_ == "VBN" and trigger.dep_ in ("acl", "relcl"):
            hosts.append(trigger.head)  # "talks between A and B brokered by C"
        hosts += [c for c in children(trigger, "advmod", "prt") if c.lower_ in ("out", "up", "away", "along", "together")]
        return [p for host in hosts for p in prepositional(host, preposition)]
    for inner in children(trigger, "prep"):
        for noun in children(inner, "pobj"):
            if found := prepositional(noun, preposition):
                return found if preposition in ("for", "against", "to") or inner.lower_ == "by" else []
    verb = _support_verb(trigger)
    if verb is not None and preposition not in ("of", "in", "by", "from"):
        return prepositional(verb, preposition)
    return []


def _support_verb(noun: Token) -> Token | None:
    """Return the verb that lends a noun its subject: "launched an offensive", "was given support"."""
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return _support_verb(noun.head)
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in classes()["support_verbs"]:
        return verb
    if noun.dep_ == "pobj" and verb.head.pos_ == "VERB" and verb.head.lemma_ in classes()["support_verbs"]:
        return verb.head if verb.lower_ in ("of", "with", "to", "out", "for", "on") else None
    return None


def _support(noun: Token) -> list[Token]:
    verb = _support_verb(noun)
    if verb is None or verb.lemma_ in classes()["receiving_verbs"]:
        return []
    return subjects(verb)


def _receiver(noun: Token) -> list[Token]:
    """Who receives the support: the subject of "received backing from", the object of "gave it backing"."""
    verb = _support_verb(noun)
    if verb is None:
        return []
    if verb.lemma_ in classes()["receiving_verbs"]:
        return surface_subjects(verb)
    return [*children(verb, "dative"), *prepositional(verb, "to")]


def _patron(noun: Token) -> list[Token]:
    """Whom the clause is about: "runs Tripoli with the support of Libya Dawn"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in ("with", "under", "through", "without"):
        return []
    verb = clause_of(prep)
    if verb is None or prep.head != verb:
        return []
    loose = children(verb, "advmod", "npadvmod", "dep")
    return surface_subjects(verb) or [c for c in loose if c.pos_ == "PROPN" and c.i < verb.i]


def _clause_subject(noun: Token, preposition: str) -> list[Token]:
    """Who does what a prepositional phrase says of a clause: "intervened in support of", "sent ships at the request of"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != preposition:
        return []
    verb = clause_of(noun.head)
    return subjects(verb) if verb is not None else []


def _modifiers(noun: Token) -> list[Token]:
    found = children(noun, "amod", "compound", "nmod")
    for left in reversed(list(noun.doc[max(noun.sent.start, noun.i - 9) : noun.i])):
        if left.pos_ in ("ADJ", "PROPN") and left not in found:
            found.append(left)  # a row of adjectives that the parser tore apart
        elif left.text != "," and left.pos_ not in ("ADJ", "PROPN", "CCONJ"):
            break
    return found


def _where(verb: Token) -> list[Token]:
    """The place that a clause with "where" describes: "Rajma, where Haftar has his headquarters"."""
    asks = any(c.lower_ == "where" for c in verb.children)
    return [verb.head] if asks and verb.dep_ in ("relcl", "advcl") else []


def _owners(nouns: Iterable[Token]) -> list[Token]:
    return [p for noun in nouns for p in [*children(noun, "poss"), *prepositional(noun, "of")]]


def _poss_of_object(verb: Token) -> list[Token]:
    return [p for o in objects(verb) for p in children(o, "poss")]


def _modifiers_of_object(verb: Token) -> list[Token]:
    """Whose thing the object is: "downed two Turkish drones", "shot down a drone of the LNA"."""
    return [p for o in objects(verb) for p in [*children(o, "amod", "compound", "nmod", "poss"), *prepositional(o, "of")]]


def _place_of_object(verb: Token) -> list[Token]:
    """Where the object lies: "bombed militias in the capital"."""
    return _places(verb, "sites")


def _facility_of_object(verb: Token) -> list[Token]:
    """The place whose facility is the object: "took the base at al-Watiya"."""
    return _places(verb, "facilities")


def _places(verb: Token, kind: str) -> list[Token]:
    sites = [o for o in objects(verb) if o.lemma_ in classes()[kind]]
    hosts = [*sites, *([verb] if sites else [])]
    return [
        p
        for host in hosts
        for name in ("in", "near", "at", "around", "outside", "inside", "on", "of")
        for p in prepositional(host, name)
    ]


def _self(noun: Token) -> list[Token]:
    """Whom an agent noun describes: by apposition, as a title, or through "be", "become", "remain"."""
    if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN") and not children(noun, "appos"):
        return _self(noun.head)
    described = [*children(noun, "appos")]
    if noun.dep_ == "appos":
        described.append(_host(noun))
    if noun.dep_ in ("compound", "nmod"):
        described.append(noun.head)
    copula = _copula(noun)
    if copula is not None:
        described += surface_subjects(copula)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        described += children(noun.head, "attr")  # "Haftar's sponsor is Egypt"
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.pos_ == "VERB":
        verb = noun.head.head
        described += surface_subjects(verb) if passive(verb) or not objects(verb) else objects(verb)
    return described


def _copula(noun: Token) -> Token | None:
    """The verb of "is a backer of", "is among the backers of", "is one of the backers of"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "among":
        noun = noun.head
    elif noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in ("one", "some", "two"):
        noun = noun.head.head
    linked = noun.dep_ in ("attr", "prep") and noun.head.lemma_ in ("be", "become", "remain")
    return noun.head if linked else None


def _host(apposition: Token) -> Token:
    before = before_apposition(apposition)
    return before if before is not None and before.pos_ == "PROPN" else apposition.head


def _indirect(verb: Token) -> list[Token]:
    if passive(verb) and verb.lemma_ in classes()["giving_verbs"] and children(verb, "dobj"):
        return surface_subjects(verb)  # "was given drones"
    return [t for t in children(verb, "dative") if t.pos_ != "ADP"] + [
        p for d in children(verb, "dative") if d.pos_ == "ADP" for p in children(d, "pobj")
    ]


_ROLES: dict[str, Callable[[Token], list[Token]]] = {
    "subj": subjects,
    "obj": objects,
    "iobj": _indirect,
    "oprd": lambda verb: children(verb, "oprd", "attr", "acomp", "ccomp", "xcomp"),
    "prt": lambda verb: children(verb, "prt", "advmod"),
    "poss": lambda noun: children(noun, "poss"),
    "poss.obj": _poss_of_object,
    "whole.obj": lambda verb: _owners(o for o in objects(verb) if o.pos_ == "NOUN"),
    "mod.obj": _modifiers_of_object,
    "xcomp": lambda verb: [c for c in children(verb, "xcomp") if not children(c, "neg")],
    "neg": negation,
    "agent": lambda verb: children(verb, "agent"),
    "advmod": lambda verb: children(verb, "advmod"),
    "npadvmod": lambda verb: children(verb, "npadvmod"),
    "site.obj": _facility_of_object,
    "where": _where,
    "xcomp.obj": object_of_clause,
    "ccomp.subj": subject_of_clause,
    "that.subj": subject_of_demand,
    "unless.subj": subject_of_condition,
    "must.subj": subject_of_duty,
    "guilty.subj": subject_of_guilt,
    "said.subj": subject_of_report,
    "in.obj": _place_of_object,
    "mod": _modifiers,
    "any_mod": _modifiers,
    "self": _self,
    "support": _support,
    "receiver": _receiver,
    "patron": _patron,
}


def conditions_hold(frame: Frame, trigger: Token) -> bool:
    """Whether the words around a trigger meet a frame's conditions."""
    if not _particle_fits(frame, trigger):
        return False
    if frame.clause and not _has_clause(trigger, frame.clause):
        return False
    if frame.where and not all(_headed(trigger, role, words) for role, words in frame.where.items()):
        return False
    if frame.where_any and not any(_headed(trigger, role, words) for role, words in frame.where_any.items()):
        return False
    return not (frame.where_not and any(_headed(trigger, role, words) for role, words in frame.where_not.items()))


def _particle_fits(frame: Frame, trigger: Token) -> bool:
    """A verb with a particle is another verb: "struck off" is no strike."""
    if frame.particle:
        return bool(frame.particle & particles(trigger))
    return frame.kind != "verb" or "prt" in (frame.where_any or {}) or not children(trigger, "prt")


def _headed(trigger: Token, role: str, words: frozenset[str]) -> bool:
    tokens = role_tokens(trigger, role)
    if "*" in words:
        return bool(tokens)
    return any({t.lemma_.casefold(), t.lower_, *_last_word(t)} & words for t in _with_conjuncts(tokens))


def _last_word(token: Token) -> tuple[str, ...]:
    """The head of a name, in the singular too: "Syrian mercenaries" are mercenaries; the GNA is no accord."""
    if " " not in token.text:
        return ()
    last = token.lower_.split(" of ", 1)[0].rsplit(" ", 1)[-1]
    return last, last.removesuffix("s"), f"{last.removesuffix('ies')}y"


def _with_conjuncts(tokens: Iterable[Token]) -> list[Token]:
    found = list(tokens)
    for token in found[:]:
        found += children(token, "conj")
        found += prepositional(token, "of")
    return found


def _has_clause(verb: Token, verbs: frozenset[str]) -> bool:
    below = [
        c for c in verb.children if c.i > verb.i and c.dep_ in ("xcomp", "ccomp", "advcl", "acl") and c.pos_ in ("VERB", "AUX")
    ]
    below += [a for o in children(verb, "dobj", "nsubjpass") for a in children(o, "acl", "relcl") if a.tag_ == "VB"]
    if "*" in verbs:
        return any(t.lower_ == "to" for c in below for t in children(c, "aux"))
    return any(c.lemma_ in verbs for c in below)
