"""Where one edge of a frame lies: a number that the arrow keys change."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSpinBox

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.paint import focus_ring


class EdgeBox(QSpinBox):
    """A number with its two arrows, which shows where the focus is as every box does."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lineEdit().setTextMargins(Space.TIGHT, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            focus_ring(QPainter(self), QRectF(self.rect()), self._look)


class EdgeField(Field):
    """In hundredths of the page, from its left or upper side."""

    def __init__(self, look: Look, label: str) -> None:
        super().__init__(look, label, "")
        self.box = EdgeBox(look)
        self.box.setRange(0, 100)
        self.box.setSuffix(" %")
        self.box.setMaximumWidth(9 * look.sizes.body)
        self.place(self.box)
        self.watch(self.box, label)
        self.box.valueChanged.connect(lambda _value: self.edited.emit())

    def raw(self) -> str:
        return str(self.box.value())

    def set_raw(self, raw: str) -> None:
        self.show_thousandths(10 * int(raw))

    def thousandths(self) -> int:
        """Of the page's side."""
        return 10 * self.box.value()

    def show_thousandths(self, place: int) -> None:
        """Silently."""
        self.box.blockSignals(True)
        self.box.setValue(round(place / 10))
        self.box.blockSignals(False)
