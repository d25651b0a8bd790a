"""Counts how often each construction is right on gold, and prints the shares for `graph/extraction/confidence.yaml`.

    python benchmarks/calibrate.py data/gold/wire-1.jsonl data/gold/wire-2.jsonl > graph/extraction/confidence.yaml

A share is (right + 4 x overall) / (right + wrong + 4): with few cases it stays near the overall share. Claims that gold leaves
open are not counted. `construction:relation` gets a line of its own from eight cases on.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from graph.evaluation import GoldRow, Prediction, matches, read_gold
from graph.extraction import load_pipeline
from graph.model import Article, Claim
from graph.sources import read_text

_PRIOR = 4
_ENOUGH = 8


def main() -> None:
    """Read gold files, extract their claims and print the shares as YAML."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    counts = _counted(parser.parse_args().gold)
    right = sum(n for (name, good), n in counts.items() if good and ":" not in name)
    total = sum(n for (name, _), n in counts.items() if ":" not in name)
    overall = right / total
    print(
        "# Share of right claims by construction; printed by benchmarks/calibrate.py. Other cues lower it: a claim that is only"
    )
    print("# possible or reported, unsure links, the weight of the frame.")
    print("constructions:")
    for name in sorted({name for name, _ in counts}):
        good, bad = counts[name, True], counts[name, False]
        if ":" not in name or good + bad >= _ENOUGH:
            print(f'  "{name}": {(good + _PRIOR * overall) / (good + bad + _PRIOR):.2f}')
    print(f"default: {overall:.2f}\npossible: 0.85\nreported: 0.95")


def _counted(paths: list[Path]) -> Counter[tuple[str, bool]]:
    counts: Counter[tuple[str, bool]] = Counter()
    extractor = load_pipeline()
    for path in paths:
        for row in read_gold(path):
            for claim in extractor.extract(Article(id=row.article, text=read_text(path.parent / row.text), date=row.date)):
                hits = _hits(claim, row)
                if not hits or any(hits):
                    _count(counts, claim, bool(hits))
    return counts


def _hits(claim: Claim, row: GoldRow) -> list[bool]:
    return [wanted.required for wanted in row.claims if matches(Prediction.of(claim), wanted)]


def _count(counts: Counter[tuple[str, bool]], claim: Claim, good: bool) -> None:
    construction, relation = claim.rule.split(":")[:2]
    counts[construction, good] += 1
    counts[f"{construction}:{relation}", good] += 1


if __name__ == "__main__":
    main()
