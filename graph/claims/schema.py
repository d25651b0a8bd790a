"""Publishes the JSON Schema of a claim: `python -m graph.claims.schema` writes `graph/claim.schema.json` anew."""

from __future__ import annotations

import json
from pathlib import Path

from graph.model import claim_schema

__all__ = ["SCHEMA_FILE", "schema_text"]

SCHEMA_FILE = Path(__file__).parents[1] / "claim.schema.json"


def schema_text() -> str:
    """Return the schema as the file holds it.

    Examples
    --------
    >>> json.loads(schema_text())["title"]
    'Claim'
    """
    return json.dumps(claim_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
