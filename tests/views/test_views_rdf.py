"""The RDF view: two layers, provenance, round trip, shapes."""

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Dataset, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS, XSD

from graph.claims import ArticleInfo, ClaimSet
from graph.model import Attribution, Claim, Evidence, Participant, Time
from graph.views import PREFIXES, from_dataset, to_dataset, validate
from graph.views.quads import quads

LYG = Namespace(PREFIXES["lyg"])
ACTOR = Namespace(PREFIXES["actor"])
ARTICLE = Namespace(PREFIXES["article"])
TYPES = {"haftar": "Person", "gna": "Government", "tripoli": "Place"}
NASTY = 'Rome "backs" \\ <b>him</b>\n\r\t\x00\x7f عربي \U0001f600 > . } ${x}'
PUBLISHED = {"url": "not <an> iri", "date": "2019-04-04", "outlet": "Wire"}


def claim(subject="italy", relation="backs", obj="gna", article="a1", *, sentence="Rome backs it.", about=None, **fields):
    sides = [Participant(id=n, label=n.title(), type=TYPES.get(n, "State"), mention=n) for n in (subject, obj)]
    spans = {"subject_span": (0, 4), "trigger_span": (5, 10), "object_span": (11, 13)}
    evidence = Evidence(sentence=sentence, start=0, end=14, **spans, **(about or {}))
    return Claim.make(article=article, subject=sides[0], relation=relation, object=sides[1], evidence=evidence, **fields)


def sample():
    claims = [
        claim(time=Time(start="2016-03-30", granularity="open"), confidence=1 / 3),
        claim("italy", "meets", "haftar", modality="reported", attributed_to=Attribution(id="un", label="UN", text="the UN")),
        claim("italy", "arms", "haftar", modality="possible"),
        claim("italy", "recognizes", "gna", polarity="negated"),
        claim("a/b c?#", "backs", "é>", "dir/ä 1", sentence=NASTY, about=PUBLISHED, role=""),
    ]
    return ClaimSet(
        claims, articles=[ArticleInfo(id="a1", date="2016-04-01", title="T"), ArticleInfo(id="a3")], notice="Invented."
    )


def test_round_trip_is_the_identity():
    claims = sample()
    assert {c.id: c for c in from_dataset(to_dataset(claims))} == {c.id: c for c in claims}


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib's own reader uses what rdflib deprecates
def test_round_trip_through_rdflibs_own_reader_and_store():
    read = Dataset()
    read.parse(data="".join(quads(sample())), format="nquads")
    assert {c.id: c for c in from_dataset(read)} == {c.id: c for c in sample()}


def test_direct_triples_only_for_affirmed_claims_that_are_not_merely_possible():
    relations = {str(LYG[name]) for name in ("backs", "meets", "arms", "recognizes")}
    found = {(s, p, o) for s, p, o in to_dataset(sample()).default_graph if str(p) in relations}
    assert found == {
        (ACTOR.italy, LYG.backs, ACTOR.gna),
        (ACTOR.italy, LYG.meets, ACTOR.haftar),
        (ACTOR.haftar, LYG.meets, ACTOR.italy),
        (URIRef(PREFIXES["actor"] + "a%2Fb%20c%3F%23"), LYG.backs, URIRef(PREFIXES["actor"] + "%C3%A9%3E")),
    }


def test_one_query_sees_both_layers_without_graph_clauses():
    rows = to_dataset(sample()).query(
        """SELECT ?name ?sentence ?title WHERE {
             ?who lyg:backs actor:gna ; rdfs:label ?name .
             ?claim a lyg:Claim ; lyg:subject ?who ; lyg:relation lyg:backs ; lyg:object actor:gna ;
                    lyg:evidence/lyg:sentence ?sentence ; prov:wasDerivedFrom/dcterms:title ?title }"""
    )
    assert [tuple(map(str, row)) for row in rows] == [("Italy", "Rome backs it.", "T")]


def test_each_claim_lies_in_the_graph_of_its_article():
    by_graph = {str(q.graph_name.value) for q in parse("".join(quads(sample())).encode(), format=RdfFormat.N_QUADS) if named(q)}
    assert by_graph == {PREFIXES["article"] + name for name in ("a1", "a3", "dir%2F%C3%A4%201")}
    graph = to_dataset(sample()).graph(ARTICLE.a1)
    claims = set(graph.subjects(RDF.type, LYG.Claim))
    assert claims == {URIRef(PREFIXES["claim"] + c.id) for c in sample() if c.article == "a1"}


def named(quad):
    return hasattr(quad.graph_name, "value")


def test_provenance_dates_and_notice():
    made, first = to_dataset(sample()), next(iter(sample()))
    graph, node = made.graph(ARTICLE.a1), URIRef(PREFIXES["claim"] + first.id)
    proof = URIRef(PREFIXES["evidence"] + first.id)
    assert set(graph.objects(node, PROV.wasDerivedFrom)) == {ARTICLE.a1, proof}
    assert graph.value(proof, PROV.wasQuotedFrom) == ARTICLE.a1
    assert graph.value(node, LYG.timeStart) == Literal("2016-03-30", datatype=XSD.date)
    assert graph.value(node, LYG.timeEnd) is None
    assert graph.value(ARTICLE.a1, DCTERMS.date) == Literal("2016-04-01", datatype=XSD.date)
    for article in (ARTICLE.a1, ARTICLE.a3):
        said = made.graph(article)
        assert str(said.value(article, DCTERMS.rights)) == str(said.value(article, RDFS.comment)) == "Invented."


def test_entities_are_typed_and_labelled_in_the_default_graph():
    default = to_dataset(sample()).default_graph
    assert set(default.objects(ACTOR.haftar, RDF.type)) == {LYG.Person}
    assert str(default.value(ACTOR.haftar, RDFS.label)) == str(default.value(ACTOR.haftar, SKOS.prefLabel)) == "Haftar"


def test_an_article_without_metadata_is_described_from_the_evidence():
    article = URIRef(PREFIXES["article"] + "dir%2F%C3%A4%201")
    graph = to_dataset(sample()).graph(article)
    assert str(graph.value(article, DCTERMS.identifier)) == "dir/ä 1"
    assert str(graph.value(article, LYG.outlet)) == "Wire"
    assert str(graph.value(article, LYG.url)) == "not <an> iri"


def test_what_is_built_from_good_claims_is_valid():
    assert validate(to_dataset(sample())) == []


@pytest.mark.parametrize(
    ("subject", "relation", "obj", "line"),
    [
        ("italy", "leads", "gna", "the subject of lyg:leads must be of type Person, found lyg:State"),
        ("italy", "basedIn", "gna", "the object of lyg:basedIn must be of type Place, found lyg:Government"),
        ("tripoli", "backs", "gna", "the subject of lyg:backs must be of type Actor, found lyg:Place"),
    ],
)
def test_a_claim_outside_domain_or_range_is_named_even_when_negated(subject, relation, obj, line):
    bad = claim(subject, relation, obj, polarity="negated")
    assert validate(to_dataset(ClaimSet([claim(), bad]))) == [f"claim:{bad.id}: {line}"]


@pytest.mark.parametrize(
    ("prefix", "prop", "value", "line"),
    [
        ("claim", LYG.confidence, Literal(1.5), "claim:{}: lyg:confidence must be exactly one xsd:double"),
        (
            "claim",
            LYG.polarity,
            Literal("maybe\n\x1b[31m"),
            "claim:{}: lyg:polarity must be exactly one of affirmed, negated, found maybe \ufffd[31m",
        ),
        ("claim", LYG.modality, None, "claim:{}: lyg:modality must be exactly one of asserted, reported, possible"),
        (
            "claim",
            LYG.relation,
            LYG.likes,
            "claim:{}: lyg:relation must be exactly one name that the ontology lists, found lyg:likes",
        ),
        (
            "claim",
            LYG.timeEnd,
            Literal("2001-01-01", datatype=XSD.date),
            "claim:{}: lyg:timeStart must be at most one xsd:date, not after",
        ),
        ("claim", PROV.wasDerivedFrom, None, "claim:{}: prov:wasDerivedFrom must name at least one lyg:Article"),
        ("evidence", LYG.sentence, None, "evidence:{}: lyg:sentence must be exactly one xsd:string"),
        ("evidence", LYG.start, Literal(99), "evidence:{}: lyg:start must be exactly one xsd:integer"),
        ("evidence", LYG.triggerSpan, Literal("5 to 10"), "evidence:{}: lyg:triggerSpan must be exactly one xsd:string"),
    ],
)
def test_a_spoilt_node_is_named_with_what_must_hold(prefix, prop, value, line):
    good = claim(time=Time(start="2016-03-30", granularity="open"))
    made = to_dataset(ClaimSet([good]))
    graph, node = made.graph(ARTICLE.a1), URIRef(PREFIXES[prefix] + good.id)
    graph.remove((node, prop, None))
    if value is not None:
        graph.add((node, prop, value))
    (breach,) = validate(made)
    assert breach.startswith(line.format(good.id))
    assert "\x1b" not in breach
    assert len(breach.splitlines()) == 1


def test_an_entity_without_type_is_found():
    made = to_dataset(ClaimSet([claim()]))
    made.default_graph.remove((ACTOR.gna, RDF.type, None))
    assert validate(made) == ["actor:gna: must have a type that the ontology lists"]


def test_the_view_is_the_same_on_every_run():
    assert list(quads(sample())) == list(quads(sample()))
    assert Graph().parse(data="".join(line for line in quads(ClaimSet())), format="nt").serialize(format="nt").strip() == ""
