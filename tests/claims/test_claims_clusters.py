"""Unknown names that are one actor: which are joined, which are asked about, and what people's decisions do."""

import json
import random
from importlib.resources import files
from itertools import permutations

import pytest
import yaml

from graph.actors import Actor, ActorBase
from graph.claims import ArticleInfo, ClaimSet
from graph.claims.clusters import Context, Decision, DecisionFile, DecisionsError, Party, settle
from graph.claims.clusters.alike import alike
from graph.claims.clusters.joining import Groups, join_alike
from graph.claims.clusters.unknowns import Key, Unknown
from graph.extraction.linking.memory import made_up_id
from graph.model import Attribution, Claim, Evidence, Participant, claim_id
from graph.ontology import ENTITY_TYPES

NOBODY = ActorBase([])
ITALY = Participant(id="italy", label="Italy", type="State", mention="Rome")


def side(label, kind="Person", mention=None):
    return Participant(id=made_up_id(label), label=label, type=kind, mention=mention or label)


def claim(one, relation="meets", other=ITALY, *, article="a1", date="2019-04-04", start=0, sentence=None, **fields):
    one, other = (side(each) if isinstance(each, str) else each for each in (one, other))
    words = sentence or f"{one.mention} {relation} {other.mention}."
    spans = {"subject_span": (0, 1), "trigger_span": (1, 2), "object_span": (2, 3)}
    evidence = Evidence(sentence=words, start=start, end=start + len(words), date=date, **spans)
    return Claim.make(article=article, subject=one, relation=relation, object=other, evidence=evidence, **fields)


def claims_of(*names):
    """One claim for each name, a pair where the type is no person's, in an article of its own."""
    sides = [side(*([name] if isinstance(name, str) else name)) for name in names]
    return [claim(one, article=f"a{number}") for number, one in enumerate(sides)]


def settled(*names, decisions=(), actors=NOBODY):
    return settle(ClaimSet(claims_of(*names)), decisions, actors)


def subjects(result):
    return [(each.subject.id, each.subject.label, each.subject.type) for each in result.claims]


def asked(result):
    return [(question.one.id, question.other.id, question.reason) for question in result.questions]


def party(label, kind="Person"):
    return Party(id=made_up_id(label), label=label, type=kind)


def decision(one, other, verdict=None):
    one, other = (each if isinstance(each, Party) else party(each) for each in (one, other))
    return Decision(one=one, other=other, decision=verdict)


def record(name, label, kind="Person"):
    return Actor.model_validate({"id": name, "label": label, "type": kind, "description": "Invented.", "sources": []})


def unknown(label, kind="Person"):
    return Unknown.remembered(Key(made_up_id(label), kind), label)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("Taher al-Gharabli",), ("Tahir Gharabli",), "spelled alike"),
        (("Taher al-Gharabli",), ("Tahir Gharabli", "Organization"), "spelled alike"),
        (("Taher al-Gharabli",), ("Taher al-Gharabli", "Organization"), "spelled alike"),
        (("Rafallah Sahati Brigade", "ArmedGroup"), ("Sahati Rafallah Battalion", "ArmedGroup"), "spelled alike"),
        (("Zamzam Council", "PoliticalBody"), ("the Zemzem Councils", "PoliticalBody"), "spelled alike"),
    ],
)
def test_names_alike_are_joined_without_asking(one, other, reason):
    likeness = alike(unknown(*one), unknown(*other))
    assert likeness == alike(unknown(*other), unknown(*one)) == (True, reason)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            ("Taher al-Gharabli",),
            ("Taher Salem al-Gharabli",),
            "the same first and last name, with more names between them in one",
        ),
        (("Taher Gharabli",), ("Taher Gharalbi",), "one letter apart"),
        (("Taher Gharabli",), ("Tahir Gharabli", "Place"), "the same name, taken for different types"),
        (("Dawn",), ("Dawn", "ArmedGroup"), "the same name, taken for different types"),
        (("Gharabli",), ("Gharably",), "spelled alike, but one word only"),
    ],
)
def test_names_that_may_be_one_are_asked_about(one, other, reason):
    assert alike(unknown(*one), unknown(*other)) == alike(unknown(*other), unknown(*one)) == (False, reason)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Hassan Ziglam",), ("Hussein Ziglam",)),
        (("Khaled Gharabli",), ("Khalifa Gharabli",)),
        (("444 Brigade", "ArmedGroup"), ("4 Brigade", "ArmedGroup")),
        (("Libyan Force", "ArmedGroup"), ("Libya Brigade", "ArmedGroup")),
        (("Derna Council", "PoliticalBody"), ("Derna Shura Council", "PoliticalBody")),
        (("LNA", "ArmedGroup"), ("LNE", "ArmedGroup")),
        (("Zawia", "Place"), ("Zawiya",)),
    ],
)
def test_other_names_are_neither(one, other):
    assert alike(unknown(*one), unknown(*other)) is None


def test_a_cluster_has_the_id_and_label_of_its_most_frequent_spelling():
    result = settled("Taher Gharabli", "Tahir al-Gharabli", "Tahir Al-Gharabli", "Tahir al-Gharabli")
    assert set(subjects(result)) == {("x-tahir-al-gharabli", "Tahir al-Gharabli", "Person")}
    assert (result.merged, result.questions) == (1, ())
    assert [each.subject.mention for each in result.claims] == [
        *("Taher Gharabli", "Tahir al-Gharabli", "Tahir Al-Gharabli", "Tahir al-Gharabli")
    ]


def test_of_equally_frequent_spellings_the_earliest_published_stays_whatever_the_order():
    late, early = claim("Taher Gharabli", article="a"), claim("Tahir Gharabli", article="b", date="2018-01-01")
    undated = claim("Taher Gharably", article="0", date=None)
    for order in permutations((late, early, undated)):
        assert {each.subject.id for each in settle(ClaimSet(order), actors=NOBODY).claims} == {"x-tahir-gharabli"}


def test_order_of_claims_does_not_matter():
    names = ["Saad Gharbli", "Saad Gharabli", "Saad Gharibli", "Dawn", ("Dawn", "Place"), "Taher Amin", "Tahir Amin", "Amin"]
    listed = claims_of(*names, ("Taher Amin", "Organization"), "Taher Saad Amin", ("Zamzam Council", "PoliticalBody"))
    first = settle(ClaimSet(listed), actors=NOBODY)
    for seed in range(5):
        random.Random(seed).shuffle(listed)
        again = settle(ClaimSet(listed), actors=NOBODY)
        assert (again.questions, again.merged) == (first.questions, first.merged)
        assert {each.model_dump_json() for each in again.claims} == {each.model_dump_json() for each in first.claims}


def test_a_spelling_between_two_names_joins_neither_but_is_asked_about():
    result = settled("Saad Gharabli", "Saad Gharbli", "Saad Gharibli")
    assert result.merged == 0
    assert [pair[:2] for pair in asked(result)] == [
        ("x-saad-gharabli", "x-saad-gharbli"),
        ("x-saad-gharabli", "x-saad-gharibli"),
        ("x-saad-gharbli", "x-saad-gharibli"),
    ]
    told = settled(
        "Saad Gharabli", "Saad Gharbli", "Saad Gharibli", decisions=[decision("Saad Gharabli", "Saad Gharbli", "same")]
    )
    assert [each[0] for each in subjects(told)] == ["x-saad-gharabli", "x-saad-gharabli", "x-saad-gharibli"]


def test_one_name_of_two_types_is_two_entities_until_a_person_joins_them():
    names = ("Dawn", "Dawn", ("Dawn", "ArmedGroup"))
    apart = settled(*names)
    assert subjects(apart)[1:] == [("x-dawn", "Dawn", "Person"), ("x-dawn--armedgroup", "Dawn", "ArmedGroup")]
    assert asked(apart) == [("x-dawn", "x-dawn", "the same name, taken for different types")]
    (question,) = apart.questions
    joined = settled(*names, decisions=[question.model_copy(update={"decision": "same"})])
    assert set(subjects(joined)) == {("x-dawn", "Dawn", "Person")}
    assert settled(*names, decisions=[question.model_copy(update={"decision": "different"})]).questions == ()


def test_a_joined_name_takes_the_type_that_its_relations_allow():
    leading = claim(side("Taher Gharabli"), "leads", side("Zamzam Brigade", "ArmedGroup"))
    others = [claim(side("Taher Gharabli", "Organization"), article=f"b{number}") for number in range(3)]
    result = settle(ClaimSet([leading, *others]), actors=NOBODY)
    assert {each.subject.type for each in result.claims} == {"Person"}


def test_a_claim_keeps_its_type_where_the_joined_one_would_breach_the_ontology():
    base = ActorBase([record("gharabli-force", "Gharabli Force", "ArmedGroup")])
    same = decision("Taher Gharabli", Party(id="gharabli-force", label="Gharabli Force", type="ArmedGroup"), "same")
    leading = claim(side("Taher Gharabli"), "leads", side("Zamzam Brigade", "ArmedGroup"))
    (kept,) = settle(ClaimSet([leading]), [same], base).claims
    assert (kept.subject.id, kept.subject.type) == ("gharabli-force", "Person")


def test_different_keeps_apart_what_is_spelled_alike_and_same_joins_what_is_not():
    different = [decision("Taher Gharabli", "Tahir Gharabli", "different")]
    result = settled("Taher Gharabli", "Tahir Gharabli", decisions=different)
    assert [each[0] for each in subjects(result)] == ["x-taher-gharabli", "x-tahir-gharabli"]
    assert (result.merged, result.questions) == (0, ())
    joined = settled("Taher Gharabli", "Abu Saif", decisions=[decision("Abu Saif", "Taher Gharabli", "same")])
    assert {each[0] for each in subjects(joined)} == {"x-taher-gharabli"}


def test_no_third_name_joins_two_that_were_told_apart():
    decisions = [decision("Taher Gharabli", "Tahir Gharabli", "different")]
    result = settled("Taher Gharabli", "Tahir Gharabli", "Taher Gharably", decisions=decisions)
    assert result.merged == 0
    assert {pair[:2] for pair in asked(result)} == {
        ("x-taher-gharabli", "x-taher-gharably"),
        ("x-taher-gharably", "x-tahir-gharabli"),
    }


def test_nor_do_a_decision_and_a_spelling_together():
    decisions = [decision("Taher Gharabli", "Abu Saif", "same"), decision("Tahir Gharabli", "Aboo Seif", "different")]
    result = settled("Taher Gharabli", "Abu Saif", "Tahir Gharabli", "Aboo Seif", decisions=decisions)
    ids = [each[0] for each in subjects(result)]
    assert ids[0] == ids[1]
    assert ids[2] != ids[3]


def test_a_decision_holds_for_further_spellings_when_its_own_is_gone():
    decisions = [decision("Taher Gharabli", "Abu Saif", "same"), decision("Saad Amin", "Saad Mansur", "different")]
    result = settled("Tahir Gharabli", "Abu Saif", "Saad Amin", decisions=decisions)
    assert [each[0] for each in subjects(result)] == ["x-tahir-gharabli", "x-tahir-gharabli", "x-saad-amin"]


def test_a_decision_holds_when_the_type_is_read_otherwise():
    decisions = [decision(party("Taher Gharabli"), party("Abu Saif"), "same")]
    result = settled(("Taher Gharabli", "Community"), "Abu Saif", decisions=decisions)
    assert len({each[0] for each in subjects(result)}) == 1


def test_what_is_neither_subject_nor_object_is_renamed_too():
    said = Attribution(id="x-tahir-gharabli", label="Tahir Gharabli", text="Gharabli")
    speaking = claim("Saad Amin", article="a2", attributed_to=said, modality="reported")
    result = settle(ClaimSet([claim("Taher Gharabli"), claim("Taher Gharabli", article="a3"), speaking]), actors=NOBODY)
    attributed = [each.attributed_to for each in result.claims if each.attributed_to]
    assert attributed == [Attribution(id="x-taher-gharabli", label="Taher Gharabli", text="Gharabli")]


def test_claims_have_the_ids_of_what_they_now_say_and_none_is_about_one_actor_only():
    fight = claim("Taher Gharabli", "fights", "Tahir Gharabli")
    meeting = claim("Tahir Gharabli", article="a2", confidence=0.4)
    again = claim("Taher Gharabli", article="a2", confidence=0.8, sentence=meeting.evidence.sentence)
    first = claim("Taher Gharabli", article="a1", start=40)
    read_claims = ClaimSet([fight, meeting, again, first], articles=[ArticleInfo(id="a9")], notice="Sample.")
    result = settle(read_claims, actors=NOBODY).claims
    assert [(each.article, each.confidence) for each in result] == [("a2", 0.8), ("a1", 1.0)]
    for each in result:
        seen = each.evidence
        name = claim_id(each.article, seen.start, seen.sentence, each.subject.id, each.relation, each.object.id, each.polarity)
        assert each.id == name
    assert ([a.id for a in result.articles], result.notice) == (["a9"], "Sample.")
    assert len(read_claims) == 4


def test_acronyms_are_asked_about_with_the_one_body_whose_initials_they_are():
    body, council = ("Wadi Zamzam Shura Council", "PoliticalBody"), ("Council of Wadi Zamzam Elders", "PoliticalBody")
    assert asked(settled("Amin Saad", body, council, ("W.Z.S.C.", "Organization"))) == [
        ("x-wadi-zamzam-shura-council", "x-wzsc", "an acronym and the initials of the other")
    ]
    for letters in ("CWZE", "COWZE"):
        assert [pair[:2] for pair in asked(settled(council, (letters, "Organization")))] == [
            ("x-council-of-wadi-zamzam-elders", f"x-{letters.lower()}")
        ]
    assert asked(settled(body, ("WZSC", "Person"))) == asked(settled(body, ("WZ", "Organization"))) == []


def test_a_surname_alone_is_asked_about_with_its_only_bearer_or_those_beside_it():
    assert [pair[:2] for pair in asked(settled("Taher Gharabli", ("al-Gharably", "Organization")))] == [
        ("x-al-gharably", "x-taher-gharabli")
    ]
    assert asked(settled("Taher Gharabli", "Saad Gharabli", "al-Gharabli")) == []
    beside = [claim(name, article="a1", start=50 * at) for at, name in enumerate(("Taher Gharabli", "al-Gharabli"))]
    result = settle(ClaimSet([*beside, claim("Saad Gharabli", article="a2")]), actors=NOBODY)
    assert [pair[:2] for pair in asked(result)] == [("x-al-gharabli", "x-taher-gharabli")]


BASE = ActorBase(
    [
        record("omar-zamzami", "Omar Zamzami"),
        record("ali-qumati", "Ali Qumati"),
        record("saad-qumati", "Saad Qumati"),
        record("zamzam", "Wadi Zamzam", "Place"),
    ]
)


@pytest.mark.parametrize(
    ("name", "sentence", "candidates"),
    [
        (("Omar Zamzamii", "Organization"), None, ["omar-zamzami"]),
        (("Omar Saleh Zamzami",), None, ["omar-zamzami"]),
        (("Zamzami",), None, ["omar-zamzami"]),
        (("Wadi Zamzam",), None, ["zamzam"]),
        (("Qumati",), "Qumati meets Rome.", []),
        (("al-Qumati",), "Colonel al-Qumati meets Rome.", ["ali-qumati", "saad-qumati"]),
        (("Khalid Gharabli",), None, []),
    ],
)
def test_names_nearly_those_of_the_base_are_asked_about_and_never_joined(name, sentence, candidates):
    result = settle(ClaimSet([claim(side(*name), sentence=sentence)]), actors=BASE)
    assert [question.other.id for question in result.questions] == candidates
    assert result.merged == 0


def test_a_question_about_an_actor_of_the_base_shows_what_was_read_of_it():
    omar = Participant(id="omar-zamzami", label="Omar Zamzami", type="Person", mention="Zamzami")
    (question,) = settle(ClaimSet([claim("Omar Saleh Zamzami"), claim(omar, article="a2")]), actors=BASE).questions
    assert [(context.of, context.article, context.sentence) for context in question.contexts] == [
        ("one", "a1", "Omar Saleh Zamzami meets Rome."),
        ("other", "a2", "Zamzami meets Rome."),
    ]


def test_a_decision_joins_an_unknown_name_to_an_actor_of_the_base():
    same = decision("Zamzami", Party(id="omar-zamzami", label="?", type="Person"), "same")
    result = settled("Zamzami", "Omar Salem Zamzami", decisions=[same], actors=BASE)
    assert subjects(result)[0] == ("omar-zamzami", "Omar Zamzami", "Person")
    assert {question.other.id for question in result.questions} == {"omar-zamzami"}
    different = same.model_copy(update={"decision": "different"})
    assert settled("Zamzami", decisions=[different], actors=BASE).questions == ()


def test_contexts_are_those_with_the_name_the_earliest_first_and_no_book():
    long = f"{'So it went on. ' * 100}Taher Gharabli met Rome. {'And on. ' * 100}"
    seen = [
        claim(side("Taher Gharabli", mention="he"), article="a0", date="2011-01-01", sentence="He met Rome."),
        claim("Taher Gharabli", article="a2", date="2019-01-02", sentence=long),
        claim("Taher Gharabli", article="a1", date="2019-01-01"),
        claim("Taher Saad Gharabli", article="a4", date=None),
    ]
    (question,) = settle(ClaimSet(seen), actors=NOBODY).questions
    one = [context for context in question.contexts if context.of == question.contexts[0].of]
    assert [(context.article, context.date) for context in question.contexts if "Saad" not in context.sentence] == [
        ("a1", "2019-01-01"),
        ("a2", "2019-01-02"),
    ]
    assert [context.date for context in question.contexts if "Saad" in context.sentence] == [None]
    assert all(len(context.sentence) < 600 for context in one)
    assert any("Taher Gharabli met" in context.sentence and len(context.sentence) > 100 for context in question.contexts)


def test_joining_leaves_open_what_a_chain_of_ties_would_bring_together():
    groups = Groups()
    groups.join("a", "b")
    groups.part("c", "d")
    assert set(join_alike(groups, [("a", "c"), ("b", "d")])) == {("a", "c"), ("b", "d")}
    assert not groups.parted("a", "c")
    anchored = Groups()
    anchored.anchor("one")
    anchored.anchor("two")
    assert anchored.join("name", "one")
    assert not anchored.join("name", "two")
    assert anchored.anchor_of("name") == "one"


HOSTILE = 'yes: [bold]"no"\n\x1b[31m\u202e # null \x85 \u2028 \ufeff 😀 عمر - 12'


def filled(path, *decisions):
    DecisionFile(path).update(decisions)
    return path


def test_what_was_written_is_what_is_read(tmp_path):
    contexts = (
        Context(of="one", article="12", date="2019-04-04", sentence=HOSTILE),
        Context(of="other", article="on", sentence=""),
    )
    odd = Decision(one=Party(id="x-1", label=HOSTILE, type="Person"), other=party("null"), reason="why: so", contexts=contexts)
    decided = decision("Saad Amin", "Saad Amine", "same").model_copy(update={"decided_on": "2026-01-01", "note": "# seen\n it"})
    path = filled(tmp_path / "decisions.yaml", odd, decided)
    assert DecisionFile(path).read() == [odd, decided]
    assert [p.name for p in tmp_path.iterdir()] == ["decisions.yaml"]
    text = path.read_text(encoding="utf-8")
    assert yaml.safe_load(text)["decisions"][1]["decision"] == "same"
    assert "  decision: null\n" in text


def test_update_keeps_decisions_drops_stale_questions_and_touches_nothing_without_need(tmp_path):
    path = tmp_path / "decisions.yaml"
    assert DecisionFile(path).update([]) == []
    assert not path.exists()
    kept, stale, new = decision("Amin", "Amine", "different"), decision("Saad", "Saada"), decision("Taher", "Tahir")
    filled(path, stale, kept)
    path.write_text(path.read_text() + "# mine\n")
    assert DecisionFile(path).update([stale]) == [kept, stale]
    assert path.read_text().endswith("# mine\n")
    assert DecisionFile(path).update([new, decision("Amine", "Amin")]) == [kept, new]
    assert DecisionFile(path).read() == [kept, new]
    assert DecisionFile(path).update([]) == [kept]


def test_what_others_write_meanwhile_is_seen(tmp_path):
    mine, first, second = DecisionFile(tmp_path / "decisions.yaml"), decision("Amin", "Amine"), decision("Saad", "Saada", "same")
    mine.update([first])
    filled(mine.path, first, second)
    assert mine.read() == [first, second]
    mine.decide(first.model_copy(update={"decision": "different"}))
    assert [entry.decision for entry in DecisionFile(mine.path).read()] == ["different", "same"]
    assert [entry.decision for entry in DecisionFile(mine.path).update([first])] == ["different", "same"]
    mine.path.unlink()
    assert mine.read() == []


def test_an_answer_goes_beside_those_given_meanwhile_and_may_not_contradict_them(tmp_path):
    first, second, third = decision("Amin", "Amine"), decision("Amine", "Amini"), decision("Amin", "Amini")
    path = filled(tmp_path / "decisions.yaml", first, second, third)
    for entry in (first, second):
        DecisionFile(path).decide(entry.model_copy(update={"decision": "same"}))
    before = path.read_bytes()
    with pytest.raises(DecisionsError, match=r"decisions.yaml: that 'Amine' \(x-amine\) and 'Amini' .* contradicts"):
        DecisionFile(path).decide(third.model_copy(update={"decision": "different"}))
    assert path.read_bytes() == before


GOOD = """decisions:
- one: {id: x-amin, label: Amin, type: Person}
  other: {id: omar-zamzami, label: Omar Zamzami, type: Person}
  decision: same
"""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("decisions: ]", ":1: not valid YAML"),
        (b"decisions: \xff", ": not UTF-8 text"),
        ("", ":1: (whole file): None is not of type 'object'"),
        (GOOD.replace("same", "sane"), ":4: decisions/0/decision: 'sane' is not one of"),
        (GOOD.replace("x-amin", "amin"), ":2: decisions/0/one/id: 'amin' does not match"),
        (GOOD.replace("Person", "Man"), ":2: decisions/0/one/type: 'Man' is not one of"),
        (GOOD + "  why: so\n", ":2: decisions/0: Additional properties"),
        (GOOD.replace("omar-zamzami", "omar"), ": no actor has the id 'omar'"),
        (GOOD + GOOD.removeprefix("decisions:\n").replace("same", "different"), ": that 'Amin' (x-amin) and 'Omar"),
        (GOOD.replace("omar-zamzami", "x-amin"), ": 'Amin' (x-amin) is asked to be told from itself"),
        (GOOD + GOOD.removeprefix("decisions:\n").replace("omar-zamzami", "ali-qumati"), ": that 'Amin' (x-amin) and"),
    ],
)
def test_a_broken_file_is_named_in_one_line_and_left_alone(tmp_path, content, reason):
    path = tmp_path / "decisions.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = path.read_bytes()
    with pytest.raises(DecisionsError) as error:
        DecisionFile(path).read(BASE)
    assert str(error.value).startswith(f"{path}{reason}")
    assert "\n" not in str(error.value)
    if "no actor" not in reason:
        with pytest.raises(DecisionsError):
            DecisionFile(path).update([decision("Taher", "Tahir")])
    assert path.read_bytes() == before


def test_a_file_of_nothing_and_one_twice_said(tmp_path):
    path = tmp_path / "decisions.yaml"
    path.write_text("decisions:\n")
    assert DecisionFile(path).read() == DecisionFile(tmp_path / "missing").read() == []
    path.write_text(GOOD + GOOD.removeprefix("decisions:\n").replace("same", "null"))
    assert [entry.decision for entry in DecisionFile(path).read(BASE)] == ["same"]
    with pytest.raises(DecisionsError, match="Is a directory"):
        DecisionFile(tmp_path).read()


def test_the_schema_has_the_types_of_the_ontology():
    schema = json.loads((files("graph.claims.clusters") / "decisions.schema.json").read_text())
    assert schema["$defs"]["type"]["enum"] == list(ENTITY_TYPES)
    assert set(schema["$defs"]["decision"]["properties"]) == set(Decision.model_fields)
    assert set(schema["$defs"]["context"]["properties"]) == set(Context.model_fields)
