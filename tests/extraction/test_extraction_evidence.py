"""What a claim proves itself by: its sentence, the words of both sides and of the trigger, and an id that stays."""

import pytest

from graph.model import Article

SENTENCE = "Turkey, after long talks, armed the Government of National Accord."
BEFORE = {
    "emoji": "🙂🙂 A fine day.\n\n",
    "joined emoji": "👨‍👩‍👧 A family.\n\n",
    "carriage returns": "One.\r\nTwo.\r\n\r\n",
    "curly quotes": "“Quiet,” she said.\n\n",
    "combining marks": "Zoe\u0308 and A\u0301lvaro slept.\n\n",
    "arabic": "النص العربي هنا.\n\n",
    "line separator": "\u2028",
    "blank lines": "  \n\n \t \n",
    "lone surrogate": "\ud800 was here.\n\n",
}


def words_at(text, span):
    return text[slice(*span)]


def proof_of(claims_of, text):
    (claim,) = claims_of(text)
    return claim.evidence, Article(id="same", text=text).text


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE.keys())
def test_offsets_count_characters_whatever_stands_before(before, claims_of):
    evidence, text = proof_of(claims_of, before + SENTENCE)
    assert evidence.sentence == text[evidence.start : evidence.end] == SENTENCE
    spans = (evidence.subject_span, evidence.trigger_span, evidence.object_span)
    assert [words_at(text, span) for span in spans] == ["Turkey", "armed", "Government of National Accord"]


def test_sentence_is_the_claims_own_and_nothing_around_it(claims_of):
    text = f"Nothing else happened.  {SENTENCE}\r\n  It rained."
    evidence, _ = proof_of(claims_of, text)
    assert (evidence.sentence, evidence.start) == (SENTENCE, text.index(SENTENCE))


def test_pronoun_is_the_mention_of_its_side(claims_of):
    text = "Stephanie Williams flew to Tunis. She criticised Turkey."
    (claim,) = claims_of(text)
    assert (claim.subject.label, claim.subject.mention) == ("Stephanie Williams", "She")
    assert words_at(text, claim.evidence.subject_span) == "She"
    assert claim.evidence.sentence == "She criticised Turkey."


def test_name_is_kept_as_the_text_spells_it(claims_of):
    text = "Field Marshal Khalifa Hifter criticised Ghassan Salame."
    (claim,) = claims_of(text)
    assert (claim.subject.mention, claim.object.mention) == ("Khalifa Hifter", "Ghassan Salame")
    assert (claim.subject.label, claim.object.label) == ("Khalifa Haftar", "Ghassan Salamé")
    assert words_at(text, claim.evidence.subject_span) == claim.subject.mention
    assert words_at(text, claim.evidence.object_span) == claim.object.mention


def test_evidence_carries_the_articles_publication(extractor):
    article = Article(id="a", text=SENTENCE, date="2020-01-05", url="https://example.org/a", outlet="Wire")
    (claim,) = extractor.extract(article)
    evidence = claim.evidence
    assert (claim.article, evidence.date, evidence.url, evidence.outlet) == ("a", article.date, article.url, "Wire")


def test_every_span_of_the_sample_articles_hits_its_words(extractor, sample_articles):
    for article in sample_articles:
        for claim in extractor.extract(article):
            evidence = claim.evidence
            assert article.text[evidence.start : evidence.end] == evidence.sentence
            assert words_at(article.text, evidence.subject_span) == claim.subject.mention
            assert words_at(article.text, evidence.object_span) == claim.object.mention
            assert evidence.start <= evidence.trigger_span[0] < evidence.trigger_span[1] <= evidence.end


def test_claims_do_not_depend_on_what_was_read_before(extractor, sample_articles):
    first, other = sample_articles[:2]
    alone = extractor.extract(first)
    assert len(alone) > 3
    assert extractor.extract(first) == alone
    extractor.extract(other)
    assert extractor.extract(first) == alone


def test_same_sentence_twice_makes_two_claims(claims_of):
    claims = claims_of(f"{SENTENCE}\n\n{SENTENCE}")
    assert len({claim.id for claim in claims}) == len(claims) == 2
