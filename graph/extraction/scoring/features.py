"""What a candidate claim looks like, as names of features that hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph.extraction.reading import Finding
from graph.extraction.scoring.paths import Path
from graph.extraction.scoring.proposals import Candidate, Place, shape_of
from graph.ontology import RELATIONS

__all__ = ["features_of"]

_BUCKETS = (1, 2, 3, 5, 8, 13, 21)
_BREAKS = frozenset(",;(-")
_CLAUSES = ("relcl", "advcl", "ccomp", "acl", "conj", "parataxis", "csubj", "pcomp")


def features_of(candidate: Candidate, places: Sequence[Place], told: Sequence[Finding]) -> list[str]:
    """Return the names of the features that hold for a candidate, each once.

    Parameters
    ----------
    candidate
        The claim that may be made.
    places
        The mentions of its sentence.
    told
        What the patterns found in its sentence.
    """
    return list(dict.fromkeys(_features(candidate, places, told)))


def _features(candidate: Candidate, places: Sequence[Place], told: Sequence[Finding]) -> Iterator[str]:
    finding, trigger = candidate.finding, candidate.finding.trigger
    construction, relation, *_ = finding.rule.split(":")
    shape = shape_of(trigger)
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
    yield from _of_sides(candidate, told)


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
    yield f"{side}-down={'>'.join(path.down)}"
    for label in _CLAUSES:
        if label in path.up or label in path.down:
            yield f"{side}-through={label}|{label in path.up}"


def _of_order(candidate: Candidate, places: Sequence[Place], shape: str) -> Iterator[str]:
    trigger, subject, obj = candidate.finding.trigger, candidate.subject, candidate.object
    order = "".join(name for _, name in sorted([(subject.i, "s"), (trigger.i, "t"), (obj.i, "o")]))
    yield f"order={order}|{shape}"
    yield f"order,rel={order}|{shape}|{candidate.finding.relation}"
    for name, one, other in (("st", subject, trigger), ("to", trigger, obj), ("so", subject, obj)):
        first, last = sorted((one.i, other.i))
        between = trigger.doc[first + 1 : last]
        words = [t.text for t in between]
        yield f"{name}-far={_bucket(len(words))}"
        yield f"{name}-named={min(sum(first < p.token.i < last for p in places), 4)}|{order}"
        yield f"{name}-verbs={min(sum(t.pos_ == 'VERB' for t in between), 3)}|{order}"
        yield f"{name}-comma={not _BREAKS.isdisjoint(words)}|{order}"
    yield f"before-o={_before(obj)}|{shape}|{order}"
    yield f"before-s={_before(subject)}|{shape}|{order}"


def _before(token: Token) -> str:
    """The preposition, possessive or conjunction before a noun phrase."""
    first = token.left_edge.i
    left = token.doc[first - 1] if first else None
    return left.lower_ if left is not None and left.pos_ in ("ADP", "PART", "CCONJ") else "-"


def _of_sides(candidate: Candidate, told: Sequence[Finding]) -> Iterator[str]:
    """How a proposal's sides came about, and what the patterns made of its trigger and its pair."""
    if candidate.sides is None:
        return
    finding = candidate.finding
    sides = ",".join(candidate.sides)
    same = any(f.trigger.i == finding.trigger.i for f in told)
    pair = {finding.subject.entity.id, finding.object.entity.id}
    yield f"sides={sides}"
    yield f"sides,rel={sides},{finding.relation}"
    yield f"trigger-told={same},{sides}"
    yield f"pair-told={any({f.subject.entity.id, f.object.entity.id} == pair for f in told)}"


def _bucket(number: int) -> int:
    return next((n for n, top in enumerate(_BUCKETS) if number < top), len(_BUCKETS))
