"""A row with a picture: what one has to know before one begins."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.paint import glyph
from filingdesk.ui.widgets.text import Body, Hint, Strong


class Fact(QWidget):
    """`title` in one strong line, `text` below it; the picture at the left says the same."""

    def __init__(self, look: Look, icon: str, text: str, *, title: str = "") -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._size = look.sizes.glyph if not title else round(look.sizes.glyph * 1.34)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._size + Space.NEAR, 0, 0, 0)
        column.setSpacing(0)
        if title:
            column.addWidget(Strong(look, title))
        column.addWidget(Hint(look, text) if title else Body(look, text))
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = self._look.sizes.body * self._look.sizes.line
        at = QPointF(0, (line - self._size) / 2 if self._size < line else 0)
        glyph(painter, self._icon, self._look.palette.primary, at, self._size)
