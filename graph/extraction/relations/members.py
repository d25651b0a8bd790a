"""Who belongs to a group that the text names only by some of its members: "six states, among them France and Italy"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graph.actors.offices import title_words
from graph.extraction.reading import Reading
from graph.extraction.relations.lexicon import classes
from graph.model import Mention

__all__ = ["named_holders", "named_members"]

_FARTHEST = 12
_JOINTS = (",", "and", "or", "the", "as", "well", "&")


def named_members(group: Token, reading: Reading) -> list[Mention]:
    """Return the members that a list behind a group noun names, read from the words, which parsers hang anywhere.

    "states including Russia and Turkey", "powers such as Egypt", "six Western states, between them Italy and France".
    """
    start = _list_start(group)
    return list(_listed(group.doc[start], reading)) if start is not None else []


def named_holders(titles: Token, reading: Reading) -> list[Mention]:
    """Return the persons whom a plural of a title introduces: "the ministers of Egypt and Tunisia, Shoukry and Jhinaoui"."""
    if titles.tag_ not in ("NNS", "NNPS") or titles.lemma_.casefold() not in title_words():
        return []
    found: dict[str, Mention] = {}
    for token in titles.doc[titles.i + 1 : min(titles.i + _FARTHEST * 2, titles.sent.end)]:
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":"):
            break
        for mention in reading.at(token) if token.i in reading.names else ():
            if mention.entity.type == "Person":
                found.setdefault(mention.entity.id, mention)
    return list(found.values()) if len(found) > 1 else []


def _list_start(group: Token) -> int | None:
    words = classes()["introducing_members"]
    for token in group.doc[group.i + 1 : min(group.i + _FARTHEST, group.sent.end - 1)]:
        pair = f"{token.lower_} {token.nbor(1).lower_}"
        if pair in words:
            return token.i + 2 if token.i + 2 < group.sent.end else None
        if token.lower_ in words:
            return token.i + 1
        if token.pos_ in ("VERB", "AUX") or token.lower_ in (";", "and"):
            return None
    return None


def _listed(first: Token, reading: Reading) -> Iterator[Mention]:
    seen = False
    for token in first.doc[first.i : first.sent.end]:
        named = reading.at(token)
        if named and named[0].kind != "adjective":
            seen = True
            yield from named
        elif token.lower_ not in _JOINTS and not (token.pos_ in ("ADJ", "DET") and not seen):
            return
