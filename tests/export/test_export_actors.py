import json
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from graph.actors import Actor, ActorBase, base
from graph.actors.records import Names, Publication, Role, read_actors
from graph.export import ExportError
from graph.export.actors import ACTOR_EXPORTERS, export_actors

FOLDER = Path(__file__).parent
PREFIXES = """
PREFIX actor: <https://w3id.org/libyagraph/actor/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX fact: <https://w3id.org/libyagraph/fact/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
PREFIX lyg: <https://w3id.org/libyagraph/ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#>
PREFIX time: <http://www.w3.org/2006/time#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
# Partial dates compare as text: a year is smaller than its days, and with "~" behind it greater.
LED = """
SELECT ?name ?title ?publication ?publisher ?read WHERE {
  ?term a org:Membership ; org:member ?person ; org:organization %(body)s ; org:role ?role ; dcterms:source ?source .
  ?role org:roleProperty lyg:leads ; skos:prefLabel ?title .
  ?person a foaf:Person ; skos:prefLabel ?name .
  ?source a dcterms:BibliographicResource ; dcterms:title ?publication ; dcterms:publisher/foaf:name ?publisher .
  OPTIONAL { ?source dcterms:date ?read }
  OPTIONAL { ?term org:memberDuring/time:hasBeginning/(time:inXSDDate|time:inXSDgYearMonth|time:inXSDgYear) ?from }
  OPTIONAL { ?term org:memberDuring/time:hasEnd/(time:inXSDDate|time:inXSDgYearMonth|time:inXSDgYear) ?to }
  FILTER(COALESCE(STR(?from) <= "%(day)s", true) && COALESCE(CONCAT(STR(?to), "~") >= "%(day)s", true))
} ORDER BY ?name
"""
HOSTILE = 'Abu "Q" \\ \'\'\' """\r\n\t<script>alert(1)</script> \x00\x1b[31m\x85\u2028 \u202e.# @en ^^<x> {}'


@pytest.fixture(scope="module")
def small():
    return ActorBase(*read_actors(FOLDER / "actors"))


def written(folder, fmt, actors):
    target = folder / f"actors{ACTOR_EXPORTERS[fmt].suffix}"
    export_actors(actors, fmt, target)
    return target


def loaded(target):
    store = Store()
    store.load(path=target, format=RdfFormat.TURTLE)
    return store


def select(store, query):
    return [tuple(value and value.value for value in row) for row in store.query(PREFIXES + query)]


def holds(store, pattern):
    return bool(store.query(f"{PREFIXES} ASK {{ {pattern} }}"))


def entities(target):
    found = [json.loads(line) for line in target.read_text(encoding="utf-8").split("\n")[:-1]]
    by_id = {entity["id"]: entity for entity in found}
    assert len(by_id) == len(found)
    return by_id


@pytest.fixture(scope="module")
def store(small, tmp_path_factory):
    return loaded(written(tmp_path_factory.mktemp("skos"), "skos", small))


@pytest.fixture(scope="module")
def told(small, tmp_path_factory):
    return entities(written(tmp_path_factory.mktemp("ftm"), "ftm", small))


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2011-02-28", []),
        ("2011-03-01", ["Ali"]),
        ("2012-12-31", ["Ali"]),
        ("2013-01-01", ["Omar"]),
        ("2013-06-30", ["Omar"]),
        ("2013-07-01", []),
    ],
)
def test_sparql_tells_who_led_a_body_on_a_day(store, day, holders):
    assert [row[0] for row in select(store, LED % {"body": "actor:council", "day": day})] == holders


def test_an_office_carries_its_publication(store):
    (row,) = select(store, LED % {"body": "actor:council", "day": "2012-01-01"})
    assert row == ("Ali", "chairman", "Who is who", "The Herald", "2013-10")
    assert holds(
        store, '?s dcterms:identifier "https://example.org/a?b=c d"^^xsd:anyURI ; dcterms:date "2013-10"^^xsd:gYearMonth'
    )


def test_dates_keep_their_precision(store):
    begun = "fact:ali.roles-1 org:memberDuring [ a time:Interval ; time:hasBeginning"
    assert holds(
        store, f'{begun} [ time:inXSDgYearMonth "2011-03"^^xsd:gYearMonth ] ; time:hasEnd [ time:inXSDgYear "2012"^^xsd:gYear ] ]'
    )
    assert holds(store, 'fact:army.partOf-1 time:hasTime/time:hasBeginning [ time:inXSDDate "2011-05-01"^^xsd:date ]')
    assert not holds(store, "fact:ali.roles-2 org:memberDuring ?any")


def test_concepts_have_labels_of_one_kind_and_language(store):
    labels = {
        kind: sorted(map(str, (row[0] for row in store.query(f"{PREFIXES} SELECT ?l {{ ?s skos:{kind}Label ?l }}"))))
        for kind in ("alt", "hidden")
    }
    assert labels["alt"] == ['"Conseil"@fr', '"Consiglio"@it', '"LY"@en', '"The Council"@en', '"المجلس"@ar']
    assert labels["hidden"] == ['"Libyan"@en', '"Tripoli"@en']
    assert holds(
        store, "actor:council a skos:Concept, org:Organization, lyg:PoliticalBody ; skos:inScheme ?s . ?s a skos:ConceptScheme"
    )
    assert holds(
        store,
        'actor:ali a foaf:Person, lyg:Person ; skos:prefLabel "Ali"@en ; skos:definition "A chairman."@en ; foaf:gender "male"',
    )
    assert holds(
        store,
        'actor:council skosxl:hiddenLabel [ skosxl:literalForm "rebel leadership"@en ; time:hasTime ?t ; dcterms:source ?s ]',
    )


def test_places_identifiers_and_codes(store):
    assert holds(
        store, "actor:tripoli skos:broader actor:west ; geo:lat 32.88743 ; geo:long 13.18733 ; dcterms:spatial actor:libya"
    )
    assert holds(
        store, 'actor:libya org:hasPrimarySite actor:tripoli ; skos:notation "LBY"^^lyg:cameoCode ; dcterms:identifier "ofac:17"'
    )
    named = "rdf:subject actor:libya ; rdf:predicate owl:sameAs ; rdf:object wd:Q1016 ; dcterms:source/dcterms:title 'Atlas'"
    assert holds(store, f"actor:libya owl:sameAs wd:Q1016 . ?statement {named}")


def test_ties_are_plain_where_certain_and_dated_beside(store):
    assert holds(store, "actor:council org:hasSite actor:tripoli . actor:army org:subOrganizationOf actor:council")
    assert not holds(store, "actor:army org:subOrganizationOf actor:libya")
    assert holds(store, "fact:army.partOf-2 rdf:predicate org:subOrganizationOf ; rdf:object actor:libya ; lyg:uncertain true")
    assert holds(
        store, "actor:army org:resultedFrom [ org:originalOrganization actor:council ; time:hasTime/time:hasBeginning ?day ]"
    )
    assert holds(store, "actor:army time:hasTime [ a time:Interval ; lyg:uncertain true ; dcterms:source ?source ]")
    uncertain = select(store, "SELECT ?fact { ?fact lyg:uncertain true } ORDER BY ?fact")
    assert [row[0].rpartition("/")[2] for row in uncertain] == ["ali.roles-2", "army.exists-1", "army.partOf-2"]


@pytest.mark.parametrize("fmt", ACTOR_EXPORTERS)
def test_hostile_text_survives(fmt, tmp_path):
    words = {"description": HOSTILE, "file": "here"}
    body = Actor(id="body~1", label=HOSTILE, type="Organization", names=Names(fr=(HOSTILE,)), **words)
    title = Role(relation="leads", title=HOSTILE, body="body~1", source=HOSTILE)
    person = Actor(id="a/b <c>", label=HOSTILE, type="Person", roles=(title,), **words)
    publication = Publication(title=HOSTILE, publisher=HOSTILE, url='https://x.org/<">')
    target = written(tmp_path, fmt, ActorBase([body, person], {"here": {HOSTILE: publication}}))
    if fmt == "skos":
        store, node = loaded(target), NamedNode("https://w3id.org/libyagraph/actor/body~1")
        texts = [str(quad.object.value) for quad in store.quads_for_pattern(node, None, None) if isinstance(quad.object, Literal)]
        assert texts == [HOSTILE] * 3
        (row,) = select(store, LED % {"body": f"{node}", "day": "2020-01-01"})
        assert row == (HOSTILE, HOSTILE, HOSTILE, HOSTILE, None)
    else:
        told = entities(target)
        assert told["body~1"]["properties"]["name"] == [HOSTILE]
        assert told["a/b <c>.roles-1"]["properties"]["role"] == [HOSTILE]


def ftm_model():
    schemata = json.loads((FOLDER / "ftm-model.json").read_text())["schemata"]

    def ancestors(name):
        return {name}.union(*(ancestors(parent) for parent in schemata[name]["extends"]))

    return schemata, {name: ancestors(name) for name in schemata}


def check_entities(told):
    """Assert what the FollowTheMoney model asks: known properties, those required, and references to what is there and fits."""
    schemata, ancestors = ftm_model()
    for entity in told.values():
        ranges = {prop: other for name in ancestors[entity["schema"]] for prop, other in schemata[name]["properties"].items()}
        values = entity["properties"]
        assert values.keys() <= ranges.keys()
        assert values.keys() >= set(schemata[entity["schema"]]["required"])
        assert all(text and isinstance(text, str) for texts in values.values() for text in texts)
        for prop in values.keys() & {prop for prop, other in ranges.items() if other}:
            assert all(ranges[prop] in ancestors[told[other]["schema"]] for other in values[prop])


def test_ftm_keeps_to_the_model(told):
    check_entities(told)
    assert {name: entity["schema"] for name, entity in told.items() if "." not in name} == {
        "libya": "PublicBody",
        "atlantis": "PublicBody",
        "west": "Address",
        "tripoli": "Address",
        "council": "Organization",
        "army": "Organization",
        "ali": "Person",
        "omar": "Person",
    }


def test_ftm_offices_are_posts_and_other_roles_ties(told):
    held = told["ali.roles-1"]
    assert held["schema"] == "Occupancy"
    assert held["properties"] == {
        "holder": ["ali"],
        "post": told["omar.roles-1"]["properties"]["post"],
        "startDate": ["2011-03"],
        "endDate": ["2012"],
        "summary": ["Who is who (The Herald, 2013-10)"],
        "publisher": ["The Herald"],
        "sourceUrl": ["https://example.org/a?b=c d"],
    }
    post = told[held["properties"]["post"][0]]["properties"]
    assert post == {"name": ["chairman, Council"], "organization": ["council"], "country": ["ly"], "keywords": ["leads"]}
    assert told["omar.roles-2"]["schema"] == "Membership"
    assert told["ali.roles-2"]["schema"] == "Directorship"
    assert told["ali.roles-2"]["properties"]["status"] == ["uncertain"]
    assert told["omar.roles-3"]["schema"] == told["council.base-1"]["schema"] == "UnknownLink"
    assert told["omar.roles-3"]["properties"]["role"] == ["mayor"]
    assert told["army.predecessor-1"]["properties"]["predecessor"] == ["council"]


def test_ftm_records_have_names_codes_and_dates(told):
    council, army, state = (told[name]["properties"] for name in ("council", "army", "libya"))
    assert council["alias"] == ["The Council", "المجلس", "Conseil", "Consiglio"]
    assert (council["incorporationDate"], council["dissolutionDate"]) == (["2011-02"], ["2012-08-08"])
    assert council["notes"] == ["from 2011-02 to 2012-08-08; Who is who (The Herald, 2013-10)"]
    assert council["addressEntity"] == state["addressEntity"] == ["tripoli"]
    assert (army["country"], army["topics"]) == (["Atlantis"], ["mil"])
    assert "incorporationDate" not in army
    assert army["notes"] == ["uncertain: from 2011; Who is who (The Herald, 2013-10)"]
    assert (state["country"], state["wikidataId"], state["notes"]) == (["ly"], ["Q1016"], ["ofac: 17"])
    assert (state["abbreviation"], state["weakAlias"]) == (["LY"], ["Tripoli", "Libya"])
    assert (told["ali"]["properties"]["birthDate"], told["ali"]["properties"]["gender"]) == (["1950"], ["male"])
    assert told["tripoli"]["properties"]["full"] == ["Tripoli, West, Libya"]
    assert told["tripoli"]["properties"]["latitude"] == ["32.88743"]


def test_the_shipped_base_is_all_there_as_rdf(tmp_path):
    store = loaded(written(tmp_path, "skos", base()))
    assert select(store, "SELECT (COUNT(?a) AS ?n) { ?a a skos:Concept ; skos:prefLabel ?l ; skos:definition ?d }") == [
        (str(len(base())),)
    ]
    terms = sum(len(actor.roles) for actor in base())
    cited = "?m a org:Membership ; dcterms:source/dcterms:title ?t"
    assert select(store, f"SELECT (COUNT(DISTINCT ?m) AS ?n) {{ {cited} }}") == [(str(terms),)]
    assert not holds(store, "?s dcterms:source ?p FILTER NOT EXISTS { ?p a dcterms:BibliographicResource }")
    assert not holds(store, "?a skos:prefLabel|skos:altLabel ?l . ?a skos:hiddenLabel ?l")
    assert not holds(store, "?a skos:prefLabel ?l ; skos:altLabel ?l")
    (leader,) = select(store, LED % {"body": "actor:government-of-national-accord", "day": "2018-01-01"})
    assert leader[:2] == ("Fayez al-Sarraj", "prime minister")


def test_the_shipped_base_is_all_there_as_ftm(tmp_path):
    told = entities(written(tmp_path, "ftm", base()))
    check_entities(told)
    assert {actor.id for actor in base()} <= told.keys()
    assert {f"{actor.id}.roles-{number}" for actor in base() for number, _ in enumerate(actor.roles, 1)} <= told.keys()
    assert {code for entity in told.values() for code in entity["properties"].get("country", []) if len(code) != 2} == set()


@pytest.mark.parametrize("fmt", ACTOR_EXPORTERS)
def test_the_same_base_gives_the_same_bytes(fmt, small, tmp_path):
    first = written(tmp_path, fmt, small).read_bytes()
    assert written(tmp_path, fmt, small).read_bytes() == first


@pytest.mark.parametrize("fmt", ACTOR_EXPORTERS)
def test_what_cannot_be_written_leaves_what_was_there(fmt, small, tmp_path):
    target = written(tmp_path, fmt, small)
    before = target.read_bytes()
    lost = Actor(id="lost", label="Lost", type="Place", description="A town.", file="here", parent="nowhere")
    with pytest.raises(ExportError, match=r"here\.yaml: lost: parent: no such record: 'nowhere'"):
        export_actors(ActorBase([lost]), fmt, target)
    with pytest.raises(ExportError, match=r"missing/x: cannot write: No such file"):
        export_actors(ActorBase([]), fmt, tmp_path / "missing" / "x")
    assert [(path, path.read_bytes()) for path in tmp_path.iterdir()] == [(target, before)]


def test_an_unknown_format_is_named_with_those_there_are(tmp_path):
    with pytest.raises(ExportError, match="no export format 'gexf' of actors: use one of skos, ftm"):
        export_actors(ActorBase([]), "gexf", tmp_path / "x")
