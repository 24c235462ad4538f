"""A window in which a filing is checked: for people at an agency, without a desk or passphrase."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from filingdesk.ui.clerk import display
from filingdesk.ui.clerk.check_filing import CheckPage
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.faults import FaultTeller
from filingdesk.ui.garbage import keep_garbage_here
from filingdesk.ui.language import QtWords
from filingdesk.ui.options import NAME
from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import CLERK, LIGHT, Look
from filingdesk.ui.widgets.topbar import BarItem, Option, TopBar
from filingdesk.words.catalogue import LANGUAGES, Words

if TYPE_CHECKING:
    from filingdesk.desk import Desk

_WIDTH, _HEIGHT = 860, 720
_LEAST = (480, 400)
_DISPLAY, _LANGUAGE = "display", "language"


class CheckWindow(QMainWindow):
    """Files may be dropped one after another. `trust`: PEM certificates to begin with.

    Dresses the application in its look.
    """

    accessible_role = QAccessible.Role.Window

    def __init__(self, desk: "Desk", language: str, trust: Sequence[bytes] = ()) -> None:
        super().__init__()
        self.sitting = Sitting(desk, Words(language), Look(LIGHT, CLERK))
        self._qt_words = QtWords()
        self._room = QWidget()
        self._rows = QVBoxLayout(self._room)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.setCentralWidget(self._room)
        self.setMinimumSize(*_LEAST)
        self.resize(_WIDTH, _HEIGHT)
        close = QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self)
        close.activated.connect(self.close)
        self.bar, self.page = self._furnish(trust)

    def open(self, file: Path | None = None) -> None:
        """Show the window; a file is judged at once."""
        keep_garbage_here(self)
        self.show()
        self.page.take_focus()
        if file is not None:
            self.page.check(file)

    def set_language(self, language: str) -> None:
        """Say everything in another language."""
        self.sitting.speak(Words(language))
        self._rebuild()

    def set_display(self, option: str) -> None:
        """Another text size or another palette."""
        self.sitting.look = display.changed(self.sitting.look, option)
        self._rebuild()

    # ---------------------------------------------------------------- inside

    def _furnish(self, trust: Sequence[bytes]) -> tuple[TopBar, CheckPage]:
        sitting = self.sitting
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, sitting.look, sitting.words.language)
        self._qt_words.speak(sitting.words.language)
        title = sitting.words.say("Check a filing")
        self.setWindowTitle(f"{title} – {NAME}")
        bar = TopBar(sitting.look, title, self._helps())
        bar.picked.connect(self._pick)
        page = CheckPage(sitting, self._room, trust)
        page.left.connect(self.close)
        self._rows.addWidget(bar)
        self._rows.addWidget(page, 1)
        return bar, page

    def _helps(self) -> tuple[BarItem, ...]:
        words = self.sitting.words
        looks = display.options(self.sitting.look, words)
        languages = tuple(
            Option(code, name, on=code == words.language) for code, name in LANGUAGES.items()
        )
        return (
            BarItem(_DISPLAY, words.say("Display"), "a-large-small", looks),
            BarItem(_LANGUAGE, LANGUAGES[words.language], "languages", languages),
        )

    def _pick(self, key: str, value: str) -> None:
        if key == _LANGUAGE:
            self.set_language(value)
        else:
            self.set_display(value)

    def _rebuild(self) -> None:
        former = (self.bar, self.page)
        for each in former:
            self._rows.removeWidget(each)
            each.hide()
        before = self.page
        self.bar, self.page = self._furnish(())
        self.page.take_over(before)
        for each in former:
            each.deleteLater()
        self.page.take_focus()


def run_check_window(desk: "Desk", file: Path | None, trust: Sequence[bytes], language: str) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    app = QApplication.instance() or QApplication([NAME, "-style", "fusion"])
    app.setApplicationName(NAME)
    window = CheckWindow(desk, language, trust)
    sys.excepthook = FaultTeller(window.sitting, window)
    window.open(file)
    return app.exec()
