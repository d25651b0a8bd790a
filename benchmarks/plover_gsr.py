"""The PLOVER gold standard records: sentences, each with its events and their two actors.

The gold codes its actors (FRAGOV) and quotes the words it means ("French National Assembly president Laurent Fabius").
Our base has no such codes for most of the world, so a side counts as right when our mention or label lies within the quoted
words, or holds them, as whole words. That is easier than the peers' task in one way (the role code GOV, MIL, ... is not
asked for) and harder in another (no dictionary of the suite's actors), and "Iraq" passes for "Red Cross in Iraq".

Only the CAMEO root counts (two digits of the relation's code in the ontology): PLOVER's type names changed between the
version of the gold and ours, the roots did not. A negated claim of cooperation is CAMEO's refusal, root 12 ("refused to
meet" = 125); other negated claims, and relations without a root (leads, memberOf, ...), are no events and are passed over.
A claim of a symmetric relation counts once and may find both directions of a reciprocal event. Gold events without a target
stay in the count, as for the peers, although a claim always has two sides. PLOVER codes a promise to help as AGREE (03);
we keep it as a possible "aids" (07), which counts as wrong.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel
from shared import Count, Figure, GoldText, Result, Share, aligned, distinct, either_way, load_data, read_claims, read_gold

from graph.extraction import Extractor
from graph.model import Claim

__all__ = ["run"]

_FILE = "plover-gsr.jsonl"


class _Event(BaseModel):
    source_text: str
    target_text: str | None = None
    cameo: str
    plover: str

    def triple(self) -> tuple[str, str, str]:
        return self.source_text, f"{self.cameo} {self.plover}", self.target_text or "(none)"


class _Sentence(GoldText):
    expected: tuple[_Event, ...]


class _Refusals(BaseModel):
    root: str
    families: frozenset[str]


@cache
def _refusals() -> _Refusals:
    return load_data("plover-refusals.yaml", _Refusals)


def _root(claim: Claim) -> str | None:
    relation = claim.relation_type
    if claim.polarity == "negated":
        return _refusals().root if relation.family in _refusals().families else None
    return relation.cameo[:2] if relation.cameo else None


def _matches(claim: Claim, event: _Event) -> bool:
    if _root(claim) != event.cameo or event.target_text is None:
        return False
    return aligned(claim, [event.source_text], [event.target_text])


def _key(claim: Claim) -> tuple[object, ...]:
    sides = either_way(claim) if claim.relation_type.symmetric else (claim.subject.id, claim.object.id)
    return _root(claim), sides


def run(extractor: Extractor, folder: Path) -> Result:
    """Measure the extractor on the set in `folder`."""
    firm = Count("source + target + root", "F1 of events, from claims that are not merely possible")
    wide = Count("source + target + root, all", "the same, planned, urged and feared events counted too")
    anywhere = Share("right root in the sentence", "share of sentences with events of which one root is among the claims' roots")
    texts = read_gold(folder / _FILE, _Sentence)
    for text, claims in read_claims(extractor, texts):
        events = distinct((claim for claim in claims if _root(claim)), _key)
        certain = distinct((claim for claim in claims if _root(claim) and claim.modality != "possible"), _key)
        firm.add(text.id, certain, text.expected, _matches, text.text)
        wide.add(text.id, events, text.expected, _matches, text.text)
        if text.expected:
            anywhere.add(bool({event.cameo for event in text.expected} & set(map(_root, claims))))
    figures = firm.figure(), wide.figure(), anywhere.figure(), _density(wide.predicted, len(texts))
    return Result("plover-gsr", len(texts), figures, firm.name, tuple(firm.faults))


def _density(claims: int, texts: int) -> Figure:
    definition = "distinct events for each sentence, planned, urged and feared ones too: what the right roots are found among"
    return Figure("claims a sentence", definition, claims / texts if texts else 0.0, None, None, claims, texts)
