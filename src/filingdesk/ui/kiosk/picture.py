"""A page of an attached file as a picture: small in its slot, and as wide as the screen allows."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.buttons import Button
from filingdesk.ui.widgets.paint import box, focus_ring, glyph

A4 = 297 / 210


def scaled(jpeg: bytes, width: int) -> QImage:
    """The picture `width` pixels across; a null image for what is no picture."""
    reader, buffer = QImageReader(), QBuffer()
    size = _look_into(reader, buffer, jpeg)
    if size.isValid() and size.width():
        reader.setScaledSize(QSize(width, max(1, round(size.height() * width / size.width()))))
    return reader.read()


def shape(jpeg: bytes) -> float:
    """Height divided by width; that of A4 where nobody can tell."""
    reader, buffer = QImageReader(), QBuffer()
    size = _look_into(reader, buffer, jpeg)
    return size.height() / size.width() if size.isValid() and size.width() else A4


def _look_into(reader: QImageReader, buffer: QBuffer, jpeg: bytes) -> QSize:
    """The size of the picture. A reader must not outlive its buffer: callers name it first."""
    buffer.setData(jpeg)
    reader.setDevice(buffer)
    reader.setFormat(b"jpg")
    return reader.size()


class PagePicture(Button):
    """A page to look at more closely; `jpeg` is asked for when it is first drawn."""

    def __init__(self, look: Look, jpeg: Callable[[], bytes], name: str) -> None:
        super().__init__(look, "")
        self._jpeg = jpeg
        self._picture = QImage()
        self._shape = 0.0
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        self._shape = self._shape or shape(self._jpeg())
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
            self._picture = scaled(self._jpeg(), wanted)
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

    def __init__(self, look: Look, jpeg: bytes, name: str) -> None:
        super().__init__()
        self._jpeg, self._shape = jpeg, shape(jpeg)
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
            self._picture = scaled(self._jpeg, wanted)
        QPainter(self).drawImage(self.rect(), self._picture)
