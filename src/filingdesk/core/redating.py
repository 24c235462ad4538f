"""A new calendar arrives: which last days of a case are no longer what was shown before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from filingdesk.core.case import ClockState, Event, EventKind

if TYPE_CHECKING:
    from filingdesk.core.case import RunningClock
    from filingdesk.core.clock import Clock

_OPEN = (ClockState.RUNNING, ClockState.OVERDUE, ClockState.DEEMED)
"""Clocks whose last day stands and still matters; that of a suspended one moves by itself."""


@dataclass(frozen=True, slots=True)
class ShownDate:
    """The last day of a clock as it was last shown, with the event it was counted from and the
    version of the calendar. `clock` is the clock's id.
    """

    clock: str
    event: date
    due_on: date
    calendar: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A last day that moved with a new calendar; `calendar` is the version it was before."""

    clock: Clock
    before: date
    now: date
    calendar: str


def shown_dates(clocks: Iterable[RunningClock]) -> tuple[ShownDate, ...]:
    """The last days that a case shows."""
    return tuple(
        ShownDate(clock.id, told.event, told.due_on, told.calendar.version)
        for clock, told in ((each.clock, each.deadline) for each in clocks if each.state in _OPEN)
        if told is not None
    )


def moved_dates(
    clocks: Iterable[RunningClock], shown: Mapping[str, ShownDate]
) -> tuple[Moved, ...]:
    """What is no longer as it was shown; a date that another event starts is another date.

    `shown` is by clock id.
    """
    moved = []
    for clock, told in ((each.clock, each.deadline) for each in clocks if each.state in _OPEN):
        kept = shown.get(clock.id)
        if told is None or kept is None or kept.event != told.event:
            continue
        if kept.calendar != told.calendar.version and kept.due_on != told.due_on:
            moved.append(Moved(clock, kept.due_on, told.due_on, kept.calendar))
    return tuple(moved)


def moved_event(moved: Moved, today: date, now: datetime) -> Event:
    """That a last day moved, for the history: `until` is the new day, the note the old one."""
    return Event(EventKind.REDATED, today, now, moved.before.isoformat(), moved.clock.id, moved.now)
