"""Long texts in pieces: the parser takes a limited text at a time, and memory that grows with it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Claim, claim_id

__all__ = ["pieces", "shifted"]

_SIZE = 30_000
_BREAKS = ("\n", ". ", " ")


def pieces(text: str, size: int = _SIZE) -> Iterator[tuple[int, str]]:
    """Yield a text in pieces with the character at which each begins, cut at paragraphs, else sentences, else words.

    Examples
    --------
    >>> list(pieces("One two. Three four.", size=10))
    [(0, 'One two. '), (9, 'Three '), (15, 'four.')]
    """
    start = 0
    while len(text) - start > size:
        cut = _cut(text, start, start + size)
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    for mark in _BREAKS:
        at = text.rfind(mark, start, limit)
        if at > start:
            return at + len(mark)
    return limit


def shifted(claim: Claim, by: int) -> Claim:
    """Return a claim of a piece as one of the whole text: all offsets moved, and the id that goes with them."""
    if not by:
        return claim
    old = claim.evidence
    moved = {name: tuple(at + by for at in getattr(old, name)) for name in ("subject_span", "trigger_span", "object_span")}
    evidence = old.model_copy(update={"start": old.start + by, "end": old.end + by, **moved})
    new_id = claim_id(
        claim.article, evidence.start, old.sentence, claim.subject.id, claim.relation, claim.object.id, claim.polarity
    )
    return claim.model_copy(update={"id": new_id, "evidence": evidence})
