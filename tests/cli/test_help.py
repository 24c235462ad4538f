"""The help speaks the person's language, on every page of it, and so does what it refuses."""

import argparse
import re
from collections.abc import Iterator
from unicodedata import east_asian_width

import pytest

from filingdesk.app import check_in_window
from filingdesk.cli.tree import every_command
from filingdesk.words.catalogue import LANGUAGES, Words
from filingdesk.words.columns import columns, wrapped
from filingdesk.words.command_line import asked_language
from filingdesk.words.misread import reason
from tests.cli.shell import Shell, run_apart

OTHERS = [each for each in LANGUAGES if each != "en"]
CHINESE = [each for each in LANGUAGES if each.startswith("zh")]
ENGLISH = re.compile(r"[A-Za-z]*[a-z] [a-z]{2,}")
"""Two words in a row: names of options, files and settings stand alone."""
NO_LINE_BEGINS_WITH = tuple("，。、；：！？）」』》”")


def pages(language: str) -> Iterator[argparse.ArgumentParser]:
    """The program, every group and every command, each with its page of help."""
    waiting: list[argparse.ArgumentParser] = [every_command(Words(language), check_in_window)]
    while waiting:
        page = waiting.pop()
        yield page
        for action in page._actions:
            if isinstance(action, argparse._SubParsersAction):
                waiting.extend(action.choices.values())


def explained(page: argparse.ArgumentParser) -> list[tuple[str, str]]:
    """What the page is about, and each thing it takes, with its text."""
    takes = [(action.dest, action.help or "") for action in page._actions]
    return [(page.prog, page.description or ""), *takes]


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("language", OTHERS)
def test_every_command_and_whatever_it_takes_is_explained_in_the_language(language: str) -> None:
    seen = 0
    for english, page in zip(pages("en"), pages(language), strict=True):
        for (name, text), (_, said) in zip(explained(english), explained(page), strict=True):
            assert text, f"{page.prog}: nothing is said of {name}"
            assert said != text, f"{page.prog}: {name} is in English"
            seen += 1
    assert seen > 200


@pytest.mark.parametrize("language", CHINESE)
def test_a_chinese_page_has_no_english_sentence(language: str) -> None:
    for page in pages(language):
        usage, _, rest = page.format_help().partition("\n\n")
        assert usage.startswith("用法：filingdesk")
        assert ENGLISH.findall(rest) == [], page.prog
        assert "options" not in rest
        assert "：" in rest


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_a_terminal(language: str) -> None:
    for page in pages(language):
        for line in page.format_help().splitlines():
            wide = sum(1 + (east_asian_width(each) in "WF") for each in line)
            assert wide <= 80, line
            assert not line.strip().startswith(NO_LINE_BEGINS_WITH)


def test_a_long_chinese_text_fills_its_lines_and_keeps_words_whole() -> None:
    text = "把规则包的文件夹打成一个文件，写到 FILINGDESK_HOME 里（不写就用“默认”的）。" * 4
    lines = wrapped(text, 40)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(columns(line) <= 40 for line in lines)
    assert all(columns(line) >= 24 for line in lines[:-1])
    assert not any(line.startswith(NO_LINE_BEGINS_WITH) for line in lines)
    assert sum(line.count("FILINGDESK_HOME") for line in lines) == 4
    assert wrapped("one\ntwo", 40) == ["one", "two"]


def test_the_help_is_in_the_language_of_the_shell_or_in_the_one_that_is_asked_for() -> None:
    taiwan = {"LC_ALL": "zh_TW.UTF-8", "COLUMNS": "80"}
    told = run_apart("packs", "--help", env=taiwan)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("用法：filingdesk packs")
    assert "列出所有地區" in told.out
    for words in (("--language", "es", "packs", "-h"), ("packs", "--language=es", "--help")):
        told = run_apart(*words, env=taiwan)
        assert (told.code, told.err) == (0, "")
        assert told.out.startswith("uso: filingdesk packs")
        assert "\nopciones:\n" in told.out


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ("due x --language zh_TW", "zh_TW"),
        ("--language=zh_CN due x", "zh_CN"),
        ("due --lang es", "es"),
        ("due --lang=es", "es"),
        ("due --language klingon", "en"),
        ("due x --language", "en"),
        ("due -l es", "en"),
    ],
)
def test_however_the_language_is_asked_for(
    arguments: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert asked_language(arguments.split()) == language


WRONG = [
    ("file", "ANSWERS.toml"),
    ("packs list sofa", "sofa"),
    ("wish", "settings"),
    ("file x -o y --as king", "king"),
    ("file x -o", "--out"),
    ("packs new x --name y --articles", "--articles"),
    ("packs new x --name y --articles z", "--articles"),
    ("packs list --json=yes", "--json"),
    ("file --p secret", "--passphrase-file"),
    ("due x --event 2026-02-30", "2026-02-30"),
    ("cases record x eaten", "handed_over"),
    ("settings set shoes", "token-module"),
    ("packs list --language klingon", "klingon"),
    ("verify", "FILE.pdf"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("arguments", "named"), WRONG)
def test_wrong_arguments_are_told_in_the_language(
    arguments: str, named: str, language: str, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    told = shell(*arguments.split())
    assert (told.code, told.out) == (2, "")
    assert named in told.err
    assert reason("the moon is full", Words(language)) not in told.err
    _, _, sentence = told.err.partition(": ")
    if language in CHINESE:
        assert re.search(r"[一-鿿]{2}", sentence)
        assert ENGLISH.findall(sentence) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_another_python_says_otherwise_is_not_shown_in_english(language: str) -> None:
    said = reason("argument --seal: the moon is full", Words(language))
    assert said
    assert "moon" not in said
    assert (said == "This command cannot be understood") == (language == "en")
