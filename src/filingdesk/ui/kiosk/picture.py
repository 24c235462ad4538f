"""A page of an attached file as a picture: small in its slot, and as wide as the screen allows."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from filingdesk.ui.kiosk.papers.drawn import DrawnPage
from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.buttons import Button
from filingdesk.ui.widgets.paint import box, focus_ring, glyph


class PagePicture(Button):
    """A page to look at more closely."""

    def __init__(self, look: Look, page: DrawnPage, name: str) -> None:
        super().__init__(look, "")
        self._page = page
        self._picture = QImage()
        self._shape = 0.0
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        self._shape = self._shape or self._page.shape()
        return round(width * self._shape)

    def sizeHint(self) -> QSize:
        width = self._look.sizes.column // 3
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.sizes.target, self._look.sizes.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p, area = self._look.palette, QRectF(self.rect())
        wanted = round(self.width() * self.devicePixelRatioF())
        if self._picture.width() != wanted:
            self._picture = self._page.picture(wanted)
        box(painter, area, 0, p.mist, p.line)
        if self._picture.isNull():
            size = self._look.sizes.picture
            middle = QPointF((self.width() - size) / 2, (self.height() - size) / 2)
            glyph(painter, "circle-alert", p.wrong, middle, size)
        else:
            painter.drawImage(area.adjusted(2, 2, -2, -2), self._picture)
        if self.hasFocus():
            focus_ring(painter, area, self._look)


class FullPicture(QWidget):
    """The same page as wide as the card."""

    def __init__(self, look: Look, page: DrawnPage, name: str) -> None:
        super().__init__()
        self._page, self._shape = page, page.shape()
        self._width = look.sizes.column
        self._picture = QImage()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._shape)

    def sizeHint(self) -> QSize:
        return QSize(self._width, self.heightForWidth(self._width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        wanted = round(self.width() * self.devicePixelRatioF())
        if self._picture.width() != wanted:
            self._picture = self._page.picture(wanted)
        QPainter(self).drawImage(self.rect(), self._picture)
