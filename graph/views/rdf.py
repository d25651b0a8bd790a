"""The RDF view: direct triples for simple questions, claim and evidence nodes behind them for every answer's source."""

from __future__ import annotations

from itertools import islice

from oxrdflib import OxigraphStore
from pyoxigraph import RdfFormat, Store
from rdflib import Dataset

from graph.claims import ClaimSet
from graph.claims.fields import nest
from graph.model import Claim
from graph.views import terms
from graph.views.iris import PREFIXES, local_id
from graph.views.properties import CLAIM_PROPERTIES, EVIDENCE_PROPERTIES, Property
from graph.views.quads import quads

__all__ = ["PREFIXES", "from_dataset", "to_dataset"]

_CHUNK = 20_000
_Node = dict[str, str]


def to_dataset(claims: ClaimSet) -> Dataset:
    """Build the RDF dataset of a claim set, held by Oxigraph.

    Parameters
    ----------
    claims
        Claims to show.

    Returns
    -------
    rdflib.Dataset
        Entities and the direct triples of affirmed claims that are not merely possible in the default graph (those of symmetric
        relations both ways); claims, evidence and article in a named graph for each article. A query sees all graphs as one.

    Examples
    --------
    >>> from graph.claims import ArticleInfo, ClaimSet
    >>> found = to_dataset(ClaimSet(articles=[ArticleInfo(id="a1")])).query("SELECT ?a { ?a a lyg:Article }")
    >>> [str(row.a) for row in found]
    ['https://w3id.org/libyagraph/article/a1']
    """
    store = Store()
    lines = quads(claims)
    while chunk := "".join(islice(lines, _CHUNK)):
        # Lenient: our IRIs are valid by construction, and checking them again doubles the time.
        store.load(chunk.encode(), format=RdfFormat.N_QUADS, lenient=True)
    dataset = Dataset(store=OxigraphStore(store=store), default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    return dataset


def from_dataset(dataset: Dataset) -> list[Claim]:
    """Read the claims back from a dataset: the inverse of `to_dataset`.

    Parameters
    ----------
    dataset
        Any rdflib dataset with claim and evidence nodes.

    Returns
    -------
    list of Claim
        In order of article, place in the text, and id.

    Raises
    ------
    ValueError
        When a claim node is incomplete; pydantic's message names the field.
    """
    nodes = _nodes(dataset)
    is_claim = (terms.name("rdf:type"), PREFIXES["lyg"] + "Claim")
    found = [_read_claim(iri, nodes) for iri, node in nodes.items() if is_claim in node.items()]
    return sorted(found, key=lambda claim: (claim.article, claim.evidence.start, claim.id))


def _nodes(dataset: Dataset) -> dict[str, _Node]:
    wanted = (PREFIXES["claim"], PREFIXES["evidence"])
    nodes: dict[str, _Node] = {}
    for subject, predicate, value, _ in dataset.quads():
        if str(subject).startswith(wanted):
            nodes.setdefault(str(subject), {})[f"<{predicate}>"] = str(value)
    return nodes


def _read_claim(iri: str, nodes: dict[str, _Node]) -> Claim:
    node = nodes[iri]
    proof = nodes.get(node.get(terms.name("lyg:evidence"), ""), {})
    fields = [(prop.path, _read(prop, node)) for prop in CLAIM_PROPERTIES]
    fields += [(prop.path, _read(prop, proof)) for prop in EVIDENCE_PROPERTIES]
    return Claim.model_validate({"id": local_id(iri), **nest(fields)})


def _read(prop: Property, node: _Node) -> object:
    value = node.get(prop.iri)
    return None if value is None else prop.read(value)
