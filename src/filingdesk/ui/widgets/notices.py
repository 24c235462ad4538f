"""Where a page tells what came of something: no room while there is nothing to tell."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Space


class Notices(QWidget):
    """One below the other, until they are cleared."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, Space.SNUG, 0, Space.SNUG)
        self._rows.setSpacing(Space.NEAR)
        self.hide()

    def add(self, widget: QWidget) -> None:
        """Tell one thing more."""
        self._rows.addWidget(widget)
        widget.show()  # at once, so that it can be read out and take the focus
        self.show()

    def put_first(self, widget: QWidget) -> None:
        """Tell one thing before all others."""
        self._rows.insertWidget(0, widget)
        self.show()

    def clear(self) -> None:
        """Tell nothing."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()
