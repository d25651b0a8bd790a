"""The RDF view against the ontology's shapes."""

from graph.claims import ClaimSet
from graph.evaluation import shape_breaches
from graph.model import Claim, Evidence, Participant
from graph.views.rdf import to_dataset

ITALY = Participant(id="italy", label="Italy", type="State", mention="Italy")
GNA = Participant(id="gna", label="GNA", type="Government", mention="GNA")
SIRTE = Participant(id="sirte", label="Sirte", type="Place", mention="Sirte")


def breaches(subject, relation, obj):
    evidence = Evidence(sentence="A sentence.", start=0, end=11, subject_span=(0, 1), trigger_span=(2, 3), object_span=(4, 5))
    claim = Claim.make(article="a", subject=subject, relation=relation, object=obj, evidence=evidence, rule="test")
    return claim.id, shape_breaches(to_dataset(ClaimSet([claim])))


def test_a_claim_within_the_domain_and_the_range_conforms():
    assert breaches(ITALY, "backs", GNA)[1] == []
    assert breaches(GNA, "attacks", SIRTE)[1] == []


def test_a_claim_outside_the_domain_or_the_range_is_one_line_each_that_names_it():
    for sides in ((SIRTE, "backs", GNA), (ITALY, "backs", SIRTE)):
        name, found = breaches(*sides)
        assert len(found) == 1
        assert f"/claim/{name}: " in found[0]
        assert "must be of type Actor" in found[0]
