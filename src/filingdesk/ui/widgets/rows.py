"""What was answered, row by row, each with a way to change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.text import Body, Strong


@dataclass(frozen=True, slots=True)
class Row:
    """`change` is the word on the button, `change_name` what a screen reader says
    ("Change your name"); without `change` the row cannot be changed."""

    key: str
    name: str
    value: str
    change: str = ""
    change_name: str = ""


_LEAST_AT_RIGHT = 6
"""Widths of the body type for the words at the right: so tables below one another line up."""


class SummaryRows(QWidget):
    """Signal `change(str)` with the key of the row."""

    change = Signal(str)

    def __init__(self, look: Look, rows: Sequence[Row]) -> None:
        super().__init__()
        self._look = look
        changes = any(row.change for row in rows)
        self._lines = [_Line(look, row, self.change.emit, beside=changes) for row in rows]
        least = _LEAST_AT_RIGHT * look.sizes.body if changes else 0
        right = max((line.wish_at_right() for line in self._lines), default=0)
        for line in self._lines:
            line.keep_at_right(max(least, right))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for number, line in enumerate(self._lines):
            grid.addWidget(line, number, 0)


class _Line(QWidget):
    """Name, value and Change side by side, or below one another where it is narrow."""

    def __init__(
        self, look: Look, row: Row, change: Callable[[str], None], *, beside: bool
    ) -> None:
        super().__init__()
        self._look, self._changes, self._right = look, bool(row.change), 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, Space.SNUG, 0, Space.SNUG)
        self._grid.setHorizontalSpacing(Space.NEAR)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._name, self._value = Strong(look, row.name), Body(look, row.value)
        self._button = LinkButton(look, row.change)
        lift = (self._button.least_height() - round(look.sizes.body * look.sizes.line)) // 2
        for words in (self._name, self._value):
            words.setContentsMargins(0, lift if beside else 0, 0, lift if beside else 0)
        if row.change:
            self._button.setAccessibleName(row.change_name or f"{row.change} {row.name}")
            self._button.clicked.connect(lambda: change(row.key))
        self._arrange(stacked=False)
        self._button.setVisible(bool(row.change))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < 30 * self._look.sizes.body
        if stacked != self._stacked:
            self._arrange(stacked=stacked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QColor(self._look.palette.hair)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)

    def wish_at_right(self) -> int:
        """Pixels that the words at the right take."""
        return self._button.sizeHint().width() if self._changes else 0

    def keep_at_right(self, width: int) -> None:
        """As much room at the right as the other rows of the table have."""
        self._right = width
        self._grid.setColumnMinimumWidth(2, 0 if self._stacked else width)

    def _arrange(self, *, stacked: bool) -> None:
        self._stacked = stacked
        top, right = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignRight
        place = self._grid.addWidget
        for part in (self._name, self._value, self._button):
            self._grid.removeWidget(part)
        if stacked:
            place(self._name, 0, 0)
            place(self._value, 1, 0)
            place(self._button, 0, 1, right | top)
        else:
            place(self._name, 0, 0)
            place(self._value, 0, 1)
            place(self._button, 0, 2, right | top)
        self._grid.setColumnMinimumWidth(2, 0 if stacked else self._right)
        for column, share in enumerate((1, 0, 0) if stacked else (2, 3, 0)):
            self._grid.setColumnStretch(column, share)
