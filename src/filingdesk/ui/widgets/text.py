"""Words on a page: title, heading, body and hint."""

from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.roles import teach_roles
from filingdesk.ui.widgets.typeset import UNBOUNDED, Typeset, narrowest, typeset

_MEASURE = 36  # Chinese characters, about 70 Latin ones


class Text(QLabel):
    """Plain words that keep a measure and wrap; colour and size come from the style sheet."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, look: Look, text: str, *, line: float | None = None) -> None:
        teach_roles()
        super().__init__(text)
        self._line = line or look.sizes.line
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return round(self._lines(inner).height) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        measure = _MEASURE * self.font().pixelSize()
        margins = self.contentsMargins()
        inner = ceil(min(self._natural().width, measure))
        width = inner + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(min(narrowest(self.font()), self.sizeHint().width()), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self.palette().color(self.foregroundRole())
        inside = self.contentsRect()
        self._lines(inside.width()).draw(painter, QPointF(inside.topLeft()), colour)

    def _lines(self, available: int) -> Typeset:
        width = min(available, _MEASURE * self.font().pixelSize())
        natural = self._natural()
        return natural if natural.width <= width else self._at(width)

    def _natural(self) -> Typeset:
        """The words when nothing makes them wrap."""
        return self._at(UNBOUNDED)

    def _at(self, width: float) -> Typeset:
        return typeset(self.text(), self.font(), width, self._line)


class Title(Text):
    """The one question or sentence a page is about."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, line=1.35)


class Heading(Text):
    """The head of a group on a page."""

    accessible_role = QAccessible.Role.Heading

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, line=1.4)


class Body(Text):
    """What the page has to say."""


class Strong(Text):
    """Body text that carries the weight of the page: a date, an authority, a number."""


class Hint(Text):
    """One quiet sentence of help."""
