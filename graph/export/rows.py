"""The network as rows of plain values, for formats that know no lists and no missing values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.claims import ClaimSet, Edge, period
from graph.claims.edges import Period
from graph.model import Entity

__all__ = ["EDGE_COLUMNS", "NODE_COLUMNS", "EdgeRow", "NodeRow", "Value", "edge_rows", "node_rows"]

Value = str | int | float | bool

NODE_COLUMNS: dict[str, type[Value]] = {"type": str, "mentions": int, "degree": int}
EDGE_COLUMNS: dict[str, type[Value]] = {
    "relation": str,
    "family": str,
    "polarity": str,
    "confidence": float,
    "modality": str,
    "symmetric": bool,
    "articles": str,
    "sentences": str,
}


@dataclass(frozen=True, slots=True)
class NodeRow:
    """An entity: `values` has a value for each of `NODE_COLUMNS`."""

    entity: Entity
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A statement: `values` has a value for each of `EDGE_COLUMNS`; `periods` are the times its claims give, merged."""

    id: str
    edge: Edge
    label: str
    values: dict[str, Value]
    periods: list[Period] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The relation, with `-not` where negated: no two edges between the same nodes share it."""
        return self.edge.relation if self.edge.polarity == "affirmed" else f"{self.edge.relation}-not"

    @property
    def weight(self) -> int:
        """The number of pieces of evidence."""
        return len(self.edge.claims)

    @property
    def start(self) -> str | None:
        """The earliest day, as YYYY-MM-DD."""
        return self.edge.start.isoformat() if self.edge.start else None

    @property
    def end(self) -> str | None:
        """The latest day, as YYYY-MM-DD."""
        return self.edge.end.isoformat() if self.edge.end else None


def node_rows(claims: ClaimSet) -> Iterator[NodeRow]:
    """Yield the entities in order of first appearance."""
    mentions = Counter(side.id for claim in claims for side in (claim.subject, claim.object))
    degree = Counter(side.id for edge in claims.edges() for side in (edge.subject, edge.object))
    for entity in claims.entities().values():
        values: dict[str, Value] = {"type": entity.type, "mentions": mentions[entity.id], "degree": degree[entity.id]}
        yield NodeRow(entity, values)


def edge_rows(claims: ClaimSet) -> Iterator[EdgeRow]:
    """Yield the statements in order of first appearance, with ids that are unique in the export."""
    for number, edge in enumerate(claims.edges()):
        relation = edge.claims[0].relation_type
        label = relation.label if edge.polarity == "affirmed" else f"not: {relation.label}"
        values: dict[str, Value] = {
            "relation": edge.relation,
            "family": relation.family,
            "polarity": edge.polarity,
            "confidence": edge.confidence,
            "modality": " | ".join(edge.modalities),
            "symmetric": relation.symmetric,
            "articles": " | ".join(edge.sources),
            "sentences": " | ".join(dict.fromkeys(claim.evidence.sentence for claim in edge.claims)),
        }
        yield EdgeRow(f"e{number}", edge, label, values, _periods(edge))


def _periods(edge: Edge) -> list[Period]:
    dated = {found for found in map(period, edge.claims) if found != (None, None)}
    merged: list[Period] = []
    for start, end in sorted(dated, key=lambda each: (each[0] is not None, each[0] or each[1])):
        last = merged[-1] if merged else None
        if last is not None and (last[1] is None or start is None or start <= last[1]):
            merged[-1] = (last[0], None if last[1] is None or end is None else max(last[1], end))
        else:
            merged.append((start, end))
    return merged
