"""On which line of a pattern file a row begins."""

from __future__ import annotations

from functools import cache

import yaml

from graph.datafiles import package_file

__all__ = ["line_of"]


def line_of(row: str) -> int:
    """Return the line of a row named like "frames/support.yaml#12".

    Examples
    --------
    >>> line_of("frames/support.yaml#2") > line_of("frames/support.yaml#1")
    True
    """
    file, _, number = row.partition("#")
    return _lines(file)[int(number) - 1]


@cache
def _lines(file: str) -> tuple[int, ...]:
    root = yaml.compose(package_file("graph.extraction.relations", file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(item.start_mark.line + 1 for item in root.value) if isinstance(root, yaml.SequenceNode) else ()
