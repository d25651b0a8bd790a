"""Reading the data files that ship with the package: YAML checked against a JSON Schema, errors with file, line and field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

__all__ = ["DataFileError", "load_json", "load_words", "load_yaml", "package_file", "package_files"]

Source = Path | Traversable


class _Loader(yaml.CSafeLoader):
    """Reads words as words: only "true" and "false" are truth values ("on" and "no" are not), and dates stay text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


class DataFileError(ValueError):
    """A data file that cannot be used; the message names file, line and field."""


def package_file(package: str, name: str) -> Traversable:
    """Return a file that ships inside `package`.

    Parameters
    ----------
    package
        Dotted name of the package that holds the file.
    name
        File name, with `/` between folders.

    Examples
    --------
    >>> package_file("graph.ontology", "ontology.ttl").is_file()
    True
    """
    return files(package).joinpath(name)


def package_files(package: str, folder: str, suffix: str) -> Iterator[Traversable]:
    """Yield the files of one folder of `package` with a given suffix, sorted by name."""
    entries = files(package).joinpath(folder).iterdir()
    yield from sorted((e for e in entries if e.name.endswith(suffix)), key=lambda e: e.name)


@cache
def _validator(package: str, schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(package_file(package, schema).read_text(encoding="utf-8")))


def load_yaml(source: Source, *, package: str, schema: str) -> Any:
    """Load a YAML file and check it against a schema that ships in `package`.

    Parameters
    ----------
    source
        The file.
    package, schema
        Where the JSON Schema lies.

    Returns
    -------
    object
        The file's content as plain lists, dicts and scalars.

    Raises
    ------
    DataFileError
        When the file is no UTF-8, no YAML or breaks the schema. Every breach is listed as `file:line: field: what is wrong`.
    """
    try:
        text = source.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_Loader)  # noqa: S506 - a kind of safe loader
    except UnicodeDecodeError as error:
        raise DataFileError(f"{source}: not UTF-8 text (byte {error.start})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise DataFileError(f"{source}:{line}: not valid YAML: {getattr(error, 'problem', error)}") from error
    breaches = sorted(_validator(package, schema).iter_errors(data), key=lambda e: [str(p) for p in e.absolute_path])
    if breaches:
        root = yaml.compose(text, Loader=_Loader)
        lines = [f"{source}:{_line(root, e.absolute_path)}: {_field(e.absolute_path)}: {e.message}" for e in breaches]
        raise DataFileError("\n".join(lines))
    return data


def load_words(package: str, name: str) -> dict[str, Any]:
    """Load `name.yaml` of a package, checked against `name.schema.json`: flat lists as sets, all else as it is written.

    Raises
    ------
    DataFileError
        As `load_yaml`.

    Examples
    --------
    >>> "deny" in load_words("graph.extraction.factuality", "cues")["denial_verbs"]
    True
    """
    data: dict[str, Any] = load_yaml(package_file(package, f"{name}.yaml"), package=package, schema=f"{name}.schema.json")
    return {field: frozenset(words) if isinstance(words, list) else words for field, words in data.items()}


def load_json(source: Source, *, package: str, schema: str) -> Any:
    """Load a JSON file and check it against a schema that ships in `package`.

    Raises
    ------
    DataFileError
        When the file is no UTF-8, no JSON or breaks the schema; the message names file and field.
    """
    try:
        data = json.loads(source.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise DataFileError(f"{source}: not UTF-8 text (byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise DataFileError(f"{source}:{error.lineno}: not valid JSON: {error.msg}") from error
    breaches = sorted(_validator(package, schema).iter_errors(data), key=lambda e: [str(p) for p in e.absolute_path])
    if breaches:
        raise DataFileError("\n".join(f"{source}: {_field(e.absolute_path)}: {e.message}" for e in breaches))
    return data


def _field(path: Sequence[str | int]) -> str:
    return "/".join(str(step) for step in path) or "(whole file)"


def _line(node: yaml.Node | None, path: Sequence[str | int]) -> int:
    for step in path:
        child = _child(node, step)
        if child is None:
            break
        node = child
    return node.start_mark.line + 1 if node is not None else 1


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step]  # type: ignore[no-any-return]
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None
