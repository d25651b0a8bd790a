"""Claims and articles as JSON Lines, one record a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from graph.claims.atomic import replacing
from graph.claims.errors import ClaimStoreError, first_breach
from graph.model import Claim

__all__ = ["read_jsonl", "read_records", "write_jsonl"]

_Record = TypeVar("_Record", bound=BaseModel)


def write_jsonl(claims: Iterable[BaseModel], path: Path | str) -> None:
    """Write claims, or other records, one JSON object a line; an earlier file is replaced only when all is written.

    Raises
    ------
    OSError
        When the file cannot be written.
    """
    with replacing(Path(path)) as temporary, temporary.open("w", encoding="utf-8", newline="\n") as out:
        for claim in claims:
            out.write(claim.model_dump_json() + "\n")


def read_jsonl(path: Path | str) -> Iterator[Claim]:
    """Yield the claims of a file that `write_jsonl` wrote; empty lines are passed over.

    Raises
    ------
    ClaimStoreError
        When a line is no claim; the message names file, line and field.
    OSError
        When the file cannot be read.
    """
    return read_records(Path(path), Claim)


def read_records(path: Path, model: type[_Record]) -> Iterator[_Record]:
    """Yield the records of a JSON Lines file, each checked against `model`."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _record(line, f"{path}:{number}", model)


def _record(line: bytes, where: str, model: type[_Record]) -> _Record:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        raise ClaimStoreError(f"{where}: {first_breach(error)}") from error
