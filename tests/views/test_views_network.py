"""The network view."""

import networkx as nx

from graph.claims import ClaimSet
from graph.model import Claim, Evidence, Participant, Time
from graph.views import to_network


def claim(subject, relation, obj, article="a1", **fields):
    sides = [Participant(id=name, label=name.title(), type="State", mention=name) for name in (subject, obj)]
    spans = {"subject_span": (0, 1), "trigger_span": (1, 2), "object_span": (2, 3)}
    evidence = Evidence(sentence=f"{subject} {relation} {obj}", start=0, end=9, date="2019-04-04", **spans)
    return Claim.make(article=article, subject=sides[0], relation=relation, object=sides[1], evidence=evidence, **fields)


def network():
    since = Time(start="2014-05-01", granularity="open")
    claims = [
        claim("italy", "backs", "egypt", confidence=0.5),
        claim("italy", "backs", "egypt", "a2", confidence=0.7, modality="reported"),
        claim("italy", "backs", "egypt", polarity="negated"),
        claim("italy", "meets", "egypt", time=since),
        claim("egypt", "meets", "italy", "a2"),
    ]
    return to_network(ClaimSet(claims, notice="Sample."))


def test_nodes_and_notice():
    made = network()
    assert isinstance(made, nx.MultiDiGraph)
    assert made.graph["notice"] == "Sample."
    assert dict(made.nodes(data=True)) == {
        name: {"label": name.title(), "type": "State", "mentions": 5} for name in ("italy", "egypt")
    }


def test_an_edge_for_each_statement():
    assert sorted(network().edges(keys=True)) == [("italy", "egypt", key) for key in ("backs", "backs-not", "meets")]


def test_edge_attributes():
    assert network().edges["italy", "egypt", "backs"] == {
        "relation": "backs",
        "polarity": "affirmed",
        "weight": 2,
        "confidence": 0.7,
        "modality": ["asserted", "reported"],
        "start": "2019-04-04",
        "end": "2019-04-04",
        "articles": ["a1", "a2"],
        "sentences": ["italy backs egypt"],
    }
    meeting = network().edges["italy", "egypt", "meets"]
    assert (meeting["start"], meeting["end"], meeting["weight"]) == ("2014-05-01", None, 2)
    assert network().edges["italy", "egypt", "backs-not"]["polarity"] == "negated"
