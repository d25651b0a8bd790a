"""N-Quads."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Identifier, Node

from graph.claims import ClaimSet
from graph.export.base import FileExporter
from graph.views.display import ntriples_term, printable
from graph.views.rdf import to_dataset

__all__ = ["NquadsExporter"]


class NquadsExporter(FileExporter):
    """The RDF dataset with a named graph for each article, sorted, so that two exports can be compared line by line."""

    name = "nquads"
    suffix = ".nq"
    description = "RDF with a named graph for each article, for triple stores"

    def write_file(self, claims: ClaimSet, path: Path) -> None:
        """Write the notice as comment lines, then the quads."""
        quads = to_dataset(claims).quads()
        comment = [f"# {line}" for line in printable(claims.notice or "").splitlines()]
        lines = [*comment, *sorted(map(_line, quads))]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(quad: tuple[Node | None, ...]) -> str:
    # The default graph has no name in N-Quads.
    terms = [ntriples_term(cast("Identifier", term)) for term in quad if term not in (None, DATASET_DEFAULT_GRAPH_ID)]
    return f"{' '.join(terms)} ."
