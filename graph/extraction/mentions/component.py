"""The pipeline component that finds names and makes each one token."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.actors import base
from graph.actors.names import words
from graph.extraction.mentions.disguise import disguise, show_as
from graph.extraction.mentions.finder import find_names, find_phrases, patterns
from graph.extraction.mentions.fixed import fixed_adjectives
from graph.extraction.reading import Name, reading_of

__all__ = ["Mentions"]


class Mentions:
    """Finds names and merges each into one token, which the parser then sees as a familiar word."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill `reading.names`; the document's tokens change."""
        reading = reading_of(doc)
        text = reading.article.text
        text_words = list(words(text))
        names = find_names(doc, text, text_words, base())
        spans = [pair for name in names if (pair := _with_acronym(doc, name)) is not None]
        bracketed = {(span.start + 1, span.end) for name, span in spans if name.acronym}
        spans = [(n, s) for n, s in spans if not any(first <= s.start and s.end <= last for first, last in bracketed)]
        fixed = list(fixed_adjectives(doc, [span for _, span in spans]))
        starts = [span.start_char for span in fixed]
        with doc.retokenize() as retokenizer:
            for span in [*(span for _, span in spans), *fixed]:
                if len(span) > 1:
                    retokenizer.merge(span)
        by_start = {token.idx: token.i for token in doc}
        by_end = {token.idx + len(token): token.i for token in doc}
        found = find_phrases(text_words, base())
        reading.phrases = {by_end[end]: aliases for end, aliases in found.items() if end in by_end}
        for start in starts:
            show_as(doc, by_start[start], patterns()["plain_adjective"])
        for name, _ in spans:
            index = by_start[name.start]
            reading.names[index] = name
            disguise(doc, index, name)
        return doc


def _with_acronym(doc: Doc, name: Name) -> tuple[Name, Span] | None:
    """Take a name and the acronym in brackets behind it together: "Government of National Accord (GNA)"."""
    span = doc.char_span(name.start, name.end)
    if span is None:
        return None
    behind = [t.text for t in doc[span.end : span.end + 3]]
    if len(behind) == 3 and behind[0] == "(" and behind[2] == ")" and _is_acronym(behind[1]):
        return replace(name, acronym=behind[1]), doc[span.start : span.end + 3]
    return name, span


def _is_acronym(text: str) -> bool:
    plain = text.replace(".", "")
    return plain.isalnum() and plain.isupper() and 2 <= len(plain) <= 8


@Language.factory("libyagraph_mentions")
def make_mentions(nlp: Language, name: str) -> Mentions:
    """Create the component for a pipeline."""
    return Mentions()
