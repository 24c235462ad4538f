"""A second, plain way to count: one day after the other, with nothing looked up or worked out."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

from filingdesk.core.clock import Clock, LastDay, OwedBy, Unit
from filingdesk.core.workdays import Calendar

DAY = timedelta(days=1)
Days = tuple[date, date, date]
"""The full, the due and the safe day."""


def is_open(day: date, calendar: Calendar) -> bool:
    """Whether somebody works on that day."""
    after = day.year > calendar.last_year
    named = day in calendar.holidays or (after and (day.month, day.day) in calendar.every_year)
    return day in calendar.make_up or (day.isoweekday() not in (6, 7) and not named)


def walked(
    start: date, count: int, unit: Unit, paused: Collection[date], calendar: Calendar
) -> date:
    """The day on which the count is full."""
    if unit in (Unit.WORKING_DAY, Unit.CALENDAR_DAY):
        counts: Callable[[date], bool] = (
            (lambda day: is_open(day, calendar)) if unit is Unit.WORKING_DAY else (lambda _: True)
        )
        day = start
        while count:
            day += DAY
            if day not in paused and counts(day):
                count -= 1
        return day
    return _months(start, count if unit is Unit.MONTH else 12 * count, paused)


def _months(start: date, months: int, paused: Collection[date]) -> date:
    """The turns of months are counted; then as many days more as lay in a pause."""
    day, turned, lost = start, 0, 0
    while True:
        day += DAY
        turned += day.day == 1
        lost += day in paused
        last_of_month = (day + DAY).day == 1
        if turned == months and (day.day == start.day or (last_of_month and day.day < start.day)):
            break
    while lost:
        day += DAY
        lost -= day not in paused
    return day


def ended(clock: Clock, event: date, full: date, calendar: Calendar) -> Days:
    """What the law makes of a full day."""
    due = full
    while clock.last_day is LastDay.ROLL_FORWARD and not is_open(due, calendar):
        due += DAY
    if clock.owed_by is OwedBy.AGENCY:
        return full, due, due
    safe = full
    while safe > event and not is_open(safe, calendar):
        safe -= DAY
    return full, due, safe if is_open(safe, calendar) else full


def plainly(
    clock: Clock,
    event: date,
    calendar: Calendar,
    paused: Collection[date] = (),
    extended: bool = False,
    until: date | None = None,
) -> Days:
    """The end of a clock. `paused` are the days themselves; no pause follows `until`'s notice."""
    assert clock.count is not None
    before = ended(clock, event, walked(event, clock.count, clock.unit, paused, calendar), calendar)
    if not extended or clock.extension is None:
        return before
    more = clock.extension
    start = before[1] if clock.owed_by is OwedBy.AGENCY else before[0]
    full = walked(start, more.count, more.unit, paused, calendar)
    if until is not None:
        full = min(full, until)
    return ended(clock, event, full, calendar) if full > before[1] else before
