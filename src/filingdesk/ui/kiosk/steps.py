"""Steps to take, each with its number; and a place where the page tells what became of a wish."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Body, Strong


class Steps(QWidget):
    """One below the other, in the order in which they are to be taken."""

    def __init__(self, look: Look, steps: Sequence[str]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.SNUG)
        grid.setVerticalSpacing(Space.TIGHT)
        for number, words in enumerate(steps, 1):
            grid.addWidget(Strong(look, f"{number}."), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Body(look, words), number, 1)
        grid.setColumnStretch(1, 1)


class Telling(QWidget):
    """Takes no room until there is something to tell; the newest takes the place of the former."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, Space.CARD, 0, 0)
        self._note: Note | None = None
        self.hide()

    def tell(self, words: str, kind: Kind) -> None:
        """Show it, and have a screen reader say it."""
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
        self._note = Note(self._look, words, kind=kind)
        self._place.addWidget(self._note)
        self.show()
        announce(self, words)
