"""One of several things, chosen from a list over the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.kiosk.panel import Panel
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import Button
from filingdesk.ui.widgets.paint import box, focus_ring, glyph
from filingdesk.ui.widgets.typeset import Typeset, typeset


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
