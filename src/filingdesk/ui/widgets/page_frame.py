"""The frame around every kiosk page: top bar, tasks, a scrolling column, action bar."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.action_bar import ActionBar
from filingdesk.ui.widgets.buttons import Button, Face
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.page_scroll import PageScroll
from filingdesk.ui.widgets.tasklist import TaskList
from filingdesk.ui.widgets.text import Title


class PageFrame(QWidget):
    """Shows one page at a time; the page, its actions and the task list come ready made.

    `show_page` throws the former page away. Back stands in the column, above the title.
    """

    accessible_role = QAccessible.Role.Client

    def __init__(self, look: Look, top: QWidget, *, say: Callable[..., str]) -> None:
        super().__init__()
        self._look = look
        self._tasks: TaskList | None = None
        self._actions: ActionBar | None = None
        self._page: QWidget | None = None
        self._banners = QVBoxLayout()
        self._side = _Side(look)
        self._scroll = PageScroll(look)
        self._more = MoreBelow(look, say("More below"))
        self._more.clicked.connect(self._scroll.page_down)
        self._foot = _Foot(look)
        self._lay_out(top)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._offer_more())
        bar.rangeChanged.connect(lambda _low, _high: self._offer_more())

    def show_page(
        self, page: Column, *, actions: ActionBar | None = None, tasks: TaskList | None = None
    ) -> None:
        """Replace what is shown; the column starts at its top, the focus on its title."""
        for old in (self._page, self._actions, self._tasks):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._page, self._actions, self._tasks = page, actions, tasks
        self._place_tasks()
        self._scroll.hold(page)
        self._foot.hold(actions)
        if (title := page.findChild(Title)) is not None:
            title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_banner(self, banner: QWidget) -> None:
        """Below the top bar, until `close_banners` is called."""
        self._banners.addWidget(banner)

    def close_banners(self) -> None:
        while (item := self._banners.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tasks()
        self._offer_more()

    def _lay_out(self, top: QWidget) -> None:
        outer = _stack(self)
        outer.addWidget(top)
        outer.addLayout(self._banners)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._side)
        right = _stack()
        right.addWidget(self._scroll, 1)
        right.addWidget(self._more)
        right.addWidget(self._foot)
        middle.addLayout(right, 1)
        outer.addLayout(middle, 1)

    def _place_tasks(self) -> None:
        tasks, folded = self._tasks, self.width() < self._look.sizes.fold_under
        self._side.setVisible(tasks is not None and not folded)
        if tasks is None or (tasks.parentWidget() is not None and tasks.folded() == folded):
            return
        tasks.fold(folded)
        if folded:
            self._scroll.hold_above(tasks)
        else:
            self._side.hold(tasks)

    def _offer_more(self) -> None:
        is_below = self._scroll.below() > Space.CARD
        self._more.setVisible(is_below and not self._all_is_seen_without_more())
        bar = self._scroll.verticalScrollBar()
        self._foot.leave_right(bar.sizeHint().width() if bar.maximum() > 0 else 0)

    def _all_is_seen_without_more(self) -> bool:
        """Whether the page scrolls only because the button below it takes room."""
        more, room = self._more, self._scroll.geometry()
        is_laid_out = not more.isHidden() and more.y() > room.bottom()
        return is_laid_out and self._scroll.verticalScrollBar().maximum() <= more.height()


class MoreBelow(Button):
    """Tells that the page goes on below the edge, and moves there; not a stop for the keyboard,
    which scrolls by itself."""

    underline = True
    square = True

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, icon="arrow-down")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    def face(self) -> Face:
        p = self._look.palette
        return Face(p.chosen if self._lit() else p.mist, "", p.primary)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(self._look.palette.hair))


class _Side(QWidget):
    """The mist-coloured edge at the left."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(look.sizes.side)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.NEAR, Space.CARD, Space.NEAR, Space.NEAR)
        self._column.addStretch(1)

    def hold(self, tasks: QWidget) -> None:
        self._column.insertWidget(0, tasks)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p = QPainter(self), self._look.palette
        painter.fillRect(self.rect(), QColor(p.mist))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(p.hair))


class _Foot(QWidget):
    """Keeps the action bar below the column, at the same left edge."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = QVBoxLayout(self)
        self.leave_right(0)

    def hold(self, actions: QWidget | None) -> None:
        self.setVisible(actions is not None)
        if actions is not None:
            self._row.addWidget(actions, 0, Qt.AlignmentFlag.AlignHCenter)

    def leave_right(self, room: int) -> None:
        margin = self._look.sizes.margin
        self._row.setContentsMargins(margin, 0, margin + room, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p = QPainter(self), self._look.palette
        painter.fillRect(self.rect(), QColor(p.paper))
        painter.fillRect(0, 0, self.width(), 1, QColor(p.hair))


def _stack(owner: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout(owner) if owner else QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
