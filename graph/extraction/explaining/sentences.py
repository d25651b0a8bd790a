"""Explains an article sentence by sentence, from what the pipeline left on its document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from spacy.tokens import Doc, Span, Token

from graph.extraction.assembly import assemble
from graph.extraction.explaining.misses import misses_of
from graph.extraction.explaining.records import Explanation, Fired, Named, Word
from graph.extraction.explaining.rows import line_of
from graph.extraction.pieces import pieces, shifted
from graph.extraction.pipeline import Extractor
from graph.extraction.reading import Finding, Reading, reading_of
from graph.model import Article, Claim, Mention

__all__ = ["explained"]

_HOW = {
    "name": "a name of the base",
    "short": "a short form",
    "acronym": "an acronym",
    "adjective": "an adjective of the base",
    "description": "a description",
    "pronoun": "a pronoun",
    "unknown": "a name that the base does not know",
}
_TAKEN_UP = ("short", "acronym", "description", "pronoun")


def explained(article: Article, extractor: Extractor) -> Iterator[Explanation]:
    """Yield an explanation for each sentence of an article, in order."""
    numbers = count(1)
    for start, text in pieces(article.text):
        if text.strip():
            yield from _of_piece(extractor.read(article.model_copy(update={"text": text})), start, numbers)


def _of_piece(doc: Doc, offset: int, numbers: Iterator[int]) -> Iterator[Explanation]:
    reading = reading_of(doc)
    claims = assemble(doc)
    mentions = _mentions(doc, reading, offset)
    for sentence in doc.sents:
        text = sentence.text.strip()
        if not text:
            continue
        first, last = sentence.start_char, sentence.end_char
        made = [claim for claim in claims if first <= claim.evidence.start < last]
        start = reading.article.text.index(text, first) + offset
        yield Explanation(
            article=reading.article.id,
            date=reading.article.date,
            number=next(numbers),
            start=start,
            end=start + len(text),
            sentence=text,
            words=_words(sentence),
            mentions=tuple(named for token in sentence for named in mentions.get(token.i, ())),
            claims=tuple(_fired(claim, reading, offset) for claim in made),
            misses=tuple(misses_of(sentence, made, reading)),
        )


def _words(sentence: Span) -> tuple[Word, ...]:
    tokens = [token for token in sentence if not token.is_space]
    numbers = {token.i: number for number, token in enumerate(tokens, start=1)}
    return tuple(_word(token, numbers) for token in tokens)


def _word(token: Token, numbers: dict[int, int]) -> Word:
    root = token.head.i == token.i
    return Word(
        number=numbers[token.i],
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        label=token.dep_,
        head=0 if root else numbers.get(token.head.i, 0),
        head_text="" if root else token.head.text,
    )


def _mentions(doc: Doc, reading: Reading, offset: int) -> dict[int, list[Named]]:
    """Return the mentions by token, each with what it takes up of those before it."""
    found: dict[int, list[Named]] = {}
    named: dict[str, str] = {}
    for token in doc:
        for mention in reading.at(token):
            found.setdefault(token.i, []).append(_named(mention, named.get(mention.entity.id), offset))
            if mention.kind not in ("pronoun", "description"):
                named[mention.entity.id] = mention.text
    return found


def _named(mention: Mention, before: str | None, offset: int) -> Named:
    how = _HOW[mention.kind]
    if mention.kind in _TAKEN_UP:
        how += f", named before as {before!r}" if before else ", not named before"
    entity = mention.entity
    return Named(
        text=mention.text,
        start=mention.start + offset,
        end=mention.end + offset,
        id=entity.id,
        label=entity.label,
        type=entity.type,
        kind=mention.kind,
        score=round(mention.score, 3),
        how=how,
    )


def _fired(claim: Claim, reading: Reading, offset: int) -> Fired:
    row = next((finding.source for finding in reading.findings if _made(finding, claim)), "") or None
    return Fired(claim=shifted(claim, offset), row=row, line=line_of(row) if row else None)


def _made(finding: Finding, claim: Claim) -> bool:
    sides = (finding.subject.entity.id, finding.object.entity.id) == (claim.subject.id, claim.object.id)
    return sides and finding.rule == claim.rule and finding.trigger.idx == claim.evidence.trigger_span[0]
