"""The record: sets of claims with the articles they were read in, in memory and on disk.

Examples
--------
>>> from graph.claims import ClaimSet
>>> len(ClaimSet())
0
"""

from graph.claims.articles import ArticleInfo
from graph.claims.atomic import replacing
from graph.claims.claim_set import ClaimSet
from graph.claims.edges import Edge, period
from graph.claims.jsonl import read_jsonl, write_jsonl
from graph.claims.store import ClaimStoreError, load, save

__all__ = [
    "ArticleInfo",
    "ClaimSet",
    "ClaimStoreError",
    "Edge",
    "load",
    "period",
    "read_jsonl",
    "replacing",
    "save",
    "write_jsonl",
]
