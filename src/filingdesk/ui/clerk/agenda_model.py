"""The agenda as Qt shows it: a heading for each group, and below it one line for each thing due."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from filingdesk.desk.urgency import Entry, When
from filingdesk.ui.clerk.agenda import Due, Recall
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
        When.OVER: N_("Over: the person's own periods, and reminders"),
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

    entry: Entry | Recall
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

    def __init__(self, sitting: Sitting, groups: Mapping[When, Due]) -> None:
        super().__init__()
        self._sitting = sitting
        starts = accumulate((len(each) + 1 for each in groups.values()), initial=0)
        *self._heads, self._count = starts
        self._dues = [*groups.items()]
        self._lines: dict[int, Line] = {}

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.title} ({row.count})" if isinstance(row, Group) else row.spoken()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def is_heading(self, number: int) -> bool:
        """Whether a group begins in a row."""
        return self._place(number)[1] < 0

    def row(self, number: int) -> Group | Line:
        """What stands in a row."""
        group, place = self._place(number)
        when, due = self._dues[group]
        if place < 0:
            words = self._sitting.words
            return Group(when, words.say(GROUPS[when]), words.number(len(due)))
        if number not in self._lines:
            self._lines[number] = _line(due[place], self._sitting)
        return self._lines[number]

    def place_of(self, case: str) -> int:
        """The first row of a case; the first line of all for a case that is not there; else -1."""
        for head, (_, due) in zip(self._heads, self._dues, strict=True):
            place = due.place_of(case) if case else -1
            if place >= 0:
                return head + 1 + place
        return 1 if self._count else -1

    def _place(self, number: int) -> tuple[int, int]:
        """The group of a row, and the place in it; -1 for its heading."""
        group = bisect_right(self._heads, number) - 1
        return group, number - self._heads[group] - 1


def longest_day(sitting: Sitting) -> tuple[str, str]:
    """A day in words, and what stands below it, about as long as they get."""
    day = sitting.longest_day()
    law = sitting.words.say("by law {day}", day=day)
    return day, f"{sitting.away(sitting.today + timedelta(99))}  {law}"


def _line(entry: Entry | Recall, sitting: Sitting) -> Line:
    return _case_line(entry, sitting) if isinstance(entry, Entry) else _recall_line(entry, sitting)


def _recall_line(recall: Recall, sitting: Sitting) -> Line:
    say, reminder = sitting.words.say, recall.reminder
    return Line(
        entry=recall,
        day=sitting.words.day(recall.day),
        away=sitting.away(recall.day),
        law="",
        clock=say("Reminder: the first day for “{kind}”", kind=sitting.kind_name(reminder)),
        person=reminder.person,
        title=reminder.title,
        step=say(_recall_step(recall.day, sitting.today)),
    )


def _recall_step(day: date, today: date) -> str:
    if day > today:
        return N_("Wait until that day")
    if day == today:
        return N_("The filing can be started")
    return N_("Not filed since then: call the person, or erase the reminder")


def _case_line(entry: Entry, sitting: Sitting) -> Line:
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
