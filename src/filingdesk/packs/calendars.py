"""Reads a folder of years into one calendar, and tells every fault of every file at once."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MINYEAR, date, timedelta
from pathlib import Path
from typing import Any

from filingdesk.core.answers import day_of
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.workdays import Calendar
from filingdesk.packs.folder import tables_of

_DAY = timedelta(days=1)
_SATURDAY = 5

_YEAR = {
    "year": int,
    "source": str,
    "checked_against": str,
    "make_up": list,
    "notice": list,
    "holiday": list,
}
EVERY_YEAR = "every-year.toml"
"""The days that the law fixes to a date, beside the years: they hold until a notice says more."""

_EVERY_YEAR = {"source": str, "checked_against": str, "notice": list, "holiday": list}
_FIXED = {"month": int, "days": list, "name": str}
_NOTICE = {"title": str}
_NOTICE_MAY = {"number": str, "url": str}
_ONE_DAY = {"day": date, "name": str}
_SPAN = {"from": date, "to": date, "name": str}


@dataclass(slots=True)
class _Year:
    """One file on its way in, with the faults met so far."""

    file: str
    year: int = 0
    holidays: dict[date, str] = field(default_factory=dict)
    make_up: set[date] = field(default_factory=set)
    faults: list[Problem] = field(default_factory=list)

    def fault(self, place: str, code: str, **facts: str) -> None:
        where = f"{self.file}: {place}" if place else self.file
        self.faults.append(Problem(where, code, facts))


def load_calendar(folder: Path) -> Calendar:
    """The calendar of a region from its folder of `<year>.toml` files; the folder names the region.

    An `every-year.toml` beside them names the days that the law fixes for good.

    Raises UserProblem with every fault of every file; `where` is the file and the place in it.
    """
    files = sorted(folder.glob("*.toml"))
    years = [_read(file, _read_year) for file in files if file.name != EVERY_YEAR]
    fixed = [_read(file, _read_every_year) for file in files if file.name == EVERY_YEAR]
    faults = [fault for year in (*years, *fixed) for fault in year.faults]
    if not years:
        faults.append(Problem(folder.name, "calendar-empty"))
    if not faults:
        faults.extend(_missing_years(folder.name, [year.year for year in years]))
    if faults:
        raise UserProblem(*faults)
    return Calendar(
        region=folder.name,
        first_year=years[0].year,
        last_year=years[-1].year,
        holidays={day: name for year in years for day, name in year.holidays.items()},
        make_up=frozenset(day for year in years for day in year.make_up),
        every_year={
            (day.month, day.day): name for each in fixed for day, name in each.holidays.items()
        },
    )


def _missing_years(region: str, years: list[int]) -> Iterator[Problem]:
    for missing in sorted(set(range(years[0], years[-1])) - set(years)):
        yield Problem(region, "calendar-year-missing", {"year": str(missing)})


def _read(path: Path, read: Callable[[_Year, Mapping[str, Any]], None]) -> _Year:
    year = _Year(path.name)
    try:
        content = tables_of(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        year.fault("", "calendar-not-utf8")
    except tomllib.TOMLDecodeError as broken:
        line = re.search(r"line \d+", str(broken))
        year.fault(line[0] if line else "", "calendar-not-toml")
    else:
        read(year, content)
    return year


def _read_year(year: _Year, content: Mapping[str, Any]) -> None:
    if not _fits(year, "", content, _YEAR):
        return
    year.year = content["year"]
    if year.file != f"{year.year}.toml":
        year.fault("year", "calendar-year-differs", year=str(year.year))
        return
    _read_notices(year, content["notice"])
    for place, holiday in _places("holiday", content["holiday"]):
        _read_holiday(year, place, holiday)
    for place, day in _places("make_up", content["make_up"]):
        _read_make_up(year, place, day)


def _read_every_year(year: _Year, content: Mapping[str, Any]) -> None:
    """Days without a year, kept as those of a year that has no 29 February."""
    year.year = MINYEAR
    if not _fits(year, "", content, _EVERY_YEAR):
        return
    _read_notices(year, content["notice"])
    for place, holiday in _places("holiday", content["holiday"]):
        if not _fits(year, place, holiday, _FIXED):
            continue
        for number in holiday["days"]:
            day = day_of(f"{MINYEAR}-{holiday['month']}-{number}")
            if day is None:
                year.fault(f"{place}: days", "date-not-a-day")
            elif _is_new(year, place, day):
                year.holidays[day] = holiday["name"]


def _read_notices(year: _Year, notices: list[Any]) -> None:
    if not notices:
        year.fault("notice", "calendar-key-missing", key="notice")
    for place, notice in _places("notice", notices):
        _fits(year, place, notice, _NOTICE, _NOTICE_MAY)


def _read_holiday(year: _Year, place: str, holiday: Mapping[str, Any]) -> None:
    single = isinstance(holiday, dict) and "day" in holiday
    if not _fits(year, place, holiday, _ONE_DAY if single else _SPAN):
        return
    first, last = (holiday["day"],) * 2 if single else (holiday["from"], holiday["to"])
    if last < first:
        year.fault(place, "calendar-span-backwards", day=str(first))
        return
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        if not _is_new(year, place, day):
            return
        year.holidays[day] = holiday["name"]


def _read_make_up(year: _Year, place: str, day: object) -> None:
    if type(day) is not date:
        year.fault(place, "calendar-wrong-type", wanted="date")
    elif _is_new(year, place, day):
        year.make_up.add(day)
        if day.weekday() < _SATURDAY:
            year.fault(place, "calendar-make-up-on-weekday", day=str(day))


def _is_new(year: _Year, place: str, day: date) -> bool:
    if day.year != year.year:
        year.fault(place, "calendar-day-outside-year", day=str(day))
    elif day in year.holidays or day in year.make_up:
        year.fault(place, "calendar-day-twice", day=str(day))
    else:
        return True
    return False


def _places(key: str, rows: list[Any]) -> Iterator[tuple[str, Any]]:
    for number, row in enumerate(rows, start=1):
        yield f"{key} {number}", row


def _fits(
    year: _Year,
    place: str,
    table: object,
    wanted: Mapping[str, type],
    may: Mapping[str, type] | None = None,
) -> bool:
    """Whether a table has every wanted key, no other key, and each of its type and not empty."""
    if not isinstance(table, dict):
        year.fault(place, "calendar-wrong-type", wanted="table")
        return False
    known = {**wanted, **(may or {})}
    before = len(year.faults)
    for key in wanted:
        if key not in table:
            year.fault(place, "calendar-key-missing", key=key)
    for key, value in table.items():
        at = f"{place}: {key}" if place else key
        if key not in known:
            year.fault(at, "calendar-key-unknown", key=key)
        elif type(value) is not known[key]:
            year.fault(at, "calendar-wrong-type", wanted=known[key].__name__)
        elif value == "":
            year.fault(at, "calendar-text-empty", key=key)
    return len(year.faults) == before
