"""Several at once: "both men", "the two governments", "the rivals", "the latter"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graph.extraction.coreference.discourse import Candidate, Discourse
from graph.extraction.coreference.persons import bears_title
from graph.extraction.coreference.quotes import speaker_of
from graph.extraction.coreference.words import patterns
from graph.extraction.relations.syntax import children
from graph.model import Mention

__all__ = ["both_meant", "ordinal_meant", "several_meant"]

_REACH = 2
_COUNTED = ("nummod", "det", "predet", "preconj", "amod")


def ordinal_meant(token: Token, discourse: Discourse) -> Mention | None:
    """Return what "the former" or "the latter" means: the first or last of two joined names, or the last one named."""
    if token.lower_ not in ("former", "latter") or token.i == 0 or token.nbor(-1).lower_ != "the":
        return None
    if token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i:
        return None
    near = [c for c in discourse.back(1) if _could_be_one(c, token)]
    for candidate in near:
        if len(candidate.members) == 2:
            return candidate.members[token.lower_ == "latter"]
    single = [c.mention for c in near if c.mention is not None]
    return single[0] if single and token.lower_ == "latter" else None


def _could_be_one(candidate: Candidate, token: Token) -> bool:
    fits = all(m.kind != "adjective" and m.entity.type != "Place" for m in candidate.members)
    return fits and bool(candidate.members) and candidate.token.head not in (token.head, token.head.head)


def both_meant(token: Token, discourse: Discourse) -> tuple[Mention, ...]:
    """Return the two that "both" or "neither" takes up, where it stands for itself: "he met both", "neither agreed"."""
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj") or list(token.children):
        return ()
    for candidate in discourse.back(1):
        if len(candidate.members) == 2 and _could_be_one(candidate, token):
            return tuple(discourse.reading.mention_of(token, m.entity, "pronoun", 0.7) for m in candidate.members)
    return ()


def several_meant(token: Token, discourse: Discourse) -> tuple[Mention, ...]:
    """Return the actors that a counted plural takes up: the only ones of its kind, in that number, just before."""
    kinds, number = _kinds(token), _number(token)
    if not kinds or not number:
        return ()
    found: dict[str, Mention] = {}
    for candidates in _by_sentence(token, kinds, discourse):
        found |= {
            c.mention.entity.id: c.mention for c in candidates if c.mention is not None and c.mention.entity.id not in found
        }
        listed = next((c.members for c in candidates if len(c.members) == number), ())
        if len(found) != number and listed:
            found = {m.entity.id: m for m in listed}
        if len(found) == number:
            return tuple(discourse.reading.mention_of(token, m.entity, "description", 0.75) for m in found.values())
        if found and (len(found) > number or kinds != {"Person"}):
            return ()
    return ()


def _by_sentence(token: Token, kinds: frozenset[str], discourse: Discourse) -> Iterator[list[Candidate]]:
    """Yield what may be meant in this sentence, then in those before it; not who speaks or acts on those who are."""
    title = token.lemma_.casefold() if token.lemma_ in patterns()["titled_pairs"] else None
    speaker = speaker_of(token, discourse.reading, patterns()["saying"])
    candidates = [c for c in discourse.back(_REACH) if _of_kind(c, kinds) and not _acts_on(c.token, token)]
    if title is not None:
        candidates = [c for c in candidates if c.mention is not None and bears_title(c, title, discourse.reading)]
    if speaker is not None:
        candidates = [c for c in candidates if all(m.entity.id != speaker.entity.id for m in c.members)]
    for sentence in range(discourse.sentence, discourse.sentence - _REACH - 1, -1):
        yield [c for c in candidates if c.sentence == sentence]


def _of_kind(candidate: Candidate, kinds: Iterable[str]) -> bool:
    return bool(candidate.members) and all(m.entity.type in kinds and m.kind != "adjective" for m in candidate.members)


def _acts_on(subject: Token, token: Token) -> bool:
    """Whether one is the subject of a verb above the other: who mediates between the two sides is none of them."""
    while subject.dep_ == "conj":
        subject = subject.head
    return subject.dep_ in ("nsubj", "nsubjpass") and subject.head in token.ancestors


def _kinds(token: Token) -> frozenset[str]:
    return frozenset(patterns()["pairs"].get(token.lower_, ()))


def _number(token: Token) -> int:
    """How many a noun phrase counts: "both men", "all three countries"; nought where it does not say."""
    counts: dict[str, int] = patterns()["counts"]
    own = counts.get(token.lower_, 0)
    if own:
        return own
    counted = [c.lower_ for c in children(token, *_COUNTED)]
    number = next((counts[word] for word in counted if word in counts), 0)
    return number or (2 if token.lower_ in patterns()["opposed"] and "the" in counted else 0)
