"""The network view: entities as nodes, grouped claims as edges."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx as nx

from graph.claims import ClaimSet, Edge

__all__ = ["to_network"]


def to_network(claims: ClaimSet) -> nx.MultiDiGraph[str]:
    """Build a directed multigraph with an edge for each statement, whatever the number of claims that make it.

    Parameters
    ----------
    claims
        Claims to show.

    Returns
    -------
    networkx.MultiDiGraph
        Node: entity id, with `label`, `type` and `mentions` (claims it takes part in). Edge key: the relation, with `-not` where
        negated; attributes `relation`, `polarity`, `weight` (pieces of evidence), `confidence`, `modality`, `start`, `end`,
        `articles`, `sentences`. A symmetric relation is one edge. The notice is `graph["notice"]`.

    Examples
    --------
    >>> from graph.claims import ClaimSet
    >>> to_network(ClaimSet(notice="Sample.")).graph
    {'notice': 'Sample.'}
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(notice=claims.notice)
    mentions = Counter(side.id for claim in claims for side in (claim.subject, claim.object))
    for entity in claims.entities().values():
        network.add_node(entity.id, label=entity.label, type=entity.type, mentions=mentions[entity.id])
    for edge in claims.edges():
        network.add_edge(edge.subject.id, edge.object.id, key=_edge_key(edge), **_attributes(edge))
    return network


def _edge_key(edge: Edge) -> str:
    return edge.relation if edge.polarity == "affirmed" else f"{edge.relation}-not"


def _attributes(edge: Edge) -> dict[str, Any]:
    return {
        "relation": edge.relation,
        "polarity": edge.polarity,
        "weight": len(edge.claims),
        "confidence": edge.confidence,
        "modality": list(edge.modalities),
        "start": edge.start.isoformat() if edge.start else None,
        "end": edge.end.isoformat() if edge.end else None,
        "articles": list(edge.sources),
        "sentences": list(dict.fromkeys(claim.evidence.sentence for claim in edge.claims)),
    }
