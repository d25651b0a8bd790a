"""From article text to claims: a spaCy pipeline with one folder a component."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.extraction.models import DEFAULT_MODEL, LEAST_CONFIDENCE, MODEL_VARIABLE, ModelNotFoundError, model_name
from graph.extraction.relevance import concerns_libya

if TYPE_CHECKING:
    from graph.extraction.pipeline import Extractor, load_pipeline

__all__ = [
    "DEFAULT_MODEL",
    "LEAST_CONFIDENCE",
    "MODEL_VARIABLE",
    "Extractor",
    "ModelNotFoundError",
    "concerns_libya",
    "load_pipeline",
    "model_name",
]


def __getattr__(name: str) -> Any:
    """Import the pipeline, and with it spaCy, when it is first used."""
    if name in ("Extractor", "load_pipeline"):
        from graph.extraction import pipeline  # noqa: PLC0415 - spaCy takes most of a second

        return getattr(pipeline, name)
    raise AttributeError(f"module 'graph.extraction' has no attribute {name!r}")
