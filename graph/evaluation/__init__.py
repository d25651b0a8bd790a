"""How good the claims are: scoring against gold, with every error listed."""

from graph.evaluation.predicting import predict
from graph.evaluation.rows import GoldClaim, GoldRow, Prediction, read_gold, read_predictions
from graph.evaluation.scoring import Evaluation, Fault, Score, Tally, matches, score

__all__ = [
    "Evaluation",
    "Fault",
    "GoldClaim",
    "GoldRow",
    "Prediction",
    "Score",
    "Tally",
    "matches",
    "predict",
    "read_gold",
    "read_predictions",
    "score",
]
