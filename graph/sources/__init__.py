"""Where articles come from: one reader a file format, found through the registry `READERS`.

Examples
--------
>>> from graph.sources import READERS
>>> sorted(READERS)
['.jsonl', '.txt']
"""

from graph.sources import jsonl, text  # noqa: F401 - importing a format registers its reader
from graph.sources.collection import Sources
from graph.sources.decoding import read_text
from graph.sources.errors import NoArticlesError, Report, SourceError, one_line
from graph.sources.readers import READERS, Reader
from graph.sources.rows import Row, json_rows

__all__ = [
    "READERS",
    "NoArticlesError",
    "Reader",
    "Report",
    "Row",
    "SourceError",
    "Sources",
    "json_rows",
    "one_line",
    "read_text",
]
