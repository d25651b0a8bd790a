"""Measure the extractor on gold that nobody in this project wrote; README.md says what the figures mean.

Usage: python benchmarks/outside.py [--data FOLDER] [--set plover-gsr|re3d|petrarch|all] [--errors N] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import petrarch_unit
import plover_gsr
import re3d
from shared import HERE, Result

from graph.extraction import Extractor, ModelNotFoundError, load_pipeline
from graph.sources import SourceError

SETS: Mapping[str, Callable[[Extractor, Path], Result]] = {
    "plover-gsr": plover_gsr.run,
    "re3d": re3d.run,
    "petrarch": petrarch_unit.run,
}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the extractor on outside gold.")
    parser.add_argument(
        "--data", type=Path, default=HERE.parent.parent / "shared" / "benchmarks", help="folder of the gold files"
    )
    parser.add_argument("--set", choices=[*SETS, "all"], default="all", help="which gold set (default: all)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N wrong and N missed of each set")
    parser.add_argument("--model", help="spaCy pipeline to use instead of the default one")
    parser.add_argument("--json", action="store_true", help="print one JSON object a set, a line each, with all errors")
    return parser.parse_args()


def main() -> int:
    """Run the sets asked for and print their figures; return the exit code."""
    arguments = _arguments()
    names = list(SETS) if arguments.set == "all" else [arguments.set]
    try:
        extractor = load_pipeline(arguments.model)
        for name in names:
            result = SETS[name](extractor, arguments.data)
            lines = [json.dumps(asdict(result))] if arguments.json else [*result.lines(arguments.errors), ""]
            print("\n".join(lines), flush=True)
    except (SourceError, ModelNotFoundError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
