"""What was answered, row by row, each with a way to change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.text import Body, Strong

_LEAST_AT_RIGHT = 6
"""Widths of the body type for the words at the right: so tables below one another line up."""

_NARROW = 30
"""Widths of the body type below which the value goes under its name."""


@dataclass(frozen=True, slots=True)
class Row:
    """`change` is the word on the button, `change_name` what a screen reader says
    ("Change your name"); without `change` the row cannot be changed."""

    key: str
    name: str
    value: str
    change: str = ""
    change_name: str = ""


class SummaryRows(QWidget):
    """Signal `change(str)` with the key of the row."""

    change = Signal(str)

    def __init__(self, look: Look, rows: Sequence[Row]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        lines = [_Line(look, row, self.change.emit) for row in rows]
        for line in lines:
            column.addWidget(line)
        if any(row.change for row in rows):
            right = max(_LEAST_AT_RIGHT * look.sizes.body, *(line.wish() for line in lines))
            for line in lines:
                line.keep_at_right(right)


_Places = tuple[QRect, QRect, QRect, QRect]


class _Line(QWidget):
    """Name, value and Change side by side, or below one another where it is narrow.

    It places its three parts itself: a page of answers has a great many of them.
    """

    def __init__(self, look: Look, row: Row, change: Callable[[str], None]) -> None:
        super().__init__()
        self._look, self._right = look, 0
        self._known: dict[int, _Places] = {}
        self._name, self._value = Strong(look, row.name), Body(look, row.value)
        self._name.setParent(self)
        self._value.setParent(self)
        self._button: LinkButton | None = None
        if row.change:
            self._button = LinkButton(look, row.change)
            self._button.setAccessibleName(row.change_name or f"{row.change} {row.name}")
            self._button.clicked.connect(lambda: change(row.key))
            self._button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def wish(self) -> int:
        """Pixels that the words at the right take."""
        return self._button.sizeHint().width() if self._button else 0

    def keep_at_right(self, width: int) -> None:
        """As much room at the right as the other rows of the table have."""
        self._right = width
        self._known.clear()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        *_, last = self._places(width)
        return last.bottom() + 1 + Space.SNUG

    def sizeHint(self) -> QSize:
        width = self._look.sizes.column
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._name.minimumSizeHint().width() + self._right, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        name, value, button, _ = self._places(self.width())
        self._name.setGeometry(name)
        self._value.setGeometry(value)
        if self._button:
            self._button.setGeometry(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QColor(self._look.palette.hair)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)

    def _places(self, width: int) -> _Places:
        """Worked out once for each width: layouts ask for the same ones over and over."""
        if width not in self._known:
            self._known[width] = self._placed(width)
        return self._known[width]

    def _placed(self, width: int) -> _Places:
        """Where name, value and button go, and what they cover together."""
        room = width - (self._right + Space.NEAR if self._right else 0)
        target = self._look.sizes.target if self._right else 0
        line = round(self._look.sizes.body * self._look.sizes.line)
        top = Space.SNUG + max(0, (target - line) // 2)
        stacked = width < _NARROW * self._look.sizes.body
        left = room if stacked else (room - Space.NEAR) * 2 // 5
        name = QRect(0, top, left, self._name.heightForWidth(left))
        if stacked:
            value = QRect(0, name.bottom() + 1 + Space.HAIR, width, 0)
        else:
            beside = room if self._button else width
            value = QRect(left + Space.NEAR, top, beside - left - Space.NEAR, 0)
        value.setHeight(self._value.heightForWidth(value.width()))
        wish = self._button.sizeHint() if self._button else QSize(0, 0)
        button = QRect(width - wish.width(), Space.SNUG, wish.width(), wish.height())
        return name, value, button, name.united(value).united(button)
