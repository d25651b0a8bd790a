"""Who says so: the speaker of a clause, a tag such as "the group says", "according to", and quotation marks."""

from __future__ import annotations

from spacy.tokens import Token

from graph.extraction.coreference.quotes import in_quotes, speaker_of, speakers_of
from graph.extraction.factuality.cues import cues
from graph.extraction.reading import Reading
from graph.extraction.relations.denotation import denote_all
from graph.extraction.relations.syntax import agents, children, passive, subjects
from graph.model import Attribution, Mention

__all__ = ["is_quoted", "quoted_source", "said_beside", "speaker"]

_TAG_LABELS = ("parataxis", "advcl", "ccomp", "conj", "dep")
_OPENERS = (",", "-", "–", "—", "(", '"', "”", "’", "'", "''")
_SHORT, _WINDOW = 6, 80
_QUOTES = ('"', "“", "”")


def speaker(verb: Token, reading: Reading) -> Attribution | None:
    """Return who stands behind a verb of saying."""
    who = agents(verb) if passive(verb) else speakers_of(verb, subjects(verb))
    return _attribution(who, reading)


def _attribution(words: list[Token], reading: Reading) -> Attribution | None:
    if not words:
        return None
    named: list[Mention] = denote_all(words, reading)
    text = " ".join(t.text for t in sorted(words[0].subtree, key=lambda t: t.i)[:12]).strip() or words[0].text
    first = named[0].entity if named else None
    return Attribution(id=first.id if first else None, label=first.label if first else None, text=text)


def said_beside(verb: Token, lower: Token | None, reading: Reading) -> tuple[bool, Attribution | None]:
    """Return whether somebody is named beside a clause as saying it, and who: "according to Cairo", "the group says".

    Parameters
    ----------
    verb
        The predicate of the clause.
    lower
        The word climbed from; what is joined to the clause behind the tag, with a subject of its own, is not meant.
    """
    for child in verb.children:
        if _beyond(child, verb, lower):
            continue
        if child.lower_ == "according":
            sources = [p for to in children(child, "prep") for p in children(to, "pobj")]
            return True, _attribution(sources, reading)
        if child != lower and _is_tag(child):
            return True, speaker(child, reading)
    return False, None


def _beyond(tag: Token, verb: Token, lower: Token | None) -> bool:
    first, last = sorted((tag.i, verb.i))
    if any(t.text == ";" for t in verb.doc[first:last]):
        return True
    joined = lower is not None and lower.dep_ == "conj" and bool(children(lower, "nsubj", "nsubjpass"))
    return lower is not None and joined and verb.i < tag.i < lower.i


def _is_tag(clause: Token) -> bool:
    """Whether a clause only names who says it: "the group says", "his sister believes", "as one official put it"."""
    if clause.dep_ not in _TAG_LABELS or clause.lemma_ not in cues()["saying_verbs"]:
        return False
    if not children(clause, "nsubj") or children(clause, "ccomp", "auxpass", "neg") or _runs_on(clause):
        return False
    if any(c.lower_ not in ("as", "so") for c in children(clause, "mark", "cc")):
        return False
    said = [c for c in children(clause, "dobj") if c.lower_ not in ("it", "so")]
    if said and clause.lemma_ not in cues()["hearer_verbs"]:
        return False
    first = next(t for t in clause.doc[clause.left_edge.i : clause.i + 1] if not t.is_punct)
    return first.lower_ in ("as", "so") or (first.i > 0 and first.nbor(-1).text in _OPENERS)


def _runs_on(clause: Token) -> bool:
    """Whether an infinitive belongs to the verb, not to the clause that the tag interrupts: "agreed, they said, to meet"."""
    following = clause.i + 1
    return bool(children(clause, "xcomp")) and following < len(clause.doc) and not clause.doc[following].is_punct


def is_quoted(token: Token) -> bool:
    """Whether a word stands in a quotation that says something, not between marks set round a few doubtful words."""
    if not in_quotes(token):
        return False
    stretch = _stretch(token)
    return len(stretch) >= _SHORT or any(t.dep_ in ("nsubj", "nsubjpass") for t in stretch)


def _stretch(token: Token) -> list[Token]:
    """The words between the marks around a word."""
    doc, first, last = token.doc, token.i, token.i
    while first > 0 and token.i - first < _WINDOW and doc[first - 1].text not in _QUOTES:
        first -= 1
    while last < len(doc) - 1 and last - token.i < _WINDOW and doc[last + 1].text not in _QUOTES:
        last += 1
    return list(doc[first : last + 1])


def quoted_source(token: Token, reading: Reading) -> Attribution | None:
    """Return who speaks the quotation that a word stands in."""
    found = speaker_of(token, reading, cues()["saying_verbs"])
    return Attribution(id=found.entity.id, label=found.entity.label, text=found.text) if found else None
