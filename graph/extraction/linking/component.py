"""The pipeline component that decides who each name means."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.actors import base, resolve
from graph.actors.base import Alias
from graph.actors.kinds import kind_of_name, kinds_of_noun
from graph.actors.names import key
from graph.actors.resolver import Setting, likeliest, settle
from graph.datafiles import load_words
from graph.extraction.linking.collectives import find_collectives
from graph.extraction.linking.memory import Memory, made_up_id
from graph.extraction.linking.organs import in_office, namesake_abroad, state_of
from graph.extraction.mentions.finder import is_bare_name
from graph.extraction.reading import Name, Reading, reading_of
from graph.model import Entity, Mention

__all__ = ["Linking"]

_UNCERTAIN = 0.7


@cache
def _patterns() -> dict[str, frozenset[str]]:
    return load_words("graph.extraction.linking", "patterns")


class Linking:
    """Links names to actors of the base, to what the article introduced before, or to a new entity."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill `reading.mentions` with one mention for each name that could be linked."""
        reading, memory = reading_of(doc), Memory()
        _add_bare_names(doc, reading)
        for index in sorted(reading.names):
            token, name = doc[index], reading.names[index]
            mention = _further_name(token, name, reading) or _abroad(token, name, reading)
            mention = mention or _link(token, name, memory, reading.article.date)
            if mention is not None:
                reading.mentions[index] = mention
                _remember(name, mention, memory)
        find_collectives(doc, reading)
        return doc


def _add_bare_names(doc: Doc, reading: Reading) -> None:
    """Take single words that the tagger holds for names, and that stand where actors do, for unknown names too."""
    for token in doc:
        argument = token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj") or _names_owner(token)
        if token.pos_ == "PROPN" and argument and token.i not in reading.names and is_bare_name(token.text):
            kind = "Community" if token.ent_type_ == "NORP" else "Organization"
            reading.names[token.i] = Name(token.text, token.idx, token.idx + len(token), (), kind)


def _names_owner(token: Token) -> bool:
    """Whether a word says whose a common noun's people are: "Osgiliath soldiers"."""
    behind = token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i and token.head.pos_ == "NOUN"
    return behind and token.head.lemma_ in _patterns()["owned"]


def _mention(name: Name, entity: Entity, kind: str, score: float) -> Mention:
    return Mention.model_construct(entity=entity, text=name.text, start=name.start, end=name.end, kind=kind, score=score)


def _link(token: Token, name: Name, memory: Memory, date: dt.date | None) -> Mention | None:
    defined = memory.by_acronym(name.text)
    if defined is not None:
        return _mention(name, defined, "acronym", 0.95)
    if name.aliases:
        return _known(token, name, memory, date)
    if (spelled := memory.by_initials(name.text)) is not None:
        return _mention(name, spelled, "acronym", 0.85)
    return _by_its_acronym(name) or _organ(token, name) or _unknown(_placed(token, name), memory, date)


def _further_name(token: Token, name: Name, reading: Reading) -> Mention | None:
    """A name that the text itself gives to the one named just before: "Ahmed al-Dabbashi, known as the Uncle"."""
    if name.aliases:
        return None
    naming = False
    for left in reversed(list(token.doc[max(token.sent.start, token.i - 9) : token.i])):
        if left.i in reading.mentions and naming:
            return _mention(name, reading.mentions[left.i].entity, "name", 0.85)
        naming = naming or left.lower_ in _patterns()["naming"] or _opens_nickname(left)
        if (
            left.i in reading.names
            or left.text in (".", ";")
            or (left.pos_ == "VERB" and left.lower_ not in _patterns()["naming"])
        ):
            return None
    return None


def _opens_nickname(token: Token) -> bool:
    """Whether a quotation mark right behind a comma opens a further name: 'Ahmed al-Dabbashi, "the Uncle",'."""
    return token.text in ('"', "“", "‘", "'") and token.i > 0 and token.nbor(-1).text == ","


def _abroad(token: Token, name: Name, reading: Reading) -> Mention | None:
    """The foreign state whose house or ministry is called like one at home; of an office the body by its full name."""
    state = namesake_abroad(token, name, reading)
    if state is None or not in_office(token):
        return _mention(name, state, "name", 0.8) if state is not None else None
    label = f"{token.nbor(-1).text} {name.text}"
    return _mention(name, Entity(id=made_up_id(label), label=label, type=name.aliases[0].actor.type), "unknown", _UNCERTAIN)


def _organ(token: Token, name: Name) -> Mention | None:
    """The state whose organ an unknown name means, where it does not say in what somebody holds an office."""
    state = state_of(name.text) if " " in name.text else None
    if state is None or in_office(token) or base().lookup(name.text):
        return None
    return _mention(name, state, "name", 0.85)


def _by_its_acronym(name: Name) -> Mention | None:
    """A variant of a known name, given away by the acronym behind it: "National Army (LNA)"."""
    if name.acronym is None:
        return None
    wanted = set(key(name.text))
    for alias in base().lookup(name.acronym):
        known = {word for text in (alias.actor.label, *alias.actor.aliases) for word in key(text)}
        if alias.kind == "acronym" and wanted <= known:
            return _mention(name, alias.actor.entity, "name", 0.9)
    return None


def _known(token: Token, name: Name, memory: Memory, date: dt.date | None) -> Mention | None:
    chosen = _state_or_place(token, name.aliases)
    ranked = settle(chosen, date)
    if not ranked:
        return None
    top = [actor for actor, score in ranked if score == ranked[0][1]]
    likely = likeliest(top, Setting(date=date, context=memory.seen)) if len(top) > 1 else top
    if len(likely) > 1:
        return None
    actor, score = likely[0], ranked[0][1]
    kind = next(a.kind for a in chosen if a.actor.id == actor.id)
    if kind == "short" and not memory.knows(actor.id):
        namesakes = memory.by_part(name.text, actor.type)
        if len(namesakes) == 1:
            return _mention(name, namesakes[0], "short", 0.85)
    return _mention(name, actor.entity, _mention_kind(kind), score)


def _mention_kind(kind: str) -> str:
    return {"demonym": "name", "metonym": "name"}.get(kind, kind)


def _state_or_place(token: Token, aliases: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """Where a name is both a capital and its government, let the sentence decide."""
    places = tuple(a for a in aliases if a.actor.type == "Place")
    states = tuple(a for a in aliases if a.kind == "metonym")
    if not places or not states:
        return aliases
    return places if _locative(token) else states


def _locative(token: Token) -> bool:
    words = _patterns()
    after = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
    if after == "-" or (after in (",", "(") and token.is_sent_start):
        return True
    if token.dep_ == "conj":
        return _locative(token.head)
    if token.dep_ == "pobj":
        return token.head.lower_ in words["locative"]
    return token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in words["place_verbs"]


def _placed(token: Token, name: Name) -> Name:
    """Take an unknown name for a place, whatever the recogniser says, where one stands: "near Bayji", "the town of Dabiq"."""
    if name.type not in ("Person", "Organization", "Community") or name.text.isupper() or kind_of_name(key(name.text)):
        return name
    return replace(name, type="Place") if _stands_as_place(token) else name


def _stands_as_place(token: Token) -> bool:
    if token.dep_ == "conj" and token.head.pos_ == "PROPN":
        return _stands_as_place(token.head)
    if token.dep_ in ("dobj", "nsubjpass"):
        return token.head.lemma_ in _patterns()["assailing"]
    if token.dep_ == "nsubj" and token.i and token.nbor(-1).is_sent_start:
        return token.nbor(-1).lower_ in _patterns()["spatial"]  # "Near Bayji, one strike hit ..."
    if token.dep_ != "pobj":
        return False
    if token.head.lower_ == "of":
        return "Place" in kinds_of_noun(token.head.head.lemma_)
    governs = token.head.head.i < token.head.i and token.head.head.lemma_ in _patterns()["abstract"]
    return token.head.lower_ in _patterns()["spatial"] and not (governs and token.head.lower_ == "in")


def _unknown(name: Name, memory: Memory, date: dt.date | None) -> Mention | None:
    if len(name.text.split()) > 1:
        known = resolve(name.text, date, context=memory.seen)
        if known.entity is not None and (name.type is None or _alike(name.type, known.entity.type) or known.score >= 0.95):
            return _mention(name, known.entity, "name", known.score)
    earlier = memory.by_part(name.text, name.type if name.type == "Person" else None)
    if not earlier and len(name.text.split()) == 1:  # the recogniser took "Dawn" for a person
        earlier = memory.by_part(name.text)
    if len(earlier) == 1:
        return _mention(name, earlier[0], "short", 0.85)
    if earlier or name.type is None:
        return None
    return _mention(name, Entity(id=made_up_id(name.text), label=name.text, type=name.type), "unknown", _UNCERTAIN)


def _alike(one: str, other: str) -> bool:
    """Whether a name's own type lets it mean an actor of another: what is called a council may be an armed group."""
    return one == other or not {one, other} & {"Person", "Place", "Community", "State"}


def _remember(name: Name, mention: Mention, memory: Memory) -> None:
    if mention.kind in ("adjective", "description"):
        return
    memory.introduce(name.text, mention.entity)
    if name.acronym is not None:
        memory.define(name.acronym, mention.entity)


@Language.factory("libyagraph_linking")
def make_linking(nlp: Language, name: str) -> Linking:
    """Create the component for a pipeline."""
    return Linking()
