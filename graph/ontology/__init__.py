"""What the graph can say: entity types and relations, loaded from `ontology.ttl`, the single source.

Examples
--------
>>> from graph.ontology import RELATIONS
>>> RELATIONS["backs"].inverse_label
'is backed by'
>>> RELATIONS["meets"].symmetric
True
"""

from graph.ontology.loader import (
    ENTITY_TYPES,
    NAMESPACE,
    RELATIONS,
    EntityType,
    Relation,
    is_kind_of,
    ontology_graph,
    shapes_graph,
)

__all__ = ["ENTITY_TYPES", "NAMESPACE", "RELATIONS", "EntityType", "Relation", "is_kind_of", "ontology_graph", "shapes_graph"]
