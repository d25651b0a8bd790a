"""Colours of entity types and of families of relations, from `style.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from graph.datafiles import DataFileError, load_yaml, package_file
from graph.ontology import ENTITY_TYPES, RELATIONS

__all__ = ["FAMILY_COLOURS", "TYPE_COLOURS", "rgb"]

_FILE = package_file("graph.export", "style.yaml")


def _complete(part: str, colours: Mapping[str, str], wanted: Iterable[str]) -> Mapping[str, str]:
    differing = sorted(set(wanted) ^ colours.keys())
    if differing:
        raise DataFileError(f"{_FILE}: {part}: not as in the ontology: {', '.join(differing)}")
    return MappingProxyType(dict(colours))


def _load() -> tuple[Mapping[str, str], Mapping[str, str]]:
    data = load_yaml(_FILE, package="graph.export", schema="style.schema.json")
    families = {relation.family for relation in RELATIONS.values()}
    return _complete("types", data["types"], ENTITY_TYPES), _complete("families", data["families"], families)


TYPE_COLOURS, FAMILY_COLOURS = _load()


def rgb(colour: str) -> tuple[int, int, int]:
    """Return the channels of a colour.

    Examples
    --------
    >>> rgb("#0072b2")
    (0, 114, 178)
    """
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
