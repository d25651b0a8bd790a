"""Two runs over the same gold: which claims were won and lost."""

import pytest

from graph.evaluation import compare, score


@pytest.fixture(scope="module")
def gold(row_of):
    return [row_of(("Italy", "backs", "GNA", {}), ("Egypt", "arms", "LNA", {}), ("LNA", "fights", "GNA", {"evidence": "clash"}))]


def _subjects(faults):
    return [(fault.subject, fault.relation, fault.object) for fault in faults]


def test_changes_name_each_claim(gold, said):
    before = score(gold, [said("Italy", "backs", "GNA"), said("Malta", "backs", "GNA"), said("Chad", "fights", "LNA")])
    after = score(gold, [said("GNA", "fights", "LNA"), said("LNA", "fights", "Chad"), said("Niger", "backs", "GNA")])
    comparison = compare(after, before)
    assert _subjects(comparison.gained) == [("LNA", "fights", "GNA")]
    assert comparison.gained[0].evidence == "clash"
    assert _subjects(comparison.lost) == [("Italy", "backs", "GNA")]
    # A symmetric claim the other way round is the same error, neither new nor gone.
    assert _subjects(comparison.new) == [("Niger", "backs", "GNA")]
    assert _subjects(comparison.gone) == [("Malta", "backs", "GNA")]


def test_a_run_against_itself_changes_nothing(gold, said):
    run = score(gold, [said("Italy", "backs", "GNA"), said("Malta", "backs", "GNA")])
    assert compare(run, run).changes == {"gained": (), "lost": (), "new": (), "gone": ()}


def test_runs_over_different_gold_cannot_be_compared(gold, row_of):
    with pytest.raises(ValueError, match="different gold"):
        compare(score(gold, []), score([row_of(article="b")], []))
