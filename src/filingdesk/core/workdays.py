"""Which days are worked: weekends, holidays, make-up working days, and how far that is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from itertools import accumulate

_DAY = timedelta(days=1)
_SATURDAY = 5
_YEARS_BEYOND = 2
"""Years after the last known one whose working days are counted beforehand, by their weekdays."""


class DayKind(StrEnum):
    """What a day is: MAKE_UP is a Saturday or Sunday that is worked (调休上班)."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True)
class _Worked:
    """The working days of some whole years. `before[n]` is how many lie before the n-th day.

    `first` is the ordinal of the first day of these years; `days` are the working days in order.
    """

    first: int
    before: tuple[int, ...]
    days: tuple[date, ...]


@dataclass(frozen=True)
class Calendar:
    """The days off and the make-up working days of a region, for whole years without a gap.

    `holidays` gives each day off by notice its name, weekend days of the span included.
    `every_year` names the days (month, day) that the law fixes for good. After the known years
    they and the weekends are all that is known to be off, so what rests on a day there is
    provisional; a day before the known years counts by its weekday only.
    `version` is the region, the last known year and eight hex digits of the content.
    """

    region: str
    first_year: int
    last_year: int
    holidays: Mapping[date, str] = field(repr=False)
    make_up: frozenset[date] = field(repr=False)
    every_year: Mapping[tuple[int, int], str] = field(default_factory=dict, repr=False, hash=False)
    version: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "version", _version(self))

    def __hash__(self) -> int:
        return hash(self.version)

    @property
    def known_until(self) -> date:
        """The last day whose kind a notice has fixed."""
        return date(self.last_year, 12, 31)

    def knows(self, day: date) -> bool:
        """Whether the notices cover that day."""
        return self.first_year <= day.year <= self.last_year

    def holiday_of(self, day: date) -> str:
        """The name of the holiday on that day; empty where there is none."""
        fixed = self.every_year.get((day.month, day.day), "") if day.year > self.last_year else ""
        return self.holidays.get(day, fixed)

    def is_working(self, day: date) -> bool:
        """Whether offices are open on that day."""
        if day.weekday() < _SATURDAY:
            return not self.holiday_of(day)
        return day in self.make_up

    def kind_of(self, day: date) -> DayKind:
        """What that day is."""
        if self.is_working(day):
            return DayKind.WORKING if day.weekday() < _SATURDAY else DayKind.MAKE_UP
        return DayKind.HOLIDAY if self.holiday_of(day) else DayKind.WEEKEND

    def working_day_after(self, day: date, count: int) -> date:
        """The count-th working day after a day. Raises OverflowError past the last date there is.

        Within the known years the answer is looked up, however far away it lies.
        """
        worked = self._worked
        place = day.toordinal() - worked.first + 1
        if 0 < place < len(worked.before):
            number = worked.before[place] + count - 1
            if number < len(worked.days):
                return worked.days[number]
        while count:
            day += _DAY
            count -= self.is_working(day)
        return day

    def working_days_in(self, first: date, last: date) -> int:
        """How many working days there are from one day to another, both included."""
        worked = self._worked
        start, end = first.toordinal() - worked.first, last.toordinal() - worked.first + 1
        if 0 <= start <= end < len(worked.before):
            return worked.before[end] - worked.before[start]
        days = range(max(0, end - start))
        return sum(self.is_working(first + number * _DAY) for number in days)

    @cached_property
    def _worked(self) -> _Worked:
        start = date(self.first_year, 1, 1)
        end = date(min(self.last_year + _YEARS_BEYOND, MAXYEAR), 12, 31)
        days = [start + number * _DAY for number in range((end - start).days + 1)]
        worked = [self.is_working(day) for day in days]
        opened = tuple(day for day, is_worked in zip(days, worked, strict=True) if is_worked)
        return _Worked(start.toordinal(), tuple(accumulate(worked, initial=0)), opened)


def _version(calendar: Calendar) -> str:
    lines = [f"{day} {name}" for day, name in sorted(calendar.holidays.items())]
    lines += [f"{day} +" for day in sorted(calendar.make_up)]
    lines += [f"{month}-{day} {name}" for (month, day), name in sorted(calendar.every_year.items())]
    digest = sha256("\n".join([str(calendar.first_year), *lines]).encode()).hexdigest()
    return f"{calendar.region}-{calendar.last_year}-{digest[:8]}"
