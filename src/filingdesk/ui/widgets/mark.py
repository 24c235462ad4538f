"""A single icon on a page: decoration beside words that say the same."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from filingdesk.ui.widgets.paint import glyph


class Mark(QWidget):
    """`icon` of the icon family in `colour`, `size` pixels square."""

    def __init__(self, icon: str, colour: str, size: int) -> None:
        super().__init__()
        self._icon, self._colour, self._size = icon, colour, size
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        glyph(QPainter(self), self._icon, self._colour, QPointF(0, 0), self._size)
