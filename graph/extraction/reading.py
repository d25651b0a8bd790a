"""What is known of an article while it is read: the parsed document, its mentions, and what was found so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from graph.actors.base import Alias
from graph.model import Article, Attribution, Entity, Mention, Modality, Polarity, Time

__all__ = ["Finding", "Name", "Reading", "reading_of"]

_PRESUPPOSED = ("office", "compound", "name")

if not Doc.has_extension("reading"):
    Doc.set_extension("reading", default=None)


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in the text, one token after merging, before it is linked.

    Attributes
    ----------
    text, start, end
        The words and where they stand in the article's text.
    aliases
        Entries of the actor base that read so; none for an unknown name.
    type
        For an unknown name the entity type that its words or the entity recogniser tell, where they do.
    acronym
        The acronym that the article gives in brackets behind the name.
    """

    text: str
    start: int
    end: int
    aliases: tuple[Alias, ...] = ()
    type: str | None = None
    acronym: str | None = None


@dataclass(slots=True)
class Finding:
    """A claim in the making: two mentions, the relation, the token that triggered it, and the row of its frame (`source`)."""

    relation: str
    subject: Mention
    object: Mention
    trigger: Token
    rule: str
    weight: float = 1.0
    source: str = ""
    role: str | None = None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    attributed_to: Attribution | None = None
    time: Time | None = None
    ended: bool = False
    probability: float | None = None

    @property
    def presupposed(self) -> bool:
        """Whether the text takes the claim for granted: a title, a compound, a name's own phrase."""
        return self.rule.partition(":")[0].partition("-")[0] in _PRESUPPOSED


@dataclass(slots=True)
class Reading:
    """The state that the components of the pipeline share; it hangs on the document as `doc._.reading`.

    Attributes
    ----------
    names, phrases
        What was found in the text, by token: names, and descriptions of the base ending at a token.
    mentions, groups
        What tokens stand for once linked and resolved.
    meant
        The actors that fill a role of a trigger word, once they were asked for.
    titles
        The nouns that the article puts beside a person's name, by entity id: "General Younes", "Taher, a trader".
    posts
        The bodies that the article names with a person's title, by entity id: "the LNA's spokesman, Ahmed al-Mismari".
    genders
        "male" or "female" for persons of whom the article tells it, by entity id: "Mrs Taylor", "the spokeswoman".
    findings
        Claims in the making.
    """

    article: Article
    names: dict[int, Name] = field(default_factory=dict)
    phrases: dict[int, tuple[Alias, ...]] = field(default_factory=dict)
    mentions: dict[int, Mention] = field(default_factory=dict)
    groups: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    titles: dict[str, set[str]] = field(default_factory=dict)
    meant: dict[tuple[int, str, bool], list[Mention]] = field(default_factory=dict)
    posts: dict[str, Entity] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def at(self, token: Token) -> tuple[Mention, ...]:
        """Return the mentions a token stands for: one for a name or a resolved pronoun, several for a resolved group."""
        if token.i in self.groups:
            return self.groups[token.i]
        mention = self.mentions.get(token.i)
        return (mention,) if mention else ()

    def keep(self, token: Token, meant: Sequence[Mention]) -> None:
        """Note what a token stands for: one mention, or several of a group; nothing where there is none."""
        if len(meant) == 1:
            self.mentions[token.i] = meant[0]
        elif meant:
            self.groups[token.i] = tuple(meant)

    def mention_of(self, token: Token, entity: Entity, kind: str, score: float = 1.0) -> Mention:
        """Make a mention of an entity at a token: a name without its acronym, a description with the words before its head."""
        name = self.names.get(token.i)
        start = _phrase_start(token) if kind == "description" else token.idx
        end = token.idx + len(name.text if name else token)
        text = self.article.text[start:end]
        return Mention.model_construct(entity=entity, text=text, start=start, end=end, kind=kind, score=score)

    def linked(self) -> Iterator[tuple[int, Mention]]:
        """Yield all mentions in the order of the text, with their token's index."""
        for index in sorted(self.mentions):
            yield index, self.mentions[index]


def _phrase_start(token: Token) -> int:
    """Where the words before a noun begin that belong to it: the "Libyan" of "the Libyan government"."""
    first = token
    while first.i > token.sent.start:
        left = first.nbor(-1)
        if left.head not in (token, first) or left.dep_ not in ("amod", "compound", "nmod", "npadvmod", "punct", "nummod"):
            break
        if left.dep_ == "punct" and left.text != "-":
            break
        first = left
    return first.idx


def reading_of(doc: Doc) -> Reading:
    """Return the reading that hangs on a document.

    Raises
    ------
    ValueError
        When the document was not made by the pipeline.
    """
    reading = doc._.reading
    if not isinstance(reading, Reading):
        raise ValueError("this document carries no reading: run it through Extractor")
    return reading
