"""The figures that verdicts add up to: precision, recall and F1, shares, and who was taken for what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.evaluation.judging import Judged, Sought
from graph.evaluation.rows import GoldClaim, Prediction

__all__ = ["Confusion", "Score", "Share", "Tally", "constructions", "modalities", "polarity", "tallies", "total"]

Confusion = dict[str, dict[str, int]]
"""How often a claim of gold, by its value there, was predicted with which value."""


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


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some cases are right.

    Examples
    --------
    >>> Share(3, 4).value, Share(0, 0).value
    (0.75, 0.0)
    """

    right: int
    total: int

    @property
    def value(self) -> float:
        """The share, to four digits; 0 where there is no case."""
        return round(_ratio(self.right, self.total), 4)


@dataclass(slots=True)
class Tally:
    """Counts of one kind of claim: predictions right and wrong, gold claims found and wanted.

    Examples
    --------
    >>> Tally(right=3, wrong=1, found=3, wanted=6).score
    Score(precision=0.75, recall=0.5, f1=0.6, predicted=4, required=6)
    """

    right: int = 0
    wrong: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def score(self) -> Score:
        """Precision, recall and F1, to four digits; 0 where there is nothing to count."""
        predicted = self.right + self.wrong
        precision, recall = _ratio(self.right, predicted), _ratio(self.found, self.wanted)
        f1 = _ratio(2 * precision * recall, precision + recall)
        return Score(round(precision, 4), round(recall, 4), round(f1, 4), predicted, self.wanted)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def tallies(
    judged: Iterable[Judged],
    sought: Iterable[Sought],
    by_prediction: Callable[[Prediction], str],
    by_claim: Callable[[GoldClaim], str],
) -> dict[str, Tally]:
    """Count by kind; a prediction and a claim of gold each name their own."""
    found: defaultdict[str, Tally] = defaultdict(Tally)
    for verdict in judged:
        if verdict.right or verdict.wrong:
            tally = found[by_prediction(verdict.prediction)]
            tally.right += verdict.right
            tally.wrong += verdict.wrong
    for fate in sought:
        tally = found[by_claim(fate.claim)]
        tally.wanted += 1
        tally.found += fate.found
    return dict(found)


def total(judged: Iterable[Judged], sought: Iterable[Sought]) -> Score:
    """Return the figures over all claims."""
    counted = tallies(judged, sought, lambda _: "", lambda _: "")
    return counted.get("", Tally()).score


def constructions(judged: Iterable[Judged]) -> dict[str, Share]:
    """Return the share of right claims by what found them: the first part of a claim's `rule`."""
    counted = tallies((verdict for verdict in judged if verdict.prediction.rule), (), _construction, lambda _: "")
    return {name: Share(tally.right, tally.right + tally.wrong) for name, tally in counted.items()}


def _construction(prediction: Prediction) -> str:
    return prediction.rule.partition(":")[0]


def polarity(sought: Iterable[Sought], whatever: Iterable[Sought]) -> Share:
    """Return the share of right polarity among required claims whose subject, relation and object were predicted.

    Claims of gold are counted, not predictions: gold may hold a claim both affirmed and negated, and a prediction that takes a
    denial for a fact then matches the other one. Over predictions, never to negate costs almost nothing.

    Parameters
    ----------
    sought, whatever
        The fates of the same claims, where the polarity must be right, and where it need not.
    """
    found = [fate.found for fate, loose in zip(sought, whatever, strict=True) if loose.found]
    return Share(sum(found), len(found))


def modalities(judged: Iterable[Judged]) -> Confusion:
    """Count the modality of right predictions by that of the required claim they match, where both have one.

    Where several claims match, one with the same modality counts, else the first.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for verdict in judged:
        wanted = [claim.modality for claim in verdict.hits if claim.required and claim.modality]
        given = verdict.prediction.modality
        if wanted and given:
            counted[given if given in wanted else wanted[0], given] += 1
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (gold, predicted), count in sorted(counted.items()):
        found[gold][predicted] = count
    return dict(found)
