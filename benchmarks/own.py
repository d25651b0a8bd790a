"""Gold of this project's task: strict and pair figures, and how often polarity, modality and confidence are right.

The figures are those of `libyagraph evaluate`; graph/evaluation says how they are counted. Most of gold is affirmed and asserted,
so the shares of polarity and modality stand beside what they would be were nothing negated and all asserted: only what lies
above that was read in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from shared import Figure, Result

from graph.evaluation import Evaluation, Prediction, Score, Share, Tally, open_gold, score
from graph.extraction import Extractor

__all__ = ["run"]


def run(extractor: Extractor, name: str, path: Path) -> Result:
    """Measure the extractor on a gold file; the set is called `name`."""
    gold = open_gold(path)
    articles = [gold.read(row) for row in gold.rows]
    found = [Prediction.of(claim) for article in articles for claim in extractor.extract(article)]
    result = score(gold, found)
    affirmed = score(gold, [claim.model_copy(update={"polarity": "affirmed"}) for claim in found])
    return Result(name, result.articles, tuple(_figures(result, affirmed)), "strict", result.faults)


def _figures(result: Evaluation, affirmed: Evaluation) -> Iterator[Figure]:
    """Yield the figures; `affirmed` is the same run with nothing negated."""
    of_matched = "of required claims whose subject, relation and object were predicted"
    yield _rates("strict", "F1 of claims: subject, relation, object and polarity", result.strict)
    yield _rates("  negated claims only", "the same", result.polarities.get("negated", Tally()).score)
    yield _rates("pair", "F1 of subject and object, whatever the relation and the direction", result.pair)
    yield _share("polarity right", of_matched, result.polarity)
    yield _share("  were nothing negated", "what that share would be, to compare with", affirmed.polarity)
    yield _share("modality right", "of the predicted claims that are right", result.modality)
    yield _share("  were all asserted", "what that share would be, to compare with", _asserted(result))
    error, claims = result.reliability.error, result.reliability.claims
    yield Figure("calibration error", "how far confidence is from the share right", error, None, None, claims, claims)


def _asserted(result: Evaluation) -> Share:
    return Share(sum(result.modalities.get("asserted", {}).values()), result.modality.total)


def _rates(name: str, definition: str, figures: Score) -> Figure:
    return Figure(name, definition, figures.f1, figures.precision, figures.recall, figures.predicted, figures.required)


def _share(name: str, definition: str, share: Share) -> Figure:
    return Figure(name, definition, share.value, None, None, share.right, share.total)
