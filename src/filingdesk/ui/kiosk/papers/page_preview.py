"""The chosen page, as large as the room beside the buttons allows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from filingdesk.ui.kiosk.papers.drawn import A4, DrawnPage
from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.buttons import Button
from filingdesk.ui.widgets.paint import box, focus_ring

_WIDTH = 280


class PagePreview(Button):
    """A touch asks for the page in full; all pages have the same room, so that nothing jumps."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")
        self._page: DrawnPage | None = None
        self._picture = QImage()
        self._drawn_for: tuple[object, int] | None = None
        width = round(_WIDTH * (1 + (look.sizes.factor - 1) / 2))
        self._room = QSize(width, round(width * A4))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, page: DrawnPage, name: str) -> None:
        """Another page, or the same one changed."""
        self._page = page
        self.setAccessibleName(name)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return self._room

    def minimumSizeHint(self) -> QSize:
        return self._room

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        p, area = self._look.palette, QRectF(self.rect())
        box(painter, area, 0, p.mist)
        if self._page is not None:
            self._draw(painter, self._page, area.adjusted(2, 2, -2, -2))
        if self.hasFocus():
            focus_ring(painter, area, self._look)

    def _draw(self, painter: QPainter, page: DrawnPage, room: QRectF) -> None:
        width = min(room.width(), room.height() / page.shape())
        height = width * page.shape()
        wanted = (page.edit, round(width * self.devicePixelRatioF()))
        if self._drawn_for != wanted:
            self._drawn_for, self._picture = wanted, page.picture(wanted[1])
        at = QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)
        painter.drawImage(at, self._picture)
        painter.setPen(self._look.palette.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(at)
