"""What is derived from a claim set and can be thrown away: the network and the RDF dataset.

Examples
--------
>>> from graph.claims import ClaimSet
>>> from graph.views import to_network
>>> to_network(ClaimSet()).number_of_nodes()
0
"""

from graph.views.network import to_network
from graph.views.rdf import PREFIXES, from_dataset, to_dataset
from graph.views.validation import validate

__all__ = ["PREFIXES", "from_dataset", "to_dataset", "to_network", "validate"]
