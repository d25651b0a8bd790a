"""Claims as a flat Parquet table whose columns follow the model: `subject.id` is the column `subject_id`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Literal, get_args, get_origin

import pyarrow as pa
import pyarrow.parquet as pq

from graph.claims.fields import claim_fields, field_value, nest
from graph.model import Claim

__all__ = ["parquet_schema", "read_parquet", "write_parquet"]

_BATCH = 10_000
_TYPES: Mapping[object, pa.DataType] = {str: pa.string(), int: pa.int64(), float: pa.float64(), dt.date: pa.date32()}


def _arrow_type(kind: object) -> pa.DataType:
    if get_origin(kind) is Literal:
        return pa.string()
    if get_origin(kind) is tuple:
        return pa.list_(pa.int64(), len(get_args(kind)))
    return _TYPES[kind]


def parquet_schema() -> pa.Schema:
    """Return the columns of a table of claims, one for each plain field."""
    return pa.schema([("_".join(path), _arrow_type(kind)) for path, kind in claim_fields().items()])


def _batch(claims: list[Claim], schema: pa.Schema) -> pa.RecordBatch:
    paths = zip(claim_fields(), schema, strict=True)
    arrays = [pa.array([field_value(claim, path) for claim in claims], column.type) for path, column in paths]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def write_parquet(claims: Iterable[Claim], path: Path) -> None:
    """Write claims in batches, so that memory stays small whatever their number."""
    schema, rest = parquet_schema(), iter(claims)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while chunk := list(islice(rest, _BATCH)):
            writer.write_batch(_batch(chunk, schema))


def read_parquet(path: Path) -> Iterator[Claim]:
    """Yield the claims of a file that `write_parquet` wrote."""
    columns = {field: "_".join(field) for field in claim_fields()}
    with pq.ParquetFile(path) as table:
        for batch in table.iter_batches(_BATCH):
            for row in batch.to_pylist():
                yield Claim.model_validate(nest((field, row[name]) for field, name in columns.items()))
