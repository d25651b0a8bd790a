"""`libyagraph validate`: whether a built graph is whole and sound."""

from __future__ import annotations

import typer

from graph.api import KnowledgeGraph
from graph.cli.console import say_error, with_exit_codes
from graph.cli.options import GraphFolder

__all__ = ["EXAMPLE", "command"]

EXAMPLE = "Example: libyagraph validate graph"


@with_exit_codes
def command(folder: GraphFolder) -> None:
    """Check a graph: the record's checksums, every claim's fields, and the RDF against the ontology's SHACL shapes."""
    graph = KnowledgeGraph.load(folder)
    problems = graph.problems()
    for problem in problems:
        say_error(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo(f"valid: {len(graph.claims)} claims from {len(graph.claims.articles)} articles")
