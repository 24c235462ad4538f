"""The frame every field has: label, hint, error above the input, and a plain protocol."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.text import Hint, Text

_BAR = 5  # pixels: the bar beside a field with an error


class FieldLabel(Text):
    """What a field asks for."""


class ErrorText(Text):
    """What is wrong with a field and how to mend it."""


class Field(QWidget):
    """Something a person fills in. `setFocus()` goes to its first input, or the first wrong one.

    Signal `edited()`: a person changed the value. A value set by the programme is silent.
    """

    edited = Signal()

    def __init__(self, look: Look, label: str, hint: str) -> None:
        super().__init__()
        self.look = look
        self._hint_words = hint
        self._inputs: dict[QWidget, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._label = FieldLabel(look, label)
        self._hint = Hint(look, hint)
        self._error = ErrorText(look, "")
        for words in (self._label, self._hint, self._error):
            self._column.addWidget(words)
            words.setVisible(bool(words.text()))

    def raw(self) -> str:
        """What the person typed, exactly, valid or not."""
        raise NotImplementedError

    def set_raw(self, raw: str) -> None:
        """Show what was typed before."""
        raise NotImplementedError

    def show_error(self, words: str | None) -> None:
        """Put the sentence between label and input; None takes it away. Nothing is cleared."""
        self._error.setText(words or "")
        self._error.setVisible(bool(words))
        indent = Space.NEAR if words else 0
        self._column.setContentsMargins(indent, 0, 0, 0)
        for box in self._inputs:
            self._describe(box)
            _mark(box, wrong=bool(words))
        self.update()

    def error(self) -> str:
        return self._error.text()

    def label(self) -> FieldLabel:
        return self._label

    def place(self, widget: QWidget, gap: int = Space.TIGHT) -> None:
        """Put a part of the field below what is there already."""
        self._column.addSpacing(gap)
        self._column.addWidget(widget)

    def watch(self, box: QWidget, name: str, own: str = "") -> None:
        """Make `box` an input of this field: a screen reader meets it by `name`, and hears the
        error and the hint with it; `own` words of the input stand in for the hint."""
        self._inputs[box] = own
        box.setAccessibleName(name)
        self._describe(box)
        if len(self._inputs) == 1:
            self.lead_focus_to(box)

    def lead_focus_to(self, box: QWidget | None) -> None:
        """Where `setFocus()` and the label lead."""
        if box is not None:
            self.setFocusProxy(box)
            self._label.setBuddy(box)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._error.text():
            bar = QRectF(0, 0, _BAR, self.height())
            QPainter(self).fillRect(bar, QColor(self.look.palette.wrong))

    def _describe(self, box: QWidget) -> None:
        parts = (self._error.text(), self._inputs[box] or self._hint_words)
        box.setAccessibleDescription(" ".join(part for part in parts if part))


def _mark(box: QWidget, *, wrong: bool) -> None:
    box.setProperty("wrong", wrong)
    box.style().unpolish(box)
    box.style().polish(box)
