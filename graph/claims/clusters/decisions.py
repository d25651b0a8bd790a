"""What is asked about names and what people decided: whether two are one actor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Literal

from pydantic import BaseModel, ConfigDict

from graph.claims.clusters.joining import Groups
from graph.claims.clusters.unknowns import Key, is_unknown

__all__ = ["Context", "Decision", "Party", "Verdict", "contradiction", "grouped"]

_Names = Callable[["Party", bool], Sequence[Key]]
Verdict = Literal["same", "different"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Party(_Record):
    """One of two names: an unknown actor's, or an actor's of the base."""

    id: str
    label: str
    type: str

    @property
    def key(self) -> Key:
        """What the name is found by; an actor of the base has one type only."""
        return Key(self.id, self.type if is_unknown(self.id) else "")


class Context(_Record):
    """A sentence about one of the two."""

    of: Literal["one", "other"]
    article: str
    date: str | None = None
    sentence: str


class Decision(_Record):
    """Whether two names are one actor: open (None) until a person says so.

    Attributes
    ----------
    one, other
        An unknown name, and another one or an actor of the base.
    decision
        "same", "different" or None.
    reason, contexts
        Why it is asked, and in which sentences the names stand.
    decided_by, decided_on, note
        What people add.
    """

    one: Party
    other: Party
    decision: Verdict | None = None
    reason: str = ""
    contexts: tuple[Context, ...] = ()
    decided_by: str | None = None
    decided_on: str | None = None
    note: str | None = None

    @property
    def pair(self) -> frozenset[Key]:
        """The two names, in no order."""
        return frozenset((self.one.key, self.other.key))


def contradiction(decisions: Iterable[Decision]) -> str | None:
    """Say which decision cannot be obeyed together with the others, if there is one.

    Examples
    --------
    >>> ali, aly, alih = (Party(id=f"x-{name}", label=name, type="Person") for name in ("ali", "aly", "alih"))
    >>> pairs = [(ali, alih, "different"), (ali, aly, "same"), (alih, aly, "same")]
    >>> contradiction(Decision(one=one, other=other, decision=verdict) for one, other, verdict in pairs)
    "that 'alih' (x-alih) and 'aly' (x-aly) are the same contradicts other decisions"
    """
    listed = list(decisions)
    itself = next((decision for decision in listed if len(decision.pair) < 2), None)
    if itself:
        return f"{_named(itself.one)} is asked to be told from itself"
    _, faulty = grouped(listed, lambda party, _: [party.key])
    said = f"{_named(faulty.one)} and {_named(faulty.other)}" if faulty else ""
    return f"that {said} are the same contradicts other decisions" if faulty else None


def grouped(decisions: Iterable[Decision], names: _Names) -> tuple[Groups[Key], Decision | None]:
    """Group names as decided, and give the first decision that cannot be obeyed together with the others, if there is one.

    Parameters
    ----------
    decisions
        What was decided.
    names
        Gives the names that a party stands for; told whether they must be of its very type, since only that tells the two apart.
    """
    listed, groups, faulty = list(decisions), Groups[Key](), None
    for decision in listed:
        if not is_unknown(decision.other.id):
            groups.anchor(decision.other.key)
    for verdict, put in (("different", groups.part), ("same", groups.join)):
        for decision in listed:
            if decision.decision == verdict:
                exact = decision.one.id == decision.other.id
                done = [put(*pair) for pair in product(names(decision.one, exact), names(decision.other, exact))]
                faulty = faulty or (None if all(done) else decision)
    return groups, faulty


def _named(party: Party) -> str:
    return f"{party.label!r} ({party.id})"
