"""The scorer's figures on cases counted by hand; the project's reference scorer gives the same ones."""

import json
from pathlib import Path

import pytest

from graph.evaluation import GoldRow, Prediction, read_gold, read_predictions, score
from graph.ontology import RELATIONS
from graph.sources import SourceError

DATA = Path(__file__).parents[2] / "data"


def claim(subject, relation, obj, article="a", polarity="affirmed", **more):
    sides = {"subject": {"label": subject, "mention": more.get("mention", subject)}, "object": {"label": obj}}
    return Prediction.model_validate({"article": article, "relation": relation, "polarity": polarity, **sides})


def gold(*claims, article="a", text="texts/01.txt"):
    fields = ("subject", "relation", "object", "polarity", "required")
    rows = [dict(zip(fields, row, strict=False)) for row in claims]
    return GoldRow.model_validate({"article": article, "text": text, "claims": rows})


ROW = gold(
    (["Libyan National Army", "LNA"], "attacks", ["Tripoli"]),
    (["Italy"], ["backs", "aids"], ["Government of National Accord", "GNA"]),
    (["Ghassan Salamé"], "meets", ["Khalifa Haftar"]),
    (["Turkey"], "recognizes", ["LNA"], "negated"),
    (["Qatar"], "backs", ["GNA"], "affirmed", False),
)


def figures(predictions, rows=(ROW,)):
    result = score(rows, predictions)
    strict, pair = result.strict, result.pair
    return (strict.precision, strict.recall, strict.f1, strict.predicted, strict.required), (pair.precision, pair.recall, pair.f1)


@pytest.mark.parametrize(
    ("predictions", "strict", "pair"),
    [
        ([], (0.0, 0.0, 0.0, 0, 4), (0.0, 0.0, 0.0)),
        # Any listed name, any listed relation, accents and articles folded, symmetric sides swapped.
        (
            [
                claim("the LNA", "attacks", "TRIPOLI"),
                claim("Italy", "aids", "GNA"),
                claim("Khalifa Haftar", "meets", "Ghassan Salame"),
            ],
            (1.0, 0.75, 0.8571, 3, 4),
            (1.0, 0.75, 0.8571),
        ),
        # A swapped direction or polarity is wrong, but the pair is right.
        (
            [claim("Tripoli", "attacks", "LNA"), claim("Turkey", "recognizes", "LNA")],
            (0.0, 0.0, 0.0, 2, 4),
            (1.0, 0.5, 0.6667),
        ),
        # An arguable claim is passed over; so are relations that gold does not annotate, and repetitions.
        (
            [claim("Qatar", "backs", "GNA"), claim("Italy", "releases", "GNA")] + [claim("Italy", "backs", "GNA")] * 3,
            (1.0, 0.25, 0.4, 1, 4),
            (1.0, 0.25, 0.4),
        ),
        # A mention counts where the label does not; other articles do not count; the text's stem names the article too.
        (
            [claim("x", "attacks", "Tripoli", mention="LNA's", article="01"), claim("Italy", "backs", "GNA", article="z")],
            (1.0, 0.25, 0.4, 1, 4),
            (1.0, 0.25, 0.4),
        ),
    ],
)
def test_figures(predictions, strict, pair):
    assert figures(predictions) == (strict, pair)


def test_figures_are_over_all_articles_together():
    other = gold((["Egypt"], "arms", ["LNA"]), article="b", text="texts/02.txt")
    found = [
        claim("Egypt", "arms", "LNA", article="b"),
        claim("Egypt", "funds", "LNA", article="b"),
        claim("Italy", "backs", "GNA"),
    ]
    assert figures(found, (ROW, other))[0] == (0.6667, 0.4, 0.5, 3, 5)


def test_tallies_and_faults_name_each_error():
    result = score([ROW], [claim("LNA", "attacks", "Sirte"), claim("LNA", "attacks", "Tripoli")])
    attacks = result.relations["attacks"]
    assert (attacks.right, attacks.wrong, attacks.found, attacks.wanted) == (1, 1, 1, 1)
    assert [(f.kind, f.subject, f.relation, f.object) for f in result.faults] == [
        ("wrong", "LNA", "attacks", "Sirte"),
        ("missed", "Italy", "backs", "Government of National Accord"),
        ("missed", "Ghassan Salamé", "meets", "Khalifa Haftar"),
        ("missed", "Turkey", "recognizes", "LNA"),
    ]


def test_gold_of_the_sample_corpus_scores_itself_perfectly():
    for path in sorted((DATA / "gold").glob("*.jsonl")):
        rows = read_gold(path)
        itself = [claim(c.subject[0], c.relation[0], c.object[0], row.article, c.polarity) for row in rows for c in row.claims]
        result = score(rows, itself)
        assert (result.strict.precision, result.strict.recall) == (1.0, 1.0)
        assert all((path.parent / row.text).is_file() and row.date for row in rows)
        assert {name for row in rows for c in row.claims for name in c.relation} <= RELATIONS.keys()


def test_a_broken_row_is_named_by_file_line_and_field(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"article": "a", "claims": []}) + "\n" + json.dumps({"article": "b", "claims": [{"subject": []}]}))
    with pytest.raises(SourceError, match=r"gold\.jsonl:2: claims\.0\.subject: "):
        read_gold(path)
    path.write_text("{")
    with pytest.raises(SourceError, match=r"gold\.jsonl:1: not valid JSON"):
        read_predictions(path)
