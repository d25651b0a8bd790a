"""The records: stable ids, immutability, JSON under the published schema, refusal of bad input."""

import datetime as dt
import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError as SchemaError
from pydantic import ValidationError

from graph.model import Article, Attribution, Claim, Entity, Evidence, Mention, Participant, Time, claim_schema

ITALY = Participant(id="italy", label="Italy", type="State", mention="Rome")
GNA = Participant(id="gna", label="GNA", type="Government", mention="GNA")


def proof(**changes):
    fields = {"sentence": "Rome backs the GNA.", "start": 0, "end": 19}
    spans = {"subject_span": (0, 4), "trigger_span": (5, 10), "object_span": (15, 18)}
    return Evidence(**{**fields, **spans, **changes})


def claim(**changes):
    fields = {"article": "a1", "subject": ITALY, "relation": "backs", "object": GNA, "evidence": proof()}
    return Claim.make(**{**fields, **changes})


def full_claim():
    return claim(
        modality="reported",
        attributed_to=Attribution(text="a spokesman"),
        time=Time(start=dt.date(2016, 3, 30), granularity="open"),
        role="envoy",
        confidence=1 / 3,
        rule="verb.back",
        evidence=proof(url="https://example.org/1", outlet="Wire", date=dt.date(2016, 4, 1)),
    )


def test_id_is_fixed_for_all_time():
    assert claim().id == "a1628ae4f5de832269b9"


def test_id_depends_on_what_is_said_where_and_not_on_how_sure_we_are():
    base = claim()
    assert claim(confidence=0.2, rule="other", modality="possible").id == base.id
    others = [claim(article="a2"), claim(relation="arms"), claim(polarity="negated"), claim(subject=GNA, object=ITALY)]
    assert len({base.id, *(other.id for other in others), claim(evidence=proof(sentence="Other.")).id}) == 6


def test_id_of_symmetric_relation_ignores_the_order_of_the_sides():
    assert claim(relation="meets").id == claim(relation="meets", subject=GNA, object=ITALY).id


def test_records_cannot_be_changed():
    made = claim()
    for record, field in ((made, "polarity"), (made.subject, "id"), (made.evidence, "sentence")):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(record, field, "x")


def test_json_round_trip_under_the_published_schema():
    made = full_claim()
    line = made.model_dump_json()
    Draft202012Validator(claim_schema()).validate(json.loads(line))
    assert Claim.model_validate_json(line) == made
    assert json.loads(line)["time"] == {"start": "2016-03-30", "end": None, "granularity": "open", "source": "text"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("relation", "likes"),
        ("polarity", "maybe"),
        ("confidence", 1.5),
        ("subject", {"id": "x"}),
        ("extra", 1),
        ("evidence", None),
    ],
)
def test_schema_and_model_refuse_the_same(field, value):
    record = json.loads(full_claim().model_dump_json()) | {field: value}
    with pytest.raises(SchemaError):
        Draft202012Validator(claim_schema()).validate(record)
    with pytest.raises(ValidationError):
        Claim.model_validate(record)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Entity(id="x", label="X", type="Planet"), "no entity type"),
        (lambda: claim(relation="likes", evidence=proof()), "likes"),
        (lambda: claim(confidence=float("nan")), "confidence"),
        (lambda: proof(trigger_span=(10, 5)), "reversed"),
        (lambda: proof(trigger_span=(5, 5)), "empty"),
        (lambda: proof(subject_span=(-1, 5)), "negative"),
        (lambda: proof(start=19), "ends"),
        (lambda: Time(start=dt.date(2020, 1, 2), end=dt.date(2020, 1, 1)), "before it starts"),
        (lambda: Mention(entity=Entity(id="x", label="X", type="Place"), text="X", start=3, end=3), "ends"),
        (lambda: Article(id="", text=""), "at least 1 character"),
    ],
)
def test_bad_input_is_refused_with_a_reason(make, message):
    with pytest.raises((ValidationError, KeyError), match=message):
        make()


def test_lone_surrogates_are_replaced_one_for_one_and_real_characters_are_kept():
    text = "Haftar \ud800 met \U0001f600 \udfff."
    cleaned = Article(id="a", text=text).text
    assert cleaned == "Haftar \ufffd met \U0001f600 \ufffd."
    assert len(cleaned) == len(text)


def test_direct_only_where_affirmed_and_not_merely_possible():
    assert claim().direct
    assert claim(modality="reported").direct
    assert not claim(modality="possible").direct
    assert not claim(polarity="negated").direct
