"""The claims of sentences that were written for one construction each, and for what only looks like it."""

from pathlib import Path

import pytest

from graph.evaluation import Prediction, score
from graph.evaluation.passages import read_passages

SOURCE = Path(__file__).with_name("constructions.yaml")
ROWS = {row.article: (row, article) for row, article in read_passages(SOURCE)}


@pytest.mark.parametrize("name", ROWS)
def test_construction_gives_exactly_its_claims(name, extractor):
    row, article = ROWS[name]
    found = [Prediction.of(claim) for claim in extractor.extract(article)]
    assert score([row], found).faults == ()
