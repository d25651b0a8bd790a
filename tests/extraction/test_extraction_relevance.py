"""Telling articles about Libya from the rest of the world's news by a look at their words."""

import re
from pathlib import Path

import pytest
import yaml

from graph.extraction import concerns_libya
from graph.model import Article
from graph.sources import Sources

DATA = Path(__file__).parents[2] / "data"
ABOUT = [
    "Officials in Libya would not comment.",
    "LIBYAN COURT FREES EDITOR",
    "The anti-Libyan mood in the bloc has passed, she said.",
    "The general's men were seen on the Zawiya road at dawn.",
    "HAFTAR RULES OUT TALKS",
    "Fighters from Misratah and Zintan exchanged fire.",
    "Muammar Qaddafi’s tent stood in the garden.",
    "Al-Serraj flew home early.",
    "Fayez al‑Sarraj flew home early.",
    "Élections : Dbeïbah veut rester au pouvoir",
    "The LNA denied it.",
    "GNA's planes hit a convoy.",
    "UNSMIL has called for calm.",
    "Emad Trabelsi, who runs the interior ministry, was there.",
    "Ghassan Salame resigned for reasons of health.",
    "A boat with sixty people left Sabratha on Monday.",
    "Two ships of Operation Irini took part.",
    "The High Council of State elected a chairman.",
    "Families from Bani Walid have waited for years.",
    "The crossing at Ras Ajdir is closed.",
    "In Libia non si vota",
    "La Libye attend ses élections.",
    "لم تعلق السلطات الليبية على ذلك",
    "وصل الوفد إلى بنغازي أمس",
]
NOT_ABOUT = [
    "The House of Representatives passed the budget, and the Congress went home.",
    "President Saleh of Yemen stepped down.",
    "The Muslim Brotherhood won the vote in Egypt.",
    "Joseph Aoun was sworn in as president of Lebanon.",
    "The Tuareg rebels of northern Mali took Kidal.",
    "South Africa's Government of National Unity met for the first time.",
    "The government of national unity was sworn in in Juba.",
    "They feel that Josh should weigh the offer.",
    "Mohamed Hassan and Ali Mahmoud won medals.",
    "Gna is a small company; its alibi is good, and so is its libido.",
    "The Gulf of Mexico and the Western Mountain were both in the papers.",
    "The Supreme Court heard the central bank's appeal.",
    "A plan for the airport road has been shelved.",
    "أعلن البنك المركزي المصري رفع الفائدة",
    "",
]


def about(text, title=None):
    return concerns_libya(Article(id="any", text=text, title=title))


@pytest.mark.parametrize("text", ABOUT)
def test_names_of_libya_and_of_its_own_give_an_article_away(text):
    assert about(text)


@pytest.mark.parametrize("text", NOT_ABOUT)
def test_names_that_others_bear_do_not(text):
    assert not about(text)


def test_title_counts_too():
    assert about("The court will sit again on Monday.", title="Derna dam trial adjourned")


def test_every_sample_article_is_kept(sample_articles):
    assert len(sample_articles) == 36
    assert all(map(concerns_libya, sample_articles))


def test_long_passages_with_claims_are_kept():
    files = sorted((DATA / "training").glob("*.yaml"))
    rows = [row for file in files for row in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)]
    long = [row["text"] for row in rows if row.get("claims") and len(row["text"].split()) > 60]
    assert len(long) > 300
    assert [text for text in long if not about(text)] == []


def test_unwanted_articles_are_counted_and_not_yielded(tmp_path):
    for name, text in (("a", "Haftar met Sisi."), ("b", "Ohio votes today."), ("c", "Peru votes today.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    sources = Sources([tmp_path], wanted=concerns_libya)
    assert [article.id for article in sources] == ["a"]
    assert (sources.skipped, sources.errors, len(sources.paths)) == (2, [], 3)


def test_data_lists_each_name_once_and_shared_words_folded():
    data = yaml.safe_load((Path(__file__).parents[2] / "graph/extraction/relevance.yaml").read_text(encoding="utf-8"))
    assert len({name.casefold() for name in data["names"]}) == len(data["names"])
    assert all(re.fullmatch(r"[a-z\u0621-\u064a]+", word) for word in data["shared"])
