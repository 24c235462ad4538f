"""The catalogues: nothing that the program says may be missing in a person's language."""

from pathlib import Path

import pytest
from babel.messages.mofile import read_mo

import catalogues

ROOT = Path(catalogues.__file__).parent.parent

SOURCE = """
GREETING = N_("Good day")
def page(say):
    return say("{count} cases wait", count=3), words.say("Continue")
"""

COMPLETE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Good day"
msgstr "您好"

msgid "{count} cases wait"
msgstr "{count} 件待办"

msgid "Continue"
msgstr "继续"
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A program of three sentences, said in Chinese too."""
    package = tmp_path / "src" / "filingdesk"
    package.mkdir(parents=True)
    (package / "page.py").write_text(SOURCE)
    chinese(tmp_path).parent.mkdir(parents=True)
    chinese(tmp_path).write_text(COMPLETE)
    return tmp_path


def chinese(checkout: Path) -> Path:
    return checkout / "translations" / "zh_CN" / "LC_MESSAGES" / "filingdesk.po"


def test_the_program_speaks_four_languages() -> None:
    spoken = {po.parent.parent.name for po in catalogues.program_catalogues(ROOT)}
    assert {"zh_CN", "zh_TW", "en", "es"} <= spoken


def test_a_complete_catalogue_has_no_fault(checkout: Path) -> None:
    assert catalogues.faults(checkout) == []


@pytest.mark.parametrize(
    ("written", "instead", "fault"),
    [
        ('msgid "Continue"\nmsgstr "继续"\n', "", "zh_CN: 'Continue' is missing"),
        ('"继续"', '""', "zh_CN: 'Continue' is not translated"),
        ('msgid "Continue"', '#, fuzzy\nmsgid "Continue"', "zh_CN: 'Continue' is marked fuzzy"),
        ("{count} 件", "{number} 件", "zh_CN: '{count} cases wait' has other {places}"),
        ("{count} 件", "{count 件", "zh_CN: '{count} cases wait' has other {places}"),
        ('msgid "Good day"', 'msgid "Good night"', "zh_CN: 'Good day' is missing"),
    ],
)
def test_what_a_person_would_miss_is_told(
    checkout: Path, written: str, instead: str, fault: str
) -> None:
    chinese(checkout).write_text(COMPLETE.replace(written, instead))
    assert catalogues.faults(checkout)[0].startswith(fault)


def test_a_sentence_that_is_no_longer_said_is_told(checkout: Path) -> None:
    chinese(checkout).write_text(COMPLETE + '\nmsgid "Farewell"\nmsgstr "再会"\n')
    assert catalogues.faults(checkout) == [
        "zh_CN: 'Farewell' is no longer said: run `python3 dev.py translate`"
    ]


def test_an_update_keeps_what_is_translated_and_opens_what_is_new(checkout: Path) -> None:
    chinese(checkout).write_text(COMPLETE.replace("Continue", "Go on"))
    catalogues.update(checkout, ["es"])
    assert catalogues.faults(checkout) == [
        "es: 'Good day' is not translated",
        "es: '{count} cases wait' is not translated",
        "es: 'Continue' is not translated",
        "zh_CN: 'Continue' is not translated",
    ]
    before = chinese(checkout).read_text()
    catalogues.update(checkout)
    assert chinese(checkout).read_text() == before


def test_only_what_changed_is_compiled(checkout: Path) -> None:
    compiled = chinese(checkout).with_suffix(".mo")
    assert catalogues.compile_stale(checkout) == [compiled]
    with compiled.open("rb") as file:
        assert read_mo(file)["Continue"].string == "继续"
    assert catalogues.compile_stale(checkout) == []
    chinese(checkout).write_text(COMPLETE.replace("继续", "下一步"))
    assert catalogues.compile_stale(checkout) == [compiled]


def test_the_packs_own_languages_are_compiled_beside_them(checkout: Path) -> None:
    po = checkout / "resources" / "packs" / "cn" / "lang" / "es.po"
    po.parent.mkdir(parents=True)
    po.write_text(COMPLETE)
    assert po.with_suffix(".mo") in catalogues.compile_stale(checkout)
