"""A page as it will be filed, drawn at any width: turned first, then cut."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QBuffer, QRect, QSize
from PySide6.QtGui import QImage, QImageReader, QTransform

from filingdesk.core.answers import WHOLE, PageEdit
from filingdesk.core.problem import UserProblem
from filingdesk.ui.kiosk.session import Session

A4 = 297 / 210
_ON_ITS_SIDE = (90, 270)


class KeptPages:
    """The pages of a draft's files; each file is fetched from the store when it is first drawn."""

    def __init__(self, session: Session) -> None:
        self._store, self._draft = session.desk.doors.store, session.here.id
        self._kept: dict[str, tuple[bytes, ...]] = {}

    def page(self, edit: PageEdit) -> "DrawnPage":
        """One page, as that edit shows it."""
        return DrawnPage(lambda: self._jpeg(edit), edit)

    def _jpeg(self, edit: PageEdit) -> bytes:
        """Nothing where the store has lost it: the filing will say so."""
        if edit.of not in self._kept:
            try:
                self._kept[edit.of] = self._store.file(self._draft, edit.of).pages
            except UserProblem:
                self._kept[edit.of] = ()
        pages = self._kept[edit.of]
        return pages[edit.page] if edit.page < len(pages) else b""


class DrawnPage:
    """`jpeg` gives the kept page, when it is first needed; what is filed is cut by the intake."""

    def __init__(self, jpeg: Callable[[], bytes], edit: PageEdit) -> None:
        self._jpeg, self.edit = jpeg, edit
        self._size: QSize | None = None

    def whole(self) -> "DrawnPage":
        """The same page, turned and not cut."""
        return DrawnPage(self._jpeg, replace(self.edit, crop=WHOLE))

    def shape(self) -> float:
        """Height divided by width; that of A4 where nobody can tell."""
        left, upper, right, lower = self.edit.crop
        size = self._turned_size()
        if size.isEmpty():
            return A4
        return (size.height() * (lower - upper)) / (size.width() * (right - left))

    def picture(self, width: int) -> QImage:
        """The page `width` pixels across; a null image for what is no picture."""
        left, _, right, _ = self.edit.crop
        size = self._turned_size()
        if size.isEmpty() or width < 1:
            return QImage()
        whole = width * 1000 / (right - left)
        page = self._decoded(QSize(round(whole), round(whole * size.height() / size.width())))
        part = page.copy(_cut(page.size(), self.edit.crop))
        return part if part.isNull() or part.width() == width else part.scaledToWidth(width)

    def _decoded(self, turned: QSize) -> QImage:
        reader, buffer = QImageReader(), QBuffer()
        _look_into(reader, buffer, self._jpeg())
        reader.setScaledSize(turned.transposed() if self._is_on_its_side() else turned)
        page = reader.read()
        return page.transformed(QTransform().rotate(self.edit.turn)) if self.edit.turn else page

    def _turned_size(self) -> QSize:
        if self._size is None:
            reader, buffer = QImageReader(), QBuffer()
            size = _look_into(reader, buffer, self._jpeg())
            self._size = size.transposed() if self._is_on_its_side() else size
        return self._size

    def _is_on_its_side(self) -> bool:
        return self.edit.turn in _ON_ITS_SIDE


def _look_into(reader: QImageReader, buffer: QBuffer, jpeg: bytes) -> QSize:
    """The size of the picture. A reader must not outlive its buffer: callers name it first."""
    buffer.setData(jpeg)
    reader.setDevice(buffer)
    reader.setFormat(b"jpg")
    return reader.size()


def _cut(size: QSize, crop: tuple[int, int, int, int]) -> QRect:
    left, upper, right, lower = crop
    x, y = round(size.width() * left / 1000), round(size.height() * upper / 1000)
    width = round(size.width() * right / 1000) - x
    return QRect(x, y, width, round(size.height() * lower / 1000) - y)
