"""Claims on disk, read back with other tools, damaged, and replaced."""

import datetime as dt
import hashlib
import json

import pyarrow.parquet as pq
import pytest

from graph.claims import ArticleInfo, ClaimSet, ClaimStoreError, load, read_jsonl, replacing, save, write_jsonl
from graph.model import Attribution, Claim, Evidence, Participant, Time

ITALY = Participant(id="italy", label="Italy", type="State", mention="Rome")
HAFTAR = Participant(id="khalifa-haftar", label="Khalifa Haftar", type="Person", mention="=cmd|'\t\u202e")


def claim(start=0, **fields):
    spans = {"subject_span": (start, start + 4), "trigger_span": (start + 5, start + 10), "object_span": (start + 11, start + 17)}
    evidence = Evidence(sentence='Rome "backs"\nHaftar \x00 عربي', start=start, end=start + 18, **spans, outlet="Wire")
    return Claim.make(article="a1", subject=ITALY, relation="backs", object=HAFTAR, evidence=evidence, **fields)


def sample():
    said = Attribution(id="italy", label="Italy", text="Rome")
    time = Time(start=dt.date(2014, 5, 1), granularity="open")
    claims = [claim(), claim(40, modality="reported", attributed_to=said, time=time, role="", confidence=1 / 3, rule="verb")]
    text = "Rome \U0001f600"
    info = ArticleInfo(id="a1", date="2019-04-04", title="T", path="x.txt", sha256=hashlib.sha256(text.encode()).hexdigest())
    return ClaimSet(claims, articles=[info, ArticleInfo(id="empty")], notice="Invented\narticles.")


def test_what_was_saved_is_what_is_loaded(tmp_path):
    save(sample(), tmp_path / "new" / "store")
    found, expected = load(tmp_path / "new" / "store"), sample()
    assert (list(found), found.articles, found.notice) == (list(expected), expected.articles, expected.notice)
    names = ["articles.jsonl", "claims.jsonl", "claims.parquet", "manifest.json"]
    assert sorted(p.name for p in (tmp_path / "new" / "store").iterdir()) == names


def test_other_tools_read_the_same(tmp_path):
    save(sample(), tmp_path)
    rows = pq.read_table(tmp_path / "claims.parquet").to_pylist()
    lines = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [line["id"] for line in lines] == [c.id for c in sample()]
    assert (rows[1]["time_start"], rows[1]["time_end"], lines[1]["time"]["start"]) == (dt.date(2014, 5, 1), None, "2014-05-01")
    assert (rows[0]["object_label"], rows[0]["attributed_to_text"]) == ("Khalifa Haftar", None)
    assert rows[1]["evidence_trigger_span"] == lines[1]["evidence"]["trigger_span"] == [45, 50]


def test_manifest_vouches_for_the_files(tmp_path):
    save(sample(), tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["claims"], manifest["articles"], manifest["notice"]) == (2, 2, "Invented\narticles.")
    assert manifest["sha256"] == {
        name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
        for name in ("claims.parquet", "claims.jsonl", "articles.jsonl")
    }


def damage(name, content):
    return lambda folder: (folder / name).write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), "no claims are stored here"),
        (damage("manifest.json", b"[1"), "manifest.json: not a manifest"),
        (damage("manifest.json", b'{"schema_version": 99, "sha256": {}, "notice": null}'), "schema version 99"),
        (damage("claims.parquet", b"PAR1"), r"claims.parquet: .*checksum"),
        (damage("articles.jsonl", b"{}"), r"articles.jsonl: .*checksum"),
        (lambda folder: (folder / "claims.parquet").unlink(), "claims.parquet: the file is missing"),
    ],
)
def test_a_damaged_store_is_refused_in_one_line(tmp_path, spoil, message):
    save(sample(), tmp_path)
    spoil(tmp_path)
    with pytest.raises(ClaimStoreError, match=message) as caught:
        load(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_table_of_something_else_is_refused_even_with_a_right_checksum(tmp_path):
    save(sample(), tmp_path)
    pq.write_table(pq.read_table(tmp_path / "claims.parquet").select(["id", "article"]), tmp_path / "claims.parquet")
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    manifest["sha256"]["claims.parquet"] = hashlib.sha256((tmp_path / "claims.parquet").read_bytes()).hexdigest()
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(ClaimStoreError, match="not a table of claims"):
        load(tmp_path)


def test_a_failed_save_leaves_the_earlier_one_whole(tmp_path):
    save(sample(), tmp_path)

    class Broken(ClaimSet):
        @property
        def articles(self):
            raise RuntimeError("disk full")

    with pytest.raises(RuntimeError, match="disk full"):
        save(Broken([claim(80)]), tmp_path)
    assert list(load(tmp_path)) == list(sample())
    assert len(list(tmp_path.iterdir())) == 4


def test_jsonl_round_trip_and_replacement(tmp_path):
    path = tmp_path / "claims.jsonl"
    write_jsonl(sample(), path)
    assert list(read_jsonl(path)) == list(sample())

    def failing():
        yield claim()
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        write_jsonl(failing(), path)
    assert list(read_jsonl(path)) == list(sample())
    assert [p.name for p in tmp_path.iterdir()] == ["claims.jsonl"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{not json", "3: "),
        (b'{"id": "x"}', "3: article: Field required"),
        (claim().model_dump_json().replace('"backs"', '"likes"', 1).encode(), "3: relation: "),
        (b'"\xff"', "3: "),
    ],
)
def test_a_bad_line_is_named_with_its_file_and_number(tmp_path, line, message):
    path = tmp_path / "claims.jsonl"
    path.write_bytes(claim().model_dump_json().encode() + b"\n\n" + line + b"\n")
    with pytest.raises(ClaimStoreError) as caught:
        list(read_jsonl(path))
    assert str(caught.value).startswith(f"{path}:{message}")
    assert "\n" not in str(caught.value)


def test_replacing_keeps_the_suffix_and_cleans_up(tmp_path):
    target = tmp_path / "picture.svg"
    target.write_text("old")
    with pytest.raises(OSError, match="gone"), replacing(target) as temporary:
        temporary.write_text("half")
        assert (temporary.parent, temporary.suffix) == (tmp_path, ".svg")
        raise OSError("gone")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("picture.svg", "old")]
