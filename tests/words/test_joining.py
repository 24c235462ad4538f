"""Sentences follow each other, and numbers stand by their units, as the language has it."""

from filingdesk.core.problem import Problem
from filingdesk.words.catalogue import LANGUAGES, Words
from filingdesk.words.problems import sentence

SIZE = "20\N{NO-BREAK SPACE}MB"


def test_a_chinese_full_stop_needs_no_space() -> None:
    assert Words("zh_CN").together(["第一句。", "第二句。"]) == "第一句。第二句。"
    assert Words("es").together(["Uno.", "Dos."]) == "Uno. Dos."


def test_a_number_stays_with_its_unit() -> None:
    for language in LANGUAGES:
        words = Words(language)
        assert words.megabytes(20) == SIZE
        assert SIZE in sentence(Problem("file", "file-too-large", {"most": "20"}), words)
    assert Words("es").megabytes(0.1) == "0,1\N{NO-BREAK SPACE}MB"


def test_a_size_has_the_comma_of_the_language() -> None:
    full = Problem("folder", "stick-full", {"megabytes": "0.1"})
    assert "0,1\N{NO-BREAK SPACE}MB" in sentence(full, Words("es"))
    assert SIZE.replace("20", "0.1") in sentence(full, Words("en"))
