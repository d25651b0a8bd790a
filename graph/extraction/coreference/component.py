"""The pipeline component that resolves pronouns and definite descriptions within an article."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.actors import base
from graph.datafiles import load_yaml, package_file
from graph.extraction.coreference.descriptions import describe
from graph.extraction.coreference.epithets import note_titles
from graph.extraction.coreference.groups import ordinal_meant, pair_meant
from graph.extraction.coreference.quotes import speaker_of
from graph.extraction.coreference.salience import Candidate, most_salient
from graph.extraction.reading import Reading, reading_of
from graph.extraction.relations.denotation import denote
from graph.extraction.relations.syntax import children, surface_subjects
from graph.model import Mention
from graph.ontology import is_kind_of

__all__ = ["Coreference", "patterns"]

_PACKAGE = "graph.extraction.coreference"


@cache
def patterns() -> dict[str, Any]:
    """Return the component's word lists."""
    data: dict[str, Any] = load_yaml(package_file(_PACKAGE, "patterns.yaml"), package=_PACKAGE, schema="patterns.schema.json")
    sets = ("neutral", "saying", "seated", "naming", "persons", "person_adjectives", "countries", "ranks")
    return {**data, **{field: frozenset(data[field]) for field in sets}}


class Coreference:
    """Adds mentions for pronouns and descriptions to `reading.mentions`."""

    def __call__(self, doc: Doc) -> Doc:
        """Walk the document once; what is resolved early can be taken up later."""
        reading = reading_of(doc)
        seen: list[Candidate] = []
        for number, sentence in enumerate(doc.sents):
            for token in sentence:
                _resolve(token, number, seen, reading)
                for mention in reading.at(token):
                    seen.append(Candidate(token, mention, number))
                    note_titles(token, mention, reading)
        return doc


def _resolve(token: Token, number: int, seen: list[Candidate], reading: Reading) -> None:
    if token.i in reading.mentions:
        return
    kind = patterns()["pronouns"].get(token.lower_) if token.pos_ in ("PRON", "DET") else None
    if token.tag_ == "WP$":
        _whose(token, reading)
    elif kind == "speaker":
        _speaker(token, reading)
    elif kind:
        _pronoun(token, kind, number, seen, reading)
    elif (member := ordinal_meant(token, number, seen)) is not None:
        reading.mentions[token.i] = reading.mention_of(token, member.entity, "description", 0.8)
    elif token.pos_ in ("NOUN", "PROPN") or token.text[0].isdigit():
        pair = pair_meant(token, number, seen, reading, patterns())
        if pair:
            reading.groups[token.i] = pair
            return
        found = describe(token, number, seen, reading, patterns())
        if found is not None:
            reading.mentions[token.i] = reading.mention_of(token, found.entity, "description", min(found.score, 0.9))


def _whose(token: Token, reading: Reading) -> None:
    """ "Whose" stands for the noun that its relative clause modifies."""
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    before = token.nbor(-2) if token.i > 1 and token.nbor(-1).text == "," else None
    owner = reading.at(clause.head) if clause is not None else reading.at(before) if before is not None else ()
    if owner:
        reading.mentions[token.i] = reading.mention_of(token, owner[0].entity, "pronoun", owner[0].score)


def _speaker(token: Token, reading: Reading) -> None:
    speaker = speaker_of(token, reading, patterns()["saying"])
    if speaker is not None:
        reading.mentions[token.i] = reading.mention_of(token, speaker.entity, "pronoun", 0.75)


def _pronoun(token: Token, kind: str, number: int, seen: list[Candidate], reading: Reading) -> None:
    if kind == "thing" and token.dep_ == "expl":
        return
    if token.lower_.endswith(("self", "selves")):
        _reflexive(token, reading)
        return
    if kind == "group" and token.dep_ == "poss" and (owners := _own_subject(token)):
        reading.groups[token.i] = tuple(
            reading.mention_of(token, m.entity, "pronoun", min(m.score, 0.9)) for o in owners for m in denote(o, reading)
        )
        return
    if kind == "group" and (together := _listed_before(token, number, seen, reading)):
        reading.groups[token.i] = together
        return
    found = most_salient(token, number, seen, lambda mention: _fits(mention, kind), reach=2)
    if found is not None:
        score = min(found.mention.score, 0.8)
        reading.mentions[token.i] = reading.mention_of(token, found.mention.entity, "pronoun", score)


def _reflexive(token: Token, reading: Reading) -> None:
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    for subject in surface_subjects(verb) if verb is not None else ():
        if named := reading.at(subject):
            reading.mentions[token.i] = reading.mention_of(token, named[0].entity, "pronoun", named[0].score)


def _own_subject(token: Token) -> list[Token]:
    """The plural subject whose own "their" this is: "the four states voiced their anger"."""
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    found = surface_subjects(verb) if verb is not None else []
    return [s for s in found if s.i < token.i and s.pos_ != "PRON" and (s.tag_ in ("NNS", "NNPS") or children(s, "conj"))]


def _listed_before(token: Token, number: int, seen: list[Candidate], reading: Reading) -> tuple[Mention, ...]:
    """The subjects of this or the last sentence that stand together: "Haftar and Sarraj met. They agreed ..."."""
    seen = list(takewhile(lambda c: c.sentence >= number - 1, reversed(seen)))[::-1]
    for sentence in (number, number - 1):
        heads = [c for c in seen if c.sentence == sentence and c.token.dep_ in ("nsubj", "nsubjpass") and c.token.i < token.i]
        for head in heads:
            members = [c for c in seen if c.token == head.token or (c.token.dep_ == "conj" and head.token in c.token.ancestors)]
            named = {c.mention.entity.id: c.mention for c in members if c.sentence == sentence and c.mention.kind != "adjective"}
            same_clause = token.head == head.token.head
            if len(named) > 1 and not same_clause:
                return tuple(reading.mention_of(token, m.entity, "pronoun", 0.75) for m in named.values())
    return ()


def _fits(mention: Mention, kind: str) -> bool:
    entity = mention.entity
    if kind in ("male", "female"):
        actor = base().get(entity.id)
        return entity.type == "Person" and (actor is None or actor.gender in (None, kind))
    if mention.kind == "adjective" or entity.type == "Person":
        return False
    if kind == "group":
        return is_kind_of(entity.type, "Actor") and entity.type != "State"
    return entity.type != "Community"


@Language.factory("libyagraph_coreference")
def make_coreference(nlp: Language, name: str) -> Coreference:
    """Create the component for a pipeline."""
    return Coreference()
