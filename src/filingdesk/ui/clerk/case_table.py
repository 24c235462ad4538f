"""The table of cases: a whole row is one case, and columns give way where there is little room."""

from math import ceil

from PySide6.QtCore import QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from filingdesk.ui.clerk.case_model import CaseModel, Column, Index
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.paint import focus_ring
from filingdesk.ui.widgets.table import dress_table
from filingdesk.ui.widgets.typeset import natural_width

_WIDTHS = {
    Column.REFERENCE: 11.0,
    Column.PERSON: 6.0,
    Column.RECORD: 11.0,
    Column.AUTHORITY: 11.0,
}
"""The least width in em of the columns whose words are as long as they are."""
_WHOLE_NAME = 12.0
"""Em for a person's name, before anything but the status is shown beside it."""
_GIVES_WAY = (Column.AUTHORITY, Column.RECORD, Column.REFERENCE, Column.STATUS)
_TAKES_MORE = (Column.RECORD, Column.AUTHORITY)


class CaseTable(QTableView):
    """Signals: `chosen(str)` when another row is chosen, `opened(str)` at Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, sitting: Sitting, model: CaseModel) -> None:
        super().__init__()
        self._look = sitting.look
        self._model = model
        self._plain = _NoRing()
        self.setModel(model)
        dress_table(self, sitting.look, sitting.words.say("Cases"))
        self.setItemDelegate(self._plain)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        size = sitting.look.sizes.glyph
        self.setIconSize(QSize(size, size))
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def case(self) -> str:
        """The id of the case whose row is chosen; empty without one."""
        index = self.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else ""

    def choose(self, case: str) -> None:
        """Choose the row of a case, or the first one."""
        row = max(0, self._model.place_of(case))
        if self._model.rowCount():
            index = self._model.index(row, Column.PERSON)  # a column that is never hidden
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def currentChanged(self, now: Index, before: Index) -> None:
        super().currentChanged(now, before)
        self.viewport().update()
        if now.row() != before.row():
            self.chosen.emit(self._model.id_at(now.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.case():
                self.opened.emit(self.case())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            top, height = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
            area = QRectF(0, top, self.viewport().width(), height)
            focus_ring(QPainter(self.viewport()), area, self._look)

    def _fit_columns(self) -> None:
        """Show what fits, the least needed column going first; share out what is left."""
        least = self._least_widths()
        room = self.viewport().width()
        hidden: set[Column] = set()
        whole_name = round((_WHOLE_NAME - _WIDTHS[Column.PERSON]) * self._look.sizes.body)
        for column in _GIVES_WAY:
            more = 0 if column is Column.STATUS else whole_name
            if sum(width for each, width in least.items() if each not in hidden) + more <= room:
                break
            hidden.add(column)
        rest = max(0, room - sum(width for each, width in least.items() if each not in hidden))
        least[Column.PERSON] += min(rest, whole_name)
        rest -= min(rest, whole_name)
        takers = [each for each in _TAKES_MORE if each not in hidden] or [Column.PERSON]
        for column in Column:
            self.setColumnHidden(column, column in hidden)
            more = rest // len(takers) if column in takers else 0
            self.setColumnWidth(column, least[column] + more)

    def _least_widths(self) -> dict[Column, int]:
        """What a status or a day can be is known, and is never cut."""
        self.ensurePolished()
        around = 2 * Space.SNUG + Space.TIGHT
        longest = self._model.longest()
        known = {
            column: ceil(max(natural_width(each, self.font()) for each in words)) + around
            for column, words in longest.items()
        }
        known[Column.NEXT_DAY] += self._look.sizes.glyph + Space.HAIR
        em = self._look.sizes.body
        return {each: known.get(each) or round(_WIDTHS[each] * em) for each in Column}


class _NoRing(QStyledItemDelegate):
    """A cell without a focus of its own: the ring is around the row."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.decorationPosition = QStyleOptionViewItem.Position.Left
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
