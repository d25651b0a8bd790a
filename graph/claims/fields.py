"""The plain fields of a claim, nested ones by path: what every flat form of a claim (Parquet, RDF) is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from graph.model import Claim

__all__ = ["Path", "claim_fields", "field_value", "nest"]

Path = tuple[str, ...]


def _plain(annotation: object) -> object:
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(kind for kind in get_args(annotation) if kind is not type(None))
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _fields(model: type[BaseModel], prefix: Path = ()) -> Iterator[tuple[Path, object]]:
    for name, field in model.model_fields.items():
        kind = _plain(field.annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _fields(kind, (*prefix, name))
        else:
            yield (*prefix, name), kind


@cache
def claim_fields() -> dict[Path, object]:
    """Map the path of every plain field of a claim to its type.

    Examples
    --------
    >>> claim_fields()["subject", "id"]
    <class 'str'>
    """
    return dict(_fields(Claim))


def field_value(record: object, path: Path) -> object:
    """Return the value of a field; None where the record it lies in is None."""
    for name in path:
        if record is None:
            return None
        record = getattr(record, name)
    return record


def nest(values: Iterable[tuple[Path, object]]) -> dict[str, Any]:
    """Put flat values back into nested records; None is left out.

    Examples
    --------
    >>> nest([(("id",), "c1"), (("subject", "id"), "italy"), (("time", "start"), None)])
    {'id': 'c1', 'subject': {'id': 'italy'}}
    """
    record: dict[str, Any] = {}
    for (*outer, last), value in values:
        if value is not None:
            inner = record
            for name in outer:
                inner = inner.setdefault(name, {})
            inner[last] = value
    return record
