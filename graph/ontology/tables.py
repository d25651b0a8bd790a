"""Derives the documentation tables from the ontology: `python -m graph.ontology.tables` writes `README.md` anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.ontology.loader import ENTITY_TYPES, RELATIONS, EntityType, Relation

__all__ = ["tables_text"]

_HEAD = """\
# What the graph can say

Derived from `ontology.ttl` by `python -m graph.ontology.tables`; change that file, not this one.
`shapes.ttl` is derived from it too (`python -m graph.ontology.shapes`).
↔ marks a symmetric relation: stored once, read both ways.
"""


def tables_text() -> str:
    """Return entity types and relations as Markdown tables.

    Examples
    --------
    >>> print(tables_text().splitlines()[0])
    # What the graph can say
    """
    types = _table(("type", "is", "kind of"), map(_type_row, ENTITY_TYPES.values()))
    header = ("relation", "subject", "object", "holds when", "family", "PLOVER", "CAMEO")
    relations = _table(header, map(_relation_row, RELATIONS.values()))
    return "\n".join([_HEAD, "## Entity types", "", types, "", "## Relations", "", relations, ""])


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in (header, ("---",) * len(header), *rows))


def _type_row(kind: EntityType) -> tuple[str, ...]:
    return kind.name, kind.definition, ", ".join(kind.parents) or "–"


def _relation_row(relation: Relation) -> tuple[str, ...]:
    name = f"{relation.name} ↔" if relation.symmetric else relation.name
    sides = (" or ".join(relation.domain), " or ".join(relation.range))
    return name, *sides, relation.definition, relation.family, relation.plover or "–", relation.cameo or "–"


if __name__ == "__main__":
    Path(__file__).with_name("README.md").write_text(tables_text(), encoding="utf-8")
