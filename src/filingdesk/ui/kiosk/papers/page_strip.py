"""The pages of a file in their order, small: one of them is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScroller,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from filingdesk.core.answers import AttachedFile, PageEdit
from filingdesk.core.pages import edits_of
from filingdesk.ui.kiosk.papers.drawn import A4, KeptPages
from filingdesk.ui.kiosk.papers.page_words import PageWords
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.paint import box, focus_ring

_Index = QModelIndex | QPersistentModelIndex
_EDIT = Qt.ItemDataRole.UserRole
_MOST_KEPT = 60
_BAR = 32
"""Pixels: a scroll bar and the edge."""

_BACK, _ON = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)


class PageStrip(QListView):
    """One below the other, or side by side where it lies `across`.

    Arrow keys choose; Delete, and Ctrl with an arrow, do what the buttons beside it do.

    Signals: `chosen(int)` with the place of a page, `moved(int)` by one to either side, `left_out`.
    """

    chosen = Signal(int)
    moved = Signal(int)
    left_out = Signal()

    def __init__(
        self, look: Look, kept: KeptPages, words: PageWords, name: str, *, across: bool
    ) -> None:
        super().__init__()
        self._look = look
        self._pages = _Pages(words)
        self.setAccessibleName(name)
        self.setModel(self._pages)
        self.setItemDelegate(_Thumbnail(self, look, kept))
        self.setFlow(QListView.Flow.LeftToRight if across else QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        room = thumbnail(look) + QSize(_BAR, _BAR)
        if across:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedHeight(room.height())
        else:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedWidth(room.width())
            self.setMinimumHeight(room.height())
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.selectionModel().currentChanged.connect(lambda now, _old: self._tell(now))

    def show_file(self, file: AttachedFile, place: int) -> None:
        """Other pages, or the same ones changed; this one is chosen."""
        self.selectionModel().blockSignals(True)
        self._pages.hold(file)
        self.selectionModel().blockSignals(False)
        self.setCurrentIndex(self._pages.index(place))
        self.scrollTo(self._pages.index(place))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (*_BACK, *_ON) and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            by = -1 if key in _BACK else 1
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.moved.emit(by)
            else:
                self._step(by)
        elif key == Qt.Key.Key_Delete:
            self.left_out.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        there = self._pages.index(self.currentIndex().row() + by)
        if there.isValid():
            self.setCurrentIndex(there)

    def _tell(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())


def thumbnail(look: Look) -> QSize:
    """The room of one page with its number."""
    width = round(92 * (1 + (look.sizes.factor - 1) / 2))
    return QSize(width + 2 * Space.TIGHT, round(width * A4) + 3 * Space.TIGHT + _line(look))


class _Pages(QAbstractListModel):
    def __init__(self, words: PageWords) -> None:
        super().__init__()
        self._words = words
        self._file: AttachedFile | None = None
        self._edits: Sequence[PageEdit] = ()

    def hold(self, file: AttachedFile) -> None:
        self.beginResetModel()
        self._file, self._edits = file, edits_of(file)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._edits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._file is None or index.row() >= len(self._edits):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(index.row() + 1)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words.in_its_file(self._file, index.row())
            case _:
                return self._edits[index.row()] if role == _EDIT else None


class _Thumbnail(QStyledItemDelegate):
    """A page with its number below; the chosen one lies on another ground, and has the ring."""

    def __init__(self, strip: PageStrip, look: Look, kept: KeptPages) -> None:
        super().__init__(strip)
        self._strip, self._look, self._kept = strip, look, kept
        self._drawn: dict[tuple[PageEdit, int], QImage] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return thumbnail(self._look)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, p = QRectF(option.rect), self._look.palette
        is_chosen = index.row() == self._strip.currentIndex().row()
        place = area.adjusted(2, 2, -2, -2)
        if is_chosen:
            box(painter, place, self._look.sizes.radius, p.chosen, p.primary, 3)
        room = place.adjusted(Space.TIGHT, Space.TIGHT, -Space.TIGHT, -_line(self._look))
        self._draw(painter, room, index.data(_EDIT))
        below = QRectF(place.left(), room.bottom(), place.width(), place.bottom() - room.bottom())
        painter.setPen(p.ink)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if is_chosen and self._strip.hasFocus():
            focus_ring(painter, place, self._look)
        painter.restore()

    def _draw(self, painter: QPainter, room: QRectF, edit: PageEdit) -> None:
        page = self._kept.page(edit)
        width = min(room.width(), room.height() / page.shape())
        height = width * page.shape()
        at = QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)
        painter.drawImage(at, self._picture(edit, round(width * self._strip.devicePixelRatioF())))
        painter.setPen(self._look.palette.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(at)

    def _picture(self, edit: PageEdit, width: int) -> QImage:
        key = (edit, width)
        if key not in self._drawn:
            if len(self._drawn) >= _MOST_KEPT:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[key] = self._kept.page(edit).picture(width)
        return self._drawn[key]


def _line(look: Look) -> int:
    return round(look.sizes.body * look.sizes.line)
