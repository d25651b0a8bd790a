"""What the roles of a frame gave for one side, and how a party of the sentence stands to that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from graph.extraction.explaining.present import Present
from graph.extraction.reading import Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.lexicon import Frame
from graph.extraction.relations.matching import allowed, allowed_in, fill
from graph.extraction.relations.predicates import described
from graph.extraction.relations.roles import role_tokens
from graph.extraction.relations.syntax import clause_of, subjects
from graph.model import Mention

__all__ = ["LACKING", "Side", "Standing", "side_of"]

Standing = Literal["fits", "type", "taken", "elsewhere"]
LACKING: dict[Standing, int] = {"fits": 0, "type": 1, "taken": 1, "elsewhere": 2}
"""How much is lacking of a side; see `Failure` for conditions."""


@dataclass(frozen=True, slots=True)
class Role:
    """What one role found: the words that fill it, and whom they mean."""

    name: str
    tokens: tuple[Token, ...]
    meant: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a frame at a trigger: its roles in order, and the actors that the pattern takes."""

    name: str
    frame: Frame
    roles: tuple[Role, ...]
    taken: tuple[Mention, ...]

    def standing(self, party: Present) -> Standing:
        """How a party stands to this side."""
        if any(_is_of(party, mention) for mention in self.taken):
            return "fits"
        role = self._role_of(party)
        if role is None:
            return "elsewhere"
        return "taken" if any(allowed(m, self.frame, self.name) for m in self._meant(role, party)) else "type"

    def reason(self, party: Present, trigger: Token) -> str:
        """Say how a party stands to this side, and what was found instead."""
        standing, role = self.standing(party), self._role_of(party)
        if standing == "fits":
            return f"{self.name} fits"
        if role is None:
            return f"{self._looked_for()} found {self._found()}, {party.hangs(trigger)}"
        if standing == "type":
            return f"{self.name} role {role.name} found {self._wrong_type(self._meant(role, party)[0])}"
        if not self.taken:
            words = ", ".join(repr(token.text) for token in role.tokens)
            return f"{self.name} role {role.name} found {words}, which only belongs to {party.label}"
        return f"{self.name} role {role.name} would give {party.label}, but {self._found()} was found first"

    def _meant(self, role: Role, party: Present) -> list[Mention]:
        return [mention for mention in role.meant if _is_of(party, mention)]

    def _role_of(self, party: Present) -> Role | None:
        return next((role for role in self.roles if self._meant(role, party)), None)

    def _looked_for(self) -> str:
        names = ", ".join(role.name for role in self.roles)
        return f"{self.name} role{'s' * (len(self.roles) > 1)} {names}"

    def _found(self) -> str:
        """Whom the roles gave; else the words that stood there and mean nobody whom the relation takes."""
        if self.taken:
            return ", ".join(dict.fromkeys(mention.entity.label for mention in self.taken))
        meant = {m.entity.label: m.entity.type for role in self.roles for m in role.meant}
        if meant:
            return ", ".join(f"{label} of type {kind}" for label, kind in meant.items())
        words = dict.fromkeys(repr(token.text) for role in self.roles for token in role.tokens)
        return f"{', '.join(words)}, no actor" if words else "nobody"

    def _wrong_type(self, mention: Mention) -> str:
        kind = f"{mention.entity.label}, but its type {mention.entity.type}"
        if not allowed_in(self.frame.relation, mention, self.name):
            return f"{kind} is none that {self.frame.relation} takes as {self.name}"
        return f"{kind} is none of the row's: {', '.join(sorted((self.frame.types or {})[self.name]))}"


def _is_of(party: Present, mention: Mention) -> bool:
    return party.is_meant(mention.entity.id, mention.start)


def side_of(name: str, trigger: Token, frame: Frame, reading: Reading) -> Side:
    """Look at one side of a frame the way its construction does."""
    roles = tuple(
        Role(role, tuple(tokens), tuple(denote_all(tokens, reading, trigger))) for role, tokens in _roles(name, trigger, frame)
    )
    if frame.kind not in ("adjective", "mutual"):
        return Side(name, frame, roles, tuple(fill(trigger, frame, name, reading)))
    taken = [m for role in roles for m in role.meant if allowed(m, frame, name)]
    return Side(name, frame, roles, tuple(taken))


def _roles(side: str, trigger: Token, frame: Frame) -> Iterator[tuple[str, list[Token]]]:
    if frame.kind == "adjective" and side == "subject":
        yield "described", described(trigger)
    elif frame.kind == "mutual":
        yield from _mutual(side, trigger)
    else:
        for role in frame.subject if side == "subject" else frame.object:
            yield role, role_tokens(trigger, role)


def _mutual(side: str, noun: Token) -> Iterator[tuple[str, list[Token]]]:
    """Where an act among several names them: "talks between A and B", "A's talks with B", "A held talks with B"."""
    between = [(role, role_tokens(noun, role)) for role in ("prep:between", "prep:among")]
    yield from between
    if any(tokens for _, tokens in between):
        return
    if side == "object":
        yield "prep:with", role_tokens(noun, "prep:with")
        return
    for role in ("poss", "prep:of", "mod"):
        yield role, role_tokens(noun, role)
    verb = clause_of(noun)
    yield "subj of the clause", subjects(verb) if verb is not None else []
