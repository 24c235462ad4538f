"""The agenda as Qt shows it: a heading for each group, and below it one line for each thing due."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from filingdesk.ui.clerk.agenda import Entry, When
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.words.catalogue import N_
from filingdesk.words.terms import NEXT_STEPS

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
ROW = Qt.ItemDataRole.UserRole

GROUPS: Mapping[When, str] = MappingProxyType(
    {
        When.OVERDUE: N_("Overdue"),
        When.TODAY: N_("Today"),
        When.SOON: N_("The next 7 days"),
        When.LATER: N_("Later"),
        When.UNDATED: N_("Without a day"),
        When.OVER: N_("The person's own periods that are over"),
    }
)
NO_CLOCK = N_("No period is running")


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with the number of lines below it."""

    when: When
    title: str
    count: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line in words. `law` names the last day by law where it is not the day to act on."""

    entry: Entry
    day: str
    away: str
    law: str
    clock: str
    person: str
    title: str
    step: str

    def spoken(self) -> str:
        """The whole line, for a screen reader."""
        parts = (self.person, self.title, self.clock, self.day, self.away, self.law, self.step)
        return ". ".join(part for part in parts if part)


class AgendaModel(QAbstractListModel):
    """Row role: a `Group`, which cannot be chosen, or a `Line`. Words are made when first shown."""

    def __init__(self, sitting: Sitting, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._sitting = sitting
        self._rows = [*_rows(entries, sitting)]
        self._lines: dict[int, Line] = {}

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.title} ({row.count})" if isinstance(row, Group) else row.spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row(self, number: int) -> Group | Line:
        """What stands in a row."""
        row = self._rows[number]
        if isinstance(row, Group):
            return row
        if number not in self._lines:
            self._lines[number] = _line(row, self._sitting)
        return self._lines[number]

    def place_of(self, case: str) -> int:
        """The first row of a case; the first line of all for a case that is not there; else -1."""
        lines = [
            (number, row.found.case.id)
            for number, row in enumerate(self._rows)
            if isinstance(row, Entry)
        ]
        first = lines[0][0] if lines else -1
        return next((number for number, id in lines if id == case), first)


def longest_day(sitting: Sitting) -> tuple[str, str]:
    """A day in words, and what stands below it, about as long as they get."""
    day = sitting.longest_day()
    law = sitting.words.say("by law {day}", day=day)
    return day, f"{sitting.away(sitting.today + timedelta(99))}  {law}"


def _rows(entries: Sequence[Entry], sitting: Sitting) -> Iterator[Group | Entry]:
    for when, group in groupby(entries, key=lambda entry: entry.when):
        members = list(group)
        title = sitting.words.say(GROUPS[when])
        yield Group(when, title, sitting.words.number(len(members)))
        yield from members


def _line(entry: Entry, sitting: Sitting) -> Line:
    say, case = sitting.words.say, entry.found.case
    law = ""
    if entry.clock and entry.clock.deadline and entry.clock.deadline.due_on != entry.day:
        law = say("by law {day}", day=sitting.words.day(entry.clock.deadline.due_on))
    return Line(
        entry=entry,
        day=sitting.words.day(entry.day) if entry.day else say("No day is known"),
        away=sitting.away(entry.day) if entry.day else "",
        law=law,
        clock=sitting.text(case, entry.clock.clock.name) if entry.clock else say(NO_CLOCK),
        person=case.person,
        title=case.title,
        step=say(NEXT_STEPS[entry.found.next_step]),
    )
