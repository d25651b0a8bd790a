"""What several test files need: the loaded pipeline, and a graph built from the sample articles."""

from pathlib import Path

import pytest

import graph
from graph.extraction import load_pipeline
from graph.model import Article
from graph.sources import Sources

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def extractor():
    return load_pipeline()


@pytest.fixture(scope="session")
def sample_build(tmp_path_factory):
    out = tmp_path_factory.mktemp("sample") / "graph"
    graph.build([ROOT / "data/articles"], out)
    return out


@pytest.fixture(scope="session")
def claims_of(extractor):
    """The claims of a text published on a day."""
    return lambda text, date="2019-06-19": extractor.extract(Article(id="told", text=text, date=date))


@pytest.fixture(scope="session")
def triples_of(claims_of):
    """The claims of a text as "subject relation object", with "not" in front where negated."""

    def triples(text, date="2019-06-19"):
        return {f"{'not ' * (c.polarity == 'negated')}{c.subject.id} {c.relation} {c.object.id}" for c in claims_of(text, date)}

    return triples


@pytest.fixture(scope="session")
def named_in(extractor):
    """What a text's names and pronouns stand for: pairs of words and entity id, in order."""

    def named(text, date="2019-06-19"):
        reading = extractor.read(Article(id="named", text=text, date=date))._.reading
        return [(mention.text, mention.entity.id) for _, mention in reading.linked()]

    return named


@pytest.fixture(scope="session")
def sample_articles():
    return list(Sources([ROOT / "data/articles"]))
