"""Who can appear in the graph: the knowledge base, its indexes and the resolver."""

from graph.actors.base import ActorBase, base
from graph.actors.records import Actor
from graph.actors.resolver import Resolution, resolve

__all__ = ["Actor", "ActorBase", "Resolution", "base", "resolve"]
