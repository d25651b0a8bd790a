"""How good the claims are: scoring against gold, with every error listed, and comparing two runs."""

from graph.evaluation.comparing import Comparison, compare
from graph.evaluation.faults import Fault
from graph.evaluation.figures import Score, Share, Tally
from graph.evaluation.gold import GoldSet, open_gold
from graph.evaluation.matching import matches
from graph.evaluation.passages import read_passages
from graph.evaluation.predicting import evaluate, predict
from graph.evaluation.reliability import Reliability, save_reliability
from graph.evaluation.rows import GoldClaim, GoldRow, Prediction, read_gold, read_predictions
from graph.evaluation.scoring import Evaluation, score

__all__ = [
    "Comparison",
    "Evaluation",
    "Fault",
    "GoldClaim",
    "GoldRow",
    "GoldSet",
    "Prediction",
    "Reliability",
    "Score",
    "Share",
    "Tally",
    "compare",
    "evaluate",
    "matches",
    "open_gold",
    "predict",
    "read_gold",
    "read_passages",
    "read_predictions",
    "save_reliability",
    "score",
]
