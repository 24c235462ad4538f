"""Real pages of a PDF, one below the other, as wide as the column."""

from collections.abc import Callable

import pypdfium2
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.text import Hint

A4 = 297 / 210


class PdfPages(QWidget):
    """The pages of `pdf`, which must be our own; each tells its text to a screen reader."""

    def __init__(self, look: Look, pdf: bytes, say: Callable[..., str]) -> None:
        super().__init__()
        self.document = pypdfium2.PdfDocument(pdf)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NEAR)
        count = len(self.document)
        for number, page in enumerate(self.document, 1):
            caption = say("Page {number} of {count}", number=number, count=count)
            column.addWidget(Hint(look, caption))
            column.addWidget(_Sheet(look, page, caption))


class _Sheet(QWidget):
    """One page, drawn when it is first seen."""

    def __init__(self, look: Look, page: pypdfium2.PdfPage, caption: str) -> None:
        super().__init__()
        self._look, self._page = look, page
        self._picture = QImage()
        self.setAccessibleName(caption)
        self.setAccessibleDescription(page.get_textpage().get_text_range())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * A4)

    def sizeHint(self) -> QSize:
        width = self._look.sizes.column
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        wanted = round(self.width() * self.devicePixelRatioF())
        if self._picture.width() != wanted:
            self._picture = self._drawn(wanted)
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._picture)
        painter.setPen(self._look.palette.line)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _drawn(self, width: int) -> QImage:
        """The page as a picture of that many pixels across."""
        bitmap = self._page.render(scale=width / self._page.get_width(), rev_byteorder=True)
        picture = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB888,
        ).copy()
        return picture.scaledToWidth(width) if picture.width() != width else picture
