"""What is read from files and folders, and what is said about those that cannot be."""

import datetime as dt
import json
import os

import pytest

from graph.sources import READERS, Sources, decoding


def read(*paths, **options):
    sources = Sources(paths, **options)
    articles = list(sources)
    return articles, [str(error) for error in sources.errors], sources


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty file"),
        ("a.txt", b" \n\t\n", "empty file"),
        ("a.txt", b"LNA\0takes Sirte", "binary file (NUL bytes)"),
        ("a.txt", "Salamé".encode("latin-1"), "not UTF-8 text (byte 0xE9 at offset 5); convert it to UTF-8"),
        ("a.txt", b"\xff\xfeL\x00N", "not UTF-16 text (byte 0x4E at offset 4); convert it to UTF-8"),
        ("a.txt", b"x" * 5_000_001, "a line is over 5 MB long: this is no article"),
        ("a.pdf", b"%PDF", "no reader for this kind of file (known: .jsonl, .txt)"),
    ],
)
def test_each_unreadable_file_gives_one_line_and_the_others_are_read(tmp_path, name, content, reason):
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text("Italy backs the GNA.")
    articles, errors, _ = read(bad, good)
    assert [article.id for article in articles] == ["good"]
    assert errors == [f"{bad}: {reason}"]


def test_size_limit_is_checked_before_reading(tmp_path):
    large = tmp_path / "large.txt"
    with large.open("wb") as out:
        out.truncate(decoding.MAX_FILE_BYTES + 1)  # sparse: takes no room
    _, errors, _ = read(large)
    assert errors == [f"{large}: too large (100 MB; at most 100 MB)"]


def test_missing_path_empty_folder_and_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty").mkdir()
    _, errors, _ = read(tmp_path / "nosuch", tmp_path / "empty", tmp_path / "pipe.txt")
    assert errors == [
        f"{tmp_path}/nosuch: no such file or folder",
        f"{tmp_path}/empty: no articles in this folder (it is searched for .jsonl, .txt)",
        f"{tmp_path}/pipe.txt: not a regular file",
    ]


def test_broken_rows_are_named_by_line_and_the_rest_is_read(tmp_path):
    rows = [
        '{"id": 7, "text": "A.", "date": "2019-04-09T08:00:00Z", "title": "T", "words": 1}',
        '{"id": "b", "text": ',
        "[1]",
        '{"id": "c"}',
        '{"text": "no id"}',
        "",
        '{"id": "d", "text": "D.", "date": "9 April"}',
        "[" * 100_000,
        '{"id": "e", "text": "line\u2028separator"}',
    ]
    path = tmp_path / "articles.jsonl"
    path.write_text("\r\n".join(rows), encoding="utf-8")
    articles, errors, _ = read(path)
    assert [(a.id, a.text, a.date, a.title) for a in articles] == [
        ("7", "A.", dt.date(2019, 4, 9), "T"),
        ("e", "line\u2028separator", None, None),
    ]
    assert [error.removeprefix(f"{path}:").split(":")[0] for error in errors] == ["2", "3", "4", "5", "7", "8"]
    assert all("\n" not in error for error in errors)
    assert errors[4].endswith("date '9 April' is not YYYY-MM-DD")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_and_line_ends_give_the_same_text(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes("Salamé\r\nmet السراج\r".encode(encoding))
    assert read(tmp_path)[0][0].text == "Salamé\nmet السراج\n"


def test_folders_are_walked_in_order_without_hidden_files_and_without_the_output(tmp_path):
    for name in ("b/2.txt", "a.TXT", "b/1.txt", ".git/x.txt", ".hidden.txt", "out/z.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    articles, errors, sources = read(tmp_path, tmp_path / "a.TXT", skip=tmp_path / "out")
    assert ([a.id for a in articles], errors, sources.count) == (["a", "1", "2"], [], 3)


def test_a_second_article_of_one_id_is_refused(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "01.txt").write_text(f"From {folder}.")
    articles, errors, sources = read(tmp_path)
    assert [a.text for a in articles] == ["From a."]
    assert errors == [f"{tmp_path}/b/01.txt: the article id '01' is taken by {tmp_path}/a/01.txt; passed over"]
    assert sources.paths == {"01": tmp_path / "a/01.txt"}


@pytest.mark.parametrize("sidecar", ["metadata.jsonl", "articles.jsonl"])
def test_metadata_beside_texts_wins_over_the_dateline_and_is_no_article(tmp_path, sidecar):
    (tmp_path / "1.txt").write_text("TRIPOLI, March 20, 2011 - Jets.")
    (tmp_path / "2.txt").write_text("TRIPOLI, March 20, 2011 - Jets.")
    rows = [{"article": "1", "date": "2011-03-21", "outlet": "Wire"}, {"date": "2011-03-21"}]
    (tmp_path / sidecar).write_text("\n".join(map(json.dumps, rows)))
    articles, errors, _ = read(tmp_path)
    assert [(a.id, a.date, a.outlet) for a in articles] == [
        ("1", dt.date(2011, 3, 21), "Wire"),
        ("2", dt.date(2011, 3, 20), None),
    ]
    assert errors == [f"{tmp_path}/{sidecar}:2: neither the field article nor id names an article"]


def test_articles_jsonl_with_texts_is_read_as_articles(tmp_path):
    (tmp_path / "articles.jsonl").write_text('{"id": "x", "text": "Italy backs the GNA."}\n')
    assert [a.id for a in read(tmp_path)[0]] == ["x"]


def test_notices_of_a_folder_and_of_those_above_it_up_to_the_one_named(tmp_path):
    inner = tmp_path / "corpus/2011"
    inner.mkdir(parents=True)
    (tmp_path / "NOTICE.txt").write_text("Not for the corpus.")
    (tmp_path / "corpus/NOTICE.txt").write_text("Invented.\n")
    (inner / "NOTICE.txt").write_text("Draft.")
    (inner / "1.txt").write_text("Text.")
    articles, errors, sources = read(tmp_path / "corpus")
    assert ([a.id for a in articles], errors) == (["1"], [])
    assert sources.notice == "Draft.\nInvented."


def test_names_of_files_cannot_break_a_line_or_steer_a_terminal(tmp_path):
    path = tmp_path / "a\n\x1b[31m.txt"
    path.write_bytes(b"")
    assert read(path)[1] == [f"{tmp_path}/a \ufffd[31m.txt: empty file"]


def test_registry_holds_each_reader_under_its_suffix():
    assert {suffix: reader.suffix for suffix, reader in READERS.items()} == {".txt": ".txt", ".jsonl": ".jsonl"}
