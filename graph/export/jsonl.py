"""JSON Lines."""

from __future__ import annotations

from pathlib import Path

from graph.claims import ClaimSet, write_jsonl
from graph.export.base import Exporter, write_notice

__all__ = ["JsonlExporter"]


class JsonlExporter(Exporter):
    """One claim a line; every line is a claim, so the notice lies beside the file."""

    name = "jsonl"
    suffix = ".jsonl"
    description = "one claim a line as JSON, with its evidence; the notice in NAME.NOTICE.txt"

    def write(self, claims: ClaimSet, target: Path) -> None:
        """Write the claims, then their notice beside them."""
        write_jsonl(claims, target)
        write_notice(claims.notice, target.with_name(f"{target.name}.NOTICE.txt"))
