"""`build` and the Python calls behind it: what is written, and what happens where something fails."""

import csv
import hashlib
import json
import resource
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet
import pyoxigraph
import pytest
from lxml import etree
from typer.testing import CliRunner

from graph import api
from graph.cli import app
from graph.model import Article

DATA = Path(__file__).parents[2] / "data/articles"
FILES = {
    *("claims.parquet", "claims.jsonl", "articles.jsonl", "manifest.json", "NOTICE.txt"),
    *("graph.gexf", "graph.graphml", "nodes.csv", "edges.csv", "graph.ttl", "graph.nq", "graph.svg", "graph.png"),
}


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build") / "corpus"
    folder.mkdir()
    for name in ("20.txt", "22.txt", "metadata.jsonl", "NOTICE.txt"):
        shutil.copy(DATA / name, folder)
    return folder


@pytest.fixture(scope="module")
def built(corpus):
    out = corpus.parent / "new/graph"
    return out, run("build", corpus, "--out", out)


def test_build_writes_the_record_and_every_standard_export(built):
    out, result = built
    assert (result.exit_code, result.stderr) == (0, "")
    assert {path.name for path in out.iterdir()} == FILES
    assert [path.name for path in out.parent.iterdir()] == ["graph"]
    claims = [json.loads(line) for line in (out / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(claims) > 10
    assert pyarrow.parquet.read_table(out / "claims.parquet").num_rows == len(claims)
    assert {str(row["article"]) for row in claims} == {"20", "22"}
    nodes = list(csv.DictReader((out / "nodes.csv").read_text(encoding="utf-8").splitlines()))
    ends = {claim[side]["id"] for claim in claims for side in ("subject", "object")}
    assert {row["Id"] for row in nodes} == ends
    assert {n.get("id") for n in etree.parse(out / "graph.gexf").iter("{*}node")} == ends
    quads = list(pyoxigraph.parse(path=str(out / "graph.nq")))
    claim_type = pyoxigraph.NamedNode("https://w3id.org/libyagraph/ontology#Claim")
    assert len({quad.subject for quad in quads if quad.object == claim_type}) == len(claims)
    assert (out / "graph.png").read_bytes().startswith(b"\x89PNG")


def test_build_keeps_dates_files_and_the_notice_of_its_articles(built, corpus):
    out, result = built
    articles = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["id"], row["date"], row["path"]) for row in articles] == [
        ("20", "2020-01-03", f"{corpus}/20.txt"),
        ("22", "2020-05-27", f"{corpus}/22.txt"),
    ]
    assert [row["sha256"] for row in articles] == [
        hashlib.sha256((corpus / f"{n}.txt").read_bytes()).hexdigest() for n in (20, 22)
    ]
    assert json.loads((out / "manifest.json").read_text())["notice"] == (corpus / "NOTICE.txt").read_text().strip()
    assert "not a source to cite" in result.stdout.replace("\n", " ")


def test_commands_that_build_suggests_work(built, monkeypatch, tmp_path):
    _, result = built
    monkeypatch.chdir(tmp_path)
    suggested = [shlex.split(line) for line in result.stdout.splitlines() if line.startswith("  libyagraph ")]
    assert len(suggested) == 3
    for command in suggested:
        outcome = run(*command[1:])
        assert outcome.exit_code == 0, outcome.stderr
    assert (tmp_path / "fights.gexf").is_file()


def test_rebuilding_the_same_articles_gives_the_same_record(built, corpus, tmp_path):
    out, _ = built
    report = api.build([corpus], tmp_path / "again")
    assert {path.name for path in report.files} == FILES
    same = ("claims.jsonl", "articles.jsonl", "graph.nq", "nodes.csv", "edges.csv")
    assert [digests(report.out)[name] for name in same] == [digests(out)[name] for name in same]


def test_a_notice_does_not_outlive_its_articles(built, tmp_path):
    out = tmp_path / "graph"
    shutil.copytree(built[0], out)
    (tmp_path / "a.txt").write_text("Italy backs the Government of National Accord.")
    assert run("build", tmp_path / "a.txt", "--out", out).exit_code == 0
    assert not (out / "NOTICE.txt").exists()
    assert json.loads((out / "manifest.json").read_text())["claims"] == 1


def test_a_build_that_runs_out_of_room_leaves_the_old_one_whole(built, corpus):
    out, _ = built
    before = digests(out)
    limited = subprocess.run(
        [sys.executable, "-m", "graph", "build", corpus, "--out", out],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        capture_output=True,
        text=True,
        check=False,
        cwd=DATA.parents[1],
    )
    assert (limited.returncode, limited.stdout) == (1, "")
    assert [line[:6] for line in limited.stderr.splitlines()] == ["error:"]
    assert digests(out) == before
    assert [path.name for path in out.parent.iterdir()] == ["graph"]


def test_failed_inputs_are_named_and_the_others_built(corpus, tmp_path):
    (tmp_path / "empty.txt").touch()
    result = run("build", corpus / "20.txt", tmp_path / "empty.txt", tmp_path / "nosuch", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"error: {tmp_path}/nosuch: no such file or folder",
        f"error: {tmp_path}/empty.txt: empty file",
    ]
    assert len(api.KnowledgeGraph.load(tmp_path / "out").claims.articles) == 1


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["nosuch.txt"], "no articles found: nothing was written"),
        (["empty.txt"], "no articles found: nothing was written"),
        (["good.txt", "--engine", "dask"], "the engine 'dask' is not there yet"),
        (["good.txt", "--model", "xx_nosuch"], "the spaCy pipeline 'xx_nosuch' is not installed"),
        (["good.txt", "--out", "good.txt"], "good.txt: not a folder"),
    ],
)
def test_wrong_usage_writes_nothing(tmp_path, monkeypatch, options, reason):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text("Italy backs the GNA.")
    (tmp_path / "empty.txt").touch()
    result = run("build", "--out", "deep/out", *options)
    assert result.exit_code == 2
    assert reason in result.stderr.splitlines()[-1]
    assert all(line.startswith("error: ") for line in result.stderr.splitlines())
    assert not (tmp_path / "deep/out").exists()


def test_extract_takes_texts_articles_and_paths_and_warns_of_faults(tmp_path):
    text = "Turkey does not recognise the Libyan National Army."
    (tmp_path / "a.txt").write_text(text)
    article = Article(id="a", text=text)
    found = [api.extract(text), api.extract(article), api.extract(tmp_path / "a.txt"), api.extract([article])]
    said = {tuple((c.subject.id, c.relation, c.object.id, c.polarity) for c in claims) for claims in found}
    assert said == {(("turkey", "recognizes", "libyan-national-army", "negated"),)}
    assert [claims.articles[0].id for claims in found] == ["text", "a", "a", "a"]
    with pytest.warns(UserWarning, match="nosuch: no such file or folder"):
        assert len(api.extract([tmp_path / "a.txt", tmp_path / "nosuch"])) == 1


SPELLINGS = {
    "one": "TRIPOLI, March 20, 2019 - Turkey supports Tarhib al-Qumati. Egypt condemned Tarhib al-Qumati. "
    "Italy met Saad Zamzouri.",
    "two": "TRIPOLI, April 2, 2019 - Qatar condemned Terheeb al-Gomati. Tarhib al-Qumati said that Italy armed the Qasr Nimroz "
    "Brigade. France backs Saad Jum Zamzouri.",
    "three": 'TRIPOLI, May 5, 2019 - "Russia armed the Qasr Nemroz Battalion," said Terheeb al-Gomati.',
}
DECIDED = """decisions:
- one: {{id: x-tarhib-al-qumati, label: Tarhib al-Qumati, type: Person}}
  other: {{id: x-terheeb-al-gomati, label: Terheeb al-Gomati, type: Person}}
  decision: {first}
  note: as Amina told
- one: {{id: x-saad-zamzouri, label: Saad Zamzouri, type: Person}}
  other: {{id: x-saad-jum-zamzouri, label: Saad Jum Zamzouri, type: Person}}
  decision: {second}
- one: {{id: x-nobody-here, label: Nobody Here, type: Person}}
  other: {{id: italy, label: Italy, type: State}}
  decision: different
"""


@pytest.fixture(scope="module")
def spelled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spelled") / "articles"
    folder.mkdir()
    for name, text in SPELLINGS.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def unknowns(out):
    """The ids of unknown actors, in each form in which a build gives them."""
    rows = [json.loads(line) for line in (out / "claims.jsonl").read_text().splitlines()]
    ends = {row[side]["id"] for row in rows for side in ("subject", "object")}
    table = pyarrow.parquet.read_table(out / "claims.parquet").to_pylist()
    nodes = list(csv.DictReader((out / "nodes.csv").read_text(encoding="utf-8").splitlines()))
    edges = list(csv.DictReader((out / "edges.csv").read_text(encoding="utf-8").splitlines()))
    triples = {term.value for quad in pyoxigraph.parse(path=str(out / "graph.nq")) for term in quad if hasattr(term, "value")}
    turtle = {term.value for quad in pyoxigraph.parse(path=str(out / "graph.ttl")) for term in quad if hasattr(term, "value")}
    actor = "https://w3id.org/libyagraph/actor/"
    forms = [
        ends,
        {row[side] for row in table for side in ("subject_id", "object_id")},
        {row["Id"] for row in nodes},
        {row[side] for row in edges for side in ("Source", "Target")},
        {node.get("id") for node in etree.parse(out / "graph.gexf").iter("{*}node")},
        {node.get("id") for node in etree.parse(out / "graph.graphml").iter("{*}node")},
    ]
    found = [{name for name in form if name.startswith("x-")} for form in forms]
    # A speaker need not be subject or object, so that RDF can hold more names; none may be one that gave way.
    speakers = {row["attributed_to"]["id"] for row in rows if row["attributed_to"]}
    for form in (triples, turtle):
        named = {value.removeprefix(actor) for value in form if value.startswith(f"{actor}x-")}
        found.append({name for name in named if name in ends or name not in speakers})
    return found


def same_everywhere(out):
    first, *others = unknowns(out)
    assert all(other == first for other in others)
    return first


def test_spellings_of_unknown_names_are_one_entity_in_the_record_and_every_export(spelled, tmp_path):
    result = run("build", spelled, "--out", tmp_path / "graph")
    assert (result.exit_code, result.stderr) == (0, "")
    assert same_everywhere(tmp_path / "graph") == {
        *("x-tarhib-al-qumati", "x-qasr-nimroz-brigade", "x-saad-zamzouri", "x-saad-jum-zamzouri")
    }
    rows = [json.loads(line) for line in (tmp_path / "graph/claims.jsonl").read_text().splitlines()]
    assert {row["object"]["mention"] for row in rows if row["object"]["id"] == "x-tarhib-al-qumati"} == {
        *("Tarhib al-Qumati", "Terheeb al-Gomati")
    }
    said = {row["attributed_to"]["id"] for row in rows if row["attributed_to"]}
    assert said == {"x-tarhib-al-qumati"}
    assert len({row["id"] for row in rows}) == len(rows)
    assert "names joined" in result.stdout
    assert "names to decide" in result.stdout
    assert f"  libyagraph actors review {tmp_path}/graph\n" in result.stdout
    assert "decisions.yaml" in {path.name for path in (tmp_path / "graph").iterdir()}
    assert api.KnowledgeGraph.load(tmp_path / "graph").problems() == []


def test_the_order_of_articles_does_not_change_who_is_who(spelled, tmp_path):
    files = [spelled / f"{name}.txt" for name in ("three", "one", "two")]
    orders = [files, files[::-1]]
    reports = [api.build(order, tmp_path / str(number)) for number, order in enumerate(orders)]
    assert {claim.id for claim in reports[0].claims} == {claim.id for claim in reports[1].claims}
    assert reports[0].decisions.read_bytes() == reports[1].decisions.read_bytes()
    assert [(report.merged, report.questions) for report in reports] == [(2, 1), (2, 1)]


def test_a_build_obeys_decisions_and_keeps_them(spelled, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(DECIDED.format(first="different", second="same"))
    result = run("build", spelled, "--out", tmp_path / "graph", "--decisions", file)
    assert (result.exit_code, "names to decide" in result.stdout) == (0, False)
    assert same_everywhere(tmp_path / "graph") == {
        *("x-tarhib-al-qumati", "x-terheeb-al-gomati", "x-qasr-nimroz-brigade", "x-saad-zamzouri")
    }
    assert not (tmp_path / "graph/decisions.yaml").exists()
    decided = file.read_bytes()
    assert b"note: as Amina told" in decided
    run("build", spelled / "one.txt", "--out", tmp_path / "graph", "--decisions", file)
    assert file.read_bytes() == decided


def test_a_rebuild_keeps_the_decisions_of_its_folder_and_drops_questions_that_are_gone(spelled, tmp_path):
    out = tmp_path / "graph"
    file = api.build([spelled], out).decisions
    assert file.read_text().count("decision: null") == 1
    assert api.build([spelled / "one.txt"], out).questions == 0
    assert file.read_text().endswith("decisions: []\n")
    file.write_text(DECIDED.format(first="same", second="null"))
    report = api.build([spelled / "one.txt"], out)
    assert [report.questions, file.read_text().count("decision: same"), file.read_text().count("x-nobody-here")] == [0, 1, 1]
    assert "note: as Amina told" in file.read_text()
    assert file in report.files


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (DECIDED.format(first="perhaps", second="null"), "decisions.yaml:4: decisions/0/decision: 'perhaps' is not one of"),
        ("decisions: [", "not valid YAML"),
        (
            DECIDED.format(first="same", second="same").replace("different", "same").replace("italy", "itly"),
            "no actor has the id 'itly'",
        ),
    ],
)
def test_broken_decisions_stop_a_build_before_it_reads_and_are_left_alone(spelled, tmp_path, content, reason):
    out = tmp_path / "graph"
    out.mkdir()
    (out / "decisions.yaml").write_text(content)
    result = run("build", spelled, "--out", out)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert result.stderr.startswith(f"error: {out}/decisions.yaml")
    assert reason in result.stderr
    assert [(path.name, path.read_text()) for path in out.iterdir()] == [("decisions.yaml", content)]
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_decisions_in_a_folder_that_is_not_there_are_wrong_usage(spelled, tmp_path):
    result = run("build", spelled, "--out", tmp_path / "graph", "--decisions", tmp_path / "no/decisions.yaml")
    assert (result.exit_code, result.stderr) == (2, f"error: {tmp_path}/no: no such folder\n")
    assert list(tmp_path.iterdir()) == []
