"""What people read in their own language: well written, whole, and nothing left in English."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

import catalogues
from filingdesk import resources
from filingdesk.core.payload import FORMAT
from filingdesk.core.problem import Problem
from filingdesk.ui.language import QtWords
from filingdesk.words import consent, terms
from filingdesk.words.catalogue import LANGUAGES, Words
from filingdesk.words.problems import PROBLEMS, sentence
from tests.cli.shell import shell_in_here
from tests.desk.furnished import EXAMPLES, PASSPHRASE, example
from tests.pseudo import LANGUAGE, OWN_NAME, ROOT, translations_with_pseudo, untranslated

CHINESE = {"zh_CN": "gb2312", "zh_TW": "cp950"}
"""Each character set lacks the characters that only the other script has."""
ALL_PLACES = {name for text in PROBLEMS.values() for name in re.findall(r"{(\w+)}", text)}


@pytest.fixture(scope="module")
def with_pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return translations_with_pseudo(tmp_path_factory.mktemp("translations"))


@pytest.fixture
def fifth(with_pseudo: Path, monkeypatch: pytest.MonkeyPatch) -> Words:
    """The program, speaking the fifth language too."""
    monkeypatch.setattr(resources, "translations", lambda: with_pseudo)
    monkeypatch.setitem(LANGUAGES, LANGUAGE, OWN_NAME)
    return Words(LANGUAGE)


def catalogue(language: str) -> Catalog:
    from babel.messages.pofile import read_po

    po = ROOT / "translations" / language / "LC_MESSAGES" / "filingdesk.po"
    with po.open("rb") as file:
        return read_po(file)


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Each sentence in English and in the language."""
    for message in catalogue(language):
        if message.id:
            yield text_of(message.id), text_of(message.string)


def text_of(text: object) -> str:
    assert isinstance(text, str), "no sentence here has a plural form"
    return text


# ------------------------------------------------------------------------ the catalogues


def test_every_sentence_is_said_in_every_language() -> None:
    assert catalogues.faults(ROOT) == []


@pytest.mark.parametrize("language", CHINESE)
def test_each_chinese_script_has_its_own_characters(language: str) -> None:
    allowed = "〓"  # what a sheet shows for a character that it cannot print
    for english, said in sentences(language):
        foreign = [each for each in said if not each.encode(CHINESE[language], "ignore")]
        assert not set(foreign) - set(allowed), f"{english}: {foreign}"


@pytest.mark.parametrize(("language", "foreign"), [("zh_CN", "「」『』"), ("zh_TW", "“”‘’")])
def test_each_chinese_script_has_its_own_quotation_marks(language: str, foreign: str) -> None:
    assert [said for _, said in sentences(language) if set(said) & set(foreign)] == []


@pytest.mark.parametrize("language", CHINESE)
def test_chinese_sentences_have_chinese_punctuation(language: str) -> None:
    odd = re.compile(r"[\u4e00-\u9fff}][,;:?](?!\w)|[\u4e00-\u9fff]\. ")
    assert [said for _, said in sentences(language) if odd.search(said)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_shouted_at(language: str) -> None:
    assert [said for _, said in sentences(language) if set(said) & set("!！¡")] == []


@pytest.mark.parametrize(
    ("language", "blunt"), [("zh_CN", r"你"), ("zh_TW", r"你"), ("es", r"(?i)\b(tú|tus?|te|ti)\b")]
)
def test_everybody_is_addressed_politely(language: str, blunt: str) -> None:
    assert [said for _, said in sentences(language) if re.search(blunt, said)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_ends_as_its_english_does(language: str) -> None:
    ends = {".": ".。", "?": "?？", ":": ":："}
    for english, said in sentences(language):
        wanted = ends.get(english[-1])
        if wanted and said:
            assert said.rstrip("）)")[-1] in wanted, f"{english} -> {said}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_that_is_named_is_called_as_it_is(language: str) -> None:
    said_for = dict(sentences(language))
    named = [
        (said, said_for[quoted])
        for english, said in said_for.items()
        for quoted in re.findall("“([^”]+)”", english)
        if quoted in said_for and quoted != english
    ]
    assert named
    assert [(said, name) for said, name in named if name not in said] == []


# ------------------------------------------------------------------------ the fifth language


def test_every_sentence_of_a_table_is_translated(fifth: Words) -> None:
    facts = dict.fromkeys((*ALL_PLACES, "signer"), "7")
    said = [sentence(Problem("", code, facts), fifth) for code in PROBLEMS]
    said += [fifth.say(each) for each in consent.SENTENCES]
    tables = (
        table for name, table in vars(terms).items() if isinstance(table, dict) and name[0] != "_"
    )
    said += [fifth.say(each, **facts) for table in tables for each in table.values()]
    assert len(said) > 150
    assert {text: untranslated(text) for text in said if untranslated(text)} == {}


def test_the_command_line_speaks_the_language_of_its_reader(
    fifth: Words,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FILINGDESK_HOME", str(tmp_path / "desk"))
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("LC_ALL", fifth.language)
    shell = shell_in_here(capsys)
    known = {
        "store",
        "integrity seal",
        FORMAT,
        "PDF/A-3a",
        "PDF/UA-1",
        *(each.name for each in resources.packs().iterdir()),
    }

    def tell(*words: str | Path) -> str:
        told = shell(*words)
        for line in (told.out + told.err).splitlines():
            assert untranslated(line, {*known, *map(str, words)}) == [], f"{words}: {line}"
        return told.out

    for each in EXAMPLES:
        tell("advise", each)
    for day in ("2026-09-10", "2027-01-10"):
        tell("due", "cn/reconsideration-filing", "--event", day)
    tell("packs", "list")
    tell("cases", "list")
    tell("file", example("cn-tianjin/tianjin-expired"), "-o", "signed.pdf")
    reference = tell("cases", "list").partition(" ")[0]
    tell("cases", "record", reference, "handed_over")
    tell("cases", "show", reference)
    tell("verify", "signed.pdf")
    tell("certificate", "-o", "seal.pem")
    tell("verify", "missing.pdf")
    tell("cases", "show", "FD-2222-2222-2")


# ------------------------------------------------------------------------ Qt's own words


@pytest.fixture
def speaking() -> Iterator[QtWords]:
    """Qt, which forgets at the end what language it spoke."""
    before, words = QLocale(), QtWords()
    yield words
    words.speak("en")
    QLocale.setDefault(before)


def file_dialog(qtbot: QtBot, folder: Path) -> set[str]:
    """Everything a person can read or hear in Qt's own dialog."""
    dialog = QFileDialog(None, "", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    qtbot.addWidget(dialog)
    dialog.show()
    tree = dialog.findChildren(QTreeView)[0]
    model, root = tree.model(), tree.rootIndex()
    qtbot.waitUntil(lambda: model.rowCount(root) == 1)
    found = {text for widget in dialog.findChildren(QWidget) for text in texts(widget)}
    for column in range(model.columnCount()):
        found.add(str(model.headerData(column, Qt.Orientation.Horizontal)))
        found.add(str(model.index(0, column, root).data()))
    return found


def texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    yield from (each.text() for each in widget.actions())
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_qt_says_nothing_in_english(
    speaking: QtWords, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    (tmp_path / "1").mkdir()
    speaking.speak("en")
    english = file_dialog(qtbot, tmp_path)
    assert {"&Look in:", "Folder", "Size"} <= english
    speaking.speak(language)
    same = english & file_dialog(qtbot, tmp_path)
    assert {each for each in same if re.search("[a-z]{2}", each)} == set()


def test_what_we_say_for_qt_is_compiled() -> None:
    sources = sorted((ROOT / "translations" / "qt").glob("*.ts"))
    assert [each.stem for each in sources] == sorted({*LANGUAGES} - {"en"})
    for source in sources:
        compiled = QTranslator()
        assert compiled.load(str(source.with_suffix(".qm")))
        for context in ET.parse(source).getroot().iter("context"):
            for message in context.iter("message"):
                english, comment = message.findtext("source", ""), message.findtext("comment", "")
                said = compiled.translate(context.findtext("name", ""), english, comment)
                assert said == message.findtext("translation"), f"run dev.py translate: {english}"
