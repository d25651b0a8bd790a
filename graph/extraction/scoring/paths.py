"""The way through the parse from a mention to a trigger, as a short string."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.relations.syntax import label_of

__all__ = ["Path", "path_between"]

_LONGEST = 7
# Labels that only prolong a list or a name: a path through them means the same as one without.
_SKIPPED = frozenset({"conj", "compound", "nmod", "amod", "nummod", "appos"})


class Path:
    """How a mention hangs together with a trigger.

    Attributes
    ----------
    up, down
        Labels upwards from the mention to the common ancestor, and from there downwards to the trigger. Prepositions carry their
        word.
    length
        Number of steps.
    """

    __slots__ = ("down", "length", "up")

    def __init__(self, up: list[str], down: list[str]) -> None:
        self.up = up
        self.down = down[::-1]
        self.length = len(up) + len(down)

    @property
    def steps(self) -> str:
        """All steps, "/" standing for the common ancestor."""
        return "<".join(self.up) + "/" + ">".join(self.down)

    @property
    def plain(self) -> str:
        """The steps without those that only prolong a list or a name."""
        kept = [[step for step in part if step not in _SKIPPED] for part in (self.up, self.down)]
        return "<".join(kept[0]) + "/" + ">".join(kept[1])

    @property
    def entry(self) -> str:
        """The first telling step upwards from the mention: its grammatical role."""
        return next((step for step in self.up if step not in _SKIPPED), "")


def path_between(mention: Token, trigger: Token) -> Path | None:
    """Return the path from a mention's token to a trigger, None where they lie too far apart or in different trees."""
    above = {token.i: n for n, token in enumerate(_chain(trigger))}
    up: list[str] = []
    for token in _chain(mention):
        if token.i in above:
            down = [label_of(t) for t in _chain(trigger)[: above[token.i]]]
            return Path(up, down) if len(up) + len(down) <= _LONGEST else None
        up.append(label_of(token))
        if len(up) > _LONGEST:
            return None
    return None


def _chain(token: Token) -> list[Token]:
    found = [token]
    while found[-1].head is not found[-1] and found[-1].head.i != found[-1].i and len(found) <= _LONGEST + 1:
        found.append(found[-1].head)
    return found
