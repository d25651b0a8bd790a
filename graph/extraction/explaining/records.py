"""What an explanation consists of: immutable records that go to JSON."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

from graph.model import Claim

__all__ = ["Explanation", "Fired", "Miss", "Named", "Party", "Word"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Word(_Record):
    """A word of the parse; names of several words are one. `number` counts in the sentence, `head` is 0 at the root."""

    number: int
    text: str
    lemma: str
    pos: str
    tag: str
    label: str
    head: int
    head_text: str


class Named(_Record):
    """A mention: its words and where they stand in the article, whom they mean, how sure that is and how it was found."""

    text: str
    start: int
    end: int
    id: str
    label: str
    type: str
    kind: str
    score: float
    how: str


class Fired(_Record):
    """A claim and the row of the pattern file that fired, where a row did: "frames/support.yaml#12", and the line it is on."""

    claim: Claim
    row: str | None = None
    line: int | None = None


class Party(_Record):
    """One side of a pair without a claim."""

    id: str
    label: str
    type: str


class Miss(_Record):
    """An ordered pair without a claim, and the pattern that came nearest to making one.

    Attributes
    ----------
    subject, object
        The pair.
    relation, trigger, lemma, kind
        What would have been claimed, by which word of the sentence, of which kind of frame; None where no trigger is near.
    row, line
        The pattern's file and row, and the line it is on.
    alike
        Rows of the same trigger that lack as much.
    lacking
        How much the pattern lacked: 0 where all fits and a later step dropped the claim, more for each failing part.
    distance
        Steps through the parse from the trigger to both sides.
    reasons
        What fits and what does not, one entry a part.
    """

    subject: Party
    object: Party
    relation: str | None = None
    trigger: str | None = None
    lemma: str | None = None
    kind: str | None = None
    row: str | None = None
    line: int | None = None
    alike: tuple[str, ...] = ()
    lacking: int | None = None
    distance: int | None = None
    reasons: tuple[str, ...] = Field(min_length=1)


class Explanation(_Record):
    """A sentence explained; `number` counts the sentences of the article, and all offsets its characters."""

    article: str
    date: dt.date | None = None
    number: int
    start: int
    end: int
    sentence: str
    words: tuple[Word, ...]
    mentions: tuple[Named, ...]
    claims: tuple[Fired, ...]
    misses: tuple[Miss, ...]
