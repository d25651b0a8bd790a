"""When a predicted claim is one of gold's, and when two predictions are the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable

from graph.evaluation.names import folded
from graph.evaluation.rows import GoldClaim, Prediction
from graph.ontology import RELATIONS

__all__ = ["Key", "distinct", "key_of", "matches", "same_but_polarity", "same_pair"]

Key = tuple[str, str, str, str]


def distinct(predictions: Iterable[Prediction], unscored: Container[str]) -> dict[str, list[Prediction]]:
    """Sort predictions by article and keep the first of each key; those of unscored relations are dropped."""
    by_article: dict[str, dict[Key, Prediction]] = defaultdict(dict)
    for prediction in predictions:
        if prediction.relation not in unscored:
            by_article[prediction.article].setdefault(key_of(prediction), prediction)
    return {article: list(found.values()) for article, found in by_article.items()}


def key_of(prediction: Prediction) -> Key:
    """Return what makes a prediction another one: subject, relation, object, polarity; a symmetric relation's sides in order."""
    sides = [folded(prediction.subject.label), folded(prediction.object.label)]
    first, second = sorted(sides) if _symmetric(prediction.relation) else sides
    return first, prediction.relation, second, prediction.polarity


def matches(prediction: Prediction, gold: GoldClaim) -> bool:
    """Whether subject, relation, object and polarity agree; a symmetric relation counts in either direction."""
    return prediction.polarity == gold.polarity and same_but_polarity(prediction, gold)


def same_but_polarity(prediction: Prediction, gold: GoldClaim) -> bool:
    """Whether subject, relation and object agree, whatever the polarity."""
    if prediction.relation not in gold.relation:
        return False
    return _aligned(prediction, gold) or (_symmetric(prediction.relation) and _reversed(prediction, gold))


def same_pair(prediction: Prediction, gold: GoldClaim) -> bool:
    """Whether subject and object agree, whatever the relation and the direction."""
    return _aligned(prediction, gold) or _reversed(prediction, gold)


def _symmetric(relation: str) -> bool:
    return relation in RELATIONS and RELATIONS[relation].symmetric


def _aligned(prediction: Prediction, gold: GoldClaim) -> bool:
    return bool(prediction.subject.names & gold.subjects and prediction.object.names & gold.objects)


def _reversed(prediction: Prediction, gold: GoldClaim) -> bool:
    return bool(prediction.subject.names & gold.objects and prediction.object.names & gold.subjects)
