"""re3d: relations between the entities of whole documents on Syria and Iraq.

`re3d-mapping.yaml` says which of our relations answer to which type of re3d; gold of other types, and claims of relations
that answer to none (basedIn, deploysTo, ...), are passed over, as are negated claims, for re3d has no polarity. A side is
right when its characters overlap the gold's, so "Asad" passes for "the Asad regime". Every gold relation counts, whatever the
annotators' confidence. Neither "we" nor unnamed groups ("citizens", "ISIL tactical units") are entities of our ontology,
but they stay in the count: recall has a ceiling well below 1. Offices that stand as titles before a name ("US Secretary of
State John Kerry") are mostly not annotated, which costs precision; the third figure leaves structure out. No peer's
figures are known for this set.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel
from shared import Count, GoldText, RelationName, Result, Share, distinct, load_data, read_claims, read_gold

from graph.extraction import Extractor
from graph.model import Claim

__all__ = ["run"]

_FILE = "re3d-dev.jsonl"
_Span = tuple[int, int]


class _Counterpart(BaseModel):
    relations: frozenset[RelationName]
    either_way: bool
    structure: bool = False


@cache
def _mapping() -> dict[str, _Counterpart]:
    return load_data("re3d-mapping.yaml", dict[str, _Counterpart])


class _Relation(BaseModel):
    source: str
    type: str
    target: str
    cue: str
    span: tuple[int, int, int, int]

    def triple(self) -> tuple[str, str, str]:
        return self.source, f"{self.type} ({self.cue})", self.target

    def joins(self, source: _Span, target: _Span) -> bool:
        return _overlap(source, self.span[:2]) and _overlap(target, self.span[2:])


class _Document(GoldText):
    relations: tuple[_Relation, ...]


def _overlap(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _spans(claim: Claim) -> tuple[_Span, _Span]:
    return claim.evidence.subject_span, claim.evidence.object_span


def _same_pair(claim: Claim, gold: _Relation) -> bool:
    subject, obj = _spans(claim)
    return gold.joins(subject, obj) or gold.joins(obj, subject)


def _same_relation(claim: Claim, gold: _Relation) -> bool:
    counterpart = _mapping()[gold.type]
    if claim.relation not in counterpart.relations:
        return False
    loose = counterpart.either_way or claim.relation_type.symmetric
    return _same_pair(claim, gold) if loose else gold.joins(*_spans(claim))


def _answering(types: Container[str]) -> frozenset[str]:
    return frozenset[str]().union(*(part.relations for name, part in _mapping().items() if name in types))


def _of_types(claims: Sequence[Claim], gold: Sequence[_Relation], types: Container[str]) -> tuple[list[Claim], list[_Relation]]:
    """Keep the gold of some types, and the claims whose relation answers to one of them."""
    relations = _answering(types)
    return [claim for claim in claims if claim.relation in relations], [item for item in gold if item.type in types]


def run(extractor: Extractor, folder: Path) -> Result:
    """Measure the extractor on the set in `folder`."""
    pair = Count("pair", "F1 of pairs of mentions, whatever the relation and the direction")
    whole = Count("pair + relation", "F1 of pairs with a relation that answers to the gold type, in its direction")
    deeds = Count("  the same, no structure", "without BelongsTo and InChargeOf and the relations that answer to them only")
    types = {name: Share(f"  {name}", "recall of this gold type, pair + relation") for name in _mapping()}
    acts = [name for name, part in _mapping().items() if not part.structure]
    texts = read_gold(folder / _FILE, _Document)
    for text, claims in read_claims(extractor, texts):
        ours, gold = _of_types([claim for claim in claims if claim.polarity == "affirmed"], text.relations, _mapping())
        pair.add(text.id, distinct(ours, lambda claim: frozenset(_spans(claim))), gold, _same_pair)
        whole.add(text.id, ours, gold, _same_relation)
        deeds.add(text.id, *_of_types(ours, gold, acts), _same_relation)
        for relation in gold:
            types[relation.type].add(any(_same_relation(claim, relation) for claim in ours))
    figures = pair.figure(), whole.figure(), deeds.figure(), *(share.figure() for share in types.values())
    return Result("re3d", len(texts), figures, whole.name, tuple(whole.faults))
