"""The unknown actors of a claim set: under which names and types they appear, how often, in which sentences."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from graph.actors.kinds import kind_of_name
from graph.actors.names import key
from graph.actors.spelling import person_words
from graph.model import Claim, Participant

__all__ = ["Key", "Role", "Sighting", "Unknown", "collect", "is_unknown", "seen", "sides"]

_OPEN_TYPES = ("Actor", "Organization")
_NO_DATE = "9999"
_SIGHTINGS = 2
_LONGEST = 500
Role = tuple[str, Literal["subject", "object"]]
"""A relation and the side of it on which an actor stands."""


class Key(NamedTuple):
    """An unknown actor: an id and the type it was taken for, since one name can be a person's and a place's."""

    id: str
    type: str


class Sighting(NamedTuple):
    """A sentence about an actor; those that hold the name itself come first, then the earliest."""

    unnamed: bool
    date: str
    article: str
    start: int
    sentence: str

    @property
    def day(self) -> str | None:
        """The day the article was published, as YYYY-MM-DD."""
        return None if self.date == _NO_DATE else self.date


@dataclass(slots=True)
class _Label:
    claims: int = 0
    first: tuple[str, str, int] = (_NO_DATE, "", 0)


@dataclass(eq=False)
class Unknown:
    """One name of one type, with what the claims tell of it.

    Attributes
    ----------
    key
        Id and type.
    claims
        In how many claims it stands; none for a name known only from an earlier decision.
    articles
        Their ids.
    roles
        The relations it stands in.
    sightings
        One or two sentences.
    """

    key: Key
    claims: int = 0
    articles: set[str] = field(default_factory=set)
    roles: set[Role] = field(default_factory=set)
    sightings: list[Sighting] = field(default_factory=list)
    _labels: dict[str, _Label] = field(default_factory=lambda: defaultdict(_Label))

    def add(self, label: str, claim: Claim, role: Role | None = None) -> None:
        """Count one more claim."""
        evidence = claim.evidence
        date = evidence.date.isoformat() if evidence.date else _NO_DATE
        place = (date, claim.article, evidence.start)
        known = self._labels[label]
        known.first = min(known.first, place) if known.claims else place
        known.claims += 1
        self.claims += 1
        self.articles.add(claim.article)
        if role:
            self.roles.add(role)
        _keep(self.sightings, Sighting(label not in evidence.sentence, *place, _around(label, evidence.sentence)))

    @classmethod
    def remembered(cls, known: Key, label: str) -> Unknown:
        """Make the unknown that a decision names and no claim."""
        return cls(known, _labels={label: _Label()})

    @cached_property
    def label(self) -> str:
        """The spelling that most claims have, of several the one seen first."""
        return min(self._labels, key=lambda label: (-self._labels[label].claims, self._labels[label].first, label))

    @property
    def first(self) -> tuple[str, str, int]:
        """Date, article and place at which it is first seen."""
        return min(label.first for label in self._labels.values())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words by which names are compared."""
        return key(self.label)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The words by which names of persons are compared: "Abdul" and its like joined to what follows."""
        return person_words(self.label)

    @cached_property
    def sure(self) -> bool:
        """Whether the type is more than what a name is taken for where nothing tells it."""
        return self.key.type not in _OPEN_TYPES or self.told_by_name

    @property
    def told_by_name(self) -> bool:
        """Whether the name's own words tell its type."""
        return kind_of_name(self.words) == self.key.type


def is_unknown(actor_id: str | None) -> bool:
    """Whether an id was made up for an actor that the base does not know.

    Examples
    --------
    >>> is_unknown("x-taher-al-gharabli"), is_unknown("italy")
    (True, False)
    """
    return actor_id is not None and actor_id.startswith("x-")


def sides(claim: Claim) -> Iterator[tuple[Participant, Role]]:
    """Yield subject and object of a claim, each with its role."""
    yield claim.subject, (claim.relation, "subject")
    yield claim.object, (claim.relation, "object")


def collect(claims: Iterable[Claim]) -> list[Unknown]:
    """Gather the unknown actors of some claims, those that only say something included, in an order of their own."""
    found: dict[Key, Unknown] = {}
    speakers: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for claim in claims:
        for side, role in sides(claim):
            if is_unknown(side.id):
                known = Key(side.id, side.type)
                found.setdefault(known, Unknown(known)).add(side.label, claim, role)
        said = claim.attributed_to
        if said and said.id and is_unknown(said.id):
            speakers[said.id].append((said.label or said.text, claim))
    for name in speakers.keys() - {known.id for known in found}:
        unknown = found[Key(name, "Actor")] = Unknown(Key(name, "Actor"))
        for label, claim in speakers[name]:
            unknown.add(label, claim)
    return sorted(found.values(), key=lambda unknown: unknown.key)


def seen(claims: Iterable[Claim], ids: Collection[str]) -> dict[str, list[Sighting]]:
    """Return sentences about some actors, by id."""
    found: dict[str, Unknown] = {}
    for claim in claims if ids else ():
        for side, _ in sides(claim):
            if side.id in ids:
                found.setdefault(side.id, Unknown(Key(side.id, ""))).add(side.label, claim)
    return {name: unknown.sightings for name, unknown in found.items()}


def _keep(sightings: list[Sighting], new: Sighting) -> None:
    same = next((known for known in sightings if known.sentence == new.sentence), None)
    if same is None or new < same:
        insort(sightings, new)
        if same:
            sightings.remove(same)
        del sightings[_SIGHTINGS:]


def _around(label: str, sentence: str) -> str:
    """Cut an overlong sentence down to what stands around a name."""
    if len(sentence) <= _LONGEST:
        return sentence
    start = max(0, sentence.find(label) - _LONGEST // 2)
    end = start + _LONGEST
    return f"{'…' * (start > 0)}{sentence[start:end]}{'…' * (end < len(sentence))}"
