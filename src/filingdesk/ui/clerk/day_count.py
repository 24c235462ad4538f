"""How a date was counted: every day on a line of its own, with the reason why it counts or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from filingdesk.core.deadline import Deadline, Reason, Why
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.roles import teach_roles
from filingdesk.ui.widgets.typeset import Typeset, natural_width, typeset
from filingdesk.words.catalogue import Words
from filingdesk.words.counting import day_reason

_NUMBER = 2.5
"""Em for the number of a day."""
_NARROW = 30
"""Em below which the reason stands below the day."""


@dataclass(frozen=True, slots=True)
class DayLine:
    """`number` counts the days that count; `strong` is the day that matters, `quiet` one that
    does not count."""

    number: str
    day: str
    reason: str
    strong: bool = False
    quiet: bool = False


def day_lines(words: Words, deadline: Deadline) -> tuple[DayLine, ...]:
    """The reasons of a deadline in words."""
    return tuple(_line(words, deadline, reason) for reason in deadline.reasons)


def _line(words: Words, deadline: Deadline, reason: Reason) -> DayLine:
    ends = reason.day == deadline.due_on and reason.why is not Why.SAFE
    return DayLine(
        number="" if reason.number is None else words.number(reason.number),
        day=words.day(reason.day),
        reason=day_reason(reason, words),
        strong=ends or reason.why is Why.SAFE,
        quiet=not reason.counted and not ends,
    )


class DayCount(QWidget):
    """Drawn at once, for a period can have ninety days."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, name: str, lines: Sequence[DayLine]) -> None:
        teach_roles()
        super().__init__()
        self._look, self._lines = look, lines
        self._set: tuple[int, list[tuple[Typeset, Typeset]]] | None = None
        self.setAccessibleName(name)
        parts = ((each.number, each.day, each.reason) for each in lines)
        self.setAccessibleDescription("\n".join(" ".join(filter(None, each)) for each in parts))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._height(width, *pair) for pair in self._typeset(width)))

    def sizeHint(self) -> QSize:
        width = self._look.sizes.column
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * self._look.sizes.body, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p, s = QPainter(self), self._look.palette, self._look.sizes
        number, width, y = _NUMBER * s.body, self.width(), 0.0
        beside = 0.0 if self._is_narrow(width) else self._day_width() + Space.NEAR
        for line, (day, reason) in zip(self._lines, self._typeset(width), strict=True):
            colour = p.quiet if line.quiet else p.ink
            if line.number:
                figure = typeset(line.number, self._type(line), number, 1.4)
                x = number - Space.TIGHT - figure.layout.lineAt(0).naturalTextWidth()
                figure.draw(painter, QPointF(x, y), colour)
            day.draw(painter, QPointF(number, y), colour)
            below = 0.0 if beside else day.height
            reason.draw(painter, QPointF(number + beside, y + below), colour)
            y += self._height(width, day, reason)
            painter.fillRect(0, round(y) - 1, width, 1, QColor(p.hair))

    def _typeset(self, width: int) -> list[tuple[Typeset, Typeset]]:
        if self._set is None or self._set[0] != width:
            self.ensurePolished()
            room = width - _NUMBER * self._look.sizes.body
            narrow = self._is_narrow(width)
            day = room if narrow else self._day_width()
            reason = room if narrow else room - day - Space.NEAR
            pairs = [
                (
                    typeset(line.day, self._type(line), day, 1.4),
                    typeset(line.reason, self._type(line), reason, 1.4),
                )
                for line in self._lines
            ]
            self._set = width, pairs
        return self._set[1]

    def _height(self, width: int, day: Typeset, reason: Typeset) -> float:
        both = day.height + reason.height
        text = both if self._is_narrow(width) else max(day.height, reason.height)
        return text + Space.HAIR

    def _day_width(self) -> float:
        return max(natural_width(line.day, self._type(line)) for line in self._lines) + 1

    def _is_narrow(self, width: float) -> bool:
        return width < _NARROW * self._look.sizes.hint

    def _type(self, line: DayLine) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.sizes.hint)
        font.setBold(line.strong)
        return font
