"""A card over the page whose content may be longer than the screen, and one to pick from a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import Button
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.page_frame import PageFrame
from filingdesk.ui.widgets.paint import box, focus_ring, glyph
from filingdesk.ui.widgets.typeset import Typeset, typeset

_SHARE = 0.55
"""Of the window's height: what the words and buttons of the card leave."""


def room_of(widget: QWidget) -> QWidget:
    """The frame that a page stands in: what lies over it is swept away when the person is gone."""
    here: QWidget | None = widget
    while here is not None and not isinstance(here, PageFrame):
        here = here.parentWidget()
    return here or widget.window()


class Panel(Overlay):
    """An overlay with one way out, in the words `leave`; `fill` gives it something that scrolls."""

    def __init__(self, look: Look, room: QWidget, title: str, text: str, leave: str) -> None:
        super().__init__(look, room, title, text, (Answer("leave", leave),), escape="leave")
        self._room = room
        self._text.setVisible(bool(text))

    def fill(self, content: QWidget) -> None:
        """Put something between words and button; it scrolls where it is too tall."""
        self.add(_Scroll(content, round(self._room.height() * _SHARE)))


@dataclass(frozen=True, slots=True)
class Pick:
    """One line of a list: what it is, something more about it, and its picture."""

    key: str
    title: str
    detail: str = ""
    icon: str = ""


class Picking(Panel):
    """Signal `picked(str)` with the key; the panel has closed itself by then."""

    picked = Signal(str)

    def __init__(
        self,
        look: Look,
        room: QWidget,
        title: str,
        text: str,
        picks: Sequence[Pick],
        *,
        leave: str,
    ) -> None:
        super().__init__(look, room, title, text, leave)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        self.lines = [PickLine(look, pick) for pick in picks]
        for pick, line in zip(picks, self.lines, strict=True):
            line.clicked.connect(lambda _on=False, key=pick.key: self._pick(key))
            column.addWidget(line)
        self.fill(content)

    def open(self) -> None:
        """The first line has the focus."""
        super().open()
        if self.lines:
            self.lines[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _pick(self, key: str) -> None:
        self.dismiss()
        self.picked.emit(key)


class PickLine(Button):
    """The whole line is the target."""

    def __init__(self, look: Look, pick: Pick) -> None:
        super().__init__(look, pick.title, icon=pick.icon)
        self._detail = pick.detail
        self.setAccessibleDescription(pick.detail)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        title, detail = self._both(width)
        words = title.height + (detail.height if detail else 0)
        return max(self._look.sizes.primary, round(words) + 2 * Space.TIGHT)

    def sizeHint(self) -> QSize:
        width = self._look.sizes.column // 2
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, p = QRectF(self.rect()), self._look.palette
        lit = self._lit()
        box(painter, area, self._look.sizes.radius, p.chosen if lit else p.paper, p.line)
        size = self._look.sizes.glyph
        if self._icon:
            at = QPointF(Space.NEAR, (self.height() - size) / 2)
            glyph(painter, self._icon, p.primary, at, size)
        title, detail = self._both(self.width())
        top = (self.height() - title.height - (detail.height if detail else 0)) / 2
        title.draw(painter, QPointF(self._indent(), top), p.ink)
        if detail:
            detail.draw(painter, QPointF(self._indent(), top + title.height), p.quiet)
        if self.hasFocus():
            focus_ring(painter, area, self._look)

    def _both(self, width: int) -> tuple[Typeset, Typeset | None]:
        room = width - self._indent() - Space.NEAR
        quiet = QFont(self.font())
        quiet.setPixelSize(self._look.sizes.hint)
        detail = typeset(self._detail, quiet, room, 1.4) if self._detail else None
        return typeset(self.text(), self.font(), room, 1.4), detail

    def _indent(self) -> int:
        return 2 * Space.NEAR + self._look.sizes.glyph if self._icon else Space.NEAR


class _Scroll(QScrollArea):
    """As tall as its content, but never taller than `most` pixels."""

    def __init__(self, content: QWidget, most: int) -> None:
        super().__init__()
        self._content, self._most = content, most
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self._content
        wish = content.heightForWidth(width) if content.hasHeightForWidth() else -1
        return min(self._most, wish if wish > 0 else content.sizeHint().height())

    def sizeHint(self) -> QSize:
        width = self._content.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, Space.NEAR)
