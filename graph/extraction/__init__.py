"""From article text to claims: a spaCy pipeline with one folder a component."""

from graph.extraction.pipeline import DEFAULT_MODEL, Extractor, ModelNotFoundError, load_pipeline, model_name

__all__ = ["DEFAULT_MODEL", "Extractor", "ModelNotFoundError", "load_pipeline", "model_name"]
