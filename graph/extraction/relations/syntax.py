"""Reading a dependency parse: who is the logical subject, object or prepositional complement of a predicate.

Labels are those of spaCy's English pipelines (ClearNLP). Nothing here knows about actors or relations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from graph.extraction.relations.lexicon import classes

__all__ = [
    "agents",
    "before_apposition",
    "children",
    "clause_of",
    "forget",
    "label_of",
    "objects",
    "particles",
    "passive",
    "prepositional",
    "subjects",
    "surface_subjects",
]

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = ("WDT", "WP", "WP$", "WRB")
_BELOW = "libyagraph_children"


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children of a token with one of the labels."""
    doc = token.doc
    below = doc.user_data.get(_BELOW) or _hung(doc)
    return [doc[index] for label, index in below[token.i] if label in labels]


def label_of(token: Token) -> str:
    """Return the label of a step in the parse; prepositions carry their word."""
    return f"{token.dep_}:{token.lower_}" if token.dep_ in ("prep", "agent", "dative") else token.dep_


def _hung(doc: Doc) -> list[list[tuple[str, int]]]:
    """Keep the label and the index of each token's children, which are asked for again and again; `forget` drops them."""
    below: list[list[tuple[str, int]]] = [[] for _ in doc]
    for token, head in zip(doc, doc.to_array("HEAD").astype("int64").tolist(), strict=True):
        if head:
            below[token.i + head].append((token.dep_, token.i))
    doc.user_data[_BELOW] = below
    return below


def forget(doc: Doc) -> None:
    """Drop what is kept of a document's parse; to be called where heads or labels were changed."""
    doc.user_data.pop(_BELOW, None)


def passive(verb: Token) -> bool:
    """Whether a verb is passive: by auxiliary, or a past participle that modifies a noun or a clause."""
    if children(verb, "auxpass", "nsubjpass", "agent"):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not children(verb, "aux", *_SUBJECTS):
        return passive(verb.head)
    if verb.dep_ in ("acomp", "attr", "oprd") and verb.head.lemma_ in ("be", "get", "keep"):
        return not children(verb, "dobj")
    return verb.dep_ in ("acl", "advcl", "amod", "relcl", "ROOT", "appos", "dep") and not children(verb, "aux", "dobj")


def agents(verb: Token) -> list[Token]:
    """Return the "by" phrase of a passive."""
    direct = [p for by in children(verb, "agent") for p in children(by, "pobj", "pcomp")]
    if direct or not passive(verb):
        return direct
    own = [p for prep in children(verb, "prep") if prep.lower_ == "by" for p in children(prep, "pobj")]
    return own or [a for later in children(verb, "conj") if later.tag_ == verb.tag_ for a in agents(later)]


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the grammatical subject of a verb, also where it is shared, controlled or the head of a relative clause."""
    own = children(verb, *_SUBJECTS)
    if own:
        return [_whole_list(verb, _antecedent(verb, s), s) for s in own]
    if depth > 6:
        return []
    if verb.dep_ in ("ROOT", "ccomp") and verb.tag_ != "VB" and (displaced := _displaced_subject(verb)):
        return displaced
    if verb.dep_ == "conj" or (verb.dep_ in ("acomp", "attr") and verb.head.pos_ == "AUX"):
        return surface_subjects(_speaking(verb) or verb.head, depth + 1)
    if verb.dep_ in ("relcl", "acl"):
        return _of_noun(verb, depth)
    if verb.dep_ == "xcomp":
        return _controller(verb, depth)
    if verb.dep_ == "pcomp":
        return _of_preposition(verb.head, depth)
    shares = verb.dep_ in ("advcl", "ccomp", "dep", "parataxis") and verb.head.pos_ in ("VERB", "AUX")
    return surface_subjects(verb.head, depth + 1) if shares else []


def _speaking(verb: Token) -> Token | None:
    """The verb of saying that a verb of saying really goes on from: "said that output had fallen and urged both to"."""
    said = verb.head
    while said.dep_ == "conj":
        said = said.head
    if verb.lemma_ not in classes()["speech_acts"] or said.dep_ != "ccomp" or said.lemma_ in classes()["speech_acts"]:
        return None
    above = said.head
    return above if above.tag_ == verb.tag_ and verb.tag_ in ("VBD", "VBZ") and above.i < said.i else None


def _displaced_subject(verb: Token) -> list[Token]:
    """The subject that the parser drew into the phrase before it: "In the east, Jathran, who ..., holds"."""
    for before in verb.children:
        if before.i >= verb.i or before.dep_ not in ("prep", "npadvmod", "advmod"):
            continue
        for token in before.subtree:
            opened = token.left_edge.i - 1
            behind = token.dep_ in ("conj", "appos", "npadvmod") and opened > before.i and token.doc[opened].text == ","
            if behind and token.pos_ in ("PROPN", "NOUN") and not _dated(token):
                return [token]
    return []


def _dated(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME", "CARDINAL")


def _whole_list(verb: Token, antecedent: Token, subject: Token) -> Token:
    """ "Egypt and the UAE, which support him": a plural verb takes up the whole list, not only its last member."""
    plural = verb.tag_ == "VBP" or any(a.tag_ == "VBP" or a.lower_ == "were" for a in children(verb, "aux", "auxpass"))
    while antecedent is not subject and plural and antecedent.dep_ == "conj":
        antecedent = antecedent.head
    return antecedent


def _antecedent(verb: Token, subject: Token) -> Token:
    """Replace a relative pronoun by the noun that its clause modifies."""
    if subject.tag_ not in _RELATIVE and not (subject.lower_ == "that" and subject.pos_ in ("PRON", "SCONJ", "DET")):
        return subject
    top = verb
    while top.dep_ in ("conj", "xcomp", "ccomp") and top.head != top:
        if top.head.lemma_ == "be" and any(c.lower_ == "it" for c in children(top.head, "nsubj")):
            return next(iter(children(top.head, "attr")), subject)  # "It was the Emirates that armed"
        top = top.head
    return top.head if top.dep_ == "relcl" else subject


def _of_noun(verb: Token, depth: int) -> list[Token]:
    """The noun that a clause hangs on; of "its plan to attack" who has the plan."""
    if verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl"):
        owners = children(verb.head, "poss")
        if owners:
            return owners
        governor = verb.head.head
        if verb.head.dep_ in ("dobj", "pobj", "attr") and governor.pos_ in ("VERB", "AUX"):
            return surface_subjects(governor, depth + 1)
    return [verb.head]


def _controller(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if head.lemma_ in classes()["object_control"]:
        patient = children(head, "dobj", "nsubjpass", "dative")
        if patient:
            return [_antecedent(head, p) for p in patient]
    if head.pos_ in ("NOUN", "PROPN"):
        return [head]
    if head.dep_ in ("acomp", "oprd") and head.head != head:
        return surface_subjects(head.head, depth + 1)
    return surface_subjects(head, depth + 1)


def _of_preposition(prep: Token, depth: int) -> list[Token]:
    head = prep.head
    if head.pos_ in ("VERB", "AUX"):
        if passive(head) and prep.dep_ == "prep" and children(head, "nsubjpass"):
            return surface_subjects(head, depth + 1)
        patient = children(head, "dobj")
        return patient if patient and prep.lower_ in ("of", "for", "from") else surface_subjects(head, depth + 1)
    if head.pos_ in ("NOUN", "PROPN"):
        owners = children(head, "poss")
        if owners:
            return owners
        if head.dep_ in ("dobj", "pobj") and clause_of(head) is not None:
            return surface_subjects(clause_of(head) or head, depth + 1)
        return [head]
    return []


def subjects(verb: Token) -> list[Token]:
    """Return the logical subject: the agent of a passive, else the grammatical subject."""
    return agents(verb) if passive(verb) else surface_subjects(verb)


def objects(verb: Token) -> list[Token]:
    """Return the logical object: the subject of a passive, the object, or the noun whose relative clause lacks one."""
    own = children(verb, "dobj")
    if passive(verb) and not (own and verb.lemma_ in classes()["giving_verbs"]):
        return surface_subjects(verb)
    if own:
        return [_antecedent(verb, o) for o in own]
    if verb.lemma_ in classes()["object_control"]:
        for clause in children(verb, "ccomp", "xcomp"):
            if any(a.lower_ == "to" for a in children(clause, "aux")) and children(clause, "nsubj"):
                return children(clause, "nsubj")
    small = [s for c in children(verb, "ccomp") if c.pos_ in ("ADJ", "NOUN") for s in children(c, "nsubj")]
    if small:
        return small  # "holds Egypt responsible"
    titled = [o for o in children(verb, "oprd") if children(o, "compound", "nmod")]
    if titled:
        return titled  # "named Colonel Nadhuri chief of staff"
    shared = [c for c in children(verb, "conj") if c.pos_ == "VERB" and not children(c, *_SUBJECTS)]
    for later in shared:
        between = verb.doc[verb.i + 1 : later.i]
        if ({later.tag_, verb.tag_} <= {"VBD", "VBN"} or later.tag_ == verb.tag_) and all(
            t.pos_ not in ("NOUN", "PROPN", "PRON") for t in between
        ):
            return children(later, "dobj")
    return _gap(verb)


def _gap(verb: Token) -> list[Token]:
    """The noun that a relative clause without a relative subject modifies: "the council (which) France recognised"."""
    top = verb
    while top.dep_ in ("xcomp", "ccomp", "conj") and top.head != top and not children(top, "dobj"):
        top = top.head
    if top.dep_ != "relcl":
        return []
    subject = children(top, *_SUBJECTS)
    fronted = [c for c in top.children if c.tag_ in _RELATIVE and c.dep_ in ("dobj", "pobj")]
    if fronted or (subject and subject[0].tag_ not in _RELATIVE and subject[0].lower_ != "that"):
        return [top.head]
    return []


def prepositional(token: Token, preposition: str) -> list[Token]:
    """Return the objects of a preposition below a token; "out" reads through "out of"."""
    found: list[Token] = []
    for prep in token.children:
        if prep.dep_ in ("prep", "agent", "prt", "advmod", "dative") and prep.lower_ == preposition:
            found += children(prep, "pobj", "pcomp")
            for inner in children(prep, "prep"):
                found += children(inner, "pobj")
    return [_fronted(token, t) for t in found]


def _fronted(token: Token, found: Token) -> Token:
    return _antecedent(token, found) if found.tag_ in _RELATIVE else found


def particles(verb: Token) -> set[str]:
    """Return the particles of a verb: "take over"."""
    return {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.pos_ in ("ADP", "ADV", "PART")}


def before_apposition(apposition: Token) -> Token | None:
    """Return the word right before the comma, dash or bracket that opens an apposition, whatever the parser hung it on."""
    left = apposition.left_edge.i - 1
    opened = left > 0 and apposition.doc[left].text in (",", "-", "–", "—", "(")
    return apposition.doc[left - 1] if opened else None


def clause_of(token: Token) -> Token | None:
    """Return the verb that governs a noun phrase, climbing through prepositions and nouns."""
    for ancestor in _up(token):
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None


def _up(token: Token) -> Iterator[Token]:
    while token.head != token:
        token = token.head
        yield token


def first(groups: Iterable[list[Token]]) -> list[Token]:
    """Return the first group that is not empty."""
    return next((group for group in groups if group), [])
