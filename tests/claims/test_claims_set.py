"""ClaimSet: order, merging, filtering, edges."""

import datetime as dt

import pytest

from graph.claims import ArticleInfo, ClaimSet
from graph.model import Claim, Entity, Evidence, Participant, Time

DAY = dt.date(2019, 4, 4)
TYPES = {"haftar": "Person", "tripoli": "Place", "lna": "ArmedGroup"}


def side(name):
    return Participant(id=name, label=name.title(), type=TYPES.get(name, "State"), mention=name)


def claim(subject="italy", relation="backs", obj="egypt", article="a1", *, date=DAY, outlet=None, **fields):
    words = f"{subject} {relation} {obj}."
    spans = {"subject_span": (0, 1), "trigger_span": (1, 2), "object_span": (2, 3)}
    evidence = Evidence(sentence=words, start=0, end=len(words), date=date, outlet=outlet, **spans)
    return Claim.make(article=article, subject=side(subject), relation=relation, object=side(obj), evidence=evidence, **fields)


def ids(claims):
    return {c.id for c in claims}


def test_a_claim_is_kept_once_with_its_highest_confidence_in_its_first_place():
    claims = ClaimSet([claim(confidence=0.4), claim("egypt"), claim(confidence=0.9), claim(confidence=0.5)])
    assert [c.confidence for c in claims] == [0.9, 1.0]
    assert claim().id in claims
    assert "nothing" not in claims


def test_merge_is_a_union_that_leaves_both_sets_alone():
    left = ClaimSet([claim(confidence=0.4)], articles=[ArticleInfo(id="a1", title="kept")], notice="Sample.")
    right = ClaimSet(
        [claim(confidence=0.8), claim("egypt")], articles=[ArticleInfo(id="a1"), ArticleInfo(id="a2")], notice="Sample.\nDraft."
    )
    both = left.merge(right)
    assert ([c.confidence for c in both], both.notice) == ([0.8, 1.0], "Sample.\nDraft.")
    assert [(a.id, a.title) for a in both.articles] == [("a1", "kept"), ("a2", None)]
    assert (len(left), len(right), left.notice) == (1, 2, "Sample.")
    assert ids(both) == ids(right.merge(left))
    assert both.merge(both).notice == both.notice


@pytest.mark.parametrize(
    ("conditions", "kept"),
    [
        ({"actor": "egypt"}, {0, 1}),
        ({"relation": "arms"}, {1}),
        ({"relation": ["arms", "meets"]}, {1, 2}),
        ({"polarity": "negated"}, {2}),
        ({"modality": "possible"}, {3}),
        ({"article": "a2"}, {3}),
        ({"outlet": "Wire"}, {1, 3}),
        ({"min_confidence": 0.5}, {0, 1, 2}),
        ({"actor": "egypt", "relation": "arms"}, {1}),
        ({"since": dt.date(2019, 4, 5)}, {2}),
        ({"until": dt.date(2019, 4, 3)}, {1, 2}),
        ({"since": DAY, "until": DAY}, {0, 2}),
        ({"since": dt.date(2018, 12, 31), "until": dt.date(2019, 1, 31)}, {1, 2}),
        ({}, {0, 1, 2, 3}),
    ],
)
def test_filter(conditions, kept):
    claims = [
        claim(),
        claim("egypt", "arms", "lna", time=Time(start="2019-01-01", end="2019-01-31", granularity="month"), outlet="Wire"),
        claim("lna", "meets", "haftar", polarity="negated", time=Time(start="2014-05-01", granularity="open")),
        claim("haftar", "attacks", "tripoli", "a2", date=None, modality="possible", confidence=0.3),
    ]
    articles = [ArticleInfo(id="a1"), ArticleInfo(id="a2", outlet="Wire"), ArticleInfo(id="a3")]
    found = ClaimSet(claims, articles=articles, notice="Sample.").filter(**conditions)
    assert ids(found) == {claims[index].id for index in kept}
    assert {a.id for a in found.articles} == {claims[index].article for index in kept}
    assert found.notice == "Sample."


def test_filter_refuses_a_relation_that_the_ontology_does_not_have():
    with pytest.raises(ValueError, match="no such relation: likes"):
        ClaimSet([claim()]).filter(relation=["backs", "likes"])


def test_entities_in_order_of_first_appearance():
    found = ClaimSet([claim("lna", "attacks", "tripoli"), claim("egypt", "backs", "lna")]).entities()
    assert list(found) == ["lna", "tripoli", "egypt"]
    assert found["tripoli"] == Entity(id="tripoli", label="Tripoli", type="Place")


def test_edges_group_claims_and_read_symmetric_relations_both_ways():
    meeting, same, again = (
        claim("italy", "meets", "egypt"),
        claim("egypt", "meets", "italy", "a2"),
        claim("egypt", "backs", "italy"),
    )
    negated = claim("egypt", "backs", "italy", polarity="negated")
    edges = ClaimSet([meeting, again, same, negated, claim("italy", "backs", "egypt")]).edges()
    said = [(e.subject.id, e.relation, e.object.id, e.polarity, len(e.claims)) for e in edges]
    assert said == [
        ("italy", "meets", "egypt", "affirmed", 2),
        ("egypt", "backs", "italy", "affirmed", 1),
        ("egypt", "backs", "italy", "negated", 1),
        ("italy", "backs", "egypt", "affirmed", 1),
    ]
    assert edges[0].sources == ("a1", "a2")


def test_edge_sums_up_its_claims():
    first = claim(confidence=0.4, modality="reported", time=Time(start="2015-01-01", end="2015-12-31", granularity="year"))
    undated = claim(article="a3", date=None)
    (edge,) = ClaimSet([first, claim(article="a2", confidence=0.7), undated]).edges()
    assert (edge.confidence, edge.start, edge.end) == (1.0, dt.date(2015, 1, 1), DAY)
    assert edge.modalities == ("reported", "asserted")


def test_edge_has_no_end_where_a_claim_leaves_it_open():
    since = claim(article="a2", time=Time(start="2014-05-01", granularity="open"))
    until = claim(article="a2", time=Time(end="2016-01-01", granularity="open"))
    (open_edge,) = ClaimSet([claim(), since]).edges()
    (closed,) = ClaimSet([until]).edges()
    assert (open_edge.start, open_edge.end) == (dt.date(2014, 5, 1), None)
    assert (closed.start, closed.end) == (None, dt.date(2016, 1, 1))


def test_contradictions_pair_affirmed_and_negated():
    yes, no = claim("italy", "meets", "egypt"), claim("egypt", "meets", "italy", "a2", polarity="negated")
    ((affirmed, negated),) = ClaimSet([yes, no, claim("lna")]).contradictions()
    assert (affirmed.claims, negated.claims) == ((yes,), (no,))
