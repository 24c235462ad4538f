"""The cases as a table: one row a case, words made for the rows that are seen."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from filingdesk.desk import CaseToday
from filingdesk.desk.lists import CaseList
from filingdesk.desk.urgency import When, foremost
from filingdesk.ui.clerk.agenda_face import ICONS, colour_of
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.theme.icons import icon
from filingdesk.words.catalogue import N_
from filingdesk.words.terms import OUTCOMES, STATUSES

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_PRESSING = (When.OVERDUE, When.TODAY)


class Column(IntEnum):
    """The columns, in their order."""

    REFERENCE = 0
    PERSON = 1
    RECORD = 2
    AUTHORITY = 3
    STATUS = 4
    NEXT_DAY = 5


HEADS: Mapping[Column, str] = MappingProxyType(
    {
        Column.REFERENCE: N_("Reference"),
        Column.PERSON: N_("Person"),
        Column.RECORD: N_("Record"),
        Column.AUTHORITY: N_("Authority"),
        Column.STATUS: N_("Where it stands"),
        Column.NEXT_DAY: N_("Next day"),
    }
)


class CaseModel(QAbstractTableModel):
    """Cases in the order given, each read when its row is seen, so that a list may be long.

    `replace` changes one row and leaves it where it is.
    """

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._cases: CaseList | tuple[()] = ()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._sitting.words.say(HEADS[Column(section)])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found, column = self._cases[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(found, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._whole(found, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                head = self._sitting.words.say(HEADS[column])
                return f"{head}: {self._whole(found, column)}"
            case Qt.ItemDataRole.DecorationRole | Qt.ItemDataRole.ForegroundRole:
                return self._mark(found, role) if column is Column.NEXT_DAY else None
            case _:
                return None

    def show(self, cases: CaseList) -> None:
        """Other cases in place of these."""
        self.beginResetModel()
        self._cases = cases
        self.endResetModel()

    def replace(self, found: CaseToday) -> None:
        """The same case after something happened to it."""
        row = self.place_of(found.case.id)
        if self._cases and row >= 0:
            self._cases.replace(row, found)
            last = len(Column) - 1
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def id_at(self, row: int) -> str:
        """The id of the case in a row; empty for no row."""
        return self._cases[row].case.id if 0 <= row < len(self._cases) else ""

    def place_of(self, id: str) -> int:
        """The row of a case, or -1."""
        return self._cases.place_of_case(id) if self._cases else -1

    def longest(self) -> Mapping[Column, Sequence[str]]:
        """Everything a status can be, and a day that is about as long as they get."""
        words = self._sitting.words
        statuses = [words.say(each) for each in (*STATUSES.values(), *OUTCOMES.values())]
        days = [self._sitting.longest_day(weekday=False)]
        return {Column.STATUS: statuses, Column.NEXT_DAY: days}

    def _words(self, found: CaseToday, column: Column) -> str:
        case, words = found.case, self._sitting.words
        match column:
            case Column.REFERENCE:
                return case.reference
            case Column.PERSON:
                return case.person
            case Column.RECORD:
                return case.title
            case Column.AUTHORITY:
                return self._sitting.text(case, case.authority)
            case Column.STATUS:
                return words.say(OUTCOMES[case.outcome] if case.outcome else STATUSES[case.status])
            case Column.NEXT_DAY:
                return self._next_day(found)

    def _whole(self, found: CaseToday, column: Column) -> str:
        """What a cell says without its icon and its colour."""
        entry, said = foremost(found, self._sitting.today), self._words(found, column)
        if column is not Column.NEXT_DAY or entry is None or entry.when not in _PRESSING:
            return said
        if entry.when is When.OVERDUE:
            return self._sitting.words.say("overdue since {day}", day=said)
        return self._sitting.words.say("today")

    def _next_day(self, found: CaseToday) -> str:
        entry, words = foremost(found, self._sitting.today), self._sitting.words
        if entry is None or entry.day is None or entry.when is When.OVER:
            return ""
        return words.day(entry.day, weekday=False)

    def _mark(self, found: CaseToday, role: int) -> Any:
        entry, look = foremost(found, self._sitting.today), self._sitting.look
        if entry is None or entry.when not in _PRESSING:
            return None
        colour = colour_of(look.palette, entry.when)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(colour)
        return icon(ICONS[entry.when], colour, look.sizes.glyph)
