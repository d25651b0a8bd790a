"""Confidence against share right, in figures and as a picture."""

import pytest
from lxml import etree
from PIL import Image

from graph.evaluation import save_reliability, score
from graph.evaluation.reliability import Bin


@pytest.fixture(scope="module")
def found(said, row_of):
    gold = row_of(*[(f"right {n}", "backs", "GNA", {}) for n in range(4)], ("open", "backs", "GNA", {"required": False}))
    sure = [("right 0", 1.0), ("right 1", 0.9), ("wrong 0", 0.95), ("right 2", 0.7), ("wrong 1", 0.79), ("open", 0.1)]
    claims = [said(name, "backs", "GNA", confidence=value) for name, value in sure]
    return score([gold], [*claims, said("wrong 2", "backs", "GNA")]).reliability


def test_bins_hold_decided_claims_with_a_confidence(found):
    assert found.bins == (Bin(0.7, 0.8, 2, 0.745, 0.5), Bin(0.9, 1.0, 3, 0.95, 0.6667))
    assert found.claims == 5


def test_error_is_the_mean_distance_over_all_claims(found):
    assert found.error == pytest.approx((2 * 0.245 + 3 * (0.95 - 2 / 3)) / 5, abs=1e-4)


def test_svg_shows_counts_and_error_and_is_the_same_on_every_run(found, tmp_path):
    for name in ("one.svg", "two.svg"):
        save_reliability(found, tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()
    texts = ["".join(node.itertext()) for node in etree.parse(tmp_path / "one.svg").iter("{http://www.w3.org/2000/svg}text")]
    assert {"2", "3", "confidence", "share right", "Expected calibration error 0.268 over 5 claims"} <= set(texts)


def test_png_is_a_picture(found, tmp_path):
    save_reliability(found, tmp_path / "r.png")
    with Image.open(tmp_path / "r.png") as image:
        assert image.size == (960, 864)
        assert len(image.convert("RGB").getcolors(1 << 20)) > 2


def test_what_cannot_be_drawn_is_refused(found, tmp_path, row_of):
    with pytest.raises(ValueError, match=r"r\.pdf: a picture ends in \.svg or \.png"):
        save_reliability(found, tmp_path / "r.pdf")
    with pytest.raises(ValueError, match="nothing to draw"):
        save_reliability(score([row_of()], []).reliability, tmp_path / "r.svg")
    assert list(tmp_path.iterdir()) == []
