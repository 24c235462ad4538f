"""How urgent a case is on a day, clock by clock, and until when that stays so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from filingdesk.core.case import ClockState, NextStep, RunningClock, Status
from filingdesk.core.clock import OwedBy
from filingdesk.core.deadline import Deadline
from filingdesk.core.ports import DueDay, Standing
from filingdesk.desk.today import CaseToday

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


def entries(found: CaseToday, today: date) -> tuple[Entry, ...]:
    """Every clock that runs or has run out, the most urgent first; or that none has a day."""
    return tuple(sorted(_entries(found, today), key=_urgency))


def foremost(found: CaseToday, today: date) -> Entry | None:
    """The most urgent thing about a case; None for a case that is closed and has no clock left."""
    return next(iter(entries(found, today)), None)


def act_by(deadline: Deadline, today: date) -> date:
    """The day to act on: the one that nobody can dispute, as long as it has not gone by."""
    return deadline.safe_on if deadline.safe_on >= today else deadline.due_on


def near(day: date, today: date) -> When:
    """How urgent a day is that is not over."""
    days = (day - today).days
    if days <= 0:
        return When.TODAY
    return When.SOON if days <= SOON else When.LATER


def recalled(day: date, today: date) -> When:
    """How urgent it is to call who came too early for a filing that can be made from that day.

    Nothing is lost when the day goes by. So it presses for as long as ends are told, and then
    stands last, until it is filed or erased.
    """
    if day >= today:
        return near(day, today)
    return When.OVERDUE if (today - day).days <= REMEMBERED else When.OVER


def standing(found: CaseToday, today: date) -> Standing:
    """What there is to look after, as the store keeps it to put cases in order.

    A day that is to come keeps one rank as it comes nearer.
    """
    days = tuple(_due_day(each) for each in entries(found, today))
    until = min((_until(each, today) for each in found.clocks), default=date.max)
    return Standing(today, until, days)


def days_of(when: When, today: date) -> tuple[int, date, date]:
    """The rank of what is kept of this urgency, and between which days, both included."""
    match when:
        case When.TODAY:
            return When.TODAY, date.min, today
        case When.SOON:
            return When.TODAY, today + timedelta(1), today + timedelta(SOON)
        case When.LATER:
            return When.TODAY, today + timedelta(SOON + 1), date.max
        case _:
            return when, date.min, date.max


def _urgency(entry: Entry) -> tuple[int, date]:
    return entry.when, entry.day or date.max


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
    return near(act_by(clock.deadline, today), today)


def _due_day(entry: Entry) -> DueDay:
    is_to_come = entry.when in (When.TODAY, When.SOON, When.LATER)
    rank = When.TODAY if is_to_come else entry.when
    return DueDay(rank, entry.day or date.max, entry.clock.clock.id if entry.clock else "")


def _until(clock: RunningClock, today: date) -> date:
    """The last day on which a clock says what it says today, if nothing happens."""
    if clock.deadline is None:
        return date.max
    match clock.state:
        case ClockState.RUNNING:
            return act_by(clock.deadline, today)
        case ClockState.SUSPENDED:
            return today
        case ClockState.OVERDUE if _when(clock, today) is When.OVER:
            return clock.deadline.due_on + timedelta(REMEMBERED)
        case _:
            return date.max
