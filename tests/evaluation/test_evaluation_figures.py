"""Figures by relation, construction, polarity and modality, on cases counted by hand."""

import pytest

from graph.evaluation import GoldSet, Score, Share, score
from graph.evaluation.records import record_of


@pytest.fixture(scope="module")
def result(said, row_of):
    gold = row_of(
        ("Turkey", "recognizes", "LNA", {"polarity": "negated", "modality": "asserted"}),
        ("Italy", "backs", "GNA", {"modality": "reported"}),
        ("Qatar", "backs", "GNA", {"modality": "asserted"}),
        ("Egypt", "arms", "LNA", {"modality": "possible"}),
        ("Malta", "backs", "GNA", {"required": False, "modality": "asserted"}),
    )
    predicted = [
        said("Turkey", "recognizes", "LNA", rule="verb-active:recognizes:recognise", modality="asserted"),
        said("Italy", "backs", "GNA", rule="verb-active:backs:back", modality="asserted"),
        said("Qatar", "backs", "GNA", rule="noun-event:backs:support", modality="asserted"),
        said("Egypt", "arms", "LNA", rule="verb-active:arms:arm", modality="possible", confidence=0.9),
        said("Russia", "arms", "LNA", rule="verb-active:arms:arm", modality="asserted", confidence=0.5),
        said("Malta", "backs", "GNA", rule="noun-event:backs:support", modality="possible", confidence=0.5),
    ]
    return score([gold], predicted)


def test_relations_have_precision_recall_and_f1(result):
    assert result.relations["backs"].score == Score(1.0, 1.0, 1.0, 2, 2)
    assert result.relations["arms"].score == Score(0.5, 1.0, 0.6667, 2, 1)
    assert result.relations["recognizes"].score == Score(0.0, 0.0, 0.0, 1, 1)


def test_constructions_are_the_first_part_of_a_rule_and_open_claims_do_not_count(result):
    assert result.constructions == {"verb-active": Share(2, 4), "noun-event": Share(1, 1)}


def test_claims_without_a_rule_have_no_construction(said, row_of):
    assert score([row_of()], [said("Italy", "backs", "GNA")]).constructions == {}


def test_polarity_counts_under_the_polarity_of_each_side(result):
    affirmed, negated = result.polarities["affirmed"], result.polarities["negated"]
    assert (affirmed.right, affirmed.wrong, affirmed.found, affirmed.wanted) == (3, 2, 3, 3)
    assert (negated.right, negated.wrong, negated.found, negated.wanted) == (0, 0, 0, 1)
    assert result.polarity == Share(3, 4)


def test_a_denial_taken_for_a_fact_is_an_error_of_polarity_even_where_gold_allows_the_fact(said, row_of):
    gold = row_of(
        ("444 Brigade", "kills", "Ghnewa", {"polarity": "negated"}),
        ("444 Brigade", "kills", "Ghnewa", {"required": False}),
    )
    assert score([gold], [said("444 Brigade", "kills", "Ghnewa")]).polarity == Share(0, 1)


def test_modality_is_compared_on_right_claims_only(result):
    assert result.modalities == {"asserted": {"asserted": 1}, "possible": {"possible": 1}, "reported": {"asserted": 1}}
    assert result.modality == Share(2, 3)


def test_modality_is_left_out_where_gold_or_claim_has_none(said, row_of):
    gold = row_of(("Italy", "backs", "GNA", {}), ("Qatar", "backs", "GNA", {"modality": "asserted"}))
    result = score([gold], [said("Italy", "backs", "GNA", modality="reported"), said("Qatar", "backs", "GNA")])
    assert result.modality == Share(0, 0)


def test_of_several_required_matches_one_with_the_same_modality_counts(said, row_of):
    gold = row_of(*[("Italy", ["backs", "aids"], "GNA", {"modality": modality}) for modality in ("possible", "reported")])
    found = {m: score([gold], [said("Italy", "aids", "GNA", modality=m)]).modalities for m in ("reported", "asserted")}
    assert found == {"reported": {"reported": {"reported": 1}}, "asserted": {"possible": {"asserted": 1}}}


def test_which_relations_count_is_a_property_of_the_gold_set(said, row_of):
    rows = (row_of(("Italy", "releases", "GNA", {})),)
    found = [said("Italy", "releases", "GNA"), said("Malta", "releases", "GNA")]
    assert score(rows, found).strict == Score(0.0, 0.0, 0.0, 0, 1)
    assert score(GoldSet(rows, unscored=frozenset()), found).strict == Score(0.5, 1.0, 0.6667, 2, 1)


def test_the_record_holds_every_figure_and_every_error(result):
    record = record_of(result)
    assert record["relations"]["arms"] == {
        **{"right": 1, "wrong": 1, "found": 1, "wanted": 1},
        **{"precision": 0.5, "recall": 1.0, "f1": 0.6667, "predicted": 2, "required": 1},
    }
    assert record["constructions"]["verb-active"] == {"right": 2, "total": 4, "share": 0.5}
    assert record["polarity"]["share"] == 0.75
    assert record["modality"]["by"]["reported"] == {"asserted": 1}
    assert [(fault["kind"], fault["subject"]) for fault in record["errors"]] == [
        ("wrong", "Turkey"),
        ("wrong", "Russia"),
        ("missed", "Turkey"),
    ]
