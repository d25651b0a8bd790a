"""The compiled base is the base of the data files, made anew when they change, and never in the way."""

import shutil
from pathlib import Path

import pytest

import graph.actors
from graph.actors import compiled
from graph.actors.index import index_names
from graph.actors.records import read_actors


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A copy of the package's folder, which the code under test takes for its own."""
    copy = tmp_path / "actors"
    shutil.copytree(Path(graph.actors.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(compiled, "files", lambda _package: copy)
    return copy


def kept(room):
    return sorted((room / "__pycache__").glob("base.*"))


def test_first_load_keeps_what_the_second_reads(room):
    first = compiled.load_compiled()
    (file,) = kept(room)
    written = file.stat().st_mtime_ns
    second = compiled.load_compiled()
    assert kept(room) == [file]
    assert file.stat().st_mtime_ns == written
    assert second == first
    actors, publications = read_actors()
    assert second.actors == actors
    assert second.publications == publications
    assert second.index == index_names(actors)


def test_change_of_an_input_makes_it_anew(room):
    compiled.load_compiled()
    (before,) = kept(room)
    with (room / "names.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    compiled.load_compiled()
    (after,) = kept(room)
    assert after != before


@pytest.mark.parametrize("content", [b"", b"{", b'{"actors": [{"id": 1}]}', b"\xff\xfe"])
def test_damaged_file_is_read_past(room, content):
    whole = compiled.load_compiled()
    (file,) = kept(room)
    file.write_bytes(content)
    assert compiled.load_compiled() == whole
    assert len(file.read_bytes()) > 1000


def test_folder_that_cannot_be_written_only_costs_time(room):
    (room / "__pycache__").write_text("in the way")
    assert len(compiled.load_compiled().actors) > 1000
