"""Finds names in a text: those of the actor base, capitalised sequences, and what the entity recogniser adds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from spacy.tokens import Doc

from graph.actors import ActorBase, base
from graph.actors.base import Alias, Hit
from graph.actors.kinds import kind_of_name, kinds_of_noun
from graph.actors.names import Word, is_article, is_connector, is_title, words
from graph.actors.offices import title_words
from graph.datafiles import load_yaml, package_file
from graph.extraction.reading import Name

__all__ = ["find_names", "find_phrases", "is_bare_name", "patterns"]

_PACKAGE = "graph.extraction.mentions"
_WEAK_KINDS = frozenset({"short", "adjective", "demonym", "metonym"})


@cache
def patterns() -> dict[str, Any]:
    """Return the component's word lists."""
    data: dict[str, Any] = load_yaml(package_file(_PACKAGE, "patterns.yaml"), package=_PACKAGE, schema="patterns.schema.json")
    fixed: list[str] = data["fixed_adjectives"]
    firsts = {re.split(r"[ -]", words)[0] for words in fixed}
    data["fixed_adjectives"] = {f: frozenset(w for w in fixed if re.split(r"[ -]", w)[0] == f) for f in firsts}
    return {**data, **{field: frozenset(data[field]) for field in ("never_names", "openers", "plain", "breaks", "units")}}


def find_names(doc: Doc, text: str, text_words: Sequence[Word], actors: ActorBase) -> list[Name]:
    """Return the names in a document with a given text and words, in order, not overlapping.

    A longer unknown name ("Derna Municipal Council", "Belqasim Haftar") wins over a known short one inside it.
    """
    known = [_known(text, text_words, hit) for hit in actors.scan(text_words)]
    unknown = [*_typed_sequences(text, text_words), *_recognised(doc, text, text_words)]
    return _without_overlap(known, unknown)


def find_phrases(text_words: Sequence[Word], actors: ActorBase) -> dict[int, tuple[Alias, ...]]:
    """Return descriptions of the base ("Tripoli government"), by the character at which they end."""
    return {text_words[hit.last - 1].end: hit.aliases for hit in actors.scan(text_words, descriptions=True)}


def _known(text: str, text_words: Sequence[Word], hit: Hit) -> Name:
    first = hit.first
    if first and text_words[first].joined and _al(text_words[first - 1]):
        first -= 1
    end = text_words[hit.last - 1].end
    if _is_namesake(text_words, first, hit):
        start = text_words[first - 1].start
        return Name(text[start:end], start, end, (), "Person")
    start = text_words[first].start
    return Name(text[start:end], start, end, hit.aliases)


def _is_namesake(text_words: Sequence[Word], first: int, hit: Hit) -> bool:
    """Whether another given name stands before a surname that by itself would mean somebody known: "Yunus al-Menfi"."""
    if not first or not text_words[first].joined or not all(a.kind == "short" and a.actor.type == "Person" for a in hit.aliases):
        return False
    given = text_words[first - 1]
    if not _is_name_word(given) or is_title(given.folded) or given.folded in title_words() or base().lookup(given.text):
        return False
    within = first > 1 and given.joined and text_words[first - 2].text[0].islower()
    return base().is_given_name(given.folded) or within


def _without_overlap(known: Iterable[Name], unknown: Iterable[Name]) -> list[Name]:
    chosen = sorted(known, key=lambda n: n.start)
    for name in sorted(unknown, key=lambda n: n.start - n.end):
        first = bisect_right([c.end for c in chosen], name.start)
        last = bisect_left([c.start for c in chosen], name.end)
        if all(_gives_way(rival, name) for rival in chosen[first:last]):
            chosen[first:last] = [name]
    return chosen


def _gives_way(rival: Name, name: Name) -> bool:
    inside = name.start <= rival.start and rival.end <= name.end
    longer = name.end - name.start > rival.end - rival.start
    if not (inside and longer and name.type) or not rival.aliases:
        return False
    weak = all(a.kind in _WEAK_KINDS or a.actor.type in ("Place", "State") for a in rival.aliases)
    return weak and (name.type != "Place" or kind_of_name(tuple(w.folded for w in words(name.text))) == "Place")


def _is_name_word(word: Word) -> bool:
    return word.text[0].isupper() and word.folded not in patterns()["never_names"]


def is_bare_name(text: str) -> bool:
    """Whether a single capitalised word can be a name: no title, no word of the calendar, no noun of a kind.

    Examples
    --------
    >>> is_bare_name("Gondor"), is_bare_name("Parliament"), is_bare_name("Monday")
    (True, False, False)
    """
    found = list(words(text))
    if len(found) != 1 or not _is_name_word(found[0]) or len(text) < 3 or text.endswith("."):
        return False
    return not (_plain_word(found[0].folded) or text.isupper())


def _plain_word(word: str) -> bool:
    """Whether a single word, even with a capital, is only a title, the noun of a kind, or another common noun."""
    forms = (word, word.removesuffix("s"))
    return word in patterns()["plain"] or any(is_title(w) or w in title_words() or kinds_of_noun(w) for w in forms)


def _sequences(text_words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield runs of capitalised words, with articles and connectors between them."""
    run: list[Word] = []
    before: Word | None = None
    for word in text_words:
        tied = bool(run) and word.joined
        if run and not tied:
            yield from _trimmed(run)
            run = []
        if before is not None and word.joined and before.folded in patterns()["prefixes"]:
            before = word
            continue  # "anti-Haftar": no beginning of a name
        opener, before = before, word
        if not run and opener is not None and _opens(opener, word):
            run = [opener, word]
        elif _is_name_word(word) or word.text[0].isdigit() or (run and (is_connector(word.folded) or word.article)):
            run.append(word)
        elif _al(word):
            run = [word]
        elif run:
            yield from _trimmed([*run, word] if _lower_head(run, word) else run)
            run = []
    yield from _trimmed(run)


def _opens(opener: Word, word: Word) -> bool:
    """Whether a word that is no name can begin one here: "Islamic Salvation Front", "West Darfur State"."""
    return word.joined and opener.text[0].isupper() and opener.folded in patterns()["openers"] and _is_name_word(word)


def _lower_head(run: Sequence[Word], word: Word) -> bool:
    """Whether a common noun closes a name ("Dabbashi brigade"), and does not only follow an adjective ("Italian army").

    Nor does it follow a number ("28 people") or a noun that begins a sentence ("Security forces").
    """
    kind = kind_of_name((run[-1].folded, word.folded))
    if kind not in ("ArmedGroup", "Community", "Place") or not (run[-1].capitalised or _al(run[-1])):
        return False
    if word.start - run[-1].end > 1 and word.folded not in patterns()["units"]:
        return False  # "Haftar's camp", but "Dabbashi's brigade"
    if len(run) == 1 and (run[0].folded in patterns()["plain"] or _counts(run[0], word, kind)):
        return False
    return any(not _names_state(w) for w in run)


def _counts(number: Word, word: Word, kind: str) -> bool:
    """Whether a number before a noun only counts ("28 brigades"), and is no brigade's own ("444 brigade")."""
    return number.text.isdigit() and (kind != "ArmedGroup" or word.folded.endswith("s"))


def _names_state(word: Word) -> bool:
    return any(a.kind == "adjective" or a.actor.type == "State" for a in base().lookup(word.text))


def _trimmed(run: list[Word]) -> Iterator[list[Word]]:
    while run and (is_connector(run[-1].folded) or is_article(run[-1].folded)):
        run = run[:-1]
    while run and (is_connector(run[0].folded) or run[0].folded == "the"):
        run = run[1:]
    if len(run) > 1:
        yield run


def _typed_sequences(text: str, text_words: Sequence[Word]) -> Iterator[Name]:
    """Yield unknown names whose own words tell their type, or that a title introduces."""
    for run in (part for sequence in _sequences(text_words) for part in _parted(text, sequence)):
        kind = kind_of_name(tuple(w.folded for w in run))
        if kind and not any(w.folded == "and" for w in run):
            yield _name(text, run, kind)
            continue
        bare = _untitled(run)
        titled = bare[:1] != run[:1] or base().is_given_name(bare[0].folded)
        if titled and 1 < len(bare) < 6 and not is_connector(bare[0].folded) and not bare[1].text.isdigit():
            yield _name(text, bare, "Person")


def _parted(text: str, run: list[Word]) -> Iterator[list[Word]]:
    """Part a run where no name goes on: "Security Council in Kosovo", "Briefing the Council", "President of the Parliament"."""
    first = 0
    for i, word in enumerate(run):
        before = run[i - 1].folded if i else ""
        alone = word.text == "the" and not is_connector(before)
        office = word.folded == "of" and (is_title(before) or before in title_words()) and not kind_of_name((before, before))
        if word.text.islower() and (alone or office or (word.folded in patterns()["breaks"] and text[word.start - 1] != "-")):
            yield from _trimmed(run[first:i])
            first = i + 1
    yield from _trimmed(run[first:])


def _untitled(run: list[Word]) -> list[Word]:
    last_title = max((i for i, w in enumerate(run) if is_title(w.folded) or w.folded in title_words()), default=-1)
    bare = run[last_title + 1 :]
    end = next(
        (i for i, w in enumerate(bare) if i and is_connector(w.folded) and w.folded in ("of", "and", "in", "on", "for")),
        len(bare),
    )
    return bare[:end]


def _name(text: str, run: Sequence[Word], kind: str | None) -> Name:
    return Name(text[run[0].start : run[-1].end], run[0].start, run[-1].end, (), kind)


def _recognised(doc: Doc, text: str, text_words: Sequence[Word]) -> Iterator[Name]:
    """Yield what the entity recogniser found, trimmed of titles and articles."""
    labels: dict[str, str] = patterns()["labels"]
    starts = [w.start for w in text_words]
    for span in doc.ents:
        if span.label_ not in labels:
            continue
        first = bisect_left(starts, span.start_char)
        inside = [w for w in text_words[first : first + len(span) + 2] if w.end <= span.end_char]
        run = _clean(inside)
        spoken = [w.folded for w in run if not w.text.isdigit()]
        if any(_is_name_word(w) for w in run) and not (len(spoken) == 1 and _plain_word(spoken[0])):
            kind = kind_of_name(tuple(w.folded for w in run)) or labels[span.label_]
            yield _name(text, run, kind)


def _clean(run: list[Word]) -> list[Word]:
    """Cut leading titles, articles and a break in the middle from a recognised span."""
    if len(run) > 1 and run[1].folded == "of" and is_title(run[0].folded):
        return []  # "Minister of Foreign Affairs of Iraq": an office, and no name
    while run and not _al(run[0]) and (is_title(run[0].folded) or run[0].folded == "the" or not _is_name_word(run[0])):
        if len(run) > 1 and _opens(*run[:2]):
            break
        run = run[1:]
    while run and run[-1].text.islower() and not kind_of_name(tuple(w.folded for w in run)):
        run = run[:-1]
    while len(run) > 1 and (is_title(run[-1].folded) or run[-1].folded in title_words()):
        run = run[:-1]
    for i in range(1, len(run)):
        if not run[i].joined:
            return run[:i]
        if run[i].text == "the" and not is_connector(run[i - 1].folded):
            return run[i + 1 :]  # "Briefing the Council"
    return run


def _al(word: Word) -> bool:
    return word.article and word.folded != "the"
