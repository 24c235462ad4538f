"""The content column of a page: one thing below the other, never wider than it can be read."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import BackButton
from filingdesk.ui.widgets.errors import ErrorSummary
from filingdesk.ui.widgets.text import Body, Hint, Title


class ColumnLayout(QBoxLayout):
    """Measures its height for the width it will get: Qt forgets a maximum width when it asks."""

    def __init__(
        self,
        owner: QWidget,
        direction: QBoxLayout.Direction = QBoxLayout.Direction.TopToBottom,
    ) -> None:
        super().__init__(direction, owner)
        self._owner = owner

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self._owner.maximumWidth()))


class Column(QWidget):
    """`add` puts a widget below with a gap in pixels; None takes the usual gap."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows = ColumnLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._top = QVBoxLayout()
        self._last: QWidget | None = None
        self.setMaximumWidth(look.sizes.column)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def add(self, *widgets: QWidget, gap: int | None = None) -> None:
        for widget in widgets:
            if self._top.parent() is None and not isinstance(widget, BackButton):
                self._rows.addLayout(self._top)
            if self._last is not None:
                self._rows.addSpacing(_usual(self._last, widget) if gap is None else gap)
            self._last = widget
            if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Maximum:
                self._rows.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._rows.addWidget(widget)

    def put_first(self, widget: QWidget) -> None:
        """On top of the column, below Back. A second error summary replaces the first."""
        if isinstance(widget, ErrorSummary):
            self._drop_summary()
        if self._top.parent() is None:
            self._rows.addLayout(self._top)
        self._top.insertWidget(0, widget)
        self._top.insertSpacing(1, Space.CARD)
        widget.show()

    def _drop_summary(self) -> None:
        for place in range(self._top.count()):
            item = self._top.itemAt(place)
            old = item.widget() if item else None
            if isinstance(old, ErrorSummary):
                self._top.takeAt(place + 1)
                self._top.takeAt(place)
                old.hide()
                old.deleteLater()
                return

    def sizeHint(self) -> QSize:
        return QSize(self._look.sizes.column, super().sizeHint().height())


def _usual(before: QWidget, widget: QWidget) -> int:
    if isinstance(before, BackButton) or isinstance(widget, Hint):
        return Space.TIGHT
    if isinstance(before, Title) and isinstance(widget, Body):
        return Space.SNUG
    return Space.CARD
