import csv
import datetime as dt

import igraph
import networkx as nx
import pyarrow.parquet as pq
import pytest
from lxml import etree
from pyoxigraph import RdfFormat, parse
from rdflib import Graph, URIRef

from graph.claims import ArticleInfo, ClaimSet, read_jsonl
from graph.export import EXPORTERS, ExportError, export
from graph.model import Claim, Evidence, Participant, Time
from graph.ontology import ENTITY_TYPES

NOTICE = "Sample data: the articles are invented.\nNot for <print> & use."
GEXF = {"g": "http://gexf.net/1.3", "v": "http://gexf.net/1.3/viz"}
NAMES = {"gna": "Government", "lna": "ArmedGroup", "turkey": "State", "tripoli": "Place"}


def claim(subject, relation, obj, *, day="2019-04-04", start=0, sentence="They said so.", label=None, **fields) -> Claim:
    def side(name, text):
        return Participant(id=name, label=text or name.upper(), type=NAMES.get(name, "State"), mention=name)

    evidence = Evidence(
        sentence=sentence,
        start=start,
        end=start + 10,
        subject_span=(0, 1),
        trigger_span=(2, 3),
        object_span=(4, 5),
        date=day and dt.date.fromisoformat(day),
    )
    article = fields.pop("article", "a1")
    return Claim.make(
        article=article, subject=side(subject, label), relation=relation, object=side(obj, None), evidence=evidence, **fields
    )


@pytest.fixture
def claims() -> ClaimSet:
    return ClaimSet(
        [
            claim("turkey", "backs", "gna", confidence=0.7),
            claim("turkey", "backs", "gna", day="2020-06-01", start=20, article="a2", modality="reported"),
            claim("turkey", "arms", "gna", start=40, time=Time(start=dt.date(2019, 5, 1), granularity="open")),
            claim("lna", "recognizes", "gna", start=60, polarity="negated"),
            claim("lna", "recognizes", "gna", start=80, day=None),
            claim("lna", "fights", "gna", start=100),
            claim("gna", "fights", "lna", start=120),
            claim("lna", "attacks", "tripoli", start=140, sentence="\x1b[1m<b>LNA</b> & \u202emore\x00"),
        ],
        articles=[ArticleInfo(id="a1", title="One"), ArticleInfo(id="a2")],
        notice=NOTICE,
    )


@pytest.fixture
def written(claims, tmp_path):
    def write(fmt):
        target = tmp_path / f"graph{EXPORTERS[fmt].suffix}"
        export(claims, fmt, target)
        return target

    return write


def test_jsonl_is_the_claims_and_nothing_else(claims, written):
    target = written("jsonl")
    assert list(read_jsonl(target)) == list(claims)
    assert target.with_name("graph.jsonl.NOTICE.txt").read_text() == NOTICE + "\n"


def test_a_stale_notice_does_not_stay_beside_other_claims(claims, written, tmp_path):
    written("jsonl")
    export(ClaimSet(claims), "jsonl", tmp_path / "graph.jsonl")
    assert not (tmp_path / "graph.jsonl.NOTICE.txt").exists()


def test_parquet_has_all_claims_and_the_notice(claims, written):
    table = pq.read_table(written("parquet"))
    assert table.column("id").to_pylist() == [each.id for each in claims]
    assert table.column("evidence_sentence").to_pylist()[0] == "They said so."
    assert table.schema.metadata[b"notice"].decode() == NOTICE


def test_gexf_reads_back_as_a_multigraph(written):
    network = nx.read_gexf(written("gexf"))
    assert network.is_multigraph()
    assert network.is_directed()
    assert network.nodes["turkey"]["label"] == "TURKEY"
    assert network.nodes["turkey"]["type"] == "State"
    edges = list(network.edges(data=True))
    assert len({data["id"] for *_, data in edges}) == len(edges) == 6
    backs = next(data for *_, data in edges if data["relation"] == "backs")
    assert (backs["weight"], backs["confidence"], backs["modality"], backs["articles"]) == (
        2,
        1.0,
        "asserted | reported",
        "a1 | a2",
    )
    assert (backs["start"], backs["end"]) == ("2019-04-04", "2020-06-01")
    assert backs["spells"] == [("2019-04-04", "2019-04-04"), ("2020-06-01", "2020-06-01")]
    fights = next(data for *_, data in edges if data["relation"] == "fights")
    assert (fights["weight"], fights["symmetric"]) == (2, True)


def test_gexf_keeps_parallel_edges_and_open_dates_apart(written):
    tree = etree.parse(written("gexf"))
    edges = tree.findall(".//g:edge", GEXF)
    kinds = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges]
    assert len(set(kinds)) == len(kinds)
    by_kind = {edge.get("kind"): edge for edge in edges}
    assert {"recognizes", "recognizes-not"} <= by_kind.keys()
    assert by_kind["recognizes-not"].get("label") == "not: recognizes"
    assert (by_kind["arms"].get("start"), by_kind["arms"].get("end")) == ("2019-05-01", None)
    assert (by_kind["recognizes"].get("start"), by_kind["recognizes"].get("end")) == (None, None)
    assert tree.find("g:graph", GEXF).get("mode") == "dynamic"


def test_gexf_is_coloured_sized_placed_and_clean(written):
    tree = etree.parse(written("gexf"))
    nodes = tree.findall(".//g:node", GEXF)
    colours = {node.get("id"): tuple(node.find("v:color", GEXF).attrib.values()) for node in nodes}
    assert len(set(colours.values())) == 4
    sizes = {node.get("id"): float(node.find("v:size", GEXF).get("value")) for node in nodes}
    assert sizes["gna"] > sizes["tripoli"]
    places = {(node.find("v:position", GEXF).get("x"), node.find("v:position", GEXF).get("y")) for node in nodes}
    assert len(places) == 4
    sentences = [each.get("value") for each in tree.findall(".//g:attvalue[@for='sentences']", GEXF)]
    assert "\ufffd[1m<b>LNA</b> & \ufffdmore\ufffd" in sentences
    assert tree.findtext("g:meta/g:description", namespaces=GEXF) == NOTICE


def test_graphml_reads_back_in_igraph(written):
    target = written("graphml")
    network = igraph.Graph.Read_GraphML(str(target))
    assert (network.vcount(), network.ecount(), network.is_directed()) == (4, 6, True)
    assert network["notice"] == NOTICE
    backs = network.es.find(relation="backs")
    assert (network.vs[backs.source]["id"], network.vs[backs.target]["id"], backs["weight"]) == ("turkey", "gna", 2)
    ids = [edge.get("id") for edge in etree.parse(target).iter("{*}edge")]
    assert len(set(ids)) == len(ids) == 6


def test_csv_is_what_gephi_imports_and_spreadsheets_do_not_run(claims, tmp_path):
    claims.add(claim("=cmd|' /C calc'!A0", "backs", "gna", start=200, sentence="@SUM(1)", label="-2+3"))
    export(claims, "csv", tmp_path / "tables")
    with (tmp_path / "tables/nodes.csv").open(newline="") as lines:
        nodes = list(csv.DictReader(lines))
    with (tmp_path / "tables/edges.csv").open(newline="") as lines:
        edges = list(csv.DictReader(lines))
    assert list(nodes[0])[:2] == ["Id", "Label"]
    assert {edge["Source"] for edge in edges} | {edge["Target"] for edge in edges} == {node["Id"] for node in nodes}
    assert {edge["Type"] for edge in edges} == {"Directed"}
    assert (edges[0]["Kind"], edges[0]["Weight"], edges[0]["Start"]) == ("backs", "2", "2019-04-04")
    cells = [cell for row in nodes + edges for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {"'-2+3", "'@SUM(1)"} <= set(cells)
    assert (tmp_path / "tables/NOTICE.txt").read_text() == NOTICE + "\n"


def test_rdf_formats_say_the_same_and_carry_the_notice(written):
    turtle, nquads = written("turtle"), written("nquads")
    for target in (turtle, nquads):
        assert target.read_text().startswith("# Sample data: the articles are invented.\n# Not for <print> & use.\n")
    triples = set(Graph().parse(data=turtle.read_text(), format="turtle"))
    quads = list(parse(nquads.read_bytes(), format=RdfFormat.N_QUADS))
    assert set(Graph().parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")) == triples
    articles = "https://w3id.org/libyagraph/article/"
    assert {str(quad.graph_name) for quad in quads} == {"DEFAULT", f"<{articles}a1>", f"<{articles}a2>"}
    names = ("actor/turkey", "ontology#backs", "actor/gna")
    assert tuple(URIRef(f"https://w3id.org/libyagraph/{name}") for name in names) in triples


@pytest.mark.parametrize("fmt", EXPORTERS)
def test_every_format_writes_an_empty_set_and_the_same_bytes_twice(fmt, claims, tmp_path):
    export(ClaimSet(), fmt, tmp_path / f"empty{EXPORTERS[fmt].suffix}")
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        export(claims, fmt, tmp_path / folder / f"graph{EXPORTERS[fmt].suffix}")
    files = {path.relative_to(tmp_path / "one"): path for path in (tmp_path / "one").rglob("*") if path.is_file()}
    assert files
    for name, path in files.items():
        assert path.read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("fmt", EXPORTERS)
def test_an_error_leaves_what_was_there(fmt, claims, tmp_path):
    target = tmp_path / f"graph{EXPORTERS[fmt].suffix}"
    export(claims, fmt, target)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    class Failing(ClaimSet):
        def __iter__(self):
            yield from list(super().__iter__())[:2]
            raise RuntimeError("reading failed half-way")

        def edges(self):
            list(self)
            return []

    broken = Failing()
    for each in claims:
        broken.add(each)
    with pytest.raises(RuntimeError, match="half-way"):
        EXPORTERS[fmt].write(broken, target)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_errors_name_the_format_and_the_file(claims, tmp_path):
    with pytest.raises(ExportError, match=r"no export format 'xlsx': use one of jsonl, .*png"):
        export(claims, "xlsx", tmp_path / "x")
    with pytest.raises(ExportError, match=r"missing/graph\.gexf: cannot write: No such file"):
        export(claims, "gexf", tmp_path / "missing" / "graph.gexf")
    (tmp_path / "tables").write_text("mine")
    with pytest.raises(ExportError, match="tables: cannot write: File exists"):
        export(claims, "csv", tmp_path / "tables")
    assert (tmp_path / "tables").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_every_entity_type_has_its_own_colour():
    from graph.export.style import TYPE_COLOURS

    assert len({TYPE_COLOURS[name] for name in ENTITY_TYPES}) == len(ENTITY_TYPES)
