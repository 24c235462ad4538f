"""One term, one translation: the catalogues of the program and the packs keep to docs/terms.md."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from filingdesk import resources
from filingdesk.packs.sentences import places_in
from filingdesk.words.catalogue import LANGUAGES
from tests.pseudo import ROOT

PACKS = sorted(each.name for each in resources.packs().iterdir() if each.is_dir())
TRANSLATED = [each for each in LANGUAGES if each != "zh_CN"]
LATIN = ["en", "es"]
NAMES = re.compile(
    "|".join(
        (
            "個人信息保護法|政府信息公開條例|信息公示規定|信用信息修復管理辦法|名單信息的若干規定",
            "個人信用信息基礎數據庫|公共信用信息管理辦法|公共信用信息管理系統|信用信息公示系統",
            "公共信用信息服務中心|公共信用信息服務平台|執行信息公開網|互聯網信息辦公室|信息化局",
            "知識產權局|市場和質量監督管理委員會|政務服務和數據管理局|網絡理政辦公室|「數據來源」",
        )
    )
)
"""What the mainland calls its laws, organs and systems: these keep their own words."""
FOREIGN_MARKS = {"zh_CN": "«»「」\"'", "zh_TW": "«»“”‘’\"'", "en": '«»‘’"', "es": "“”‘’\"'"}


@cache
def table(columns: int) -> list[list[str]]:
    """The rows of the table of docs/terms.md that has so many columns, without its head."""
    lines = (ROOT / "docs" / "terms.md").read_text(encoding="utf-8").splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return [row for row in rows if len(row) == columns][1:]


@cache
def texts(po: Path) -> dict[str, str]:
    with po.open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if each.id}


@cache
def program(language: str) -> dict[str, str]:
    return texts(ROOT / "translations" / language / "LC_MESSAGES" / "filingdesk.po")


def pack(name: str, language: str) -> dict[str, str]:
    return texts(resources.packs() / name / "lang" / f"{language}.po")


@cache
def packs(language: str) -> dict[str, str]:
    return {text: said for name in PACKS for text, said in pack(name, language).items()}


def everything(language: str) -> list[str]:
    said = [*program(language).values()]
    return said if language == "zh_CN" else [*said, *packs(language).values()]


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_same_text_is_translated_alike_in_every_pack(language: str) -> None:
    assert len(packs(language)) > 3000
    other = packs(language)
    assert [
        (name, text)
        for name in PACKS
        for text, said in pack(name, language).items()
        if said != other[text]
    ] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_same_sentence_is_translated_alike_in_every_text(language: str) -> None:
    """Where a text and its translation have as many sentences, each answers to its own."""
    said_for: dict[str, set[str]] = {}
    for text, said in packs(language).items():
        sentences = re.split(r"(?<=。)", text.strip().rstrip("。"))
        ends = r"(?<=。)" if language == "zh_TW" else r"(?<=\.)\s+"
        translated = re.split(ends, said.strip().rstrip("。."))
        if len(sentences) == len(translated) and len(sentences) > 1 and "\n" not in text:
            for each, its in zip(sentences, translated, strict=True):
                said_for.setdefault(each.rstrip("。"), set()).add(its.rstrip("。."))
    assert len(said_for) > 300
    several = {text: said for text, said in said_for.items() if len(said) > 1}
    assert {text: said for text, said in several.items() if text not in SAID_TWICE} == {}


SAID_TWICE = {
    "可以选几个": "the gender of what is chosen",
    "它也受理异议": "who accepts it is told apart in Spanish",
    "投诉不会让复议的期限停下来": "one text names the time limit before",
}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_place_is_kept(language: str) -> None:
    assert [t for t, said in packs(language).items() if places_in(t) != places_in(said)] == []


@pytest.mark.parametrize(("column", "language"), [(1, "zh_TW"), (2, "en"), (3, "es")])
def test_every_term_of_the_table_is_in_use(column: int, language: str) -> None:
    rows = [row for row in table(4) if set(row[0]) != {"-"}]
    assert len(rows) > 80
    for row in rows:
        said = [said for text, said in packs(language).items() if row[0] in text]
        assert any(row[column].lower() in each.lower() for each in said), row


@pytest.mark.parametrize("language", TRANSLATED)
def test_words_that_are_not_used_are_not_used(language: str) -> None:
    words = [row[1] for row in table(3) if row[0] == language]
    assert words
    edge = "" if language == "zh_TW" else r"\b"
    unwanted = re.compile("|".join(f"{edge}{re.escape(each)}{edge}" for each in words), re.I)
    said = [NAMES.sub("", each) for each in everything(language)]
    assert [each for each in said if unwanted.search(each)] == []


def test_spanish_questions_are_opened_and_closed() -> None:
    said = everything("es")
    assert any("¿" in each for each in said)
    assert [each for each in said if each.count("¿") != each.count("?")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_spaces_and_marks_are_those_of_the_language(language: str) -> None:
    foreign = set(FOREIGN_MARKS[language])
    for each in everything(language):
        assert "  " not in each
        assert each == each.strip()
        assert not set(each) & foreign, each


@pytest.mark.parametrize("language", LATIN)
def test_no_word_is_written_twice(language: str) -> None:
    twice = re.compile(r"\b(\w+) \1\b", re.I)
    assert [each for each in everything(language) if twice.search(each)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_an_answer_that_a_hint_names_is_quoted_as_it_is_shown(language: str) -> None:
    shown = {
        chinese: program(language)[english] for english, chinese in program("zh_CN").items()
    } | packs(language)
    named = [
        (text, said, shown[answer])
        for text, said in packs(language).items()
        for answer in re.findall("选“([^”]+)”", text)
    ]
    assert len(named) > 20
    assert [text for text, said, answer in named if answer.strip("。") not in said] == []
