"""Unknown actors under several names: joined where that is certain, put to a person where it is not."""

from graph.claims.clusters.decision_file import DECISIONS_FILE, DecisionFile, DecisionsError
from graph.claims.clusters.decisions import Context, Decision, Party
from graph.claims.clusters.settling import Settled, settle
from graph.claims.clusters.unknowns import is_unknown

__all__ = [
    "DECISIONS_FILE",
    "Context",
    "Decision",
    "DecisionFile",
    "DecisionsError",
    "Party",
    "Settled",
    "is_unknown",
    "settle",
]
