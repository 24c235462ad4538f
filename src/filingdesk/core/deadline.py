"""From a clock and the day that starts it to the day it ends, with a reason for every day."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from functools import lru_cache

from filingdesk.core.clock import Clock, Extension, LastDay, OwedBy, Trigger, Unit
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.workdays import Calendar, DayKind

__all__ = [
    "Clock",
    "Deadline",
    "Extension",
    "LastDay",
    "OwedBy",
    "Pause",
    "Prolonged",
    "Reason",
    "Trigger",
    "Unit",
    "Why",
    "days_left",
    "due",
    "last_day_of",
    "overdue",
]

_DAY = timedelta(days=1)
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, the first and the last included. Raises ValueError for none."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a pause has at least one day")


@dataclass(frozen=True, slots=True)
class Prolonged:
    """That a period was prolonged, and when that was told.

    `until` is the last day that the notice names; None where it names none, so that the longest
    that the law allows is meant.
    """

    told_on: date
    until: date | None = None


class Why(StrEnum):
    """Why a day counts, does not count, or was chosen."""

    START_NOT_COUNTED = "start_not_counted"
    WORKING_DAY = "working_day"
    MAKE_UP_DAY = "make_up_day"
    CALENDAR_DAY = "calendar_day"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    PAUSED = "paused"
    CORRESPONDING_DAY = "corresponding_day"
    LAST_DAY = "last_day"
    PROLONGED = "prolonged"
    ROLLED_FORWARD = "rolled_forward"
    SAFE = "safe"


@dataclass(frozen=True, slots=True)
class Reason:
    """One day of a count. `number` runs from 1 over the days that count, None for the others;
    it begins anew with the days by which a period was prolonged.

    `kind` is what the calendar says of the day, `holiday` the name of its holiday or empty.
    """

    day: date
    counted: bool
    number: int | None
    why: Why
    kind: DayKind
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a clock that an event has started.

    `full_on` is the day on which the count is full; `due_on` is that day, moved if the law moves
    it; `safe_on` is the day nobody can dispute. `provisional` means that a day between the event
    and `due_on` lies in a year whose holidays are not known, and that holidays could move it.
    `pauses` are in their order and apart. Where the period was `prolonged`, `before` is the
    deadline that it had until then.
    """

    clock: Clock
    event: date
    full_on: date
    due_on: date
    safe_on: date
    provisional: bool
    calendar: Calendar = field(repr=False)
    pauses: tuple[Pause, ...] = ()
    prolonged: Prolonged | None = None
    before: "Deadline | None" = field(default=None, repr=False)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it ends on that day, in the order of the days; worked out when asked.

        First the event; then, for days, one reason for each day counted or skipped; then each day
        that the end moved over. Where the period was prolonged, its further days follow. Last
        comes the safe day, where it is not `due_on`.
        Months and years are not told day by day: their last day follows the event, unnumbered. Of
        a pause every day is told, with the day on which the period would have ended without it.
        """
        safe = () if self.safe_on == self.due_on else (_reason(self, self.safe_on, Why.SAFE),)
        return (*_counted(self), *_rolled_days(self), *safe)


def due(
    clock: Clock,
    event: date,
    calendar: Calendar,
    pauses: Sequence[Pause] = (),
    prolonged: Prolonged | None = None,
) -> Deadline:
    """When a clock ends that the event has started.

    A paused day does not count; to months and years the days of a pause are added. A pause that
    begins when the count is full changes nothing. A period is prolonged only where its clock has
    an extension, at most by that, and never to an earlier day.

    Raises UserProblem: "clock-not-verified" for a clock that nobody has verified, so that no
    number is ever shown for it, and "date-out-of-range" when the end is later than a date can be.
    """
    if not clock.verified:
        raise UserProblem(Problem(clock.id, "clock-not-verified"))
    try:
        if not pauses and not prolonged:
            return _plain(clock, event, calendar)
        deadline = _counted_from(clock, event, _apart(pauses), calendar)
        if prolonged and clock.extension:
            return _prolonged(deadline, clock.extension, prolonged)
    except OverflowError:
        raise UserProblem(Problem(clock.id, "date-out-of-range")) from None
    return deadline


def overdue(deadline: Deadline, today: date) -> bool:
    """Whether the last day is over."""
    return today > deadline.due_on


def days_left(deadline: Deadline, today: date) -> int:
    """Calendar days from today to the last day; 0 on that day, negative after it."""
    return (deadline.due_on - today).days


# 民法典第二百零一条: 按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。
# 行政复议法第八十八条: …的规定是指工作日，不含法定休假日。
def last_day_of(start: date, count: int, unit: Unit, calendar: Calendar) -> date:
    """The last day of a period, not yet moved. Raises OverflowError past the last date there is."""
    match unit:
        case Unit.WORKING_DAY:
            return calendar.working_day_after(start, count)
        case Unit.CALENDAR_DAY:
            return start + count * _DAY
        case Unit.MONTH:
            return _months_after(start, count)
        case Unit.YEAR:
            return _months_after(start, count * _MONTHS_A_YEAR)


# 民法典第二百零二条: 到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。
def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.year * _MONTHS_A_YEAR + start.month - 1 + months, _MONTHS_A_YEAR)
    if year > MAXYEAR:
        raise OverflowError
    month_end = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, month_end))


# 行政复议法实施条例第二十九条: 补正申请材料所用时间不计入行政复议审理期限。
def _full(start: date, count: int, unit: Unit, pauses: Iterable[Pause], calendar: Calendar) -> date:
    """The last day of a period in which paused days do not count; `pauses` are apart."""
    full = last_day_of(start, count, unit, calendar)
    for pause in pauses:
        if pause.first > full:
            break
        first = max(pause.first, start + _DAY)
        if pause.last < first:
            continue
        if unit is Unit.WORKING_DAY:
            count += calendar.working_days_in(first, pause.last)
            full = calendar.working_day_after(start, count)
        else:
            full += (pause.last - first).days * _DAY + _DAY
    return full


def _apart(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """In their order, those that touch made one."""
    apart: list[Pause] = []
    for pause in sorted(pauses, key=lambda each: each.first):
        if apart and pause.first <= apart[-1].last + _DAY:
            apart[-1] = Pause(apart[-1].first, max(apart[-1].last, pause.last))
        else:
            apart.append(pause)
    return tuple(apart)


@lru_cache(maxsize=16_384)
def _plain(clock: Clock, event: date, calendar: Calendar) -> Deadline:
    """Kept, because the clocks of many cases start on the same day."""
    return _counted_from(clock, event, (), calendar)


def _counted_from(
    clock: Clock, event: date, pauses: tuple[Pause, ...], calendar: Calendar
) -> Deadline:
    assert clock.count is not None, "a verified clock has a count"
    full_on = _full(event, clock.count, clock.unit, pauses, calendar)
    return _ended(clock, event, full_on, pauses, calendar)


def _ended(
    clock: Clock, event: date, full_on: date, pauses: tuple[Pause, ...], calendar: Calendar
) -> Deadline:
    due_on = _moved(clock.last_day, full_on, calendar)
    agency = clock.owed_by is OwedBy.AGENCY
    counts_every_day = clock.unit is not Unit.WORKING_DAY and clock.extension is None
    plain = agency and counts_every_day and clock.last_day is LastDay.NONE
    return Deadline(
        clock,
        event,
        full_on,
        due_on,
        due_on if agency else _safe_day(event, full_on, calendar),
        not (plain or (calendar.knows(event) and calendar.knows(due_on))),
        calendar,
        pauses,
    )


# 行政复议法第六十二条: …可以适当延长，并书面告知当事人；但是延长期限最多不得超过三十日。
def _prolonged(before: Deadline, extension: Extension, told: Prolonged) -> Deadline:
    """Whether the further days follow the full count or the day it moved to is not settled: an
    agency has the later one, an applicant the earlier.
    """
    calendar, pauses = before.calendar, before.pauses
    full_on = _full(_prolonged_from(before), extension.count, extension.unit, pauses, calendar)
    if told.until is not None:
        full_on = min(full_on, _named(told, told.until, before))
    if full_on <= before.due_on:
        return before
    after = _ended(before.clock, before.event, full_on, pauses, calendar)
    return replace(after, prolonged=told, before=before)


def _named(told: Prolonged, until: date, before: Deadline) -> date:
    """The day that the notice names, later by the days of every pause since."""
    days = (until - told.told_on).days
    if days < 1:
        return until
    return _full(told.told_on, days, Unit.CALENDAR_DAY, before.pauses, before.calendar)


def _prolonged_from(before: Deadline) -> date:
    return before.due_on if before.clock.owed_by is OwedBy.AGENCY else before.full_on


# 民法典第二百零三条: 期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。
# 民事诉讼法第八十五条: …以法定休假日后的第一日为期间届满的日期。
def _moved(rule: LastDay, full_on: date, calendar: Calendar) -> date:
    day = full_on
    while rule is LastDay.ROLL_FORWARD and not calendar.is_working(day):
        day += _DAY
    return day


def _safe_day(event: date, full_on: date, calendar: Calendar) -> date:
    """The last working day before the count is full: it is not settled for every regime that a
    Saturday or Sunday is a 法定休假日. With no working day since the event, the full day itself.
    """
    day = full_on
    while day > event and not calendar.is_working(day):
        day -= _DAY
    return day if calendar.is_working(day) else full_on


# -------------------------------------------------------------------- the reasons, day by day


def _reason(
    deadline: Deadline, day: date, why: Why, *, counted: bool = False, number: int | None = None
) -> Reason:
    calendar = deadline.calendar
    return Reason(day, counted, number, why, calendar.kind_of(day), calendar.holiday_of(day))


_REST = {DayKind.WEEKEND: Why.WEEKEND, DayKind.HOLIDAY: Why.HOLIDAY}
_WORKED = {DayKind.WORKING: Why.WORKING_DAY, DayKind.MAKE_UP: Why.MAKE_UP_DAY}


def _counted(deadline: Deadline) -> Iterator[Reason]:
    """From the event to the full count, and on through the days by which it was prolonged."""
    before, clock = deadline.before, deadline.clock
    if before is None or clock.extension is None:
        assert clock.count is not None, "a clock without a count gives no deadline"
        yield _reason(deadline, deadline.event, Why.START_NOT_COUNTED)
        yield from _period(deadline, deadline.event, clock.count, clock.unit)
        return
    for reason in _counted(before):
        yield replace(reason, why=Why.PROLONGED) if reason.why is Why.LAST_DAY else reason
    start = _prolonged_from(before)
    if start != before.full_on:
        yield from _rolled_days(before)
    yield from _period(deadline, start, clock.extension.count, clock.extension.unit)


def _period(deadline: Deadline, start: date, count: int, unit: Unit) -> Iterator[Reason]:
    if unit in (Unit.WORKING_DAY, Unit.CALENDAR_DAY):
        yield from _each_day(deadline, start, unit)
        return
    paused = [
        _reason(deadline, day, Why.PAUSED)
        for day in _days_after(start, deadline.full_on)
        if deadline.pauses and _is_paused(day, deadline.pauses)
    ]
    if paused:
        corresponding = last_day_of(start, count, unit, deadline.calendar)
        paused.append(_reason(deadline, corresponding, Why.CORRESPONDING_DAY))
    yield from sorted(paused, key=lambda each: each.day)
    yield _reason(deadline, deadline.full_on, Why.LAST_DAY, counted=True)


def _each_day(deadline: Deadline, start: date, unit: Unit) -> Iterator[Reason]:
    number = 0
    for day in _days_after(start, deadline.full_on):
        kind = deadline.calendar.kind_of(day)
        skipped = _REST.get(kind) if unit is Unit.WORKING_DAY else None
        if _is_paused(day, deadline.pauses):
            skipped = Why.PAUSED
        number += skipped is None
        why = skipped or (_WORKED[kind] if unit is Unit.WORKING_DAY else Why.CALENDAR_DAY)
        if day == deadline.full_on:
            why = Why.LAST_DAY
        at = None if skipped else number
        yield _reason(deadline, day, why, counted=not skipped, number=at)


def _is_paused(day: date, pauses: Iterable[Pause]) -> bool:
    return any(each.first <= day <= each.last for each in pauses)


def _rolled_days(deadline: Deadline) -> Iterator[Reason]:
    for day in _days_after(deadline.full_on, deadline.due_on):
        rest = _REST.get(deadline.calendar.kind_of(day))
        yield _reason(deadline, day, rest or Why.ROLLED_FORWARD)


def _days_after(start: date, end: date) -> Iterator[date]:
    for number in range(1, (end - start).days + 1):
        yield start + number * _DAY
