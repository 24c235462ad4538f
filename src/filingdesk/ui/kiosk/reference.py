"""The reference number: large, in its parts, and spelled for who listens."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.paint import box
from filingdesk.ui.widgets.text import Hint, Title

_WIDER = 108
"""Per cent: letters that stand apart are copied without a slip."""


class ReferenceNumber(Title):
    """Every letter by itself, a pause between the parts."""

    def __init__(self, look: Look, reference: str) -> None:
        super().__init__(look, reference)
        self.setAccessibleName(spelled(reference))
        font = QFont()
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _WIDER)
        self.setFont(font)


class ReferenceCard(QWidget):
    """What it is, the number, and when it was given."""

    def __init__(self, look: Look, name: str, reference: str, given: str) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.CARD, Space.NEAR, Space.CARD, Space.NEAR)
        column.setSpacing(Space.HAIR)
        column.addWidget(Hint(look, name))
        column.addWidget(ReferenceNumber(look, reference))
        column.addWidget(Hint(look, given))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p = self._look.palette
        box(painter, QRectF(self.rect()), self._look.sizes.radius, p.good_mist, p.good)


def spelled(reference: str) -> str:
    """FD-J64X becomes "F D, J 6 4 X": a screen reader says letters, not a word."""
    return ", ".join(" ".join(part) for part in reference.split("-"))
