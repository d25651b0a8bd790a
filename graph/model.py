"""The things everything else speaks in: Article, Entity, Mention, Evidence, Claim.

All are immutable and typed, and go to and from JSON under one published schema (`claim_schema`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from graph.ontology import ENTITY_TYPES, RELATIONS, Relation

__all__ = [
    "Article",
    "Attribution",
    "Claim",
    "Entity",
    "Evidence",
    "Mention",
    "Modality",
    "Participant",
    "Polarity",
    "Text",
    "Time",
    "claim_id",
    "claim_schema",
]

Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "reported", "possible"]
Granularity = Literal["day", "month", "year", "open"]
MentionKind = Literal["name", "short", "acronym", "adjective", "description", "pronoun", "unknown"]
_SURROGATES = re.compile("[\ud800-\udfff]")


def _encodable(text: str) -> str:
    # Lone surrogates fit in no file; one character for one keeps the offsets right.
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _ordered_span(span: tuple[int, int]) -> tuple[int, int]:
    if not 0 <= span[0] < span[1]:
        raise ValueError(f"span {span[0]}-{span[1]} is empty, reversed or negative")
    return span


Text = Annotated[str, AfterValidator(_encodable)]
Span = Annotated[
    tuple[int, int],
    AfterValidator(_ordered_span),
    Field(description="First and last+1 character, counted in the article's text."),
]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_Stretch = TypeVar("_Stretch", "Mention", "Evidence")


def _not_empty(stretch: _Stretch) -> _Stretch:
    if stretch.start >= stretch.end:
        raise ValueError(f"a stretch of text from {stretch.start} ends at {stretch.end}")
    return stretch


def _known_type(name: str) -> str:
    if name not in ENTITY_TYPES:
        raise ValueError(f"{name!r} is no entity type of the ontology")
    return name


class Article(_Record):
    """A text to read, with what is known of its publication.

    Examples
    --------
    >>> Article(id="a1", text="Italy backs the GNA.", date="2017-09-29").date
    datetime.date(2017, 9, 29)
    """

    id: Text = Field(min_length=1)
    text: Text
    date: dt.date | None = None
    title: Text | None = None
    url: Text | None = None
    outlet: Text | None = None


class Entity(_Record):
    """Somebody or something that claims are about; `id` is an actor id of the base, or one made for an unknown name."""

    id: Text = Field(min_length=1)
    label: Text
    type: str

    _type = field_validator("type")(_known_type)


class Mention(_Record):
    """A stretch of an article's text that names an entity, `text[start:end]`, and how sure the link is (0 to 1)."""

    entity: Entity
    text: Text
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    kind: MentionKind = "name"
    score: float = Field(default=1.0, ge=0, le=1)

    _stretch = model_validator(mode="after")(_not_empty)


class Participant(_Record):
    """An entity as subject or object of a claim, with the words that name it there."""

    id: Text
    label: Text
    type: str
    mention: Text

    _type = field_validator("type")(_known_type)

    @classmethod
    def of(cls, mention: Mention) -> Self:
        """Make a participant from a mention."""
        entity = mention.entity
        return cls(id=entity.id, label=entity.label, type=entity.type, mention=mention.text)


class Attribution(_Record):
    """Who says so: an entity where one could be resolved, else only the source's words."""

    id: Text | None = None
    label: Text | None = None
    text: Text


class Time(_Record):
    """When a claim holds: what its own words say (`source` "text"), else the article's date ("article").

    An end or a start that the words leave open is None, with granularity "open".
    """

    start: dt.date | None = None
    end: dt.date | None = None
    granularity: Granularity = "day"
    source: Literal["text", "article"] = "text"

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"time ends ({self.end}) before it starts ({self.start})")
        return self


class Evidence(_Record):
    """The sentence that makes a claim; all offsets count characters of the article's text.

    The subject or the object may stand in an earlier sentence than the trigger; its span then lies before `start`.
    """

    sentence: Text
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    subject_span: Span
    trigger_span: Span
    object_span: Span
    url: Text | None = None
    outlet: Text | None = None
    date: dt.date | None = None

    _stretch = model_validator(mode="after")(_not_empty)


class Claim(_Record):
    """What one sentence of one article says about two entities.

    Use `Claim.make` to create one: it computes the id.
    """

    id: Text
    article: Text
    subject: Participant
    relation: str
    object: Participant
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attributed_to: Attribution | None = None
    time: Time | None = None
    role: Text | None = None
    confidence: float = Field(default=1.0, ge=0, le=1)
    rule: Text = ""
    evidence: Evidence

    @field_validator("relation")
    @classmethod
    def _known_relation(cls, name: str) -> str:
        if name not in RELATIONS:
            raise ValueError(f"{name!r} is no relation of the ontology")
        return name

    @property
    def relation_type(self) -> Relation:
        """The relation as the ontology describes it."""
        return RELATIONS[self.relation]

    @property
    def direct(self) -> bool:
        """Whether the claim may stand as a plain edge: affirmed and not merely possible."""
        return self.polarity == "affirmed" and self.modality != "possible"

    @classmethod
    def make(cls, **fields: Any) -> Self:
        """Create a claim with its id computed; takes every field but `id`."""
        return cls(id=_id_from(fields), **fields)


def _id_from(fields: dict[str, Any]) -> str:
    evidence: Evidence = fields["evidence"]
    return claim_id(
        fields["article"],
        evidence.start,
        evidence.sentence,
        fields["subject"].id,
        fields["relation"],
        fields["object"].id,
        fields.get("polarity", "affirmed"),
    )


def claim_id(article: str, start: int, sentence: str, subject: str, relation: str, obj: str, polarity: str) -> str:  # noqa: PLR0917
    """Name a claim so that the same claim from the same sentence has the same id on every run and machine.

    Returns
    -------
    str
        20 hexadecimal digits of a SHA-256 over the arguments; the sides of a symmetric relation count in either order.

    Examples
    --------
    >>> a = claim_id("a1", 0, "A met B.", "a", "meets", "b", "affirmed")
    >>> a == claim_id("a1", 0, "A met B.", "b", "meets", "a", "affirmed"), len(a)
    (True, 20)
    """
    sides = sorted((subject, obj)) if RELATIONS[relation].symmetric else [subject, obj]
    key = "\x1f".join([article, str(start), sentence, sides[0], relation, sides[1], polarity])
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def claim_schema() -> dict[str, Any]:
    """Return the JSON Schema of a claim line, with the ontology's relations and entity types as closed lists."""
    schema = Claim.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["$id"] = "https://w3id.org/libyagraph/schema/claim.json"
    schema["properties"]["relation"]["enum"] = list(RELATIONS)
    schema["$defs"]["Participant"]["properties"]["type"]["enum"] = list(ENTITY_TYPES)
    return schema
