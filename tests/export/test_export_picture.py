import datetime as dt
import random
import struct

import numpy as np
import pytest
from lxml import etree

from graph.claims import ClaimSet
from graph.export import export
from graph.export.labels import place_labels
from graph.export.layout import place
from graph.export.scene import Scene
from graph.export.selection import select
from graph.model import Claim, Evidence, Participant

HUBS = ["lna", "gna", "turkey", "haftar"]
RELATIONS = ["backs", "arms", "fights", "opposes", "meets", "mediates", "attacks", "criticizes"]


def claim(subject, relation, obj, number=0, types=("State", "State"), **fields) -> Claim:
    sides = [
        Participant(id=name, label=f"Actor of {name}", type=kind, mention=name)
        for name, kind in zip((subject, obj), types, strict=True)
    ]
    evidence = Evidence(
        sentence="So.",
        start=number,
        end=number + 3,
        subject_span=(0, 1),
        trigger_span=(1, 2),
        object_span=(2, 3),
        date=dt.date(2020, 1, 9),
    )
    return Claim.make(article="a1", subject=sides[0], relation=relation, object=sides[1], evidence=evidence, **fields)


@pytest.fixture(scope="module")
def conflict() -> ClaimSet:
    draw = random.Random(7)
    names = HUBS + [f"actor {number}" for number in range(45)]
    pairs = [(draw.choice(names), draw.choice(HUBS)) for _ in range(220)]
    return ClaimSet(
        (claim(a, draw.choice(RELATIONS), b, number) for number, (a, b) in enumerate(pairs) if a != b),
        notice="Invented articles.",
    )


def test_the_picture_shows_the_actors_with_most_evidence_and_only_what_is_affirmed():
    claims = [claim("a", "backs", "b", number) for number in range(3)]
    claims += [claim("b", "fights", "c", number) for number in range(2)]
    claims += [
        claim("c", "arms", "d"),
        claim("a", "opposes", "c", polarity="negated"),
        claim("a", "attacks", "c", modality="possible"),
        claim("a", "attacks", "x", types=("State", "Place")),
        claim("b", "leads", "c", types=("Person", "State")),
        claim("y", "backs", "z"),
    ]
    chosen = select(ClaimSet(claims), most=3)
    assert [actor.id for actor in chosen.actors] == ["b", "a", "c"]
    assert chosen.candidates == 6
    assert [(tie.first, tie.second, tie.family, tie.weight) for tie in chosen.ties] == [
        ("a", "b", "support", 3),
        ("b", "c", "violence", 2),
        ("b", "c", "structure", 1),
    ]
    support, violence, _ = chosen.ties
    assert (support.points_to("a"), support.points_to("b")) == (False, True)
    assert (violence.points_to("b"), violence.points_to("c")) == (False, False)
    assert chosen.degree() == {"a": 1, "b": 2, "c": 1}


def test_dots_do_not_touch_and_stay_on_the_page(conflict):
    page = np.array([[16.0, 120.0], [984.0, 660.0]])
    scene = Scene.of(select(conflict, 40), page)
    assert len(scene.nodes) == 40
    apart = np.linalg.norm(scene.nodes[:, None] - scene.nodes[None, :], axis=2) - scene.radii[:, None] - scene.radii[None, :]
    assert apart[~np.eye(40, dtype=bool)].min() > 5
    assert (scene.nodes > page[0]).all()
    assert (scene.nodes < page[1]).all()


def test_labels_do_not_cover_each_other_or_dots(conflict):
    page = np.array([[16.0, 120.0], [984.0, 660.0]])
    scene = Scene.of(select(conflict, 40), page)
    sizes = np.column_stack([np.linspace(30, 110, 40), np.full(40, 20.0)])
    samples = np.concatenate([line.samples() for line in scene.lines()])
    places = place_labels(scene.nodes, scene.radii, sizes, samples, page)
    others = ~np.eye(40, dtype=bool)
    between = np.abs(places[:, None] - places[None, :]) - (sizes[:, None] + sizes[None, :]) / 2
    assert not ((between < 0).all(axis=2) & others).any()
    nearest = np.clip(scene.nodes[:, None], places - sizes / 2, places + sizes / 2)
    assert (np.linalg.norm(nearest - scene.nodes[:, None], axis=2) > scene.radii[:, None] - 1).all()
    assert (places - sizes / 2 > page[0] - 1).all()
    assert (places + sizes / 2 < page[1] + 1).all()


def test_lines_between_the_same_two_actors_lie_apart():
    claims = ClaimSet(claim("a", relation, "b") for relation in ("backs", "arms", "opposes", "fights", "meets"))
    scene = Scene.of(select(claims, 5), np.array([[0.0, 0.0], [500.0, 500.0]]))
    middles = [line.samples()[len(line.samples()) // 2] for line in scene.lines()]
    assert min(np.linalg.norm(a - b) for a in middles for b in middles if a is not b) > 8


def test_the_layout_shows_distance_and_keeps_parts_apart():
    path = place(list("abcd"), [("a", "b"), ("b", "c"), ("c", "d")])
    assert np.linalg.norm(path[0] - path[3]) > np.linalg.norm(path[0] - path[2]) > np.linalg.norm(path[0] - path[1])
    parts = place(list("abcd"), [("a", "b"), ("c", "d")])
    assert np.linalg.norm(parts[:2].mean(axis=0) - parts[2:].mean(axis=0)) > 0.5
    twins = place(list("abc"), [("a", "b"), ("a", "c")])
    assert np.linalg.norm(twins[1] - twins[2]) > 0.5
    many = place([str(number) for number in range(2000)], [])
    assert len(np.unique(many.round(6), axis=0)) == 2000


def test_png_is_large_enough_to_print_and_carries_the_notice(conflict, tmp_path):
    export(conflict, "png", tmp_path / "graph.png")
    data = (tmp_path / "graph.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    assert (width > 3000, height > 2000) == (True, True)
    assert b"Invented articles." in data


def test_svg_shows_actors_counts_dates_and_notice_and_no_markup(conflict, tmp_path):
    name = "$\\frac{1}{2}$ <script>--> \x07"
    stranger = Participant(id="new", label=name, type="Person", mention="new")
    hostile_claims = [claim("new", "backs", "gna", number).model_copy(update={"subject": stranger}) for number in range(40)]
    claims = ClaimSet([*conflict, *hostile_claims], notice=conflict.notice)
    export(claims, "svg", tmp_path / "graph.svg")
    tree = etree.parse(tmp_path / "graph.svg")
    names = [item.text for item in tree.iterfind(".//{*}subject//{*}li")]
    assert len(names) == 40
    assert {"Actor of haftar", "$\\frac{1}{2}$ <script>--> \ufffd"} <= set(names)
    texts = " ".join(comment.text for comment in tree.iter(etree.Comment))
    assert "9 January 2020 to 9 January 2020" in texts
    assert "Invented articles." in texts
    assert not list(tree.iter("{*}script"))
    described = tree.findtext(".//{http://purl.org/dc/elements/1.1/}description")
    assert described.endswith("Invented articles.")
    assert described.startswith("Actors: 40 of 47; claims: ")
