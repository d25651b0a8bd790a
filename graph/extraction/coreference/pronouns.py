"""Third person pronouns: who "he", "it" or "they" is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from graph.actors import base
from graph.actors.kinds import kinds_of_noun
from graph.actors.names import key
from graph.actors.offices import title_words
from graph.extraction.coreference.discourse import Candidate, Discourse
from graph.extraction.coreference.dummies import is_dummy
from graph.extraction.coreference.gender import gender_of
from graph.extraction.coreference.salience import most_salient
from graph.extraction.coreference.words import names_person, patterns
from graph.extraction.reading import Reading
from graph.extraction.relations.denotation import denote
from graph.extraction.relations.lexicon import classes
from graph.extraction.relations.syntax import children, surface_subjects
from graph.model import Mention
from graph.ontology import is_kind_of

__all__ = ["pronoun_meant"]

_SUBJECTS = ("nsubj", "nsubjpass")
_ACTING = frozenset(("Government", "PoliticalBody", "ArmedGroup", "InternationalOrganization", "Organization", "Community"))
# What speaks for a list of names, for what is unnamed (at the edge of its clause the more, since it else counts less there),
# for a place where one can be, and for a body in which the person named with a title is known to have had a post; what speaks
# against an unnamed person as "he" and against one body as "they". Set as the weights of salience are.
_LIST, _UNNAMED, _OBLIQUE, _SITE, _IN_OFFICE, _SOMEBODY, _ONE_BODY = 1.0, 0.5, 1.0, 3.0, 4.0, -2.0, -1.5
# The share of pronouns that are right where nothing else comes close, and what each step of the margin adds to it.
_UNSURE, _STEP, _SUREST = 0.65, 0.03, 0.93
_Fits = Callable[[Candidate], float | None]


@dataclass(frozen=True, slots=True)
class _Place:
    """What the place of a pronoun in its sentence tells of it: that it acts, is somewhere to be, or can be told and helped."""

    acts: bool
    held: bool
    done_to: bool = False


def pronoun_meant(token: Token, kind: str, discourse: Discourse) -> tuple[Mention, ...]:
    """Return whom a third person pronoun stands for; nobody where it stays open or means no actor."""
    reading = discourse.reading
    if kind == "thing" and (is_dummy(token) or _a_fact(token)):
        return ()
    if kind == "group" and (own := _own_subjects(token, reading)):
        return tuple(reading.mention_of(token, m.entity, "pronoun", min(m.score, 0.9)) for m in own)
    fits = _fitting(token, kind, discourse)
    found = most_salient(token, discourse, fits, ahead=_ahead(token, discourse))
    if found is None:
        return ()
    meant = found.candidate.members or _behind(found.candidate.token, kind, reading)
    if kind in ("male", "female") and meant:
        reading.genders.setdefault(meant[0].entity.id, kind)
    sure = min(_UNSURE + _STEP * found.margin, _SUREST)
    return tuple(reading.mention_of(token, m.entity, "pronoun", min(m.score, sure)) for m in meant)


def _ahead(token: Token, discourse: Discourse) -> list[Candidate]:
    """The subject before whose clause a pronoun stands: "after he landed, Haftar met"."""
    top, part = token.sent.root, token
    while part.head not in (top, part):
        part = part.head
    if part.dep_ not in ("advcl", "prep", "npadvmod", "advmod") or part.i > top.i:
        return []
    reading = discourse.reading
    subjects = [s for s in children(top, *_SUBJECTS) if token.i < s.left_edge.i and s.i < top.i and s.i in reading.names]
    return [Candidate(s, at, discourse.sentence) for s in subjects if (at := reading.at(s))]


def _own_subjects(token: Token, reading: Reading) -> list[Mention]:
    """The plural subject whose own "their" this is: "the four states voiced their anger"."""
    if token.dep_ != "poss":
        return []
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    found = surface_subjects(verb) if verb is not None else []
    plural = [s for s in found if s.i < token.i and s.pos_ != "PRON" and (s.tag_ in ("NNS", "NNPS") or children(s, "conj"))]
    inside = [s for s in plural if any(token in other.subtree for other in children(s, "conj"))]
    if inside:
        return [m for s in inside for m in reading.at(s)]  # "the Zintanis and their old enemies"
    return [m for s in plural for m in denote(s, reading)]


def _behind(noun: Token, kind: str, reading: Reading) -> list[Mention]:
    """Whom an unnamed noun stands for all the same: "Haftar's forces", "Turkish officials"."""
    if kind not in ("thing", "group") or noun.lemma_.casefold() not in classes()["parts"]:
        return []
    found = [m for m in denote(noun, reading) if m.entity.type not in ("Person", "Place")]
    return found if len({m.entity.id for m in found}) == 1 else []


def _a_fact(token: Token) -> bool:
    """Whether an "it" is what is denied, done or known, and no one who acts."""
    if token.lower_ != "it":
        return False
    return (token.dep_ == "dobj" and token.head.lemma_ in patterns()["of_facts"]) or token.head.lower_ == "about"


def _fitting(token: Token, kind: str, discourse: Discourse) -> _Fits:
    place, partial = _place_of(token), _in_part(token)
    bodies = _bodies_behind(token, discourse.reading) if token.dep_ == "poss" else frozenset()
    leaders = _leaders_of(token, discourse.reading)

    def fits(candidate: Candidate) -> float | None:
        worth = fits_kind(candidate)
        known = any(m.entity.id in bodies | leaders for m in candidate.members)
        return worth if worth is None or not known else worth + _IN_OFFICE

    def fits_kind(candidate: Candidate) -> float | None:
        if kind in ("male", "female"):
            return _as_person(candidate, kind, discourse.reading)
        if kind == "group":
            return _as_many(candidate, partial, discourse.reading)
        return _as_thing(candidate, place, discourse.reading)

    return fits


def _bodies_behind(owner: Token, reading: Reading) -> frozenset[str]:
    """The bodies in which the person behind a pronoun and a title is known to have had a post: "its minister, Fathi Bashagha"."""
    if owner.head.lemma_.casefold() not in title_words():
        return frozenset()
    named = [m for c in (*children(owner.head, "appos"), owner.head.head) for m in reading.at(c)]
    persons = [actor for m in named if m.entity.type == "Person" and (actor := base().get(m.entity.id))]
    return frozenset(role.body for actor in persons for role in actor.roles)


def _leaders_of(pronoun: Token, reading: Reading) -> frozenset[str]:
    """Who is known to have led the body that a pronoun is said to lead: "the brigade, which he commands"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.lemma_ not in patterns()["leading"]:
        return frozenset()
    bodies = {m.entity.id for led in (*children(verb, "dobj"), verb.head) for m in reading.at(led)}
    return frozenset(office.holder.id for body in bodies for office in base().offices(body) if office.role.relation == "leads")


def _in_part(token: Token) -> bool:
    """Whether some of several are meant, who are no single body: "three of them", "among them"."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("of", "among", "between"):
        return False
    return token.head.lower_ != "of" or token.head.head.pos_ in ("NUM", "PRON", "DET", "ADJ", "NOUN")


def _place_of(token: Token) -> _Place:
    head = token.head
    if token.dep_ == "poss":
        return _Place(_is_staff(head), False)
    acts = token.dep_ == "nsubj" and head.lemma_ in patterns()["agentive"]
    held = token.dep_ in ("dobj", "nsubjpass") and head.lemma_ in patterns()["of_places"]
    done_to = token.dep_ in ("dobj", "nsubjpass") and head.lemma_ in patterns()["done_to_actors"]
    return _Place(acts, held or (token.dep_ == "pobj" and head.lower_ in patterns()["locative"]), done_to)


def _is_staff(noun: Token) -> bool:
    """Whether a noun is somebody whom only an actor has: its "leader", "forces", "spokesman"."""
    word = noun.lemma_.casefold()
    return names_person(word) or word in classes()["troops"]


def _as_person(candidate: Candidate, gender: str, reading: Reading) -> float | None:
    mention = candidate.mention
    if mention is not None:
        return 0.0 if mention.entity.type == "Person" and gender_of(mention, reading) in (None, gender) else None
    noun = candidate.token
    if candidate.members or noun.tag_ != "NN" or noun.dep_ in ("compound", "amod", "nmod", "attr", "appos"):
        return None
    word = noun.lemma_.casefold()
    human = names_person(word) or word in patterns()["people"] or word in patterns()["persons"]
    return _SOMEBODY if human else None


def _as_thing(candidate: Candidate, place: _Place, reading: Reading) -> float | None:
    mention, noun = candidate.mention, candidate.token
    if mention is not None:
        if mention.kind == "adjective" or mention.entity.type in ("Person", "Community") or _is_plural(noun, mention, reading):
            return None
        if mention.entity.type == "Place":
            return None if place.acts or place.done_to else _SITE if place.held else 0.0
        return None if _joined(noun, mention, reading) else 0.0
    if candidate.members or noun.tag_ != "NN" or noun.dep_ in ("compound", "amod", "nmod", "npadvmod"):
        return None
    word = noun.lemma_.casefold()
    if noun.ent_type_ in ("DATE", "TIME") or word in patterns()["times"] or "Person" in kinds_of_noun(word):
        return None
    if word in title_words() or ((place.acts or place.done_to) and _ACTING.isdisjoint(kinds_of_noun(word))):
        return None
    return _UNNAMED + (_OBLIQUE if noun.dep_ == "pobj" else 0.0)


def _joined(token: Token, mention: Mention, reading: Reading) -> bool:
    """Whether a name is one of several joined: none of them alone is "it"."""
    others = [token.head] if token.dep_ == "conj" else []
    others += [c for c in children(token, "conj") if c.pos_ == token.pos_]
    return any({m.entity.id for m in reading.at(other)} != {mention.entity.id} for other in others)


def _as_many(candidate: Candidate, partial: bool, reading: Reading) -> float | None:
    mention, noun = candidate.mention, candidate.token
    if len(candidate.members) > 1:
        return _LIST if all(m.entity.type != "Place" for m in candidate.members) else None
    if mention is not None:
        if mention.kind == "adjective" or not is_kind_of(mention.entity.type, "Actor") or mention.entity.type == "Person":
            return None
        if _is_plural(noun, mention, reading) or mention.entity.type == "Community":
            return 0.0
        return _ONE_BODY if mention.entity.type != "State" and not partial else None
    if noun.tag_ not in ("NNS", "NNPS") or noun.dep_ in ("compound", "amod", "nmod", "npadvmod"):
        return None
    if noun.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT") or noun.lemma_ in patterns()["times"]:
        return None
    return _UNNAMED + (_OBLIQUE if noun.dep_ == "pobj" else 0.0)


def _is_plural(token: Token, mention: Mention, reading: Reading) -> bool:
    """Whether a name is one of many: "the Misrata brigades", "the Russians"."""
    name = reading.names.get(token.i)
    if name is not None and any(a.kind == "demonym" for a in name.aliases):
        return True
    return token.tag_ in ("NNS", "NNPS") or (key(mention.text) or ("",))[-1] in patterns()["plurals"]
