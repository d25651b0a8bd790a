"""What a candidate claim looks like, as names of features that hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.extraction.reading import Reading
from graph.extraction.relations.syntax import passive
from graph.extraction.scoring.paths import Path
from graph.extraction.scoring.proposals import Candidate, Place
from graph.ontology import RELATIONS

__all__ = ["features_of", "shape_of_proposal"]

_BUCKETS = (1, 2, 3, 5, 8, 13, 21)
_CLAUSES = ("relcl", "advcl", "ccomp", "acl", "conj", "parataxis", "csubj", "pcomp")


def features_of(candidate: Candidate, places: Sequence[Place], reading: Reading) -> list[str]:
    """Return the names of the features that hold for a candidate, each once.

    Parameters
    ----------
    candidate
        The claim that may be made.
    places
        The mentions of its sentence.
    reading
        The reading of its document, with the findings of the patterns.
    """
    return list(dict.fromkeys(_features(candidate, places, reading)))


def shape_of_proposal(candidate: Candidate) -> str:
    """Return what can be told of a proposal at little cost: how its sides came about, and by which way they hang on the trigger."""
    paths = (candidate.subject_path, candidate.object_path)
    entries = "|".join(path.entry if path else "-" for path in paths)
    return f"{','.join(candidate.sides or ())}|{entries}|{_shape(candidate.finding.trigger)}"


def _features(candidate: Candidate, places: Sequence[Place], reading: Reading) -> Iterator[str]:
    finding, trigger = candidate.finding, candidate.finding.trigger
    construction, relation, *_ = finding.rule.split(":")
    shape = _shape(trigger)
    lemma = trigger.lemma_.casefold()
    yield from (f"cons={construction}", f"rel={relation}", f"cons,rel={construction},{relation}", f"lemma,rel={lemma},{relation}")
    yield f"shape={shape},{construction}"
    family = RELATIONS[relation].family
    types = finding.subject.entity.type, finding.object.entity.type
    yield from (f"types={types[0]},{types[1]},{family}", f"s-type={types[0]},{relation}", f"o-type={types[1]},{relation}")
    for side, mention in (("s", finding.subject), ("o", finding.object)):
        yield f"{side}-kind={mention.kind},{construction}"
        yield f"{side}-link={mention.kind},{int(mention.score * 10)}"
        yield f"{side}-unknown={mention.entity.id.startswith('x-')},{mention.kind}"
    yield f"weight={finding.weight < 0.75},{construction}"
    yield from _of_paths(candidate, shape, construction)
    yield from _of_order(candidate, places, shape)
    yield from _of_sides(candidate, reading)


def _shape(trigger: Token) -> str:
    if trigger.pos_ not in ("VERB", "AUX"):
        return trigger.pos_
    return f"V{'p' if passive(trigger) else 'a'}"


def _of_paths(candidate: Candidate, shape: str, construction: str) -> Iterator[str]:
    sides = (("s", candidate.subject_path), ("o", candidate.object_path))
    for side, path in sides:
        if path is None:
            yield f"{side}-path=none,{construction}"
            continue
        yield from _of_path(side, path, shape, candidate.finding.relation)
    subject, obj = candidate.subject_path, candidate.object_path
    if subject is not None and obj is not None:
        yield f"paths={subject.plain}|{obj.plain}|{shape}"
        yield f"entries={subject.entry}|{obj.entry}|{shape}"
        yield f"length={min(subject.length + obj.length, 10)},{construction == 'path'}"


def _of_path(side: str, path: Path, shape: str, relation: str) -> Iterator[str]:
    yield f"{side}-path={path.steps}|{shape}"
    yield f"{side}-plain={path.plain}|{shape}"
    yield f"{side}-entry={path.entry}|{shape}"
    yield f"{side}-entry,rel={path.entry}|{shape}|{relation}"
    yield f"{side}-steps={min(path.length, 6)}|{shape}"
    down = path.steps.partition("/")[2]
    yield f"{side}-down={down}"
    for label in _CLAUSES:
        if label in path.up or label in down.split("v"):
            yield f"{side}-through={label}|{label in path.up}"


def _of_order(candidate: Candidate, places: Sequence[Place], shape: str) -> Iterator[str]:
    trigger, subject, obj = candidate.finding.trigger, candidate.subject, candidate.object
    order = "".join(name for _, name in sorted([(subject.i, "s"), (trigger.i, "t"), (obj.i, "o")]))
    yield f"order={order}|{shape}"
    yield f"order,rel={order}|{shape}|{candidate.finding.relation}"
    for name, one, other in (("st", subject, trigger), ("to", trigger, obj), ("so", subject, obj)):
        first, last = sorted((one.i, other.i))
        between = trigger.doc[first + 1 : last]
        yield f"{name}-far={_bucket(len(between))}"
        yield f"{name}-named={min(sum(first < p.token.i < last for p in places), 4)}|{order}"
        yield f"{name}-verbs={min(sum(t.pos_ == 'VERB' for t in between), 3)}|{order}"
        yield f"{name}-comma={any(t.text in (',', ';', '(', '-') for t in between)}|{order}"
    yield f"before-o={_before(obj)}|{shape}|{order}"
    yield f"before-s={_before(subject)}|{shape}|{order}"


def _before(token: Token) -> str:
    """The preposition, possessive or conjunction before a noun phrase."""
    start = token.left_edge if token.left_edge.i >= token.sent.start else token
    left = start.nbor(-1) if start.i > token.sent.start else None
    return left.lower_ if left is not None and left.pos_ in ("ADP", "PART", "CCONJ") else "-"


def _of_sides(candidate: Candidate, reading: Reading) -> Iterator[str]:
    """How a proposal's sides came about, and what the patterns made of its trigger and its pair."""
    if candidate.sides is None:
        return
    finding = candidate.finding
    told = ",".join(candidate.sides)
    here = [f for f in reading.findings if f.trigger.sent.start == finding.trigger.sent.start]
    same = [f for f in here if f.trigger.i == finding.trigger.i]
    pair = {finding.subject.entity.id, finding.object.entity.id}
    yield f"sides={told}"
    yield f"sides,rel={told},{finding.relation}"
    yield f"trigger-told={bool(same)},{told}"
    yield f"pair-told={any({f.subject.entity.id, f.object.entity.id} == pair for f in here)}"


def _bucket(number: int) -> int:
    return next((n for n, top in enumerate(_BUCKETS) if number < top), len(_BUCKETS))
