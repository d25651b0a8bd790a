"""The actors of a sentence, each with all words that name it there, and the way from them to a trigger."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from graph.extraction.reading import Reading
from graph.extraction.relations.syntax import label_of
from graph.model import Entity

__all__ = ["FAR", "Present", "present_in"]

FAR = 8
"""So many steps through the parse count as no way at all."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The labels from a name and from a trigger up to the lowest word above both."""

    name: Token
    trigger: Token
    up: tuple[str, ...]
    down: tuple[str, ...]
    top: Token | None

    @property
    def steps(self) -> int:
        return min(len(self.up) + len(self.down), FAR) if self.top is not None else FAR

    def __str__(self) -> str:
        name, trigger = repr(self.name.text), repr(self.trigger.text)
        if self.top is None or self.steps >= FAR:
            return f"{name} hangs far from {trigger}"
        if not self.up:
            return f"{trigger} hangs below {name} at {'^'.join(self.down)}" if self.down else f"{name} is the trigger itself"
        if not self.down:
            return f"{name} hangs at {'^'.join(self.up)}"
        return f"{name} hangs at {'^'.join(self.up)} of {self.top.text!r}, {trigger} at {'^'.join(self.down)} of it"


@dataclass(slots=True)
class Present:
    """An actor and its mentions in one sentence; `named` holds the ids and starts of all mentions there."""

    entity: Entity
    named: Collection[tuple[str, int]]
    tokens: list[Token] = field(default_factory=list)
    _ways: dict[int, _Way] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The entity's id."""
        return self.entity.id

    @property
    def label(self) -> str:
        """The entity's name."""
        return self.entity.label

    def is_meant(self, entity: str, start: int) -> bool:
        """Whether an actor meant at a character is this one, or was made of its words: of "Haftar's forces" who they are."""
        return entity == self.id or ((self.id, start) in self.named and (entity, start) not in self.named)

    def steps(self, trigger: Token) -> int:
        """The number of steps through the parse to a trigger."""
        return self._way(trigger).steps

    def hangs(self, trigger: Token) -> str:
        """Say where the words nearest to a trigger hang, as labels upwards from them."""
        return str(self._way(trigger))

    def _way(self, trigger: Token) -> _Way:
        if trigger.i not in self._ways:
            self._ways[trigger.i] = min((_way(token, trigger) for token in self.tokens), key=lambda way: way.steps)
        return self._ways[trigger.i]


def present_in(sentence: Span, reading: Reading) -> list[Present]:
    """Return the actors of a sentence in the order in which they are named."""
    named: set[tuple[str, int]] = set()
    found: dict[str, Present] = {}
    for token in sentence:
        for mention in reading.at(token):
            named.add((mention.entity.id, mention.start))
            found.setdefault(mention.entity.id, Present(mention.entity, named)).tokens.append(token)
    return list(found.values())


def _way(name: Token, trigger: Token) -> _Way:
    line = [trigger, *trigger.ancestors]
    depths = {token.i: depth for depth, token in enumerate(line)}
    up: list[str] = []
    for token in (name, *name.ancestors):
        if token.i in depths:
            return _Way(name, trigger, tuple(up), tuple(label_of(t) for t in line[: depths[token.i]]), token)
        up.append(label_of(token))
    return _Way(name, trigger, tuple(up), (), None)
