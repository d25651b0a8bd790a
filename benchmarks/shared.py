"""What the benchmark sets share: reading gold and data files, comparing names, counting, printing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Protocol, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError

from graph.claims.errors import first_breach
from graph.evaluation import Fault
from graph.evaluation.names import folded_all
from graph.extraction import Extractor
from graph.model import Article, Claim, Participant
from graph.ontology import RELATIONS
from graph.sources import SourceError, json_rows, one_line

__all__ = [
    "HERE",
    "Count",
    "Figure",
    "GoldText",
    "RelationName",
    "Result",
    "Share",
    "aligned",
    "distinct",
    "either_way",
    "load_data",
    "named_by",
    "read_claims",
    "read_gold",
]

HERE = Path(__file__).parent


def _known(name: str) -> str:
    if name not in RELATIONS:
        raise ValueError(f"{name!r} is no relation of the ontology")
    return name


RelationName = Annotated[str, AfterValidator(_known)]


class GoldText(BaseModel):
    """A text with its gold; each set adds its own fields."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    text: str


class GoldEvent(Protocol):
    """Anything that gold expects to be found."""

    def triple(self) -> tuple[str, str, str]:
        """Source, relation and target as the gold words them, for the list of errors."""
        ...


_Text = TypeVar("_Text", bound=GoldText)
_Event = TypeVar("_Event", bound=GoldEvent)
_Data = TypeVar("_Data")


def _raise(error: SourceError) -> None:
    raise error


def read_gold(path: Path, kind: type[_Text]) -> list[_Text]:
    """Read a JSON lines file of gold texts.

    Raises
    ------
    SourceError
        At the first line that cannot be used: figures without it would mislead.
    """
    return [_checked(kind, row, path, number) for number, row in json_rows(path, _raise)]


def _checked(kind: type[_Text], row: dict[str, Any], path: Path, number: int) -> _Text:
    try:
        return kind.model_validate(row)
    except ValidationError as error:
        raise SourceError(path, first_breach(error), number) from error


def load_data(name: str, kind: type[_Data]) -> _Data:
    """Load a YAML file of this folder and check it against a type.

    Raises
    ------
    SourceError
        When the file is no YAML or does not have that type.
    """
    path = HERE / name
    try:
        return TypeAdapter(kind).validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        raise SourceError(path, first_breach(error)) from error
    except (OSError, yaml.YAMLError) as error:
        raise SourceError(path, f"cannot be read: {error}") from error


def read_claims(extractor: Extractor, texts: Sequence[_Text]) -> Iterator[tuple[_Text, list[Claim]]]:
    """Yield each gold text with the claims the extractor finds in it, undated."""
    for text in texts:
        yield text, extractor.extract(Article(id=text.id, text=text.text))


def named_by(participant: Participant, names: Iterable[str]) -> bool:
    """Tell whether the words or the label of a participant hold one of the names, or lie within it, as whole words.

    Examples
    --------
    >>> guard = Participant(id="x", label="Libya", type="State", mention="the Libyan")
    >>> named_by(guard, ["Libyan coast guard"]), named_by(guard, ["Libyans"])
    (True, False)
    """
    ours = folded_all((participant.mention, participant.label))
    return any(_within(a, b) or _within(b, a) for a in ours for b in folded_all(names))


def _within(part: str, whole: str) -> bool:
    return f" {part} " in f" {whole} "


def aligned(claim: Claim, sources: Iterable[str], targets: Iterable[str]) -> bool:
    """Tell whether a claim's subject is named by `sources` and its object by `targets`, or reversed if it is symmetric."""
    here, there = list(sources), list(targets)
    if named_by(claim.subject, here) and named_by(claim.object, there):
        return True
    return claim.relation_type.symmetric and named_by(claim.subject, there) and named_by(claim.object, here)


def either_way(claim: Claim) -> frozenset[str]:
    """Return the two entities of a claim, whichever is its subject."""
    return frozenset((claim.subject.id, claim.object.id))


def distinct(claims: Iterable[Claim], key: Callable[[Claim], Hashable]) -> list[Claim]:
    """Keep the first claim of each key, so that what a text says twice counts once."""
    first: dict[Hashable, Claim] = {}
    for claim in claims:
        first.setdefault(key(claim), claim)
    return list(first.values())


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: an F1 with its precision and recall, or a plain share or ratio with neither.

    `ours` are the claims counted, or the hits of a share; `gold` the events to be found, or all that could be hit.
    """

    name: str
    definition: str
    value: float
    precision: float | None
    recall: float | None
    ours: int
    gold: int


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one set, and the errors behind the figure that `faults_of` names."""

    set: str
    texts: int
    figures: tuple[Figure, ...]
    faults_of: str = ""
    faults: tuple[Fault, ...] = ()

    def lines(self, errors: int) -> Iterator[str]:
        """Yield the table for reading, with up to `errors` errors of each kind."""
        yield f"{self.set} ({self.texts} texts)"
        yield f"  {'figure':<44}{'value':>7}{'prec.':>7}{'recall':>7}{'ours':>7}{'gold':>6}  definition"
        for f in self.figures:
            shares = f"{f.value:>7.3f}{_share(f.precision)}{_share(f.recall)}"
            yield f"  {f.name:<44}{shares}{f.ours:>7}{f.gold:>6}  {f.definition}"
        for kind in ("wrong", "missed"):
            for fault in [fault for fault in self.faults if fault.kind == kind][:errors]:
                triple = f"{fault.subject} | {fault.relation} | {fault.object}"
                yield one_line(f"  {kind} [{self.faults_of}] {fault.article}: {triple} << {fault.evidence}")


def _share(share: float | None) -> str:
    return f"{'':>7}" if share is None else f"{share:>7.3f}"


@dataclass(slots=True)
class Count:
    """Counts claims against gold over all texts: a claim is right, and a gold event found, where any of the other matches."""

    name: str
    definition: str
    predicted: int = 0
    right: int = 0
    gold: int = 0
    found: int = 0
    faults: list[Fault] = field(default_factory=list)

    def add(
        self,
        text: str,
        claims: Sequence[Claim],
        events: Sequence[_Event],
        match: Callable[[Claim, _Event], bool],
        within: str = "",
    ) -> None:
        """Add the claims and the gold events of the text called `text`; its missed events are listed with `within`."""
        wrong = [claim for claim in claims if not any(match(claim, event) for event in events)]
        missed = [event for event in events if not any(match(claim, event) for claim in claims)]
        self.predicted += len(claims)
        self.right += len(claims) - len(wrong)
        self.gold += len(events)
        self.found += len(events) - len(missed)
        self.faults.extend(_wrong(text, claim) for claim in wrong)
        self.faults.extend(Fault("missed", text, *event.triple(), "affirmed", within) for event in missed)

    def figure(self) -> Figure:
        """Return precision, recall and F1 of everything added."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.found / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return Figure(self.name, self.definition, f1, precision, recall, self.predicted, self.gold)


@dataclass(slots=True)
class Share:
    """How many of the texts that can have something have it."""

    name: str
    definition: str
    hits: int = 0
    total: int = 0

    def add(self, hit: bool) -> None:
        """Add a text."""
        self.hits += hit
        self.total += 1

    def figure(self) -> Figure:
        """Return the share of everything added."""
        share = self.hits / self.total if self.total else 0.0
        return Figure(self.name, self.definition, share, None, None, self.hits, self.total)


def _wrong(text: str, claim: Claim) -> Fault:
    names = claim.subject.mention, claim.relation, claim.object.mention
    return Fault("wrong", text, *names, claim.polarity, claim.evidence.sentence)
