"""Finding a format for the actor base by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.actors import Actor, ActorBase
from graph.claims import replacing
from graph.export.actors.ftm import write_ftm
from graph.export.actors.skos import write_skos
from graph.export.base import ExportError

__all__ = ["ACTOR_EXPORTERS", "ActorExporter", "export_actors"]


@dataclass(frozen=True, slots=True)
class ActorExporter:
    """A format to write the actor base in.

    Attributes
    ----------
    name
        What users call the format.
    suffix
        Usual ending of the file, with the dot.
    description
        One line for lists of formats.
    write_file
        Writes the whole file at a path that is new.
    """

    name: str
    suffix: str
    description: str
    write_file: Callable[[ActorBase, Path], None]


_ALL = (
    ActorExporter(
        "skos", ".ttl", "RDF as Turtle: SKOS concepts, W3C ORG offices and bodies, a publication for each fact", write_skos
    ),
    ActorExporter("ftm", ".ftm.json", "FollowTheMoney entities, one JSON object a line", write_ftm),
)
ACTOR_EXPORTERS: Mapping[str, ActorExporter] = {exporter.name: exporter for exporter in _ALL}


def export_actors(actors: ActorBase, fmt: str, target: Path) -> None:
    """Write the actor base to a file.

    Parameters
    ----------
    actors
        The base; every record that one refers to must be in it.
    fmt
        A name in `ACTOR_EXPORTERS`.
    target
        The file, in a folder that exists; replaced only when all is written.

    Raises
    ------
    ExportError
        When there is no such format, a record refers to one that is not there, or the target cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "actors.ttl"
    >>> town = Actor(id="derna", label="Derna", type="Place", description="A town.")
    >>> export_actors(ActorBase([town]), "skos", target)
    >>> 'skos:prefLabel "Derna"@en' in target.read_text()
    True
    """
    if fmt not in ACTOR_EXPORTERS:
        raise ExportError(f"no export format {fmt!r} of actors: use one of {', '.join(ACTOR_EXPORTERS)}")
    for actor in actors:
        _check_references(actor, actors)
    try:
        with replacing(target) as temporary:
            ACTOR_EXPORTERS[fmt].write_file(actors, temporary)
    except OSError as error:
        raise ExportError(f"{target}: cannot write: {error.strerror or error}") from error


def _check_references(actor: Actor, actors: ActorBase) -> None:
    for field, target in actor.references():
        if actors.get(target) is None:
            raise ExportError(f"{actor.file}.yaml: {actor.id}: {field}: no such record: {target!r}")
