"""Measure the extractor on all its gold and render one scoreboard, with the peers' figures.

Usage: python benchmarks/extraction.py [--shared FOLDER] [--set NAME ...] [--write FILE] [--model NAME] [--json]

The sets are the seeds, articles 01-18 and 19-36, our own blind articles, and the three of outside.py. The seeds and the
outside gold lie in the shared folder; a set that is missing there is named, and the others still run (exit code 1).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path

import outside
import own
from scoreboard import render
from shared import HERE, Result

from graph.datafiles import DataFileError
from graph.extraction import Extractor, ModelNotFoundError, load_pipeline
from graph.sources import SourceError

_Run = Callable[[Extractor], Result]
_DATA = HERE.parent / "data"


def _sets(shared: Path) -> Mapping[str, _Run]:
    files = {
        "seeds": shared / "gold" / "seeds.jsonl",
        "wire-1": _DATA / "gold" / "wire-1.jsonl",
        "wire-2": _DATA / "gold" / "wire-2.jsonl",
        "articles": _DATA / "training" / "articles.yaml",
    }
    ours: dict[str, _Run] = {name: partial(own.run, name=name, path=path) for name, path in files.items()}
    return ours | {name: partial(run, folder=shared / "benchmarks") for name, run in outside.SETS.items()}


def _measured(extractor: Extractor, sets: Mapping[str, _Run]) -> Iterator[Result]:
    for name, run in sets.items():
        try:
            yield run(extractor)
        except (SourceError, DataFileError) as error:
            print(f"{name} is not measured: {error}", file=sys.stderr)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the extractor on all its gold and render one scoreboard.")
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared", help="folder of gold/ and benchmarks/")
    parser.add_argument("--set", action="append", choices=list(_sets(Path())), help="only this set; may be repeated")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the scoreboard here instead of printing it")
    parser.add_argument("--model", help="spaCy pipeline to use instead of the default one")
    parser.add_argument("--json", action="store_true", help="print one JSON object a set, a line each, with all errors")
    return parser.parse_args()


def main() -> int:
    """Run the sets asked for and render their figures; return the exit code."""
    arguments = _arguments()
    chosen = {name: run for name, run in _sets(arguments.shared).items() if name in (arguments.set or (name,))}
    try:
        extractor = load_pipeline(arguments.model)
    except ModelNotFoundError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    results = list(_measured(extractor, chosen))
    if arguments.json:
        print("\n".join(json.dumps(asdict(result)) for result in results))
    if arguments.write:
        arguments.write.write_text(render(results), encoding="utf-8")
    elif not arguments.json:
        print(render(results), end="")
    return int(len(results) < len(chosen))


if __name__ == "__main__":
    sys.exit(main())
