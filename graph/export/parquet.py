"""Parquet."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from graph.claims import ClaimSet
from graph.claims.columns import write_parquet
from graph.export.base import FileExporter

__all__ = ["ParquetExporter"]


class ParquetExporter(FileExporter):
    """The table of the claim store, with the notice in the file's metadata."""

    name = "parquet"
    suffix = ".parquet"
    description = "one claim a row, for data tools; the notice in the schema's metadata"

    def write_file(self, claims: ClaimSet, path: Path) -> None:
        """Write the table."""
        if claims.notice is None:
            write_parquet(claims, path)
            return
        bare = path.with_name(f"{path.name}.bare")
        try:
            write_parquet(claims, bare)
            _copy(bare, path, {"notice": claims.notice})
        finally:
            bare.unlink(missing_ok=True)


def _copy(source: Path, target: Path, metadata: dict[str, str]) -> None:
    with pq.ParquetFile(source) as table:
        schema = table.schema_arrow.with_metadata(metadata)
        with pq.ParquetWriter(target, schema, compression="zstd") as writer:
            for batch in table.iter_batches():
                writer.write_batch(batch.cast(schema))
