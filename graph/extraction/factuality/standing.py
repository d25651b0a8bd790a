"""How a claim stands in its sentence, as it is gathered word by word on the way up from its trigger."""

from __future__ import annotations

from dataclasses import dataclass

from graph.extraction.factuality.cues import cues
from graph.model import Attribution

__all__ = ["Standing"]


@dataclass(slots=True)
class Standing:
    """How a claim stands in its sentence.

    Attributes
    ----------
    negated, possible, reported
        What the words make of it.
    source
        Who says so, the nearest first.
    told
        Whether the climb has left what somebody says: what is refused or not done above is then no longer the act itself.
    lasting, ceased
        Whether the relation is one that holds until it is ended, and whether it is said to end; an end that is only
        demanded means that it goes on.
    served
        Whether a deed done to this end fulfils it.
    charge
        Whether the act is a charge itself, which is made even where it is denied.
    """

    negated: bool = False
    possible: bool = False
    reported: bool = False
    source: Attribution | None = None
    told: bool = False
    lasting: bool = True
    ceased: bool = False
    served: bool = False
    charge: bool = False

    @classmethod
    def of(cls, relation: str, word: str) -> Standing:
        """Start with what the relation and its word tell."""
        words = cues()
        return cls(
            lasting=relation in words["lasting_relations"],
            served=relation in words["served_relations"],
            charge=word in words["contents"],
        )

    def flip(self) -> None:
        """Turn the polarity; not to say or not to confirm something leaves it open."""
        if self.told:
            self.possible = True
        else:
            self.negated = not self.negated

    def cease(self) -> None:
        """Note that what lasted ends; what happened once has happened."""
        self.ceased = True
        if self.lasting:
            self.flip()

    def attribute(self, source: Attribution | None) -> None:
        """Note that somebody says so."""
        self.reported = True
        self.source = self.source or source
