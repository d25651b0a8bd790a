"""The feed of the speed benchmark, and the runner on one short article."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from graph.extraction import concerns_libya
from graph.model import Article

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def world():
    return yaml.safe_load((ROOT / "benchmarks/world-news.yaml").read_text(encoding="utf-8"))


def test_world_news_are_varied_short_texts_none_about_libya(world):
    assert len({text[:20] for text in world}) == len(world) >= 40
    assert all(200 <= len(text.split()) <= 350 for text in world)
    assert [text[:40] for text in world if concerns_libya(Article(id="world", text=text))] == []


def test_speed_prints_both_ratios_and_equal_claims(tmp_path):
    (tmp_path / "news.txt").write_text("Italy backs the Government of National Accord.")
    result = subprocess.run(
        [sys.executable, "benchmarks/speed.py", str(tmp_path), "--feed", "40", "--repeat", "1", "--json"],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert result.returncode == 0, result.stderr
    figures = json.loads(result.stdout)
    feed = figures["feed"]
    assert (feed["articles"], feed["about_libya"], feed["passed"]) == (40, 2, 2)
    assert feed["claims"] == feed["claims_filtered"] == 2
    assert feed["times"] > 1
    assert figures["times"] > 0
