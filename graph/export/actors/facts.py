"""The facts of a record that carry a time or a publication, each with a name of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graph.actors.records import Actor, Span

__all__ = ["named_facts"]


def named_facts(actor: Actor) -> Iterator[tuple[str, str, Span]]:
    """Yield a name that no other fact of the base has, the field and the fact, in the order of the record.

    Examples
    --------
    >>> brigade = Actor(
    ...     id="166-brigade", label="166 Brigade", type="ArmedGroup", description="A brigade.", base=[{"id": "misrata"}]
    ... )
    >>> [(name, field) for name, field, _ in named_facts(brigade)]
    [('166-brigade.base-1', 'base')]
    """
    seen: Counter[str] = Counter()
    for field, span in actor.spans():
        seen[field] += 1
        yield f"{actor.id}.{field}-{seen[field]}", field, span
