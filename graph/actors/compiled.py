"""The base in a form that loads at once: records and index, written when the data files change."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import BaseModel, ValidationError

from graph.actors.index import NameIndex, index_names
from graph.actors.records import Actor, Publications, base_files, read_actors

__all__ = ["Compiled", "load_compiled"]


class Compiled(BaseModel):
    """All records with the publications they cite, and the index of their names."""

    actors: list[Actor]
    publications: Publications
    index: NameIndex


def load_compiled() -> Compiled:
    """Return the shipped base, from its compiled file where that is of the data and code at hand.

    As Python does with its own bytecode, the file is written beside the sources, in `__pycache__`; where that cannot be
    written, the base is read from its YAML files each time.

    Raises
    ------
    DataFileError
        When a data file breaks the schema.
    """
    digest = _digest()
    with as_file(files("graph.actors")) as folder:
        path = folder / "__pycache__" / f"base.{digest}.json"
        with suppress(OSError, ValidationError):
            return Compiled.model_validate_json(path.read_bytes())
        actors, publications = read_actors()
        compiled = Compiled(actors=actors, publications=publications, index=index_names(actors))
        with suppress(OSError):
            _keep(compiled, path)
    return compiled


def _digest() -> str:
    """Sum up everything the compiled file is made from: the data files, their schemas, and the code that indexes them."""
    room = files("graph.actors").iterdir()
    inputs = sorted((f for f in room if f.name.endswith((".py", ".yaml", ".json"))), key=_name)
    total = hashlib.blake2b(digest_size=12)
    for file in (*inputs, *base_files()):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def _name(file: Traversable) -> str:
    return file.name


def _keep(compiled: Compiled, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    scratch = path.with_suffix(f".{os.getpid()}.tmp")
    scratch.write_text(compiled.model_dump_json(exclude_defaults=True, by_alias=True), encoding="utf-8")
    for stale in path.parent.glob("base.*.json"):
        stale.unlink(missing_ok=True)
    scratch.replace(path)
