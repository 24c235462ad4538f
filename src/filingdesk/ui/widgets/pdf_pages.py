"""Real pages of a PDF, one below the other, as wide as the column."""

from collections.abc import Sequence
from ctypes import c_ubyte
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.paint import focus_ring
from filingdesk.ui.widgets.roles import teach_roles
from filingdesk.ui.widgets.text import Hint


def load_pdfium() -> Any:
    """A tenth of a second the first time: better spent beside the window."""
    import pypdfium2

    return pypdfium2


class PdfDocument:
    """A PDF of our own, open until it is closed; its pages are drawn and read one at a time.

    Only for the window's thread: PDFium knows no other.
    """

    def __init__(self, pdf: bytes) -> None:
        self._document = load_pdfium().PdfDocument(pdf)
        self.is_open = True

    def __len__(self) -> int:
        return len(self._document)

    def close(self) -> None:
        """Let go of the file and all its pages."""
        if self.is_open:
            self.is_open = False
            self._document.close()

    def shape(self, number: int) -> float:
        """Height divided by width."""
        width, height = self._document.get_page_size(number)
        return float(height / width)

    def text(self, number: int) -> str:
        """What a screen reader reads out."""
        page = self._document[number]
        try:
            text = page.get_textpage()
            try:
                return str(text.get_text_bounded()).replace("\r", "")
            finally:
                text.close()
        finally:
            page.close()

    def picture(self, number: int, width: int) -> QImage:
        """The page `width` pixels across; PDFium draws into the image itself."""
        pictures: list[QImage] = []

        def blank(width: int, height: int, format: int, rev_byteorder: bool) -> Any:
            image = QImage(width, height, QImage.Format.Format_RGB32)
            pictures.append(image)
            pixels = (c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
            bitmap = load_pdfium().PdfBitmap
            return bitmap.new_native(
                width, height, format, rev_byteorder, pixels, image.bytesPerLine()
            )

        page = self._document[number]
        try:
            scale = width / page.get_width()
            page.render(scale=scale, prefer_bgrx=True, bitmap_maker=blank).close()
        finally:
            page.close()
        drawn = pictures[0]
        return drawn if drawn.width() == width else drawn.scaledToWidth(width)


class PdfPages(QWidget):
    """The pages of `pdf`, which must be our own, each under its caption.

    The document is closed when the widget goes.
    """

    def __init__(self, look: Look, document: PdfDocument, captions: Sequence[str]) -> None:
        super().__init__()
        self.document = document
        self.destroyed.connect(document.close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        self.sheets = [
            PdfSheet(look, document, number, caption) for number, caption in enumerate(captions)
        ]
        for number, (sheet, caption) in enumerate(zip(self.sheets, captions, strict=True)):
            if number:
                column.addSpacing(Space.NEAR)
            column.addWidget(Hint(look, caption))
            column.addWidget(sheet)


class PdfSheet(QWidget):
    """One page, drawn when it is first seen; its text is what a screen reader meets."""

    accessible_role = QAccessible.Role.Document

    def __init__(self, look: Look, document: PdfDocument, number: int, caption: str) -> None:
        teach_roles()
        super().__init__()
        self._look, self._document, self._number = look, document, number
        self._shape = document.shape(number)
        self._picture = QImage()
        self.setAccessibleName(caption)
        self.setAccessibleDescription(document.text(number))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._shape)

    def sizeHint(self) -> QSize:
        width = self._look.sizes.column
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.sizes.target, self._look.sizes.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wanted = round(self.width() * self.devicePixelRatioF())
        is_laid_out = self.height() == self.heightForWidth(self.width())
        if self._picture.width() != wanted and is_laid_out and self._document.is_open:
            self._picture = self._document.picture(self._number, wanted)
        painter.drawImage(self.rect(), self._picture)
        painter.setPen(self._look.palette.line)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._look)
