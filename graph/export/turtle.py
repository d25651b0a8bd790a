"""Turtle."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph

from graph.claims import ClaimSet
from graph.export.base import FileExporter
from graph.views.display import plain_literal, printable
from graph.views.rdf import PREFIXES, to_dataset

__all__ = ["TurtleExporter"]


class TurtleExporter(FileExporter):
    """Both layers of the RDF view as one graph; which article a triple comes from is in the claims, not in graph names."""

    name = "turtle"
    suffix = ".ttl"
    description = "RDF as one graph: direct triples, claims, evidence, articles"

    def write_file(self, claims: ClaimSet, path: Path) -> None:
        """Write the notice as comment lines, then the triples."""
        merged = Graph()
        for prefix, namespace in PREFIXES.items():
            merged.bind(prefix, namespace)
        for subject, predicate, value, _ in to_dataset(claims).quads():
            merged.add((subject, predicate, plain_literal(value)))
        comment = "".join(f"# {line}\n" for line in printable(claims.notice or "").splitlines())
        path.write_text(comment + merged.serialize(format="turtle"), encoding="utf-8")
