"""Running the pipeline: models, processes, texts of odd size, and pattern files that are broken."""

import shutil
from pathlib import Path

import pytest
import spacy

from graph import extraction
from graph.datafiles import DataFileError, load_yaml
from graph.extraction import DEFAULT_MODEL, ModelNotFoundError, load_pipeline, model_name
from graph.extraction.attributes import Attributes

ROOMS = Path(extraction.__file__).parent
CLAIM = "Turkey armed the Government of National Accord."
LONG_WORDS = "Meteorologists notwithstanding, uninterrupted precipitation overwhelmed neighbouring municipalities.\n\n"
SHORT_WORDS = "It was hot and dry on the hill. "
BROKEN = [
    ("relations/frames/support.yaml", "frames", ("verbs: [back,", "vrebs: [back,"), "0"),
    ("relations/frames/conduct.yaml", "frames", ("relation: cooperatesWith", "relation: 7"), "0/relation"),
    ("relations/compounds.yaml", "compounds", ("backed: {relation: backs, subject: x", "backed: {subject: z"), "suffixes/backed"),
    ("factuality/cues.yaml", "cues", ("[not, ", "[7, "), "negators/0"),
    ("linking/patterns.yaml", "patterns", ("locative: [in, ", "locative: [[in], "), "locative/0"),
]


def test_several_processes_give_the_claims_of_one(extractor, sample_articles):
    articles = sample_articles[:3]
    alone = [(article, extractor.extract(article)) for article in articles]
    assert all(claims for _, claims in alone)
    assert list(extractor.extract_all(articles, jobs=2)) == alone


@pytest.mark.parametrize("named", [True, False], ids=["argument", "environment"])
def test_model_that_is_not_installed_is_named(named, monkeypatch):
    if not named:
        monkeypatch.setenv("LIBYAGRAPH_MODEL", "xx_no_such_model")
    with pytest.raises(ModelNotFoundError, match=r"^the spaCy pipeline 'xx_no_such_model' is not installed"):
        load_pipeline("xx_no_such_model" if named else None)


def test_model_without_a_parser_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelNotFoundError, match="has no parser or no entity recogniser"):
        load_pipeline(str(tmp_path / "blank"))


def test_argument_comes_before_the_environment_and_that_before_the_default(monkeypatch):
    monkeypatch.delenv("LIBYAGRAPH_MODEL", raising=False)
    assert model_name() == DEFAULT_MODEL
    monkeypatch.setenv("LIBYAGRAPH_MODEL", "from_environment")
    assert (model_name(), model_name("named")) == ("from_environment", "named")


def test_attributes_looked_up_are_those_of_the_ruler(sample_articles):
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner", "lemmatizer"])
    ruler = nlp.get_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "sirte", "TAG": {"IN": ["NNP", "NN"]}}]], {"LEMMA": "the town"})
    ruler.add([[{"LOWER": "the"}, {"TAG": "NNP"}]], {"POS": "X"}, index=-1)
    looked_up = Attributes(ruler)
    nlp.disable_pipe("attribute_ruler")
    for text in ["Y'all ain't gonna let's go, there's none in Sirte.", *(article.text for article in sample_articles[:6])]:
        ruled, other = nlp(text), nlp(text)
        ruled, other = ruler(ruled), looked_up(other)
        assert [(t.pos_, t.lemma_, str(t.morph)) for t in other] == [(t.pos_, t.lemma_, str(t.morph)) for t in ruled]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\r\n ", "\u00a0", "\u200b", "\x00", ".", "🙂"])
def test_text_without_words_makes_no_claim(text, claims_of):
    assert claims_of(text) == []


@pytest.mark.parametrize("text", [LONG_WORDS * 2000 + CLAIM, SHORT_WORDS * 2500 + CLAIM], ids=["paragraphs", "one line"])
def test_long_text_is_read_to_its_end(text, claims_of):
    assert len(text) > 200_000 or len(text.split()) > 20_000
    (claim,) = claims_of(text)
    assert (claim.evidence.sentence, claim.evidence.end) == (CLAIM, len(text))


@pytest.mark.parametrize(("name", "schema", "change", "field"), BROKEN, ids=[row[0] for row in BROKEN])
def test_broken_pattern_is_named_with_file_line_and_field(name, schema, change, field, tmp_path):
    room, right = name.split("/", maxsplit=1)[0], change[0]
    copy = tmp_path / Path(name).name
    shutil.copy(ROOMS / name, copy)
    text = copy.read_text(encoding="utf-8")
    line = text[: text.index(right)].count("\n") + 1
    checked = {"package": f"graph.extraction.{room}", "schema": f"{schema}.schema.json"}
    assert load_yaml(copy, **checked)
    copy.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        load_yaml(copy, **checked)
    assert str(caught.value).startswith(f"{copy}:{line}: {field}: ")


def test_pattern_file_that_is_no_yaml_is_named_with_its_line(tmp_path):
    copy = tmp_path / "cues.yaml"
    copy.write_text("negators: [not]\nnegative_verbs: [refuse\ncharges: [claim]\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"^{copy}:3: not valid YAML: "):
        load_yaml(copy, package="graph.extraction.factuality", schema="cues.schema.json")
