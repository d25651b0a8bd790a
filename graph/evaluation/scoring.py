"""Precision, recall and F1 of predicted claims against gold, strict and by pair, with every error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from graph.datafiles import load_yaml, package_file
from graph.evaluation.names import folded
from graph.evaluation.rows import GoldClaim, GoldRow, Prediction
from graph.ontology import RELATIONS

__all__ = ["Evaluation", "Fault", "Score", "Tally", "matches", "score"]

_Match = Callable[[Prediction, GoldClaim], bool]


@dataclass(frozen=True, slots=True)
class Score:
    """Figures over the distinct claims of all articles together.

    Attributes
    ----------
    predicted
        Predictions counted: those that match only claims that are not required are passed over.
    required
        Gold claims to be found.
    """

    precision: float
    recall: float
    f1: float
    predicted: int
    required: int


@dataclass(slots=True)
class Tally:
    """Counts of one relation: predictions right and wrong, gold claims found and wanted."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    wanted: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """A wrong prediction, with its sentence, or a missed gold claim, with the words that say it."""

    kind: Literal["wrong", "missed"]
    article: str
    subject: str
    relation: str
    object: str
    polarity: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Result of a comparison with gold.

    Attributes
    ----------
    articles
        Number of gold articles.
    strict
        Subject, relation, object and polarity right; a symmetric relation in either direction.
    pair
        Subject and object right, whatever the relation and the direction.
    relations, faults
        Strict counts for each relation, and each strict error.
    """

    articles: int
    strict: Score
    pair: Score
    relations: dict[str, Tally]
    faults: tuple[Fault, ...]


def score(gold: Sequence[GoldRow], predictions: Iterable[Prediction]) -> Evaluation:
    """Compare predicted claims with gold.

    Parameters
    ----------
    gold
        The annotated articles.
    predictions
        Claims whose `article` is a gold row's `article` or the stem of its text file; those of other articles do not count.

    Examples
    --------
    >>> row = {"article": "a", "claims": [{"subject": ["Italy"], "relation": "backs", "object": ["GNA"]}]}
    >>> claim = {"article": "a", "subject": {"label": "Italy"}, "relation": "backs", "object": {"label": "the GNA"}}
    >>> score([GoldRow.model_validate(row)], [Prediction.model_validate(claim)]).strict
    Score(precision=1.0, recall=1.0, f1=1.0, predicted=1, required=1)
    """
    by_article = _distinct(predictions)
    strict, pair = _Count(matches), _Count(_pair)
    for row in gold:
        found = list((by_article.get(row.article) or by_article.get(row.stem) or {}).values())
        strict.add(row, found)
        pair.add(row, found)
    return Evaluation(len(gold), strict.score(), pair.score(), dict(strict.relations), tuple(strict.faults))


@cache
def _unscored() -> frozenset[str]:
    source = package_file("graph.evaluation", "scoring.yaml")
    return frozenset(load_yaml(source, package="graph.evaluation", schema="scoring.schema.json")["unscored"])


def _symmetric(relation: str) -> bool:
    return relation in RELATIONS and RELATIONS[relation].symmetric


_Key = tuple[str, str, str, str]


def _distinct(predictions: Iterable[Prediction]) -> dict[str, dict[_Key, Prediction]]:
    by_article: dict[str, dict[_Key, Prediction]] = defaultdict(dict)
    for prediction in predictions:
        if prediction.relation not in _unscored():
            by_article[prediction.article].setdefault(_key(prediction), prediction)
    return by_article


def _key(prediction: Prediction) -> _Key:
    sides = [folded(prediction.subject.label), folded(prediction.object.label)]
    first, second = sorted(sides) if _symmetric(prediction.relation) else sides
    return first, prediction.relation, second, prediction.polarity


def _aligned(prediction: Prediction, gold: GoldClaim) -> bool:
    return bool(prediction.subject.names & gold.subjects and prediction.object.names & gold.objects)


def _reversed(prediction: Prediction, gold: GoldClaim) -> bool:
    return bool(prediction.subject.names & gold.objects and prediction.object.names & gold.subjects)


def _pair(prediction: Prediction, gold: GoldClaim) -> bool:
    return _aligned(prediction, gold) or _reversed(prediction, gold)


def matches(prediction: Prediction, gold: GoldClaim) -> bool:
    """Whether subject, relation, object and polarity agree; a symmetric relation counts in either direction."""
    if prediction.relation not in gold.relation or prediction.polarity != gold.polarity:
        return False
    return _aligned(prediction, gold) or (_symmetric(prediction.relation) and _reversed(prediction, gold))


@dataclass(slots=True)
class _Count:
    match: _Match
    relations: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    faults: list[Fault] = field(default_factory=list)

    def add(self, row: GoldRow, predictions: Sequence[Prediction]) -> None:
        for prediction in predictions:
            self._add_prediction(row, prediction)
        for claim in row.claims:
            if claim.required:
                self._add_required(row, claim, predictions)

    def _add_prediction(self, row: GoldRow, prediction: Prediction) -> None:
        hits = [claim.required for claim in row.claims if self.match(prediction, claim)]
        if any(hits):
            self.relations[prediction.relation].right += 1
        elif not hits:
            self.relations[prediction.relation].wrong += 1
            self.faults.append(_wrong(row, prediction))

    def _add_required(self, row: GoldRow, claim: GoldClaim, predictions: Sequence[Prediction]) -> None:
        tally = self.relations[claim.relation[0]]
        tally.wanted += 1
        if any(self.match(prediction, claim) for prediction in predictions):
            tally.found += 1
        else:
            self.faults.append(_missed(row, claim))

    def score(self) -> Score:
        tallies = self.relations.values()
        right, found, required = (sum(getattr(t, name) for t in tallies) for name in ("right", "found", "wanted"))
        predicted = right + sum(tally.wrong for tally in tallies)
        precision = right / predicted if predicted else 0.0
        recall = found / required if required else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return Score(round(precision, 4), round(recall, 4), round(f1, 4), predicted, required)


def _wrong(row: GoldRow, p: Prediction) -> Fault:
    return Fault("wrong", row.article, p.subject.label, p.relation, p.object.label, p.polarity, p.sentence)


def _missed(row: GoldRow, claim: GoldClaim) -> Fault:
    names = claim.subject[0], claim.relation[0], claim.object[0]
    return Fault("missed", row.article, *names, claim.polarity, claim.evidence)
