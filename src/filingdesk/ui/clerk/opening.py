"""A line that opens into more, made when it is first opened."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.buttons import LinkButton


class Opening(LinkButton):
    """`make` makes what the line opens; it appears in `place`, which stands where it is put."""

    def __init__(self, look: Look, words: str, icon: str, make: Callable[[], QWidget]) -> None:
        super().__init__(look, words, icon=icon)
        self._make = make
        self.opened: QWidget | None = None
        self.place = QWidget()
        self.place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.place.hide()
        self._column = QVBoxLayout(self.place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.clicked.connect(self._turn)

    def _turn(self) -> None:
        if self.opened is None:
            self.opened = self._make()
            self._column.addWidget(self.opened)
        self.place.setVisible(self.place.isHidden())
