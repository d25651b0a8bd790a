"""Where a text names dates: the entity recogniser's dates, with ranges joined, and the preposition before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from spacy.tokens import Doc, Span, Token

from graph.extraction.dating.words import words

__all__ = ["DateMention", "date_mentions"]

_LABELS = ("DATE", "TIME")
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINTS = ("to", "and", "until", "till", "through", "-", "–", "—")
_BOUNDS = ("since", "until", "before", "after")


@dataclass(frozen=True, slots=True, eq=False)
class DateMention:
    """A date in a text.

    Attributes
    ----------
    root
        The word by which it hangs in its sentence.
    text
        Its words; of a range both dates.
    bound
        "since", "until", "before" or "after" where such a preposition stands before it.
    inner
        Of "two days after the attack" the word "attack": what the date is counted from, and which it dates.
    """

    root: Token
    text: str
    bound: str = ""
    inner: Token | None = None


def date_mentions(doc: Doc) -> Iterator[DateMention]:
    """Yield the dates of a document in the order of the text."""
    spans = [span for span in doc.ents if span.label_ in _LABELS]
    skip = -1
    for span, following in zip_longest(spans, spans[1:]):
        if span.start < skip:
            continue
        if following is not None and _torn_apart(span, following):
            skip, whole = following.end, doc[span.start : following.end]
            yield DateMention(span.root if following.start > span.end else whole.root, whole.text)
        elif _year_behind(span):
            yield DateMention(span.root, doc[span.start : span.end + 2].text)
        else:
            yield _single(span)


def _torn_apart(first: Span, last: Span) -> bool:
    """Whether the recogniser tore one date, or the ends of one range, apart: "Friday night", "from 2014 to 2016"."""
    doc = first.doc
    if last.start == first.end:
        return True  # "Friday" and "night"
    if last.start - first.end != 1 or first.sent.start != last.sent.start:
        return False
    joint, before = doc[first.end].lower_, doc[first.start - 1].lower_ if first.start else ""
    if joint == "and":
        return before == "between"
    return joint in _JOINTS and (before == "from" or first[0].lower_ == "from" or not joint.isalpha())


def _year_behind(span: Span) -> bool:
    """Whether the recogniser left out the year that ends a range: "from 2012 to 2014"."""
    behind = span.doc[span.end : span.end + 2]
    return (
        len(behind) == 2 and behind[0].lower_ in _JOINTS and behind[0].lower_ != "and" and bool(_YEAR.fullmatch(behind[1].text))
    )


def _single(span: Span) -> DateMention:
    doc = span.doc
    behind = doc[span.end] if span.end < len(doc) else None
    if behind is not None and behind.lower_ in ("after", "before") and behind.i < span.sent.end - 1:
        return DateMention(span.root, f"{span.text} {behind.lower_}", inner=_counted_from(behind))
    event = _bounding_event(span.root)
    if event is not None:
        return DateMention(event, span.text, _kind_of(event.head))
    return DateMention(span.root, span.text, _bound(span))


def _bounding_event(root: Token) -> Token | None:
    """The noun a date belongs to, where a preposition makes a bound of it: "since the 2011 uprising", "until the May truce"."""
    noun = root.head.head if root.head.lower_ in ("of", "in", "on") else root.head
    inside = root.dep_ in ("nummod", "compound", "amod", "nmod", "pobj") and noun.pos_ == "NOUN"
    return noun if inside and noun.dep_ == "pobj" and _kind_of(noun.head) else None


def _kind_of(preposition: Token) -> str:
    return next((kind for kind in _BOUNDS if preposition.lower_ in words()[kind] and preposition.lower_ != "from"), "")


def _counted_from(preposition: Token) -> Token | None:
    if preposition.dep_ == "mark":
        return preposition.head
    return next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), preposition)


def _bound(span: Span) -> str:
    """The preposition before a date, or its own first word, that leaves one side open."""
    before = [span[0], *reversed(list(span.doc[max(span.sent.start, span.start - 3) : span.start]))]
    for token in before:
        for kind in _BOUNDS:
            if token.lower_ in words()[kind]:
                return kind
        if token.i < span.start and token.lower_ not in words()["fillers"]:
            break
    return ""
