"""What an explanation says of a sentence: why its claims were made, and which row of the patterns nearly made others."""

from functools import cache

import pytest
import yaml

from graph.api import Explanation, NoArticlesError, explain
from graph.datafiles import package_file
from graph.extraction.explaining.rows import line_of
from graph.extraction.explaining.sentences import explained
from graph.extraction.relations.lexicon import adjectives, classes, nouns, verbs
from graph.model import Article
from graph.sources import Sources


@pytest.fixture(scope="module")
def told(extractor):
    """The explanations of a text's sentences."""
    return lambda text, date="2019-06-19": list(explained(Article(id="told", text=text, date=date), extractor))


@pytest.fixture(scope="module")
def miss_of(told):
    """The nearest miss of a pair, given by two entity ids, in a text's last sentence."""

    def miss(text, subject, obj):
        (found,) = [m for m in told(text)[-1].misses if (m.subject.id, m.object.id) == (subject, obj)]
        return found

    return miss


@cache
def text_of(file):
    return package_file("graph.extraction.relations", file).read_text(encoding="utf-8")


@cache
def rows_of(file):
    return yaml.safe_load(text_of(file))


def lines_of(file):
    return text_of(file).splitlines()


def row_named(name):
    file, _, number = name.partition("#")
    return rows_of(file)[int(number) - 1]


def test_a_claim_comes_with_the_row_that_fired_and_the_words_it_rests_on(told):
    (told_of,) = told("Turkey, after long talks, armed the Government of National Accord.")
    (fired,) = told_of.claims
    assert (fired.claim.subject.id, fired.claim.relation, fired.claim.object.id) == (
        "turkey",
        "arms",
        "government-of-national-accord",
    )
    row = row_named(fired.row)
    assert (row["relation"], "arm" in row["verbs"]) == ("arms", True)
    assert [m.subject.id for m in told_of.misses] == ["government-of-national-accord"]


def test_the_parse_is_a_word_a_name_with_heads_by_number(told):
    words = told("Egypt backs the Libyan National Army.")[0].words
    assert [(w.number, w.text, w.lemma, w.pos, w.label, w.head) for w in words] == [
        (1, "Egypt", "Egypt", "PROPN", "nsubj", 2),
        (2, "backs", "back", "VERB", "ROOT", 0),
        (3, "the", "the", "DET", "det", 4),
        (4, "Libyan National Army", "Libyan National Army", "PROPN", "dobj", 2),
        (5, ".", ".", "PUNCT", "punct", 2),
    ]


def test_mentions_say_whom_they_mean_and_what_they_take_up(told):
    first, second = told("Stephanie Williams flew to Tunis. She criticised Turkey.")
    assert [(m.text, m.id, m.kind) for m in first.mentions] == [
        ("Stephanie Williams", "stephanie-williams", "name"),
        ("Tunis", "tunis", "name"),
    ]
    she = second.mentions[0]
    assert (she.text, she.id, she.how) == ("She", "stephanie-williams", "a pronoun, named before as 'Stephanie Williams'")


def test_a_preposition_that_no_row_expects_is_named_with_the_row_to_mend(miss_of):
    miss = miss_of("Cairo supports, like Haftar, elections.", "egypt", "khalifa-haftar")
    assert (miss.relation, miss.lemma, miss.kind) == ("backs", "support", "verb")
    assert miss.reasons == ("subject fits", "object role obj found nobody, 'Haftar' hangs at pobj^prep:like")
    row = row_named(miss.row)
    assert (row["relation"], row.get("object", "obj"), "support" in row["verbs"]) == ("backs", "obj", True)


def test_a_failing_condition_is_named_with_what_was_found(miss_of):
    miss = miss_of("Turkey sent carpets to the GNA.", "turkey", "government-of-national-accord")
    assert miss.reasons[0] == "both sides fit"
    assert miss.reasons[1].startswith("where: obj wants ")
    assert miss.reasons[1].endswith(", found 'carpets'")
    assert "send" in row_named(miss.row)["verbs"]


@pytest.mark.parametrize(
    ("text", "subject", "obj", "reason"),
    [
        ("Turkey struck off France.", "turkey", "france", "particle: wants none, found 'off'"),
        (
            "Egypt supports Mitiga airport.",
            "egypt",
            "mitiga-airport",
            "found Mitiga airport, but its type Place is none that backs takes as object",
        ),
        ("Russia backs Haftar near Qatar.", "russia", "qatar", "obj found Khalifa Haftar, 'Qatar' hangs at pobj^prep:near"),
        ("Haftar joined Qatar.", "khalifa-haftar", "qatar", "found Qatar, but its type State is none of the row's: ArmedGroup, "),
        (
            "The convoy backed Turkey, Italy said.",
            "italy",
            "turkey",
            "subject role subj found 'convoy', no actor, 'Italy' hangs at",
        ),
        ("Rome's talks on Qatar failed.", "italy", "qatar", "object roles prep:between, prep:among, prep:with found nobody"),
        (
            "Italy is critical in Qatar.",
            "italy",
            "qatar",
            "object role prep:of found nobody, 'Qatar' hangs at pobj^prep:in of 'is'",
        ),
        ("Russia toppled the initiative of Haftar.", "russia", "khalifa-haftar", "found 'initiative', which only belongs to"),
        ("Italy asked Qatar.", "italy", "qatar", "clause: wants one with 'to'"),
    ],
)
def test_what_kept_a_pattern_from_firing(miss_of, text, subject, obj, reason):
    miss = miss_of(text, subject, obj)
    assert any(reason in told_reason for told_reason in miss.reasons), miss


def test_no_trigger_is_said_too(told):
    (told_of,) = told("In Qatar, as in Italy, the week was warm.")
    assert told_of.claims == ()
    assert {m.reasons for m in told("Qatar, Italy, Chad.")[0].misses} == {("no word of the sentence triggers a pattern",)}


def test_pairs_are_ordered_and_those_of_a_claim_are_no_misses(told):
    (told_of,) = told("Russia backs Haftar, and Italy watches.")
    assert [(f.claim.subject.id, f.claim.object.id) for f in told_of.claims] == [("russia", "khalifa-haftar")]
    pairs = [(m.subject.id, m.object.id) for m in told_of.misses]
    assert sorted(pairs) == sorted(
        [
            ("khalifa-haftar", "russia"),
            ("russia", "italy"),
            ("italy", "russia"),
            ("italy", "khalifa-haftar"),
            ("khalifa-haftar", "italy"),
        ]
    )
    assert pairs[-1] == ("khalifa-haftar", "russia")  # what is claimed the other way round comes last
    lacking = [m.lacking for m in told_of.misses[:-1]]
    assert lacking == sorted(lacking)


def test_a_symmetric_claim_speaks_for_both_directions(told):
    (told_of,) = told("Haftar met Sarraj.")
    assert [f.claim.relation for f in told_of.claims] == ["meets"]
    assert told_of.misses == ()


def test_an_actor_whom_the_words_only_stand_for_has_its_claim(told):
    (told_of,) = told("Tripoli's government and Haftar's forces fought on.", "2019-06-19")
    for claim in (fired.claim for fired in told_of.claims):
        assert not [m for m in told_of.misses if {m.subject.id, m.object.id} == {claim.subject.id, claim.object.id}]


def test_sentence_and_spans_are_those_of_the_article_behind_its_first_piece(told):
    before = "Nothing happened that day.\n" * 1200
    text = before + "Egypt backs Haftar."
    last = told(text)[-1]
    assert (text[last.start : last.end], last.number) == ("Egypt backs Haftar.", 1201)
    assert [text[m.start : m.end] for m in last.mentions] == ["Egypt", "Haftar"]
    assert text[slice(*last.claims[0].claim.evidence.trigger_span)] == "backs"


def test_explaining_makes_the_claims_that_extracting_makes(extractor, sample_articles):
    for article in sample_articles[:4]:
        explanations = list(explained(article, extractor))
        made = [fired.claim for told_of in explanations for fired in told_of.claims]
        assert sorted(c.id for c in made) == sorted(c.id for c in extractor.extract(article))
        assert [told_of.number for told_of in explanations] == list(range(1, len(explanations) + 1))


def test_explanations_go_through_json(told):
    (told_of,) = told("Egypt backs Haftar in Qatar.")
    assert told_of.claims
    assert told_of.misses
    assert Explanation.model_validate_json(told_of.model_dump_json()) == told_of


def test_text_path_article_and_sources_are_explained_alike(tmp_path):
    text = "Egypt backs Haftar."
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.jsonl").write_text("{")
    of_article = list(explain(Article(id="a", text=text)))
    assert list(explain([Article(id="a", text=text)])) == list(explain(Sources([tmp_path / "a.txt"]))) == of_article
    (of_text,) = explain(text)
    assert (of_text.words, of_text.misses) == (of_article[0].words, of_article[0].misses)
    with pytest.warns(UserWarning, match=r"b\.jsonl:1: not valid JSON"):
        assert list(explain(tmp_path)) == of_article
    with pytest.raises(NoArticlesError):
        list(explain(tmp_path / "b.jsonl"))


@pytest.mark.parametrize(("lexicon", "words"), [(verbs, "verbs"), (nouns, "nouns"), (adjectives, "adjectives")])
def test_every_frame_names_the_row_and_the_line_it_comes_from(lexicon, words):
    odd = {pair.partition("=")[0] for pair in classes()["odd_lemmas"]}
    for word, frames in lexicon().items():
        for frame in frames:
            row = row_named(frame.source)
            assert row["relation"] == frame.relation
            assert word in row[words] or word in odd
            assert lines_of(frame.source.partition("#")[0])[line_of(frame.source) - 1].startswith("- {")
