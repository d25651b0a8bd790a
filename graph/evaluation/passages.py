"""Annotated passages: texts with their claims in a line each, as `data/training` holds them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from graph.actors import resolve
from graph.datafiles import DataFileError, load_yaml
from graph.evaluation.rows import GoldClaim, GoldRow
from graph.model import Article, Modality
from graph.ontology import RELATIONS
from graph.sources import SourceError

__all__ = ["read_passages"]

_BETWEEN = " | "
_NEGATED = "negated"


def read_passages(path: Path) -> list[tuple[GoldRow, Article]]:
    r"""Read a file of passages; each is an article of its own, named by the file's stem and its place in it, from 0.

    A claim is `subject | relation | object`, then marks: `negated`, and `possible` or `reported`. `past` only says that it
    has ended and changes nothing here. A name counts as it stands and as the label of the actor it means on the row's date.

    Raises
    ------
    SourceError
        When the file cannot be read.
    DataFileError
        When a row breaks `passages.schema.json`; the message names file, row and field.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "some.yaml"
    >>> text = 'text: Rome denies it backed Hifter.\n  claims: ["Italy | backs/arms | Hifter | negated | reported"]'
    >>> _ = path.write_text(f'- construction: denial\n  date: "2019-04-09"\n  {text}')
    >>> [(row, article)] = read_passages(path)
    >>> article.id, row.claims[0].object, row.claims[0].relation, row.claims[0].polarity, row.claims[0].modality
    ('some-0', ('Hifter', 'Khalifa Haftar'), ('backs', 'arms'), 'negated', 'reported')
    """
    try:
        rows = load_yaml(path, package="graph.evaluation", schema="passages.schema.json")
    except OSError as error:
        raise SourceError(path, error.strerror or str(error)) from error
    return [_passage(path, number, row) for number, row in enumerate(rows)]


def _passage(path: Path, number: int, row: dict[str, Any]) -> tuple[GoldRow, Article]:
    try:
        day = dt.date.fromisoformat(row["date"])
    except ValueError as error:
        raise DataFileError(f"{path}: {number}/date: {row['date']!r}: {error}") from error
    name = f"{path.stem}-{number}"
    claims = (_claim(text, day, where, required) for text, where, required in _lines(path, number, row))
    return GoldRow(article=name, date=day, claims=tuple(claims)), Article(id=name, text=row["text"], date=day)


def _lines(path: Path, number: int, row: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    for field, required in (("claims", True), ("may", False)):
        for place, text in enumerate(row.get(field, ())):
            yield text, f"{path}: {number}/{field}/{place}", required


def _claim(text: str, day: dt.date, where: str, required: bool) -> GoldClaim:
    subject, relation, obj, *marks = text.split(_BETWEEN)
    relations = tuple(relation.split("/"))
    if unknown := [name for name in relations if name not in RELATIONS]:
        raise DataFileError(f"{where}: {unknown[0]!r} is no relation of the ontology")
    return GoldClaim(
        subject=_names(subject.strip(), day),
        relation=relations,
        object=_names(obj.strip(), day),
        polarity="negated" if _NEGATED in marks else "affirmed",
        modality=_modality(marks),
        required=required,
    )


def _modality(marks: list[str]) -> Modality:
    if "possible" in marks:
        return "possible"
    return "reported" if "reported" in marks else "asserted"


@cache
def _names(name: str, day: dt.date) -> tuple[str, ...]:
    found = resolve(name, day).entity
    return (name,) if found is None or found.label == name else (name, found.label)
