"""A folder of claims: Parquet for tools, JSON Lines for people, a manifest that vouches for both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from graph.claims.articles import ArticleInfo
from graph.claims.atomic import replacing
from graph.claims.claim_set import ClaimSet
from graph.claims.columns import read_parquet, write_parquet
from graph.claims.errors import ClaimStoreError, first_breach
from graph.claims.jsonl import read_records, write_jsonl

__all__ = ["SCHEMA_VERSION", "ClaimStoreError", "load", "save"]

SCHEMA_VERSION = 1
_MANIFEST = "manifest.json"
_CLAIMS = "claims.parquet"
_ARTICLES = "articles.jsonl"


def save(claim_set: ClaimSet, directory: Path | str) -> None:
    """Write `claims.parquet`, `claims.jsonl`, `articles.jsonl` and `manifest.json`; the folder is made where it is missing.

    All four are complete under temporary names before the first replaces an earlier file.

    Parameters
    ----------
    claim_set
        What to write.
    directory
        Where.

    Raises
    ------
    OSError
        When a file cannot be written; earlier files then stay as they were.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.mkdtemp()
    >>> save(ClaimSet(articles=[ArticleInfo(id="a1")], notice="Sample."), folder)
    >>> load(folder)
    <ClaimSet: 0 claims, 1 articles>
    """
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    writers: dict[str, Callable[[Path], None]] = {
        _CLAIMS: lambda path: write_parquet(claim_set, path),
        "claims.jsonl": lambda path: write_jsonl(claim_set, path),
        _ARTICLES: lambda path: write_jsonl(claim_set.articles, path),
    }
    with ExitStack() as stack:
        # The stack renames in reverse order of entry: the manifest, entered first, comes last.
        manifest = stack.enter_context(replacing(folder / _MANIFEST))
        written = {name: stack.enter_context(replacing(folder / name)) for name in writers}
        for name, write in writers.items():
            write(written[name])
        manifest.write_text(_manifest(claim_set, written), encoding="utf-8")


def _manifest(claim_set: ClaimSet, written: dict[str, Path]) -> str:
    content = {
        "schema_version": SCHEMA_VERSION,
        "claims": len(claim_set),
        "articles": len(claim_set.articles),
        "notice": claim_set.notice,
        "sha256": {name: _digest(path) for name, path in written.items()},
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def load(directory: Path | str) -> ClaimSet:
    """Read a folder that `save` wrote.

    Parameters
    ----------
    directory
        The folder.

    Returns
    -------
    ClaimSet
        Claims, articles and notice as they were saved.

    Raises
    ------
    ClaimStoreError
        When the folder holds no claims, another version of them, or files that were changed since.
    """
    folder = Path(directory)
    manifest = _read_manifest(folder / _MANIFEST)
    for name in (_CLAIMS, _ARTICLES):
        _verify(folder / name, manifest["sha256"].get(name))
    try:
        articles = list(read_records(folder / _ARTICLES, ArticleInfo))
        return ClaimSet(read_parquet(folder / _CLAIMS), articles=articles, notice=manifest["notice"])
    except ValidationError as error:
        raise ClaimStoreError(f"{folder / _CLAIMS}: {first_breach(error)}") from error
    except (pa.ArrowException, KeyError) as error:
        raise ClaimStoreError(f"{folder / _CLAIMS}: not a table of claims: {error}") from error


def _read_manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: Any = json.loads(path.read_text(encoding="utf-8"))
        version, complete = manifest["schema_version"], "notice" in manifest and isinstance(manifest["sha256"], dict)
    except FileNotFoundError:
        raise ClaimStoreError(f"{path.parent}: no claims are stored here ({path.name} is missing)") from None
    except (ValueError, KeyError, TypeError) as error:
        raise ClaimStoreError(f"{path}: not a manifest of stored claims") from error
    if version != SCHEMA_VERSION:
        raise ClaimStoreError(f"{path}: schema version {version!r} cannot be read, only {SCHEMA_VERSION}: build it again")
    if not complete:
        raise ClaimStoreError(f"{path}: not a manifest of stored claims")
    return dict(manifest)


def _verify(path: Path, expected: str | None) -> None:
    if not path.is_file():
        raise ClaimStoreError(f"{path}: the file is missing")
    if _digest(path) != expected:
        raise ClaimStoreError(f"{path}: the file was changed or damaged since it was saved (checksum differs)")
