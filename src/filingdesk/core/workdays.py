"""Which days are worked: weekends, holidays, make-up working days, and how far that is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

_SATURDAY = 5


class DayKind(StrEnum):
    """What a day is: MAKE_UP is a Saturday or Sunday that is worked (调休上班)."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True)
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
    holidays: Mapping[date, str] = field(repr=False, hash=False)
    make_up: frozenset[date] = field(repr=False)
    every_year: Mapping[tuple[int, int], str] = field(default_factory=dict, repr=False, hash=False)
    version: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "version", _version(self))

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


def _version(calendar: Calendar) -> str:
    lines = [f"{day} {name}" for day, name in sorted(calendar.holidays.items())]
    lines += [f"{day} +" for day in sorted(calendar.make_up)]
    lines += [f"{month}-{day} {name}" for (month, day), name in sorted(calendar.every_year.items())]
    digest = sha256("\n".join([str(calendar.first_year), *lines]).encode()).hexdigest()
    return f"{calendar.region}-{calendar.last_year}-{digest[:8]}"
