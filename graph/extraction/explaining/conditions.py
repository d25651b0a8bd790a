"""Which conditions of a frame fail at a trigger: each is tried alone, by the patterns' own test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Token

from graph.extraction.relations.lexicon import Frame, classes
from graph.extraction.relations.roles import conditions_hold, role_tokens
from graph.extraction.relations.syntax import particles

__all__ = ["Failure", "failures"]

_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Failure:
    """A condition that does not hold: what is wanted and what was found, and how much that is lacking.

    Something else where a word is wanted lacks 1, nothing there at all lacks 2.
    """

    reason: str
    lacking: int = 1


def failures(frame: Frame, trigger: Token) -> list[Failure]:
    """Return the conditions of a frame that do not hold at a trigger."""
    if conditions_hold(frame, trigger):
        return []
    return list(_failures(frame, trigger)) or [Failure("a condition of the row fails")]


def _failures(frame: Frame, trigger: Token) -> Iterator[Failure]:
    if not _holds(frame, trigger, kind=frame.kind, particle=frame.particle) and "prt" not in (frame.where_any or {}):
        yield Failure(f"particle: wants {_words(frame.particle)}, found {_quoted(sorted(particles(trigger)))}")
    if frame.clause and not _holds(frame, trigger, clause=frame.clause):
        wanted = "with 'to'" if "*" in frame.clause else f"of {_words(frame.clause)}"
        yield Failure(f"clause: wants one {wanted}", 2)
    for role, words in (frame.where or {}).items():
        if not _holds(frame, trigger, where={role: words}):
            yield _where("where", {role: words}, trigger)
    if frame.where_any and not _holds(frame, trigger, where_any=frame.where_any):
        yield _where("where_any", frame.where_any, trigger)
    for role, words in (frame.where_not or {}).items():
        if not _holds(frame, trigger, where_not={role: words}):
            yield Failure(f"where_not: {role} must not be {_words(words)}, found {_quoted(_at(trigger, role))}")


def _holds(frame: Frame, trigger: Token, kind: str = "event", **kept: Any) -> bool:
    """Whether a frame's conditions hold with all taken away but those kept; only a verb minds its particle."""
    bare: dict[str, Any] = {"where": None, "where_any": None, "where_not": None, "particle": frozenset(), "clause": frozenset()}
    return conditions_hold(replace(frame, kind=kind, **(bare | kept)), trigger)


def _where(name: str, wanted: Mapping[str, frozenset[str]], trigger: Token) -> Failure:
    found = {role: _at(trigger, role) for role in wanted}
    parts = [f"{role} wants {_words(words)}, found {_quoted(found[role])}" for role, words in wanted.items()]
    return Failure(f"{name}: {' or '.join(parts)}", 1 if any(found.values()) else 2)


def _words(words: frozenset[str]) -> str:
    """Name a list of words: by its class, or by the first of them."""
    if "*" in words or not words:
        return "anything" if words else "none"
    name = next((name for name, listed in classes().items() if listed == words), None)
    if name:
        return f"one of {name}"
    shown = sorted(words)
    return " / ".join(shown[:_MOST_WORDS]) + (" / ..." if len(shown) > _MOST_WORDS else "")


def _at(trigger: Token, role: str) -> list[str]:
    return [token.text for token in role_tokens(trigger, role)]


def _quoted(words: list[str]) -> str:
    return ", ".join(map(repr, words)) or "nothing"
