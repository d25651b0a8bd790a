"""Gold rows and predicted claims, as their files hold them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from graph.claims.errors import first_breach
from graph.evaluation.names import folded_all
from graph.model import Claim, Modality, Polarity
from graph.sources import SourceError, json_rows

__all__ = ["GoldClaim", "GoldRow", "Prediction", "read_gold", "read_predictions"]


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


_Names = Annotated[tuple[str, ...], BeforeValidator(_as_tuple), Field(min_length=1)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldClaim(_Row):
    """A claim that a careful reader finds; every listed name, and every listed relation, counts as right."""

    subject: _Names
    relation: _Names
    object: _Names
    polarity: Polarity = "affirmed"
    modality: Modality | None = None
    required: bool = True
    evidence: str = ""

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The subject's names, folded."""
        return folded_all(self.subject)

    @cached_property
    def objects(self) -> frozenset[str]:
        """The object's names, folded."""
        return folded_all(self.object)


class GoldRow(_Row):
    """An article and its claims; `text` is its file, counted from the gold file's folder."""

    article: str
    text: str = ""
    date: dt.date | None = None
    claims: tuple[GoldClaim, ...]

    @property
    def stem(self) -> str:
        """The stem of the text file, by which predictions may name the article too."""
        return PurePosixPath(self.text).stem


class _Side(_Row):
    label: str
    mention: str | None = None

    @cached_property
    def names(self) -> frozenset[str]:
        return folded_all((self.label, self.mention or ""))


class _Evidence(_Row):
    sentence: str = ""


class Prediction(_Row):
    """What the scorer reads of a claim line; other fields are passed over, so that other tools' claims can be scored."""

    article: str
    subject: _Side
    relation: str
    object: _Side
    polarity: Polarity = "affirmed"
    modality: Modality | None = None
    rule: str = ""
    confidence: float | None = Field(default=None, ge=0, le=1)
    evidence: _Evidence | None = None

    @classmethod
    def of(cls, claim: Claim) -> Prediction:
        """Take what counts from a claim."""
        return cls.model_validate(claim.model_dump(include=set(cls.model_fields)))

    @property
    def sentence(self) -> str:
        """The sentence it was found in, empty where the line has none."""
        return self.evidence.sentence if self.evidence else ""


_Kind = TypeVar("_Kind", bound=_Row)


def read_gold(path: Path) -> list[GoldRow]:
    """Read a gold file.

    Raises
    ------
    SourceError
        When it cannot be read or a line is no gold row; the message names file and line.
    """
    return list(_read(path, GoldRow))


def read_predictions(path: Path) -> list[Prediction]:
    """Read claim lines, as `libyagraph extract` prints them.

    Raises
    ------
    SourceError
        When the file cannot be read or a line is no claim; the message names file and line.
    """
    return list(_read(path, Prediction))


def _read(path: Path, kind: type[_Kind]) -> Iterator[_Kind]:
    for number, row in json_rows(path, _fail):
        yield _validated(path, number, row, kind)


def _validated(path: Path, number: int, row: dict[str, Any], kind: type[_Kind]) -> _Kind:
    try:
        return kind.model_validate(row)
    except ValidationError as error:
        raise SourceError(path, first_breach(error), number) from error


def _fail(error: SourceError) -> None:
    raise error
