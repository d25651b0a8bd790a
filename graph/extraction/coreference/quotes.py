"""Quoted speech: which words stand in quotation marks, and who says them."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.reading import Reading, reading_of
from graph.model import Mention

__all__ = ["in_quotes", "speaker_of", "speakers_of"]

# A quotation is sought so far back, in characters, and its speaker so far around, in words.
_LONGEST, _WINDOW = 2000, 150
_OPEN, _CLOSE, _EITHER = "“", "”", '"'


def in_quotes(token: Token) -> bool:
    """Whether a token stands inside quotation marks of its paragraph."""
    text, start = reading_of(token.doc).article.text, token.idx
    line = max(text.rfind("\n", 0, start) + 1, start - _LONGEST)
    before = text[line:start]
    return before.count(_EITHER) % 2 == 1 or before.count(_OPEN) > before.count(_CLOSE)


def _paragraph(token: Token) -> tuple[int, int]:
    text = reading_of(token.doc).article.text
    end = text.find("\n", token.idx)
    return text.rfind("\n", 0, token.idx) + 1, len(text) if end < 0 else end


def speaker_of(token: Token, reading: Reading, saying: frozenset[str]) -> Mention | None:
    """Return who speaks the quotation a token stands in: the subject of the nearest verb of saying outside it."""
    if not in_quotes(token):
        return None
    start, end = _paragraph(token)
    near = token.doc[max(0, token.i - _WINDOW) : token.i + _WINDOW]
    verbs = [t for t in near if start <= t.idx < end and t.lemma_ in saying and not in_quotes(t)]
    for verb in sorted(verbs, key=lambda v: abs(v.i - token.i)):
        for child in speakers_of(verb, [c for c in verb.children if c.dep_ == "nsubj"]):
            for named in (child, *(c for c in child.children if c.dep_ == "appos")):
                if spoken := reading.at(named):
                    return spoken[0]
    return None


def speakers_of(verb: Token, subjects: list[Token]) -> list[Token]:
    """Return who says it: a subject outside the quotation marks, or the name right behind an inverted verb ("said Salame")."""
    outside = [s for s in subjects if in_quotes(verb) or not in_quotes(s)]
    if outside:
        return outside
    behind = [t for t in verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)] if t.pos_ in ("PROPN", "PRON", "NOUN")]
    return [t for t in behind if t.dep_ not in ("compound", "amod", "nmod", "poss")][:1]
