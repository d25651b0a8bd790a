"""What an article has spoken of so far, nearest first: names, lists of names, and noun phrases that name nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from graph.extraction.coreference.words import patterns
from graph.extraction.reading import Reading
from graph.extraction.relations.syntax import children
from graph.model import Mention

__all__ = ["Candidate", "Discourse"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something a later phrase can take up: a name (one member), a list of names, or an unnamed noun phrase (none).

    Attributes
    ----------
    token
        Its head, of a list the first name.
    members
        What it stands for.
    sentence
        The number of its sentence in the document.
    """

    token: Token
    members: tuple[Mention, ...]
    sentence: int

    @property
    def mention(self) -> Mention | None:
        """The one mention of a candidate that is neither a list nor unnamed."""
        return self.members[0] if len(self.members) == 1 else None


@dataclass(slots=True)
class Discourse:
    """The candidates of a document up to the word that is read, and the number of its sentence."""

    reading: Reading
    sentence: int = 0
    seen: list[Candidate] = field(default_factory=list)

    def note(self, token: Token) -> None:
        """Take in a word that was read: each thing it stands for, and the list that it closes."""
        mentions = self.reading.at(token)
        for mention in mentions:
            self.seen.append(Candidate(token, (mention,), self.sentence))
        if len(mentions) > 1:
            self.seen.append(Candidate(token, mentions, self.sentence))
        elif mentions and token.dep_ == "conj" and mentions[0].kind != "adjective":
            self._list(token)
        elif mentions and (host := self._met(token)) is not None:
            self.seen.append(Candidate(token, (*host, *mentions), self.sentence))
        elif not mentions and (token.pos_ == "NOUN" or token.tag_ == "NNPS") and not self._explains(token):
            self.seen.append(Candidate(token, self._explained(token), self.sentence))

    def _met(self, token: Token) -> tuple[Mention, ...] | None:
        """Who meets the one that a word means: "Macron met Sarraj" lets "they" be both."""
        verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "with" else token.head
        verb = verb.head if verb.dep_ == "dobj" and verb.pos_ == "NOUN" else verb
        if verb.lemma_ not in patterns()["meeting"] or token.dep_ not in ("dobj", "pobj"):
            return None
        hosts = [m for s in children(verb, "nsubj") for m in self.reading.at(s)]
        alike = {m.entity.type for m in (*hosts, *self.reading.at(token))}
        return (hosts[0],) if len(hosts) == 1 and alike == {"Person"} else None

    def _explains(self, noun: Token) -> bool:
        return noun.dep_ == "appos" and bool(self.reading.at(noun.head))

    def _explained(self, noun: Token) -> tuple[Mention, ...]:
        """Whom the name behind a noun says it is: "its leader, Mustafa al-Sharksi", "the ambassador was Mustafa al-Sharksi"."""
        behind = children(noun, "appos")
        if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
            behind += children(noun.head, "attr")
        return next((at for other in behind if (at := self.reading.at(other))), ())

    def _list(self, last: Token) -> None:
        """Take in the names that are joined up to the last one: "Egypt, Russia and the Emirates"."""
        tokens = [last]
        while tokens[-1].dep_ == "conj" and self.reading.at(tokens[-1].head):
            tokens.append(tokens[-1].head)
        named = {m.entity.id: m for token in reversed(tokens) for m in self.reading.at(token) if m.kind != "adjective"}
        if len(named) > 1:
            self.seen.append(Candidate(tokens[-1], tuple(named.values()), self.sentence))

    def back(self, reach: int) -> Iterator[Candidate]:
        """Yield what was spoken of in this sentence and up to `reach` before it, the nearest first."""
        for candidate in reversed(self.seen):
            if self.sentence - candidate.sentence > reach:
                return
            yield candidate

    def named(self, reach: int) -> Iterator[tuple[Token, Mention, int]]:
        """Yield the single names among `back`, with their token and how many sentences ago they stood."""
        for candidate in self.back(reach):
            if candidate.mention is not None:
                yield candidate.token, candidate.mention, self.sentence - candidate.sentence
