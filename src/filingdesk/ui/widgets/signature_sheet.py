"""The paper of the signature pad: takes strokes from finger, pen and mouse, and draws them."""

from dataclasses import dataclass
from itertools import pairwise
from time import monotonic

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.paint import box
from filingdesk.ui.widgets.roles import teach_roles


@dataclass(frozen=True, slots=True)
class Dot:
    """One point of a stroke: x and y as shares of the pad (0..1), seconds since the first dot,
    pressure 0..1 (0.5 where the device tells none)."""

    x: float
    y: float
    at: float
    pressure: float


SHAPE = 3
"""Width divided by height, as the paper shows the pad: otherwise a name would be stretched."""

_WIDEST = 840  # pixels; more is further than a finger writes


class SignatureSheet(QWidget):
    """Where the ink goes. Signal `changed()` after every stroke."""

    accessible_role = QAccessible.Role.Canvas
    changed = Signal()

    def __init__(self, look: Look) -> None:
        teach_roles()
        super().__init__()
        self._look = look
        self.strokes: list[list[Dot]] = []
        self._began = 0.0
        self._drawing = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setProperty("keeps_touch", True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(_WIDEST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, _WIDEST) / SHAPE)

    def sizeHint(self) -> QSize:
        width = min(self._look.sizes.column, _WIDEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 200 // SHAPE)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touched(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), 0.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position(), 0.5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._lift()

    def tabletEvent(self, event: QTabletEvent) -> None:
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position(), event.pressure())
            case QEvent.Type.TabletMove:
                self._go_on(event.position(), event.pressure())
            case QEvent.Type.TabletRelease:
                self._lift()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p, area = self._look.palette, QRectF(self.rect())
        box(painter, area, self._look.sizes.radius, p.paper, p.line)
        self._paint_base_line(painter, area)
        for stroke in self.strokes:
            _paint_stroke(painter, [(self._spot(dot), dot.pressure) for dot in stroke], p.ink)

    def _paint_base_line(self, painter: QPainter, area: QRectF) -> None:
        y = area.height() * 0.74
        painter.setPen(QPen(QColor(self._look.palette.line), 2))
        painter.drawLine(QPointF(Space.GROUP + 28, y), QPointF(area.width() - Space.GROUP, y))
        cross = QRectF(Space.GROUP, y - 18, 16, 16)
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.topRight(), cross.bottomLeft())

    def _touched(self, event: QTouchEvent) -> None:
        event.accept()
        if not event.points():
            return
        finger = event.points()[0]
        force = finger.pressure() or 0.5
        match event.type():
            case QEvent.Type.TouchBegin:
                self._begin(finger.position(), force)
            case QEvent.Type.TouchUpdate:
                self._go_on(finger.position(), force)
            case QEvent.Type.TouchEnd | QEvent.Type.TouchCancel:
                self._lift()

    def _begin(self, at: QPointF, pressure: float) -> None:
        if not self.strokes:
            self._began = monotonic()
        self._drawing = True
        self.strokes.append([self._dot(at, pressure)])
        self.update()

    def _go_on(self, at: QPointF, pressure: float) -> None:
        if self._drawing:
            self.strokes[-1].append(self._dot(at, pressure))
            self.update()

    def _lift(self) -> None:
        if self._drawing:
            self._drawing = False
            self.changed.emit()

    def _dot(self, at: QPointF, pressure: float) -> Dot:
        x = min(max(at.x() / self.width(), 0.0), 1.0)
        y = min(max(at.y() / self.height(), 0.0), 1.0)
        return Dot(x, y, monotonic() - self._began, pressure)

    def _spot(self, dot: Dot) -> QPointF:
        return QPointF(dot.x * self.width(), dot.y * self.height())


def _paint_stroke(painter: QPainter, dots: list[tuple[QPointF, float]], ink: str) -> None:
    """A smooth line: curves between the middles of neighbouring dots."""
    mean = sum(pressure for _, pressure in dots) / len(dots)
    pen = QPen(QColor(ink), 2 + 3 * mean)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    spots = [spot for spot, _ in dots]
    if len(spots) == 1:
        painter.drawPoint(spots[0])
        return
    path = QPainterPath(spots[0])
    for here, there in pairwise(spots[1:]):
        path.quadTo(here, (here + there) / 2)
    path.lineTo(spots[-1])
    painter.drawPath(path)
