"""One task in the list: its state as an icon and in words; the whole row is the target."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.guard import Guard
from filingdesk.ui.widgets.paint import box, focus_ring, glyph
from filingdesk.ui.widgets.task import State, Task
from filingdesk.ui.widgets.typeset import Typeset, narrowest, typeset


class TaskRow(QPushButton):
    """A task: the whole row is the target."""

    def __init__(self, look: Look, task: Task) -> None:
        super().__init__(task.title)
        self._look, self._task = look, task
        self.setAccessibleName(task.title)
        self.setAccessibleDescription(task.status)
        blocked = task.state is State.BLOCKED
        self.setEnabled(not blocked)
        if not blocked:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        Guard(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        title, status = self._words(width)
        return max(self._look.sizes.target, round(title.height + status.height) + 2 * Space.TIGHT)

    def sizeHint(self) -> QSize:
        width = self._look.sizes.side
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self._indent() + narrowest(self.font()), self._look.sizes.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p, area, task = self._look.palette, QRectF(self.rect()), self._task
        if task.here:
            box(painter, area, self._look.sizes.radius, p.chosen, p.primary)
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            box(painter, area, self._look.sizes.radius, p.paper)
        title, status = self._words(self.width())
        top = (self.height() - title.height - status.height) / 2
        size = self._look.sizes.glyph
        at = QPointF(Space.SNUG, top + (title.height / title.lines - size) / 2)
        glyph(painter, task.state.value, self._mark_colour(), at, size)
        ink = p.ink if self.isEnabled() else p.quiet
        title.draw(painter, QPointF(self._indent(), top), ink)
        status.draw(painter, QPointF(self._indent(), top + title.height), p.quiet)
        if self.hasFocus():
            focus_ring(painter, area, self._look)

    def _mark_colour(self) -> str:
        p = self._look.palette
        return {State.COMPLETED: p.good, State.IN_PROGRESS: p.primary}.get(
            self._task.state, p.quiet
        )

    def _words(self, width: float) -> tuple[Typeset, Typeset]:
        room = width - self._indent() - Space.SNUG
        head, quiet = QFont(self.font()), QFont(self.font())
        head.setPixelSize(self._look.sizes.hint)
        head.setBold(self._task.here)
        quiet.setPixelSize(round(self._look.sizes.hint * 0.89))
        return (
            typeset(self._task.title, head, room, 1.4),
            typeset(self._task.status, quiet, room, 1.4),
        )

    def _indent(self) -> int:
        return Space.SNUG + self._look.sizes.glyph + Space.SNUG
