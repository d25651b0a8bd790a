"""Measure how fast names are resolved and the base is loaded, next to rapidfuzz over the same aliases.

Usage: python benchmarks/names.py [--names N] [--peer-names N] [--repeat N] [--json]

The names are the base's own, each as listed and in three other ways: in capitals, behind a title or article, spelled as in French
("ou" for "u", "dj" for "j"). rapidfuzz's `process.extractOne` (its default scorer, over all names
folded, as its users do it) gets the first `--peer-names` of them, as it needs seconds for a hundred. The base is loaded in
a Python of its own each time, after one load that compiles it where it has changed.

For both, the shares of names that come out as the actor they were made from, and as another one, are printed too: speed
alone says little. (A capital that stands for its state counts as wrong here, for both.)
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from rapidfuzz import process

from graph.actors import Actor, base, resolve
from graph.actors.names import fold

_SEED = 2011
_LOAD = "import time; from graph.actors import base; start = time.perf_counter(); base(); print(time.perf_counter() - start)"
_OTHERWISE = str.maketrans({"u": "ou", "j": "dj"})  # as in French
_WAYS: tuple[Callable[[str, str], str], ...] = (
    lambda name, _kind: name,
    lambda name, _kind: name.upper(),
    lambda name, kind: f"{'General' if kind == 'Person' else 'the'} {name}",
    lambda name, _kind: name[:1] + name[1:].translate(_OTHERWISE),
)


@dataclass(frozen=True, slots=True)
class Speed:
    """Names resolved in a second on one core; the shares that came out as the actor they were made from, and as another."""

    names: float
    right: float
    wrong: float


def forms(actors: Sequence[Actor], count: int) -> list[tuple[str, str]]:
    """Return names with the ids of their actors, in an order that is random and always the same."""
    listed = [(way(name, actor.type), actor.id) for actor in actors for name in actor.full_names for way in _WAYS]
    random.Random(_SEED).shuffle(listed)  # noqa: S311
    return listed[:count]


def _measured(find: Callable[[str], str | None], names: Sequence[tuple[str, str]]) -> Speed:
    start = time.perf_counter()
    found = [find(name) for name, _ in names]
    seconds = time.perf_counter() - start
    right = sum(one == wanted for one, (_, wanted) in zip(found, names, strict=True))
    wrong = sum(one is not None for one in found) - right
    return Speed(len(names) / seconds, right / len(names), wrong / len(names))


def _ours(name: str) -> str | None:
    entity = resolve(name).entity
    return entity and entity.id


def _peer(actors: Sequence[Actor]) -> Callable[[str], str | None]:
    listed = {fold(name): actor.id for actor in actors for name in actor.full_names}
    names = list(listed)

    def find(name: str) -> str | None:
        best = process.extractOne(fold(name), names)
        return listed[best[0]] if best else None

    return find


def loading(repeat: int) -> float:
    """Return the seconds that loading the base takes, the best of some turns, without starting Python and importing."""
    command = [sys.executable, "-c", _LOAD]
    turns = [float(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(repeat + 1)]  # noqa: S603
    return min(turns[1:])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how fast names are resolved, next to rapidfuzz.")
    parser.add_argument("--names", type=int, default=40_000, metavar="N", help="names to resolve (default: 40000)")
    parser.add_argument("--peer-names", type=int, default=400, metavar="N", help="names for rapidfuzz (default: 400)")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="turns of loading (default: 3)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser.parse_args()


def main() -> int:
    """Measure and print; return the exit code."""
    arguments = _arguments()
    actors = list(base())
    names = forms(actors, arguments.names)
    speeds = {
        "libyagraph": _measured(_ours, names),
        "rapidfuzz": _measured(_peer(actors), names[: arguments.peer_names]),
    }
    seconds = loading(arguments.repeat)
    ratio = speeds["libyagraph"].names / speeds["rapidfuzz"].names
    if arguments.json:
        figures = {name: asdict(speed) for name, speed in speeds.items()}
        print(json.dumps({**figures, "ratio": ratio, "load_seconds": seconds, "actors": len(actors)}))
        return 0
    print(f"names ({len(actors)} actors, one core)")
    for name, speed in speeds.items():
        print(f"  {name:<14}{speed.names:>10.0f} names/s{speed.right:>9.1%} right{speed.wrong:>8.1%} wrong")
    print(f"  {'ratio':<14}{ratio:>10.0f} times rapidfuzz's speed")
    print(f"  {'base loaded in':<14}{seconds:>10.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
