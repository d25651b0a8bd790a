import csv
import io
import json
from datetime import date

import pytest
from lxml import etree
from rdflib import Graph

from graph.claims import ClaimSet
from graph.model import Claim, Evidence, Participant
from graph.query import QueryError, format_result, run_query
from graph.views.rdf import to_dataset

ARTICLE = "https://w3id.org/libyagraph/article/"


def claim(subject: str, relation: str, obj: str, article: str, sentence: str) -> Claim:
    def side(name: str) -> Participant:
        return Participant(id=name.lower(), label=name, type="State", mention=name)

    evidence = Evidence(
        sentence=sentence,
        start=0,
        end=len(sentence),
        subject_span=(0, 1),
        trigger_span=(2, 3),
        object_span=(4, 5),
        date=date(2019, 4, 4),
    )
    return Claim.make(subject=side(subject), relation=relation, object=side(obj), article=article, evidence=evidence)


@pytest.fixture(scope="module")
def dataset():
    claims = [
        claim("Italy", "backs", "Libya", "a1", "Italy backs Libya, an official said."),
        claim("Egypt", "arms", "Libya", "a2", '=HYPERLINK("http://x")\tis no\nsentence.'),
        claim("Qatar", "opposes", "Egypt", "a2", "\x1b[31m[bold]Qatar[/bold] opposes Egypt\x07."),
    ]
    return to_dataset(ClaimSet(claims))


def test_prefixes_are_declared_and_both_layers_answer_one_query(dataset):
    answer = run_query(
        dataset,
        """SELECT ?who ?sentence { ?who lyg:backs actor:libya .
           ?claim lyg:subject ?who ; lyg:relation lyg:backs ; lyg:evidence/lyg:sentence ?sentence }""",
    )
    assert answer.variables == ("who", "sentence")
    assert [tuple(map(str, row)) for row in answer.rows] == [
        ("https://w3id.org/libyagraph/actor/italy", "Italy backs Libya, an official said.")
    ]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { ?s ?p ?o FILTER NOT EXISTS { service silent <http://127.0.0.1:9/> { ?s ?p ?o } } }",
        "SELECT * { { SELECT ?s { OPTIONAL { SERVICE ?where { ?s ?p ?o } } } } }",
        "ASK { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { # comment ends here\rSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { # comment ends here\\u000ASERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX dead: <x:> ASK { # \\u000Adead:beef a ?c . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }\n }",
    ],
)
def test_service_is_refused_wherever_it_hides(dataset, query):
    with pytest.raises(QueryError, match="SERVICE is refused"):
        run_query(dataset, query)


def test_the_word_service_in_strings_comments_iris_and_names_is_fine(dataset):
    query = """SELECT ?SERVICE { # SERVICE <http://x> {}
        VALUES ?SERVICE { "SERVICE <http://x> { }" 'INSERT DATA' <http://x/SERVICE> lyg:SERVICE } }"""
    assert len(run_query(dataset, query).rows) == 4


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { actor:x lyg:backs actor:y }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/hostname>",
        "CLEAR ALL",
        "DROP DEFAULT",
    ],
)
def test_updates_are_refused_and_change_nothing(dataset, update):
    before = len(dataset)
    with pytest.raises(QueryError, match="updates are refused"):
        run_query(dataset, "PREFIX lyg: <https://w3id.org/libyagraph/ontology#> PREFIX actor: <x:> " + update)
    assert len(dataset) == before


@pytest.mark.parametrize(
    "clause",
    [
        "FROM <file:///etc/hostname>",
        "FROM NAMED <http://example.org/g>",
        f"FROM <{ARTICLE}a1> FROM <{ARTICLE}none>",
        "FROM actor:italy",
    ],
)
def test_from_what_the_dataset_does_not_hold_is_refused(dataset, clause):
    with pytest.raises(QueryError, match="the dataset holds no such graph"):
        run_query(dataset, f"SELECT * {clause} {{ ?s ?p ?o }}")


def test_from_resolves_base_before_it_is_judged(dataset):
    with pytest.raises(QueryError, match="file:///etc/hostname"):
        run_query(dataset, "BASE <file:///etc/> SELECT * FROM <hostname> { ?s ?p ?o }")


def test_from_restricts_to_that_article(dataset):
    query = "SELECT ?c FROM <%sa2> { ?c a lyg:Claim }"
    assert len(run_query(dataset, query % ARTICLE).rows) == 2
    assert len(run_query(dataset, query.replace("FROM <%sa2>", "")).rows) == 3


@pytest.mark.parametrize(
    ("query", "line", "column", "says"),
    [
        ("SELECT ?x WHERE {\n ?x ?y ?z .\n FILTER(?x = }", 3, 2, "FILTER"),
        ("FOO", 1, 1, "FOO"),
        ("SELECT ?x\t{ ?x ?y ?z ", 1, 22, "end of the query"),
        ("SELECT ?x {\n  ?x a foo:bar }", 2, 15, "foo:bar"),
        ("SELECT (COUNT(?x) AS ?n) ?y { ?x ?p ?y }", 1, None, "unbound"),
    ],
)
def test_syntax_errors_are_one_line_with_the_place(dataset, query, line, column, says):
    with pytest.raises(QueryError, match=says) as caught:
        run_query(dataset, query)
    assert caught.value.line == line
    assert column is None or caught.value.column == column
    assert "\n" not in str(caught.value)


def test_deep_nesting_is_an_error_not_a_crash(dataset):
    with pytest.raises(QueryError):
        run_query(dataset, "ASK " + "{" * 2000 + "}" * 2000)


def test_limit_cuts_and_says_so(dataset):
    cut = run_query(dataset, "SELECT ?s { ?s a lyg:Claim }", limit=2)
    whole = run_query(dataset, "SELECT ?s { ?s a lyg:Claim }", limit=3)
    assert (len(cut.rows), cut.truncated, len(whole.rows), whole.truncated) == (2, True, 3, False)
    assert "first 2 rows; there are more" in format_result(cut, "table")
    graph = run_query(dataset, "CONSTRUCT WHERE { ?s lyg:polarity ?o }", limit=1)
    assert (len(graph.graph), graph.truncated) == (1, True)


def test_standard_formats_read_back(dataset):
    answer = run_query(dataset, "SELECT ?e ?s ?none { ?e lyg:sentence ?s } ORDER BY ?s")
    sentence = '=HYPERLINK("http://x")\tis no\nsentence.'
    bindings = json.loads(format_result(answer, "json"))["results"]["bindings"]
    assert bindings[1]["s"]["value"] == sentence
    assert bindings[1]["s"] == {"type": "literal", "value": sentence}
    assert "none" not in bindings[1]
    rows = list(csv.reader(io.StringIO(format_result(answer, "csv"), newline="")))
    assert rows[0] == ["e", "s", "none"]
    assert rows[2][1:] == ["'" + sentence, ""]
    lines = format_result(answer, "tsv").splitlines()
    assert lines[0] == "?e\t?s\t?none"
    assert lines[2].split("\t")[1:] == [r'"=HYPERLINK(\"http://x\")\tis no\nsentence."', ""]
    xml = etree.fromstring(format_result(answer, "xml").encode())
    texts = xml.findall(".//{*}literal")
    assert texts[1].text == sentence
    assert texts[0].text == "\ufffd[31m[bold]Qatar[/bold] opposes Egypt\ufffd."


def test_table_shows_markup_as_text_and_no_control_characters(dataset):
    table = format_result(run_query(dataset, "SELECT ?s { actor:qatar ^lyg:subject/lyg:evidence/lyg:sentence ?s }"), "table")
    assert "[bold]Qatar[/bold] opposes Egypt" in table
    assert not {"\x1b", "\x07"} & set(table)


def test_ask_and_graphs(dataset):
    yes = run_query(dataset, "ASK { actor:egypt lyg:arms actor:libya }")
    assert yes.answer is True
    assert json.loads(format_result(yes, "json"))["boolean"] is True
    assert etree.fromstring(format_result(yes, "xml").encode()).findtext("{*}boolean") == "true"
    assert [format_result(yes, name) for name in ("table", "csv", "tsv")] == ["yes\n", "true\n", "true\n"]
    found = run_query(dataset, "DESCRIBE actor:egypt")
    back = Graph().parse(data=format_result(found, "turtle"), format="turtle")
    assert set(back) == set(found.graph)
    assert len(back) > 0
    assert "actor:egypt" in format_result(found, "table")
    with pytest.raises(QueryError, match="CONSTRUCT and DESCRIBE"):
        format_result(yes, "turtle")
    with pytest.raises(QueryError, match="no result format 'html'"):
        format_result(yes, "html")
