"""How a line of the agenda is drawn: when, who and what, and the next step."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from filingdesk.desk.urgency import When
from filingdesk.ui.clerk.agenda_model import ROW, Group, Line
from filingdesk.ui.theme.tokens import Look, Palette, Space
from filingdesk.ui.widgets.paint import focus_ring, glyph
from filingdesk.ui.widgets.typeset import natural_width

ICONS: Mapping[When, str] = MappingProxyType(
    {
        When.OVERDUE: "circle-alert",
        When.TODAY: "bell",
        When.SOON: "calendar-clock",
        When.LATER: "calendar",
        When.UNDATED: "circle-question-mark",
        When.OVER: "circle-minus",
    }
)
_WHAT, _STEP = 18, 14
"""Em that person and clock, and the next step, need beside the day."""


class AgendaFace(QStyledItemDelegate):
    """Every line has the same height, so that a long list costs nothing.

    `width` is the room in pixels that a line has.
    """

    def __init__(self, look: Look, longest: tuple[str, str]) -> None:
        """`longest`: what the two lines of a day can be, in the clerk's language."""
        super().__init__()
        self._look, self._longest = look, longest
        self._day: tuple[str, float] = ("", 0.0)
        self.width = 0

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        s = self._look.sizes
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:  # a heading, without making its words
            return QSize(0, round(s.body * s.line) + Space.CARD + Space.TIGHT)
        rows = 4 if self._is_narrow(option.font) else 2
        return QSize(0, round(rows * s.body * s.line) + 2 * Space.SNUG)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area, row = QRectF(option.rect), index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Group):
            self._paint_group(painter, area, row)
        else:
            self._paint_line(painter, area, option, row)
        painter.restore()

    def _paint_group(self, painter: QPainter, area: QRectF, group: Group) -> None:
        p, s = self._look.palette, self._look.sizes
        height = s.body * s.line
        base = QRectF(area.left(), area.bottom() - height - Space.TIGHT, area.width(), height)
        lift = (height - s.glyph) / 2
        glyph(
            painter,
            ICONS[group.when],
            colour_of(p, group.when),
            base.topLeft() + QPointF(0, lift),
            s.glyph,
        )
        left = base.adjusted(s.glyph + Space.TIGHT, 0, 0, 0)
        used = self._words(painter, left, group.title, colour_of(p, group.when), bold=True)
        self._words(painter, left.adjusted(used + Space.TIGHT, 0, 0, 0), group.count, p.quiet)
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(p.line))

    def _paint_line(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, line: Line
    ) -> None:
        p = self._look.palette
        flag = QStyle.StateFlag
        if flag.State_Selected in option.state:
            painter.fillRect(area, QColor(p.chosen))
        elif flag.State_MouseOver in option.state:
            painter.fillRect(area, QColor(p.mist))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(p.hair))
        inside = area.adjusted(Space.SNUG, Space.SNUG, -Space.SNUG, -Space.SNUG)
        if self._is_narrow(option.font):
            self._paint_below_one_another(painter, inside, line)
        else:
            self._paint_side_by_side(painter, inside, line, option.font)
        if flag.State_HasFocus in option.state:
            focus_ring(painter, area, self._look)

    def _paint_side_by_side(self, painter: QPainter, area: QRectF, line: Line, font: QFont) -> None:
        day = self._day_width(font)
        step = (area.width() - day) * _STEP / (_STEP + _WHAT)
        self._paint_when(painter, _column(area, 0, day), line)
        self._paint_what(painter, _column(area, day, area.width() - step), line)
        last = _column(area, area.width() - step, area.width())
        self._wrapped(painter, last, line.step)

    def _paint_below_one_another(self, painter: QPainter, area: QRectF, line: Line) -> None:
        s = self._look.sizes
        step = s.body * s.line
        p = self._look.palette
        self._paint_what(painter, area, line)
        third = area.adjusted(0, 2 * step, 0, 0)
        when = ", ".join(part for part in (line.day, line.away or line.law) if part)
        self._words(painter, third, when, colour_of(p, line.entry.when))
        self._words(painter, area.adjusted(0, 3 * step, 0, 0), line.step, p.ink)

    def _paint_when(self, painter: QPainter, area: QRectF, line: Line) -> None:
        p, s = self._look.palette, self._look.sizes
        self._words(painter, area, line.day, p.ink)
        below = area.adjusted(0, s.body * s.line, 0, 0)
        pressing = line.entry.when in (When.OVERDUE, When.TODAY)
        colour = colour_of(p, line.entry.when) if pressing else p.quiet
        used = self._words(painter, below, line.away, colour, hint=True, bold=pressing)
        if line.law:
            rest = below.adjusted(used + Space.TIGHT, 0, 0, 0)
            self._words(painter, rest, line.law, p.quiet, hint=True)

    def _paint_what(self, painter: QPainter, area: QRectF, line: Line) -> None:
        p, s = self._look.palette, self._look.sizes
        used = self._words(painter, area, line.person, p.ink, bold=True)
        self._words(painter, area.adjusted(used + Space.SNUG, 0, 0, 0), line.title, p.ink)
        below = area.adjusted(0, s.body * s.line, 0, 0)
        self._words(painter, below, line.clock, p.quiet, hint=True)

    def _words(
        self,
        painter: QPainter,
        area: QRectF,
        words: str,
        colour: str,
        *,
        bold: bool = False,
        hint: bool = False,
    ) -> float:
        """One line of text, cut with … where it does not fit; gives the width it took."""
        s = self._look.sizes
        font = self._type(painter, bold=bold, hint=hint)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, area.width()))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        row = QRectF(area.left(), area.top(), area.width(), s.body * s.line)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)

    def _wrapped(self, painter: QPainter, area: QRectF, words: str) -> None:
        """The next step, in as many lines as there is room for."""
        painter.setFont(self._type(painter))
        painter.setPen(QColor(self._look.palette.ink))
        wrap = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(area, wrap, words)

    def _type(self, painter: QPainter, *, bold: bool = False, hint: bool = False) -> QFont:
        font = QFont(painter.font())
        font.setPixelSize(self._look.sizes.hint if hint else self._look.sizes.body)
        font.setBold(bold)
        return font

    def _day_width(self, font: QFont) -> float:
        if self._day[0] != font.key():
            first, second = self._longest
            body, hint = QFont(font), QFont(font)
            body.setPixelSize(self._look.sizes.body)
            hint.setPixelSize(self._look.sizes.hint)
            widest = max(natural_width(first, body), natural_width(second, hint))
            self._day = font.key(), widest + Space.CARD
        return self._day[1]

    def _is_narrow(self, font: QFont) -> bool:
        least = (_WHAT + _STEP) * self._look.sizes.body
        return self.width < self._day_width(font) + least


def colour_of(p: Palette, when: When) -> str:
    """The colour that repeats what icon and words say."""
    return {When.OVERDUE: p.wrong, When.TODAY: p.careful, When.SOON: p.primary}.get(when, p.quiet)


def _column(area: QRectF, left: float, right: float) -> QRectF:
    return QRectF(area.left() + left, area.top(), right - left - Space.NEAR, area.height())
