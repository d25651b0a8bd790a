"""The Python calls behind the command line: build, extract, explain, evaluate, and a built graph to ask."""

from __future__ import annotations

import datetime as dt
import errno
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import networkx as nx
from rdflib import Dataset

import graph.extraction as reading
from graph.actors import base
from graph.claims import ArticleInfo, ClaimSet, clusters, load
from graph.claims.clusters import DecisionFile
from graph.evaluation import evaluate
from graph.extraction.explaining import Explanation, explain
from graph.model import Article, Claim
from graph.publishing import STANDARD_EXPORTS, published, scratch_beside, written
from graph.query import Result, run_query
from graph.sources import NoArticlesError, SourceError, Sources
from graph.views import to_dataset, to_network, validate

__all__ = [
    "STANDARD_EXPORTS",
    "BuildReport",
    "EngineError",
    "Explanation",
    "KnowledgeGraph",
    "NoArticlesError",
    "Progress",
    "build",
    "evaluate",
    "explain",
    "extract",
    "extract_each",
]

Pathlike = str | Path
Engine = Literal["local", "dask"]
Progress = Callable[[int, int | None], None]
"""Called with the number of articles read so far and their total, None where that is not known before."""


class EngineError(ValueError):
    """The engine asked for cannot run here."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build read and wrote.

    Attributes
    ----------
    out, claims, errors, files
        The folder, the record, an error for each input that could not be read, the files.
    merged
        How many names of unknown actors gave way to another name.
    decisions, questions
        The file in which people decide about names, and how many they are yet to decide.
    skipped
        How many articles were passed over because they do not concern Libya.
    """

    out: Path
    claims: ClaimSet
    errors: tuple[SourceError, ...]
    files: tuple[Path, ...]
    merged: int
    decisions: Path
    questions: int
    skipped: int


def build(
    paths: Iterable[Pathlike],
    out: Pathlike,
    *,
    engine: Engine = "local",
    jobs: int = 1,
    model: str | None = None,
    progress: Progress | None = None,
    decisions: Pathlike | None = None,
    about_libya: bool = False,
    min_confidence: float = reading.LEAST_CONFIDENCE,
) -> BuildReport:
    """Read articles, extract their claims, join names of one unknown actor, and write the record with its standard exports.

    Parameters
    ----------
    paths, out
        Files and folders; the folder to write to, which a build that fails leaves as it was.
    engine, jobs, model, progress, decisions
        Where to extract, and in how many processes; a spaCy pipeline other than the default one; what to call after each article;
        the file in which people decide which names are one actor; `decisions.yaml` in the folder where none is given.
    about_libya, min_confidence
        Whether to pass over articles that do not concern Libya (`concerns_libya`); claims that are less sure are left out.

    Raises
    ------
    NoArticlesError, ModelNotFoundError, EngineError, OSError
        When there is nothing to read, nothing to read it with, or nowhere to write.
    DecisionsError
        When the file of decisions cannot be used; it is left as it is. Where it broke during the build, the graph is written.
    """
    folder = Path(out)
    sources = _readable(paths, folder, engine, about_libya=about_libya)
    file = DecisionFile(_decisions_file(decisions, folder))
    with scratch_beside(folder) as scratch:
        decided = file.read(base())
        extracted = extract_each(sources, model=model, jobs=jobs, progress=progress, min_confidence=min_confidence)
        settled = clusters.settle(_collected(sources, extracted), decided)
        files = published(written(settled.claims, Path(scratch)), folder)
    return _reported(folder, sources, settled, files, file)


def _readable(paths: Iterable[Pathlike], folder: Path, engine: Engine, *, about_libya: bool) -> Sources:
    if engine != "local":
        raise EngineError(f"the engine {engine!r} is not there yet: use --engine local, with --jobs for several processes")
    sources = Sources(paths, skip=folder, wanted=reading.concerns_libya if about_libya else None)
    if not sources.files:
        raise NoArticlesError(sources.errors)
    return sources


def _reported(out: Path, read: Sources, settled: clusters.Settled, files: tuple[Path, ...], file: DecisionFile) -> BuildReport:
    """Write the questions that are open now, and report what the build did."""
    entries = file.update(settled.questions)
    return BuildReport(
        out=out,
        claims=settled.claims,
        errors=tuple(read.errors),
        files=(*files, file.path) if file.path.exists() else files,
        merged=settled.merged,
        decisions=file.path,
        questions=sum(entry.decision is None for entry in entries),
        skipped=read.skipped,
    )


def _decisions_file(given: Pathlike | None, folder: Path) -> Path:
    file = Path(given) if given else folder / clusters.DECISIONS_FILE
    if not file.parent.is_dir() and file.parent != folder:
        raise NotADirectoryError(errno.ENOTDIR, "no such folder", str(file.parent))
    return file


def extract_each(
    sources: Sources,
    *,
    model: str | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    min_confidence: float = reading.LEAST_CONFIDENCE,
) -> Iterator[tuple[Article, list[Claim]]]:
    """Yield each article of `sources` with its claims, as they are read.

    Raises
    ------
    ModelNotFoundError
        When the pipeline is not installed.
    NoArticlesError
        At the end, when nothing could be read.
    """
    extracted = reading.load_pipeline(model).extract_all(sources, jobs=jobs, min_confidence=min_confidence)
    for done, (article, claims) in enumerate(extracted, start=1):
        yield article, claims
        if progress:
            progress(done + sources.skipped, sources.count)
    if not sources.paths:
        raise NoArticlesError(sources.errors)


def extract(
    source: str | Path | Article | Iterable[Path | Article],
    *,
    date: dt.date | None = None,
    model: str | None = None,
    jobs: int = 1,
    about_libya: bool = False,
    min_confidence: float = reading.LEAST_CONFIDENCE,
) -> ClaimSet:
    """Extract claims without writing anything.

    Parameters
    ----------
    source, date
        A text, as `str`, with the day it was published; or a `Path` to a file or folder, or an `Article`, or several of them.
    model, jobs, about_libya, min_confidence
        As in `build`.

    Returns
    -------
    ClaimSet
        The claims with their articles; a file that cannot be read gives a warning.

    Raises
    ------
    NoArticlesError, ModelNotFoundError
        As in `build`.

    Examples
    --------
    >>> claims = extract("Turkey does not recognise the Libyan National Army.")
    >>> [(claim.subject.id, claim.relation, claim.polarity) for claim in claims]
    [('turkey', 'recognizes', 'negated')]
    """
    wanted = reading.concerns_libya if about_libya else None
    given, paths = _parted(source, date)
    articles = [article for article in given if wanted is None or wanted(article)]
    extracted = reading.load_pipeline(model).extract_all(articles, jobs=jobs, min_confidence=min_confidence) if articles else ()
    claims = _collected(None, extracted)
    return claims.merge(_read(Sources(paths, wanted=wanted), model, jobs, min_confidence)) if paths else claims


def _parted(source: str | Path | Article | Iterable[Path | Article], date: dt.date | None) -> tuple[list[Article], list[Path]]:
    given = [Article(id="text", text=source, date=date)] if isinstance(source, str) else source
    items = [given] if isinstance(given, Path | Article) else list(given)
    return [item for item in items if isinstance(item, Article)], [item for item in items if not isinstance(item, Article)]


def _read(sources: Sources, model: str | None, jobs: int, min_confidence: float) -> ClaimSet:
    claims = _collected(sources, extract_each(sources, model=model, jobs=jobs, min_confidence=min_confidence))
    for error in sources.errors:
        warnings.warn(str(error), stacklevel=3)
    return claims


class KnowledgeGraph:
    """A built graph: its claims, and the views derived from them.

    Examples
    --------
    >>> from graph.claims import ArticleInfo
    >>> graph = KnowledgeGraph(ClaimSet(articles=[ArticleInfo(id="a1")]))
    >>> graph.query("ASK { ?article a lyg:Article }").answer
    True
    """

    def __init__(self, claims: ClaimSet) -> None:
        self.claims = claims

    @classmethod
    def load(cls, directory: Pathlike) -> KnowledgeGraph:
        """Read a folder that `build` wrote.

        Raises
        ------
        NotADirectoryError
            When there is no such folder.
        ClaimStoreError
            When it holds no record, or a damaged one.
        """
        if not Path(directory).is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "no such folder", str(directory))
        return cls(load(directory))

    def network(self) -> nx.MultiDiGraph[str]:
        """Return the claims as a networkx graph."""
        return to_network(self.claims)

    def rdf(self) -> Dataset:
        """Return the claims as an RDF dataset, made at the first call."""
        return self._dataset

    @cached_property
    def _dataset(self) -> Dataset:
        return to_dataset(self.claims)

    def query(self, sparql: str, *, limit: int | None = None) -> Result:
        """Answer a SPARQL query; see `graph.query.run_query`."""
        return run_query(self.rdf(), sparql, limit=limit)

    def problems(self) -> list[str]:
        """Check the RDF view against the ontology's SHACL shapes and return one line for each breach."""
        return validate(self.rdf())


def _collected(sources: Sources | None, extracted: Iterable[tuple[Article, list[Claim]]]) -> ClaimSet:
    found = ClaimSet()
    for article, claims in extracted:
        path = sources.paths[article.id].as_posix() if sources else None
        found.add_article(ArticleInfo.of(article, path))
        for claim in claims:
            found.add(claim)
    found.notice = sources.notice if sources else None
    return found
