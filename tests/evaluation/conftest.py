"""Short ways to write predictions and gold rows."""

import pytest

from graph.evaluation import GoldRow, Prediction


def _claim(subject, relation, obj, article="a", **more):
    return Prediction.model_validate(
        {"article": article, "subject": {"label": subject}, "relation": relation, "object": {"label": obj}, **more}
    )


def _row(*claims, article="a", text=""):
    rows = [{"subject": s, "relation": relation, "object": o, **more} for s, relation, o, more in claims]
    return GoldRow.model_validate({"article": article, "text": text, "claims": rows})


@pytest.fixture(scope="session")
def said():
    """A predicted claim."""
    return _claim


@pytest.fixture(scope="session")
def row_of():
    """A gold row of (subject, relation, object, other fields)."""
    return _row
