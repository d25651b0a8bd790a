"""Loads the frames of verbs, nouns, adjectives and compounds, and the classes of nouns they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Token

from graph.datafiles import DataFileError, load_yaml, package_file, package_files
from graph.ontology import RELATIONS

__all__ = [
    "Compound",
    "Frame",
    "adjectives",
    "classes",
    "compounds",
    "finite_forms",
    "frames_of",
    "gerunds",
    "listed",
    "nouns",
    "verbs",
]

_PACKAGE = "graph.extraction.relations"
Roles = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """How the arguments of a trigger word become subject and object of a relation.

    Attributes
    ----------
    relation, kind
        The relation; "verb", "agent", "event", "mutual" or "adjective".
    subject, object
        Roles that may give the side, in the order in which they are tried.
    where, where_any, where_not
        Words that must, of which one must, or must not, head a role.
    types
        Entity types allowed on a side, narrower than the relation's own.
    particle
        Particles of which the verb must have one.
    clause
        None, or verbs of which one must head a clause below the verb ("*": any clause).
    weight
        How far the frame is trusted, 1 being the best.
    reciprocal
        Whether several subjects without an object do it to each other ("Haftar and Sarraj met").
    literal
        Whether a place is a place and stands for nobody there ("left Tripoli").
    mutual
        Of an agent noun, the relation between several that are called so without an object ("are old allies").
    source
        File and row that the frame was loaded from: "frames/support.yaml#12".
    """

    relation: str
    kind: str
    subject: Roles = ("subj",)
    object: Roles = ("obj",)
    where: Mapping[str, frozenset[str]] | None = None
    where_any: Mapping[str, frozenset[str]] | None = None
    where_not: Mapping[str, frozenset[str]] | None = None
    types: Mapping[str, frozenset[str]] | None = None
    particle: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    polarity: str = "affirmed"
    weight: float = 1.0
    reciprocal: bool = False
    literal: bool = False
    mutual: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Compound:
    """A participle behind a hyphen ("-backed") or a prefix ("pro-"): which side is which side of the relation."""

    relation: str
    subject: str
    object: str
    weight: float = 1.0


def _load(name: str, schema: str) -> Any:
    return load_yaml(package_file(_PACKAGE, name), package=_PACKAGE, schema=schema)


@cache
def _rows() -> tuple[tuple[str, int, Mapping[str, Any]], ...]:
    """Return the rows of all files of frames, each with its file's name and its number there, from 1."""
    schema = "frames.schema.json"
    sources = package_files(_PACKAGE, "frames", ".yaml")
    loaded = ((f"frames/{file.name}", load_yaml(file, package=_PACKAGE, schema=schema)) for file in sources)
    return tuple((name, number, row) for name, rows in loaded for number, row in enumerate(rows, start=1))


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Return the classes of nouns by name."""
    return {name: frozenset(words) for name, words in _load("classes.yaml", "classes.schema.json").items()}


def _conditions(raw: Mapping[str, Any] | None, file: str) -> Mapping[str, frozenset[str]] | None:
    return {role: _condition(words, file) for role, words in raw.items()} if raw else None


def _condition(words: str | list[str], file: str) -> frozenset[str]:
    """Return the words of a condition: a list of them, "*", or the names of one or more classes."""
    if not isinstance(words, str) or words == "*":
        return frozenset([words] if isinstance(words, str) else words)
    unknown = [name for name in words.split() if name not in classes()]
    if unknown:
        raise DataFileError(f"{file}: a frame refers to the class {unknown[0]!r}, which classes.yaml does not have")
    return frozenset(word for name in words.split() for word in classes()[name])


def _roles(raw: str | list[str] | None, default: Roles) -> Roles:
    if raw is None:
        return default
    return (raw,) if isinstance(raw, str) else tuple(raw)


def _frame(row: Mapping[str, Any], kind: str, file: str) -> Frame:
    if row["relation"] not in RELATIONS:
        raise DataFileError(f"{file}: {row['relation']!r} is no relation of the ontology")
    default_subject = ("self",) if kind == "agent" else ("subj",)
    clause = row.get("clause")
    return Frame(
        relation=row["relation"],
        kind=kind,
        subject=_roles(row.get("subject"), default_subject),
        object=_roles(row.get("object"), tuple(f"prep:{p}" for p in row.get("preps", ())) or ("obj",)),
        where=_conditions(row.get("where"), file),
        where_any=_conditions(row.get("where_any"), file),
        where_not=_conditions(row.get("where_not"), file),
        types={side: frozenset(names) for side, names in row["types"].items()} if "types" in row else None,
        particle=frozenset(row.get("prt", ())),
        clause=frozenset(["*"] if clause == "needed" else clause or ()),
        polarity=row.get("polarity", "affirmed"),
        weight=row.get("weight", 1.0),
        reciprocal=row.get("reciprocal", False),
        literal=row.get("literal", False),
        mutual=row.get("mutual"),
    )


def _by_word(words: str, kind: str | None = None) -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of all rows that list such words ("verbs", "nouns", "adjectives"), by word."""
    index: dict[str, list[Frame]] = defaultdict(list)
    for file, number, row in _rows():
        if words not in row:
            continue
        frame = replace(_frame(row, kind or row["kind"], file), source=f"{file}#{number}")
        for word in row[words]:
            for lemma in (word, *_odd_lemmas().get(word, ())):
                index[lemma].append(frame)
    return {word: tuple(frames) for word, frames in index.items()}


@cache
def _odd_lemmas() -> Mapping[str, tuple[str, ...]]:
    """Return by word the lemmas that spaCy gives its forms beside the right one: "waged" has "wag"."""
    odd = [pair.split("=") for pair in classes()["odd_lemmas"]]
    return {word: tuple(lemma for lemma, right in odd if right == word) for _, word in odd}


@cache
def verbs() -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of verbs by lemma."""
    return _by_word("verbs", "verb")


@cache
def nouns() -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of nouns by lemma."""
    return _by_word("nouns")


def listed(index: Mapping[str, tuple[Frame, ...]], token: Token) -> tuple[Frame, ...]:
    """Return the frames of a word by its lemma, or as it stands where the lemma is not listed ("allied", "auspices")."""
    return index.get(token.lemma_.casefold()) or index.get(token.lower_, ())


@cache
def gerunds() -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of verbs with a plain object by their -ing form, read as a noun: "the arming of the LNA by Russia"."""
    plain = {lemma: tuple(f for f in frames if "obj" in f.object and not f.where) for lemma, frames in verbs().items()}
    return {
        _ing(lemma): tuple(replace(f, subject=("prep:by", "poss", "mod"), object=("prep:of",)) for f in frames)
        for lemma, frames in plain.items()
        if frames
    }


def _ing(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"


@cache
def finite_forms() -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of verbs with a plain object by their finite forms, for words the tagger takes for something else."""
    forms: dict[str, tuple[Frame, ...]] = {}
    for lemma, frames in verbs().items():
        plain = tuple(
            f
            for f in frames
            if f.object[0] == "obj" and f.subject == ("subj",) and not (f.where or f.where_any or f.particle or f.clause)
        )
        for form in _forms(lemma) if plain else ():
            forms[form] = plain
    return forms


def _forms(lemma: str) -> tuple[str, ...]:
    irregular = classes()["irregular"]
    past = next((pair.split("=")[0] for pair in irregular if pair.endswith("=" + lemma)), None)
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return (lemma, plural, past or stem + "ed")


@cache
def adjectives() -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of adjectives by lemma; their objects are prepositional."""
    return _by_word("adjectives", "adjective")


@cache
def compounds() -> Mapping[str, Mapping[str, Compound]]:
    """Return compounds as "suffixes" and "prefixes", each by word."""
    raw = _load("compounds.yaml", "compounds.schema.json")
    return {part: {word: Compound(**row) for word, row in rows.items()} for part, rows in raw.items()}


def frames_of(token: Token) -> tuple[Frame, ...]:
    """Return the frames of a word by its part of speech; of a participle those of the adjective it may be, too."""
    if token.pos_ == "VERB":
        return (*listed(verbs(), token), *listed(adjectives(), token))
    if token.pos_ in ("NOUN", "PROPN"):
        return listed(nouns(), token)
    return listed(adjectives(), token) if token.pos_ == "ADJ" else ()
