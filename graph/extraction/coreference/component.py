"""The pipeline component that resolves pronouns and definite descriptions within an article."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.extraction.coreference.descriptions import describe, one_meant
from graph.extraction.coreference.discourse import Discourse
from graph.extraction.coreference.epithets import note_titles, spoken_for
from graph.extraction.coreference.groups import both_meant, ordinal_meant, several_meant
from graph.extraction.coreference.pronouns import pronoun_meant
from graph.extraction.coreference.quotes import speaker_of
from graph.extraction.coreference.words import patterns
from graph.extraction.reading import Reading, reading_of
from graph.extraction.relations.denotation import denote
from graph.extraction.relations.syntax import surface_subjects
from graph.model import Mention

__all__ = ["Coreference"]

_SPEAKER, _ORDINAL = 0.75, 0.8


class Coreference:
    """Adds mentions for pronouns and descriptions to `reading.mentions`, and for words that mean several to `reading.groups`."""

    def __call__(self, doc: Doc) -> Doc:
        """Walk the document once; what is resolved early can be taken up later."""
        reading = reading_of(doc)
        discourse = Discourse(reading)
        for number, sentence in enumerate(doc.sents):
            discourse.sentence = number
            for token in sentence:
                if token.i not in reading.mentions:
                    reading.keep(token, _meant(token, discourse))
                discourse.note(token)
                for mention in reading.at(token):
                    note_titles(token, mention, reading)
        for token in doc:  # who speaks is often said behind the quotation
            if patterns()["pronouns"].get(token.lower_) == "speaker":
                reading.keep(token, _taking_up(token, _first_person(token, reading), reading, _SPEAKER))
        return doc


def _meant(token: Token, discourse: Discourse) -> tuple[Mention, ...]:
    """Return whom a word stands for that is no name."""
    reading = discourse.reading
    kind = patterns()["pronouns"].get(token.lower_) if token.pos_ in ("PRON", "DET") else None
    if token.tag_ == "WP$":
        return _taking_up(token, _whose(token, reading), reading)
    if kind == "speaker":
        return ()
    if kind and token.lower_.endswith(("self", "selves")):
        return tuple(reading.mention_of(token, m.entity, "pronoun", m.score) for m in _reflexive(token, reading))
    return pronoun_meant(token, kind, discourse) if kind else _noun_meant(token, discourse)


def _noun_meant(token: Token, discourse: Discourse) -> tuple[Mention, ...]:
    """Return whom a description stands for, or a word such as "both", "the latter" or "the one in Tobruk"."""
    reading = discourse.reading
    if (member := ordinal_meant(token, discourse)) is not None:
        return (reading.mention_of(token, member.entity, "description", _ORDINAL),)
    if token.lower_ in patterns()["all_of_two"]:
        return both_meant(token, discourse)
    if token.lower_ in patterns()["ones"]:
        return one_meant(token, discourse)
    if token.pos_ in ("NOUN", "PROPN") or token.text[0].isdigit():
        return several_meant(token, discourse) or describe(token, discourse)
    return ()


def _taking_up(token: Token, meant: Mention | None, reading: Reading, score: float = 1.0) -> tuple[Mention, ...]:
    return (reading.mention_of(token, meant.entity, "pronoun", min(meant.score, score)),) if meant else ()


def _first_person(token: Token, reading: Reading) -> Mention | None:
    """Who speaks; of "we" the body for which he or she does."""
    speaker = speaker_of(token, reading, patterns()["saying"])
    if speaker is None or token.lower_ not in patterns()["plural_speakers"]:
        return speaker
    body = spoken_for(speaker, reading)
    return speaker.model_copy(update={"entity": body}) if body is not None else speaker


def _whose(token: Token, reading: Reading) -> Mention | None:
    """ "Whose" stands for the noun that its relative clause modifies."""
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    before = token.nbor(-2) if token.i > 1 and token.nbor(-1).text == "," else None
    owner = reading.at(clause.head) if clause is not None else reading.at(before) if before is not None else ()
    return owner[0] if owner else None


def _reflexive(token: Token, reading: Reading) -> list[Mention]:
    """The subjects whose own "himself" or "themselves" this is."""
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    named = [m for subject in (surface_subjects(verb) if verb is not None else ()) for m in denote(subject, reading)]
    if token.lower_ == "themselves":
        return named
    personal = token.lower_ in ("himself", "herself")
    return [m for m in named if personal == (m.entity.type == "Person")][:1]


@Language.factory("libyagraph_coreference")
def make_coreference(nlp: Language, name: str) -> Coreference:
    """Create the component for a pipeline."""
    return Coreference()
