"""Every code that the program can raise has a sentence, and every sentence a code."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import filingdesk
from filingdesk import resources
from filingdesk.core.problem import Problem
from filingdesk.core.question import AnswerType, Part, Question
from filingdesk.words.catalogue import LANGUAGES, Words
from filingdesk.words.missing import answer_sentence
from filingdesk.words.problems import PROBLEMS, sentence
from filingdesk.words.verdict import POINTS

SOURCE = Path(filingdesk.__file__).parent
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
OF_ONE_WORD = {"cycle", "unforeseen"}
NOT_CODES = {
    # names of encodings and algorithms
    "aes-256-gcm", "utf-8", "utf-8-sig", "utf-16-be", "unit-narrow", "read-only",
    "hard-fail", "soft-fail",
    # examples and names of threads
    "token-module",
    "cn-tianjin", "tianjin-expired", "filingdesk-demo",
}  # fmt: skip


def literals() -> Iterator[tuple[str, str]]:
    """Every string of the source that looks like a code, with its place."""
    for file in sorted(SOURCE.rglob("*.py")):
        if file.parent.name == "words":
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            match node:
                case ast.Constant(value=str(text), lineno=line) if CODE.fullmatch(text):
                    yield text, f"{file.relative_to(SOURCE)}:{line}"


def icons() -> set[str]:
    return {file.stem for file in resources.icons().glob("*.svg")}


def test_every_code_has_a_sentence() -> None:
    known = PROBLEMS.keys() | POINTS.keys() | NOT_CODES | icons()
    silent = {code: place for code, place in literals() if code not in known}
    assert silent == {}


def test_every_point_of_a_verdict_is_told_somewhere() -> None:
    assert POINTS.keys() - {code for code, _ in literals()} == set()


def test_every_sentence_has_a_code() -> None:
    used = {code for code, _ in literals()} | OF_ONE_WORD
    assert PROBLEMS.keys() - used == set()


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_sentence_blames_nobody_and_shows_no_code(code: str) -> None:
    words = PROBLEMS[code]
    assert words[0].isupper() or words[0] in "“{"
    assert "!" not in words
    assert not re.search(r"\b(invalid|illegal|error|failed|forbidden|you must)\b", words, re.I)
    assert words.rstrip("”").endswith((".", "?")) or words.endswith(("{text}", "{reason}."))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_with_its_facts(language: str) -> None:
    """A translation that lost a named place would stop the page that tells of the problem."""
    words = Words(language)
    for code, message in PROBLEMS.items():
        places = {name for _, name, _, _ in string.Formatter().parse(message) if name}
        facts = dict.fromkeys(places, "7")
        said = sentence(Problem("somewhere", code, facts), words)
        assert said
        assert not places or "{" not in said.replace("{7}", "")


def test_a_code_that_nobody_put_in_words_is_a_fault() -> None:
    with pytest.raises(KeyError):
        sentence(Problem("somewhere", "never-heard-of"), Words("en"))


@pytest.mark.parametrize(
    ("language", "day", "length"),
    [
        ("zh_CN", "2026年1月2日星期五", "40,000"),
        ("zh_TW", "2026年1月2日 星期五", "40,000"),
        ("en", "Friday, 2 January 2026", "40,000"),
        ("es", "viernes, 2 de enero de 2026", "40.000"),
    ],
)
def test_days_and_numbers_are_written_as_the_language_writes_them(
    language: str, day: str, length: str
) -> None:
    words = Words(language)
    for code in ("seal-expired", "seal-not-yet-valid", "certificate-revoked"):
        assert day in sentence(Problem("", code, {"date": "2026-01-02"}), words)
    long = Problem("", "answer-too-long", {"length": "40000", "most": "200"})
    assert length in sentence(long, words)
    size = Problem("", "stick-full", {"megabytes": "1.5"})
    assert words.number(1.5) in sentence(size, words)


def test_the_nearest_name_is_offered() -> None:
    problem = Problem("kind", "question-unknown", {"name": "troubel", "meant": "trouble"})
    assert sentence(problem, Words("en")) == (
        "There is no question “troubel” to ask. Did you mean “trouble”?"
    )


def test_what_is_missing_is_named_by_its_kind() -> None:
    def missing(type_: AnswerType) -> str:
        question = Question("q", type_, Part.RECORD, "?", "it")
        return answer_sentence(Problem("q", "answer-missing"), question, Words("en"))

    assert missing(AnswerType.CHOICE) == "Please choose one answer."
    assert missing(AnswerType.DATE) == "Please enter the year, the month and the day."
    assert missing(AnswerType.NAME) == "Please fill this in."
