"""How a choice card measures and draws itself, whichever kind of button it is."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.paint import box, focus_ring, glyph
from filingdesk.ui.widgets.typeset import Typeset, narrowest, typeset


class OnCard(Protocol):
    """What stands on a card."""

    @property
    def title(self) -> str: ...
    @property
    def help(self) -> str: ...
    @property
    def icon(self) -> str: ...


class CardFace:
    """Mark, picture, title and help; the whole of it belongs to one button."""

    def __init__(
        self, button: QAbstractButton, look: Look, choice: OnCard, *, strong: bool, mark: str
    ) -> None:
        self._button, self._look = button, look
        self._choice, self._strong, self._mark = choice, strong, mark
        button.setAccessibleName(choice.title)
        button.setAccessibleDescription(choice.help)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)

    def height(self, width: int) -> int:
        title, help = self._words(width)
        words = title.height + (help.height if help else 0)
        picture = self._look.sizes.picture if self._choice.icon else 0
        inner = max(words, picture, self._mark_size())
        return max(self._look.sizes.card, round(inner) + 2 * self._pad())

    def wish(self) -> QSize:
        width = self._look.sizes.column
        return QSize(width, self.height(width))

    def least(self) -> QSize:
        self._button.ensurePolished()
        width = self._indent() + narrowest(self._button.font()) + Space.CARD
        return QSize(width, self._look.sizes.card)

    def paint(self) -> None:
        """Onto the button, while it is being painted."""
        painter = QPainter(self._button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p, area = self._look.palette, QRectF(self._button.rect())
        on = self._button.isChecked()
        lit = self._button.isDown() or self._button.underMouse()
        fill = p.chosen if on else p.mist if lit else p.paper
        edge, width = (p.primary, 3) if on else (p.line, 2)
        box(painter, area, self._look.sizes.radius, fill, edge, width)
        self._paint_mark(painter, area, on)
        self._paint_icon(painter, area, on)
        self._paint_words(painter, area)
        if self._button.hasFocus():
            focus_ring(painter, area, self._look)

    def _paint_icon(self, painter: QPainter, area: QRectF, on: bool) -> None:
        if self._choice.icon:
            p, size = self._look.palette, self._look.sizes.picture
            at = QPointF(Space.CARD + self._mark_size() + Space.NEAR, area.center().y() - size / 2)
            glyph(painter, self._choice.icon, p.primary if on else p.quiet, at, size)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        title, help = self._words(round(area.width()))
        total = title.height + (help.height if help else 0)
        top = area.center().y() - total / 2
        title.draw(painter, QPointF(self._indent(), top), self._look.palette.ink)
        if help:
            below = QPointF(self._indent(), top + title.height)
            help.draw(painter, below, self._look.palette.quiet)

    def _paint_mark(self, painter: QPainter, area: QRectF, on: bool) -> None:
        p, size = self._look.palette, self._mark_size()
        edge = p.primary if on else p.line
        mark = QRectF(Space.CARD, area.center().y() - size / 2, size, size)
        if self._mark == "radio":
            box(painter, mark, size / 2, p.paper, edge, 2.5)
            if on:
                dot = size / 4
                box(painter, mark.adjusted(dot, dot, -dot, -dot), dot, p.primary)
            return
        box(painter, mark, 5, p.primary if on else p.paper, edge, 2.5)
        if on:
            tick = round(size * 0.8)
            lift = (size - tick) / 2
            glyph(painter, "check", p.on_primary, mark.topLeft() + QPointF(lift, lift), tick)

    def _words(self, width: int) -> tuple[Typeset, Typeset | None]:
        self._button.ensurePolished()
        room = width - self._indent() - Space.CARD
        head = QFont(self._button.font())
        head.setBold(self._strong)
        title = typeset(self._choice.title, head, room, 1.4)
        if not self._choice.help:
            return title, None
        quiet = QFont(self._button.font())
        quiet.setPixelSize(self._look.sizes.hint)
        return title, typeset(self._choice.help, quiet, room, 1.45)

    def _indent(self) -> int:
        picture = self._look.sizes.picture + Space.NEAR if self._choice.icon else 0
        return Space.CARD + self._mark_size() + Space.NEAR + picture

    def _mark_size(self) -> int:
        """Pixels of the circle or square that shows the state."""
        return round(self._look.sizes.picture * 0.7)

    def _pad(self) -> int:
        return Space.NEAR if self._look.sizes.target > 40 else Space.TIGHT
