"""What is due and when: the clocks of all cases, in the order in which a clerk deals with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from filingdesk.core.case import ClockState, NextStep, RunningClock, Status
from filingdesk.core.deadline import Deadline, OwedBy
from filingdesk.desk import CaseToday

SOON = 7
"""Days that count as soon."""
REMEMBERED = 30
"""Days for which the end of a person's own period is still told."""


class When(IntEnum):
    """How urgent something is; the most urgent first."""

    OVERDUE = 1
    TODAY = 2
    SOON = 3
    LATER = 4
    UNDATED = 5
    OVER = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to look after. `day` is when to act at the latest, `clock` what sets it.

    Both are None for an open case for which no day is known.
    """

    found: CaseToday
    when: When
    day: date | None = None
    clock: RunningClock | None = None


def agenda(cases: Iterable[CaseToday], today: date) -> tuple[Entry, ...]:
    """Every clock that runs or has run out, and every open case without one."""
    entries = (entry for found in cases for entry in _entries(found, today))
    return tuple(sorted(entries, key=_urgency))


def foremost(found: CaseToday, today: date) -> Entry | None:
    """The most urgent thing about a case; None for a case that is closed and has no clock left."""
    return min(_entries(found, today), key=_urgency, default=None)


def by_urgency(cases: Iterable[CaseToday], today: date) -> tuple[CaseToday, ...]:
    """The cases with the most urgent first; what is closed comes last."""

    def urgency(found: CaseToday) -> tuple[int, date]:
        entry = foremost(found, today)
        return _urgency(entry)[:2] if entry else (When.OVER + 1, date.max)

    return tuple(sorted(cases, key=urgency))


def act_by(deadline: Deadline, today: date) -> date:
    """The day to act on: the one that nobody can dispute, as long as it has not gone by."""
    return deadline.safe_on if deadline.safe_on >= today else deadline.due_on


def _urgency(entry: Entry) -> tuple[int, date, str]:
    return entry.when, entry.day or date.max, entry.found.case.reference


def _entries(found: CaseToday, today: date) -> Iterator[Entry]:
    dated = False
    for clock in found.clocks:
        when = _when(clock, today)
        if when is not None and clock.deadline:
            dated = dated or when is not When.OVER
            yield Entry(found, when, act_by(clock.deadline, today), clock)
    is_open = found.case.status is not Status.CLOSED and found.next_step is not NextStep.NOTHING
    if is_open and not dated:
        yield Entry(found, When.UNDATED)


def _when(clock: RunningClock, today: date) -> When | None:
    """None where there is nothing to do. What the authority owes is overdue; a period of the
    person's own is only over, and told for a while."""
    if clock.deadline is None:
        return None
    if clock.state is ClockState.OVERDUE:
        if clock.clock.owed_by is OwedBy.AGENCY:
            return When.OVERDUE
        passed = (today - clock.deadline.due_on).days
        return When.OVER if passed <= REMEMBERED else None
    if clock.state is not ClockState.RUNNING:
        return None
    days = (act_by(clock.deadline, today) - today).days
    if days <= 0:
        return When.TODAY
    return When.SOON if days <= SOON else When.LATER
