"""The folded task list: one line of words over a bar with a piece for every task."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.guard import Guard
from filingdesk.ui.widgets.paint import focus_ring, glyph
from filingdesk.ui.widgets.task import State, Task
from filingdesk.ui.widgets.typeset import Typeset, narrowest, typeset


class TaskFold(QPushButton):
    """Shows how far one is; a tap opens the list."""

    def __init__(self, look: Look, words: str, tasks: Sequence[Task]) -> None:
        super().__init__(words)
        self._look, self._tasks = look, tuple(tasks)
        self.open = False
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        Guard(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        wanted = round(self._words(width).height) + Space.CARD
        return max(self._look.sizes.target, wanted)

    def sizeHint(self) -> QSize:
        width = self._look.sizes.column
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(narrowest(self.font()) + Space.FAR, self._look.sizes.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p, size = self._look.palette, self._look.sizes.glyph
        words = self._words(self.width())
        words.draw(painter, QPointF(Space.HAIR, Space.HAIR), p.quiet)
        arrow = "chevron-up" if self.open else "chevron-down"
        at = QPointF(words.width + Space.NEAR, Space.HAIR + (words.height - size) / 2)
        glyph(painter, arrow, p.quiet, at, size)
        self._paint_bar(painter)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._look)

    def _paint_bar(self, painter: QPainter) -> None:
        """A piece for every task: thick where one is, thin where one has not been."""
        p, count = self._look.palette, max(1, len(self._tasks))
        room = self.width() - 2 * Space.HAIR
        piece = (room - Space.HAIR * (count - 1)) / count
        painter.setPen(Qt.PenStyle.NoPen)
        for number, task in enumerate(self._tasks):
            done = task.state is State.COMPLETED
            colour = p.primary if task.here else p.good if done else p.line
            height = 6 if task.here or done else 2
            painter.setBrush(QColor(colour))
            x = Space.HAIR + number * (piece + Space.HAIR)
            painter.drawRoundedRect(QRectF(x, self.height() - 12 - height / 2, piece, height), 1, 1)

    def _words(self, width: float) -> Typeset:
        font = QFont(self.font())
        font.setPixelSize(self._look.sizes.hint)
        room = width - 2 * Space.NEAR - self._look.sizes.glyph
        return typeset(self.text(), font, room, 1.4)
