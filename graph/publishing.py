"""Writing a build: everything beside its folder first, then into it, so that a build that fails leaves the old one whole."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Sequence
from pathlib import Path

from graph.claims import ClaimSet, save
from graph.export import export

__all__ = ["STANDARD_EXPORTS", "published", "scratch_beside", "written"]

STANDARD_EXPORTS = {
    "gexf": "graph.gexf",
    "graphml": "graph.graphml",
    "csv": ".",
    "turtle": "graph.ttl",
    "nquads": "graph.nq",
    "svg": "graph.svg",
    "png": "graph.png",
}
_MANIFEST = "manifest.json"
_NOTICE = "NOTICE.txt"


def scratch_beside(folder: Path) -> tempfile.TemporaryDirectory[str]:
    """Make a temporary folder beside the one that a build goes to.

    It lies in the same file system, so that finished files move in one step, and is made first, so that a folder that cannot
    be written is found out before hours of reading.

    Raises
    ------
    OSError
        When the folder cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "not a folder", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent)


def written(claims: ClaimSet, scratch: Path) -> Sequence[Path]:
    """Write the record and the standard exports, and return the files, the manifest, which vouches for the record, last."""
    save(claims, scratch)
    for name, target in STANDARD_EXPORTS.items():
        export(claims, name, scratch / target)
    return sorted(scratch.iterdir(), key=lambda path: (path.name == _MANIFEST, path.name))


def published(files: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Move files into a folder, over those of an earlier build.

    Raises
    ------
    OSError
        When they cannot be moved.
    """
    folder.mkdir(exist_ok=True)
    for path in files:
        if (folder / path.name).is_dir():  # found out before the first file moves
            raise IsADirectoryError(errno.EISDIR, "a folder stands where a file is to be written", str(folder / path.name))
    if (folder / _MANIFEST).exists() and _NOTICE not in {path.name for path in files}:
        (folder / _NOTICE).unlink(missing_ok=True)  # an earlier build's, which does not hold for this one
    for path in files:
        path.replace(folder / path.name)
    return tuple(folder / path.name for path in files)
