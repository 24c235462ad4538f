"""Where one edge of a frame lies: a number that the arrow keys change."""

from PySide6.QtWidgets import QSpinBox

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.field import Field


class EdgeField(Field):
    """In hundredths of the page, from its left or upper side."""

    def __init__(self, look: Look, label: str) -> None:
        super().__init__(look, label, "")
        self.box = QSpinBox()
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
