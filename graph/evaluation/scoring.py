"""Precision, recall and F1 of predicted claims against gold, strict and by pair, in all and by kind, with every error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from graph.evaluation.faults import Fault, found_wrong, not_found
from graph.evaluation.figures import Confusion, Score, Share, Tally, constructions, modalities, polarity, tallies, total
from graph.evaluation.gold import GoldSet
from graph.evaluation.judging import Judged, Sought, judged, sought
from graph.evaluation.matching import distinct, matches, same_but_polarity, same_pair
from graph.evaluation.reliability import Reliability, reliability
from graph.evaluation.rows import GoldRow, Prediction

__all__ = ["Evaluation", "score"]


@dataclass(frozen=True)
class Evaluation:
    """Result of a comparison with gold.

    Attributes
    ----------
    gold
        What was compared with.
    judged, sought
        The verdict on each prediction, and the fate of each required claim: subject, relation, object and polarity must be
        right, a symmetric relation in either direction.
    pair
        Figures where only subject and object must be right, whatever the relation and the direction.
    polarity
        Share of right polarity among required claims whose subject, relation and object were predicted.
    """

    gold: GoldSet
    judged: tuple[Judged, ...]
    sought: tuple[Sought, ...]
    pair: Score
    polarity: Share

    @property
    def articles(self) -> int:
        """Number of gold articles."""
        return len(self.gold.rows)

    @cached_property
    def strict(self) -> Score:
        """Figures over all verdicts."""
        return total(self.judged, self.sought)

    @cached_property
    def relations(self) -> dict[str, Tally]:
        """Counts of each relation; a claim of gold counts under the best of its relations."""
        return tallies(self.judged, self.sought, lambda p: p.relation, lambda claim: claim.relation[0])

    @cached_property
    def constructions(self) -> dict[str, Share]:
        """Share of right predictions by what found them, where they say so; gold knows no constructions."""
        return constructions(self.judged)

    @cached_property
    def polarities(self) -> dict[str, Tally]:
        """Counts of each polarity."""
        return tallies(self.judged, self.sought, lambda p: p.polarity, lambda claim: claim.polarity)

    @cached_property
    def modalities(self) -> Confusion:
        """How often right predictions have which modality, by that of gold."""
        return modalities(self.judged)

    @cached_property
    def modality(self) -> Share:
        """Share of right modality among right predictions."""
        cases = [(gold == given, n) for gold, row in self.modalities.items() for given, n in row.items()]
        return Share(sum(n for right, n in cases if right), sum(n for _, n in cases))

    @cached_property
    def reliability(self) -> Reliability:
        """Confidence against share right."""
        return reliability(self.judged)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """Each wrong prediction, and each claim that was missed."""
        wrong = found_wrong(verdict for verdict in self.judged if verdict.wrong)
        return (*wrong, *not_found(self.gold, [fate for fate in self.sought if not fate.found]))


def score(gold: GoldSet | Iterable[GoldRow], predictions: Iterable[Prediction]) -> Evaluation:
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
    whole = GoldSet.of(gold)
    found = distinct(predictions, whole.unscored)
    pair = total(judged(whole.rows, found, same_pair), sought(whole.rows, found, same_pair))
    strict = tuple(judged(whole.rows, found, matches)), tuple(sought(whole.rows, found, matches))
    return Evaluation(whole, *strict, pair, polarity(strict[1], sought(whole.rows, found, same_but_polarity)))
