"""A page that scrolls, with what can be done about it at its foot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.action_bar import ActionBar
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.page_scroll import PageScroll


class Framed(QWidget):
    """Belongs to one page and is thrown away with it."""

    def __init__(self, look: Look, page: Column, actions: ActionBar) -> None:
        super().__init__()
        scroll = PageScroll(look)
        scroll.hold(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        foot = _Foot(look, actions)
        column.addWidget(foot)
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(
            lambda _low, high: foot.leave_right(bar.sizeHint().width() if high else 0)
        )


class _Foot(QWidget):
    """A line above the buttons."""

    def __init__(self, look: Look, actions: ActionBar) -> None:
        super().__init__()
        self._look = look
        self._row = QVBoxLayout(self)
        self._row.addWidget(actions, 0, Qt.AlignmentFlag.AlignHCenter)
        self.leave_right(0)

    def leave_right(self, room: int) -> None:
        """Keep the buttons below the column, also beside a scroll bar of that width."""
        margin = self._look.sizes.margin
        self._row.setContentsMargins(margin, 0, margin + room, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p = QPainter(self), self._look.palette
        painter.fillRect(self.rect(), QColor(p.paper))
        painter.fillRect(0, 0, self.width(), 1, QColor(p.hair))
