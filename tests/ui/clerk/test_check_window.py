"""Somebody at an agency checks a filing in a window: no desk, no passphrase, one command."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from filingdesk import agency
from filingdesk.app import furnish, main
from filingdesk.core.verdict import Mark
from filingdesk.desk import Desk
from filingdesk.ui import check_window
from filingdesk.ui.check_window import CheckWindow
from filingdesk.ui.clerk import display
from filingdesk.ui.clerk.verdict_page import VerdictPage
from filingdesk.ui.theme.tokens import TextSize
from filingdesk.words.catalogue import Words
from filingdesk.words.verdict import OVERALL
from tests.long.rule import faults
from tests.ui.clerk.test_check_filing import drop

POINTER = 24  # pixels: a mouse's least target

OPENED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from filingdesk.app import main
from filingdesk.ui import check_window

class Looked(check_window.CheckWindow):
    def open(self, file=None):
        super().open(file)
        self.timer = QTimer(self, interval=50)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        if self.page.verdict is not None:
            print(self.page.verdict.overall.value, self.windowTitle())
            self.close()

check_window.CheckWindow = Looked
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def filing(desk_with_a_filing: Desk, tmp_path: Path) -> Path:
    """A signed PDF, and beside it the certificate of its centre."""
    [found] = desk_with_a_filing.cases()
    (tmp_path / "seal.pem").write_bytes(desk_with_a_filing.doors.certificate())
    file = tmp_path / "filing.pdf"
    file.write_bytes(desk_with_a_filing.signed_pdf(found.case.id))
    return file


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> CheckWindow:
    """At a computer on which nobody has set up a desk."""
    window = CheckWindow(furnish(tmp_path / "nowhere"), "en")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.open()
    return window


def finds(window: CheckWindow, qtbot: QtBot, mark: Mark) -> str:
    """Everything that is read, as soon as the file is judged so."""
    told = window.sitting.words.say(OVERALL[mark])
    qtbot.waitUntil(lambda: told in reads(window), timeout=9000)
    return reads(window)


def reads(window: CheckWindow) -> str:
    labels = window.page.page.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if each.isVisible())


def test_a_file_is_dropped_and_judged_without_a_desk(
    window: CheckWindow, filing: Path, qtbot: QtBot
) -> None:
    drop(window.page, filing)
    finds(window, qtbot, Mark.RESERVED)
    assert isinstance(window.page.page, VerdictPage)
    assert not (filing.parent / "nowhere" / "store").exists()


def test_a_certificate_that_is_named_afterwards_is_trusted(
    window: CheckWindow, filing: Path, qtbot: QtBot
) -> None:
    window.page.check(filing)
    finds(window, qtbot, Mark.RESERVED)
    window.page._trusting(filing.parent / "seal.pem")
    finds(window, qtbot, Mark.GOOD)


def test_what_is_no_certificate_is_told_and_spoils_nothing(
    window: CheckWindow, filing: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    junk = tmp_path / "junk.pem"
    junk.write_bytes(b"nothing")
    window.page.check(filing)
    finds(window, qtbot, Mark.RESERVED)
    window.page._trusting(junk)
    qtbot.waitUntil(lambda: window.page._note is not None, timeout=5000)
    window.page._trusting(tmp_path / "not there.pem")
    qtbot.waitUntil(lambda: "cannot be read" not in reads(window), timeout=5000)
    window.page.check(filing)
    qtbot.waitUntil(lambda: window.page._note is None, timeout=9000)
    finds(window, qtbot, Mark.RESERVED)


def test_a_file_that_cannot_be_read_leaves_no_verdict_of_another(
    window: CheckWindow, filing: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    junk = tmp_path / "junk.pdf"
    junk.write_bytes(b"nothing")
    window.page.check(filing)
    finds(window, qtbot, Mark.RESERVED)
    window.page.check(junk)
    told = window.sitting.words.say("This file cannot be read as a PDF. Please choose another one.")
    qtbot.waitUntil(lambda: told in reads(window), timeout=5000)
    assert window.sitting.words.say(OVERALL[Mark.RESERVED]) not in reads(window)


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "es"])
def test_another_language_and_larger_letters_keep_what_was_found(
    window: CheckWindow, filing: Path, language: str, qtbot: QtBot
) -> None:
    window.page.check(filing)
    finds(window, qtbot, Mark.RESERVED)
    window.set_language(language)
    window.set_display(TextSize.ELDERLY.name)
    assert Words(language).say(OVERALL[Mark.RESERVED]) in finds(window, qtbot, Mark.RESERVED)
    assert Words(language).say("Check a filing") in window.windowTitle()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en", "es"])
def test_nothing_is_cut_off(window: CheckWindow, filing: Path, language: str, qtbot: QtBot) -> None:
    window.set_language(language)
    seen = []
    for file in (None, filing):
        if file:
            window.page.check(file)
            finds(window, qtbot, Mark.RESERVED)
        for option in (*display.options(window.sitting.look, window.sitting.words),):
            window.set_display(option.value)
            for size in ((860, 720), (640, 480)):
                window.resize(*size)
                qtbot.wait(20)
                told = faults(window, finger=POINTER)
                seen += [f"{size} {option.value}: {each}" for each in told]
    assert not seen, "\n".join(seen)


def test_escape_closes_it(window: CheckWindow) -> None:
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert not window.isVisible()


# ------------------------------------------------------------------------- the command


def test_the_command_opens_it_with_the_file(filing: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "FILINGDESK_HOME": str(tmp_path / "nowhere"),
        "LC_ALL": "es_ES.UTF-8",
    }
    words = ("verify", "--window", str(filing), "--trust", str(filing.parent / "seal.pem"))
    run = subprocess.run(
        [sys.executable, "-c", OPENED, *words],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == f"good {Words('es').say('Check a filing')} – filingdesk"


def test_the_file_may_come_later(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path | None, list[bytes], str]] = []

    def run(_desk: Desk, file: Path | None, trust: Sequence[bytes], language: str) -> int:
        opened.append((file, [*trust], language))
        return 0

    monkeypatch.setattr(check_window, "run_check_window", run)
    assert main(["verify", "--window", "--language", "zh_TW"]) == 0
    assert opened == [(None, [], "zh_TW")]


def test_without_a_window_a_file_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify"]) == 2
    assert "FILE.pdf" in capsys.readouterr().err


def test_the_one_file_verifier_offers_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert agency.main(["verify", "--window"]) == 2
    assert "FILE.pdf" in capsys.readouterr().err
