"""A page with a frame on it: what lies inside the frame is kept."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from filingdesk.core.answers import WHOLE
from filingdesk.core.pages import LEAST
from filingdesk.ui.kiosk.papers.drawn import DrawnPage
from filingdesk.ui.theme.tokens import Look

Crop = tuple[int, int, int, int]
_STEP = 10
"""Thousandths: a hundredth of a side, as the fields beside it count."""
_NEAR = 24
"""Pixels around an edge in which it can be taken hold of."""
_HANDLE = 12


class CropFrame(QWidget):
    """Drag an edge or a corner; drag elsewhere to draw a new frame. The fields do the same.

    Signal `changed(tuple)`: left, upper, right, lower in thousandths.
    """

    changed = Signal(tuple)

    def __init__(self, look: Look, page: DrawnPage, height: int) -> None:
        super().__init__()
        self._look, self._page = look, page
        width = min(round(look.sizes.column * 0.55), round(height / page.shape()))
        self._size = QSize(width, round(width * page.shape()))
        self._picture = QImage()
        self.crop: Crop = WHOLE
        self._held: tuple[int, ...] = ()
        self._from = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_crop(self, crop: Crop) -> None:
        """Another frame; whoever sets it knows it already."""
        self.crop = crop
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self._from = self._thousandths(at)
        self._held = self._edges_at(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x, y = self._thousandths(event.position())
        if self._held:
            crop = list(self.crop)
            for edge in self._held:
                crop[edge] = y if edge % 2 else x
            self._set(crop[0], crop[1], crop[2], crop[3])
        else:
            left, upper = self._from
            self._set(min(left, x), min(upper, y), max(left, x), max(upper, y))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = ()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wanted = round(self.width() * self.devicePixelRatioF())
        if self._picture.width() != wanted:
            self._picture = self._page.picture(wanted)
        painter.drawImage(self.rect(), self._picture)
        inside, p = self._inside(), self._look.palette
        veil = QColor(p.veil)
        for part in _around(QRectF(self.rect()), inside):
            painter.fillRect(part, veil)
        painter.setPen(QPen(QColor(p.on_focus), 5))
        painter.drawRect(inside)
        painter.setPen(QPen(QColor(p.focus), 3))
        painter.drawRect(inside)
        for corner in (inside.topLeft(), inside.topRight(), inside.bottomLeft()):
            self._draw_handle(painter, corner)
        self._draw_handle(painter, inside.bottomRight())

    def _draw_handle(self, painter: QPainter, at: QPointF) -> None:
        half = _HANDLE / 2
        painter.setBrush(QColor(self._look.palette.focus))
        painter.setPen(QColor(self._look.palette.on_focus))
        painter.drawRect(QRectF(at.x() - half, at.y() - half, _HANDLE, _HANDLE))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _set(self, left: int, upper: int, right: int, lower: int) -> None:
        """A frame that is too small stays as it was."""
        if right - left >= LEAST and lower - upper >= LEAST:
            self.show_crop((left, upper, right, lower))
            self.changed.emit(self.crop)

    def _inside(self) -> QRectF:
        left, upper, right, lower = self.crop
        wide, high = self.width() / 1000, self.height() / 1000
        return QRectF(left * wide, upper * high, (right - left) * wide, (lower - upper) * high)

    def _thousandths(self, at: QPointF) -> tuple[int, int]:
        def snapped(share: float) -> int:
            return min(1000, max(0, round(share * 1000 / _STEP) * _STEP))

        return snapped(at.x() / self.width()), snapped(at.y() / self.height())

    def _edges_at(self, at: QPointF) -> tuple[int, ...]:
        """The edges under the finger, by their place in a crop; none is a new frame."""
        inside = self._inside()
        reach = inside.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
        if not reach.contains(at):
            return ()
        places = (inside.left(), inside.top(), inside.right(), inside.bottom())
        far = [abs((at.y() if edge % 2 else at.x()) - place) for edge, place in enumerate(places)]
        pairs = ((0, 2), (1, 3))
        nearest = (min(pair, key=lambda edge: far[edge]) for pair in pairs)
        return tuple(edge for edge in nearest if far[edge] <= _NEAR)


def _around(whole: QRectF, inside: QRectF) -> tuple[QRectF, ...]:
    """What lies outside the frame: above, below, left and right of it."""
    return (
        QRectF(0, 0, whole.width(), inside.top()),
        QRectF(0, inside.bottom(), whole.width(), whole.height() - inside.bottom()),
        QRectF(0, inside.top(), inside.left(), inside.height()),
        QRectF(inside.right(), inside.top(), whole.width() - inside.right(), inside.height()),
    )
