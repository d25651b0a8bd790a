"""The actor base written for other tools: one format a file, found through a registry.

Examples
--------
>>> from graph.export.actors import ACTOR_EXPORTERS
>>> ACTOR_EXPORTERS["skos"].suffix
'.ttl'
"""

from graph.export.actors.registry import ACTOR_EXPORTERS, ActorExporter, export_actors

__all__ = ["ACTOR_EXPORTERS", "ActorExporter", "export_actors"]
