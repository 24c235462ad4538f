"""From a clock and the day that starts it to the day it ends, with a reason for every day."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

from filingdesk.core.law import Citation
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.workdays import Calendar, DayKind

_DAY = timedelta(days=1)
_MONTHS_A_YEAR = 12


class Unit(StrEnum):
    """What a clock counts."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    YEAR = "year"


class Trigger(StrEnum):
    """What starts a clock; the past tense is meant."""

    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    TRANSFERRED = "transferred"
    SERVED = "served"
    KNOWN = "known"
    REPLIED = "replied"
    PUBLISHED = "published"
    DECIDED = "decided"
    RECOGNISED = "recognised"
    REVOKED = "revoked"
    ENDED = "ended"
    LAPSED = "lapsed"


class OwedBy(StrEnum):
    """Who must have acted when the clock ends."""

    APPLICANT = "applicant"
    AGENCY = "agency"


class LastDay(StrEnum):
    """What happens when the last day is a rest day."""

    ROLL_FORWARD = "roll_forward"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Clock:
    """A period set by law. `name` and `note` are pack texts; `count` is None where nobody knows it.

    A clock that is not verified never gives a date. Raises ValueError for a count below one and
    for a verified clock without a count.
    """

    id: str
    name: str
    count: int | None
    unit: Unit
    trigger: Trigger
    owed_by: OwedBy
    last_day: LastDay = LastDay.ROLL_FORWARD
    citations: tuple[Citation, ...] = ()
    verified: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if self.count is None:
            if self.verified:
                raise ValueError("a verified clock has a count")
        elif self.count < 1:
            raise ValueError("a clock counts at least one")


class Why(StrEnum):
    """Why a day counts, does not count, or was chosen."""

    START_NOT_COUNTED = "start_not_counted"
    WORKING_DAY = "working_day"
    MAKE_UP_DAY = "make_up_day"
    CALENDAR_DAY = "calendar_day"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    LAST_DAY = "last_day"
    ROLLED_FORWARD = "rolled_forward"
    SAFE = "safe"


@dataclass(frozen=True, slots=True)
class Reason:
    """One day of a count. `number` runs from 1 over the days that count, None for the others.

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
    and `due_on` lies in a year whose holidays are not known.
    """

    clock: Clock
    event: date
    full_on: date
    due_on: date
    safe_on: date
    provisional: bool
    calendar: Calendar = field(repr=False)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it ends on that day, in the order of the days; worked out when asked.

        First the event; then, for days, one reason for each day counted or skipped; then each day
        that the end moved over. Last comes the safe day, where it is not `due_on`.
        Months and years are not told day by day: their last day follows the event, unnumbered.
        """
        start = _reason(self, self.event, Why.START_NOT_COUNTED)
        if self.clock.unit in (Unit.WORKING_DAY, Unit.CALENDAR_DAY):
            counted = tuple(_counted_days(self))
        else:
            counted = (_reason(self, self.full_on, Why.LAST_DAY, counted=True),)
        safe = () if self.safe_on == self.due_on else (_reason(self, self.safe_on, Why.SAFE),)
        return (start, *counted, *_rolled_days(self), *safe)


def due(clock: Clock, event: date, calendar: Calendar) -> Deadline:
    """When a clock ends that the event has started.

    Raises UserProblem: "clock-not-verified" for a clock that nobody has verified, so that no
    number is ever shown for it, and "date-out-of-range" when the end is later than a date can be.
    """
    if not clock.verified or clock.count is None:
        raise UserProblem(Problem(clock.id, "clock-not-verified"))
    try:
        full_on = last_day_of(event, clock.count, clock.unit, calendar)
        due_on = _end(clock.last_day, full_on, calendar)
    except OverflowError:
        raise UserProblem(Problem(clock.id, "date-out-of-range")) from None
    agency = clock.owed_by is OwedBy.AGENCY
    return Deadline(
        clock=clock,
        event=event,
        full_on=full_on,
        due_on=due_on,
        safe_on=due_on if agency else _safe_day(event, full_on, calendar),
        provisional=not (calendar.knows(event) and calendar.knows(due_on)),
        calendar=calendar,
    )


def overdue(deadline: Deadline, today: date) -> bool:
    """Whether the last day is over."""
    return today > deadline.due_on


def days_left(deadline: Deadline, today: date) -> int:
    """Calendar days from today to the last day; 0 on that day, negative after it."""
    return (deadline.due_on - today).days


# 民法典第二百零一条: 按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。
def last_day_of(start: date, count: int, unit: Unit, calendar: Calendar) -> date:
    """The last day of a period, not yet moved. Raises OverflowError past the last date there is."""
    match unit:
        case Unit.WORKING_DAY:
            return _working_days_after(start, count, calendar)
        case Unit.CALENDAR_DAY:
            return start + count * _DAY
        case Unit.MONTH:
            return _months_after(start, count)
        case Unit.YEAR:
            return _months_after(start, count * _MONTHS_A_YEAR)


# 行政复议法第八十八条: …的规定是指工作日，不含法定休假日。
def _working_days_after(start: date, count: int, calendar: Calendar) -> date:
    day = start
    while count:
        day += _DAY
        count -= calendar.is_working(day)
    return day


# 民法典第二百零二条: 到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。
def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.year * _MONTHS_A_YEAR + start.month - 1 + months, _MONTHS_A_YEAR)
    if year > MAXYEAR:
        raise OverflowError
    month_end = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, month_end))


# 民法典第二百零三条: 期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。
# 民事诉讼法第八十五条: …以法定休假日后的第一日为期间届满的日期。
def _end(rule: LastDay, full_on: date, calendar: Calendar) -> date:
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


def _reason(
    deadline: Deadline, day: date, why: Why, *, counted: bool = False, number: int | None = None
) -> Reason:
    calendar = deadline.calendar
    return Reason(day, counted, number, why, calendar.kind_of(day), calendar.holiday_of(day))


_REST = {DayKind.WEEKEND: Why.WEEKEND, DayKind.HOLIDAY: Why.HOLIDAY}
_WORKED = {DayKind.WORKING: Why.WORKING_DAY, DayKind.MAKE_UP: Why.MAKE_UP_DAY}


def _counted_days(deadline: Deadline) -> Iterator[Reason]:
    working_days = deadline.clock.unit is Unit.WORKING_DAY
    number = 0
    for day in _days_after(deadline.event, deadline.full_on):
        kind = deadline.calendar.kind_of(day)
        if working_days and kind in _REST:
            yield _reason(deadline, day, _REST[kind])
            continue
        number += 1
        why = _WORKED[kind] if working_days else Why.CALENDAR_DAY
        last = day == deadline.full_on
        yield _reason(deadline, day, Why.LAST_DAY if last else why, counted=True, number=number)


def _rolled_days(deadline: Deadline) -> Iterator[Reason]:
    for day in _days_after(deadline.full_on, deadline.due_on):
        rest = _REST.get(deadline.calendar.kind_of(day))
        yield _reason(deadline, day, rest or Why.ROLLED_FORWARD)


def _days_after(start: date, end: date) -> Iterator[date]:
    for number in range(1, (end - start).days + 1):
        yield start + number * _DAY
