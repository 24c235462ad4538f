"""The calendars that ship, held against two packages, and what their author is told of mistakes."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import holidays
import pytest

from filingdesk.core.problem import UserProblem
from filingdesk.core.workdays import Calendar, DayKind
from filingdesk.packs.calendars import load_calendar

YEARS = Path(__file__).parents[2] / "resources" / "calendars" / "cn"
KNOWN = range(2004, 2027)

# Where chinesecalendar 1.11.0 and the notice disagree, the notice is followed.
EXCEPTIONS = {
    date(2005, 12, 31): (
        "国办发明电〔2005〕35号 for 2006: 「12月31日（星期六）上班」, in exchange for 3 January; "
        "chinesecalendar has the day off in January and forgets the Saturday"
    ),
}


@pytest.fixture(scope="module")
def china() -> Calendar:
    return load_calendar(YEARS)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    days = [first + timedelta(days=number) for number in range(366)]
    return [day for day in days if day.year == year]


def span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


# ------------------------------------------------------------------ the days are right


def test_the_calendar_of_china_is_known_from_2004_until_the_end_of_2026(china: Calendar) -> None:
    assert (china.first_year, china.known_until) == (2004, date(2026, 12, 31))
    assert china.version.startswith("cn-2026-")


@pytest.mark.parametrize("year", KNOWN)
def test_every_day_agrees_with_the_package_holidays(china: Calendar, year: int) -> None:
    # the notice for one year also moves the last days of the year before
    theirs = holidays.country_holidays("CN", years=(year - 1, year, year + 1))

    different = [
        day for day in days_of(year) if china.is_working(day) != theirs.is_working_day(day)
    ]

    assert different == []


@pytest.mark.parametrize("year", KNOWN)
def test_every_day_agrees_with_chinesecalendar_but_for_explained_days(
    china: Calendar, year: int
) -> None:
    days = days_of(year)

    different = [day for day in days if china.is_working(day) != chinese_calendar.is_workday(day)]

    assert different == [day for day in EXCEPTIONS if day.year == year]


def test_2026_is_the_schedule_of_the_notice_to_the_day(china: Calendar) -> None:
    named = [
        (span(date(2026, 1, 1), date(2026, 1, 3)), "元旦"),
        (span(date(2026, 2, 15), date(2026, 2, 23)), "春节"),
        (span(date(2026, 4, 4), date(2026, 4, 6)), "清明节"),
        (span(date(2026, 5, 1), date(2026, 5, 5)), "劳动节"),
        (span(date(2026, 6, 19), date(2026, 6, 21)), "端午节"),
        (span(date(2026, 9, 25), date(2026, 9, 27)), "中秋节"),
        (span(date(2026, 10, 1), date(2026, 10, 7)), "国庆节"),
    ]
    worked = [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)]

    assert {day: name for day, name in china.holidays.items() if day.year == 2026} == {
        day: name for days, name in named for day in days
    }
    assert {day for day in china.make_up if day.year == 2026} == {
        date(2026, month, day) for month, day in worked
    }
    assert sum(china.is_working(day) for day in days_of(2026)) == 248


@pytest.mark.parametrize("year", range(2027, 2032))
def test_of_a_year_without_a_notice_the_days_that_the_law_fixes_are_off(
    china: Calendar, year: int
) -> None:
    """全国年节及纪念日放假办法第二条: 元旦 1 January, 劳动节 1 and 2 May, 国庆节 1 to 3 October."""
    fixed = {(1, 1): "元旦", (5, 1): "劳动节", (5, 2): "劳动节"}
    fixed |= {(10, day): "国庆节" for day in (1, 2, 3)}
    theirs = holidays.country_holidays("CN", years=year)

    named = {day: china.holiday_of(day) for day in days_of(year) if china.holiday_of(day)}

    assert named == {date(year, *day): name for day, name in fixed.items()}
    assert all(china.kind_of(day) is DayKind.HOLIDAY for day in named)
    assert named.keys() <= theirs.keys()
    assert not any(china.knows(day) for day in named)


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_notices_never_took_away_a_day_that_the_law_fixes(china: Calendar, year: int) -> None:
    assert china.every_year
    for month, day in china.every_year:
        assert date(year, month, day) in china.holidays


def test_a_holiday_over_new_year_lies_in_the_files_of_both_years(china: Calendar) -> None:
    around = span(date(2018, 12, 28), date(2019, 1, 2))

    assert [china.kind_of(day) for day in around] == [
        DayKind.WORKING,
        DayKind.MAKE_UP,
        DayKind.HOLIDAY,
        DayKind.HOLIDAY,
        DayKind.HOLIDAY,
        DayKind.WORKING,
    ]
    assert {china.holidays[day] for day in around if day in china.holidays} == {"元旦"}


def test_notices_that_changed_a_running_year_are_in_it(china: Calendar) -> None:
    victory_parade = [china.kind_of(day) for day in span(date(2015, 9, 3), date(2015, 9, 6))]
    longer_labour_day = [china.is_working(day) for day in span(date(2019, 4, 28), date(2019, 5, 5))]
    first_days_of_the_epidemic = span(date(2020, 1, 24), date(2020, 2, 3))

    assert victory_parade == [DayKind.HOLIDAY, DayKind.HOLIDAY, DayKind.HOLIDAY, DayKind.MAKE_UP]
    assert longer_labour_day == [True, True, True, False, False, False, False, True]
    assert [day for day in first_days_of_the_epidemic if china.is_working(day)] == [
        date(2020, 2, 3)
    ]


# ------------------------------------------------------------------ what an author is told

GOOD = """
year = {year}
source = "the notice"
checked_against = "a second reading"
make_up = [{year}-05-09]

[[notice]]
title = "关于节假日安排的通知"

[[holiday]]
day = {year}-01-01
name = "元旦"

[[holiday]]
from = {year}-05-01
to = {year}-05-05
name = "劳动节"
"""
GOOD_2026 = GOOD.format(year=2026)


def told(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(UserProblem) as refused:
        load_calendar(folder)
    return [(each.where, each.code) for each in refused.value.problems]


def region(folder: Path, **files: str) -> Path:
    home = folder / "xx"
    home.mkdir()
    for name, text in files.items():
        (home / f"{name.removeprefix('y')}.toml").write_text(text, encoding="utf-8")
    return home


def test_a_new_year_is_one_new_file(tmp_path: Path) -> None:
    home = region(tmp_path, y2026=GOOD_2026)
    before = load_calendar(home)
    (home / "2027.toml").write_text(
        GOOD.format(year=2027).replace("2027-05-09", "2027-05-08"), encoding="utf-8"
    )

    after = load_calendar(home)

    assert before.version.startswith("xx-2026-")
    assert after.version.startswith("xx-2027-")
    assert not before.knows(date(2027, 5, 3))
    assert after.kind_of(date(2027, 5, 3)) is DayKind.HOLIDAY
    assert after.kind_of(date(2027, 5, 8)) is DayKind.MAKE_UP


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    broken = GOOD_2026.replace('name = "元旦"', "name = 7").replace("to = ", "until = ")
    home = region(tmp_path, y2025="year = = 2025", y2026=broken)

    assert told(home) == [
        ("2025.toml: line 1", "calendar-not-toml"),
        ("2026.toml: holiday 1: name", "calendar-wrong-type"),
        ("2026.toml: holiday 2", "calendar-key-missing"),
        ("2026.toml: holiday 2: until", "calendar-key-unknown"),
    ]


@pytest.mark.parametrize(
    ("wrong", "instead", "where", "code"),
    [
        ("year = 2026", "year = 2025", "2026.toml: year", "calendar-year-differs"),
        ("year = 2026", "", "2026.toml", "calendar-key-missing"),
        ("year = 2026", "year = true", "2026.toml: year", "calendar-wrong-type"),
        ('source = "the notice"', 'source = ""', "2026.toml: source", "calendar-text-empty"),
        ("[[notice]]\ntitle", "notice = []\n#", "2026.toml: notice", "calendar-key-missing"),
        ("title =", "titel =", "2026.toml: notice 1", "calendar-key-missing"),
        ("[2026-05-09]", "[2026-05-10, 2026-05-10]", "2026.toml: make_up 2", "calendar-day-twice"),
        ("[2026-05-09]", "[2026-05-02]", "2026.toml: make_up 1", "calendar-day-twice"),
        (
            "[2026-05-09]",
            "[2026-05-08]",
            "2026.toml: make_up 1",
            "calendar-make-up-on-weekday",
        ),
        ("[2026-05-09]", "['9 May']", "2026.toml: make_up 1", "calendar-wrong-type"),
        ("[2026-05-09]", "2026-05-09", "2026.toml: make_up", "calendar-wrong-type"),
        ("day = 2026-01-01", "day = 2026-05-03", "2026.toml: holiday 2", "calendar-day-twice"),
        (
            "day = 2026-01-01",
            "day = 2025-12-31",
            "2026.toml: holiday 1",
            "calendar-day-outside-year",
        ),
        (
            "day = 2026-01-01",
            "day = 2026-01-01T09:00:00",
            "2026.toml: holiday 1: day",
            "calendar-wrong-type",
        ),
        ("to = 2026-05-05", "to = 2026-04-05", "2026.toml: holiday 2", "calendar-span-backwards"),
        ("to = 2026-05-05", "to = 2027-05-05", "2026.toml: holiday 2", "calendar-day-outside-year"),
    ],
)
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, wrong: str, instead: str, where: str, code: str
) -> None:
    assert wrong in GOOD_2026

    home = region(tmp_path, y2026=GOOD_2026.replace(wrong, instead))

    assert (where, code) in told(home)


EVERY_YEAR = """
source = "the law"
checked_against = "a second reading"

[[notice]]
title = "全国年节及纪念日放假办法"

[[holiday]]
month = 1
days = [1]
name = "元旦"
"""


def test_a_day_that_the_law_fixes_gives_way_to_the_notice_of_the_year(tmp_path: Path) -> None:
    home = region(tmp_path, y2026=GOOD_2026)
    plain = load_calendar(home)
    (home / "every-year.toml").write_text(EVERY_YEAR, encoding="utf-8")
    fixed = load_calendar(home)
    (home / "2027.toml").write_text(
        GOOD.format(year=2027)
        .replace("2027-05-09", "2027-05-08")
        .replace("day = 2027-01-01", "day = 2027-01-04"),
        encoding="utf-8",
    )

    announced = load_calendar(home)

    new_year = date(2027, 1, 1)
    kinds = [each.kind_of(new_year) for each in (plain, fixed, announced)]
    assert kinds == [DayKind.WORKING, DayKind.HOLIDAY, DayKind.WORKING]
    assert plain.version != fixed.version


@pytest.mark.parametrize(
    ("wrong", "instead", "where", "code"),
    [
        ("days = [1]", "days = [1, 32]", ": holiday 1: days", "date-not-a-day"),
        ("days = [1]", "days = ['first']", ": holiday 1: days", "date-not-a-day"),
        ("month = 1\ndays = [1]", "month = 2\ndays = [29]", ": holiday 1: days", "date-not-a-day"),
        ("days = [1]", "days = [1, 1]", ": holiday 1", "calendar-day-twice"),
        ("days = [1]", "day = 1", ": holiday 1", "calendar-key-missing"),
        ("[[notice]]\ntitle", "notice = []\n#", ": notice", "calendar-key-missing"),
        ('source = "the law"', "year = 2027", "", "calendar-key-missing"),
        ("source =", "source = =", ": line 2", "calendar-not-toml"),
    ],
)
def test_a_fault_in_the_days_of_every_year_is_told_with_its_place(
    tmp_path: Path, wrong: str, instead: str, where: str, code: str
) -> None:
    assert wrong in EVERY_YEAR
    home = region(tmp_path, y2026=GOOD_2026)
    (home / "every-year.toml").write_text(EVERY_YEAR.replace(wrong, instead), encoding="utf-8")

    assert (f"every-year.toml{where}", code) in told(home)


def test_a_list_of_holidays_that_are_no_tables_is_told(tmp_path: Path) -> None:
    plain = GOOD_2026.partition("[[holiday]]")[0].replace(
        "make_up =", "holiday = [2026-01-01]\nmake_up ="
    )

    assert told(region(tmp_path, y2026=plain)) == [("2026.toml: holiday 1", "calendar-wrong-type")]


def test_a_missing_year_between_two_is_told(tmp_path: Path) -> None:
    home = region(tmp_path, y2024=GOOD.format(year=2024).replace("05-09", "05-11"), y2026=GOOD_2026)

    with pytest.raises(UserProblem) as refused:
        load_calendar(home)

    (gap,) = refused.value.problems
    assert (gap.where, gap.code, gap.facts) == ("xx", "calendar-year-missing", {"year": "2025"})


def test_a_folder_without_years_is_told(tmp_path: Path) -> None:
    assert told(region(tmp_path)) == [("xx", "calendar-empty")]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    home = region(tmp_path, y2026="\ufeff" + GOOD_2026)
    assert load_calendar(home).last_year == 2026


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    home = region(tmp_path)
    (home / "2026.toml").write_bytes(GOOD_2026.encode("gb18030"))

    assert told(home) == [("2026.toml", "calendar-not-utf8")]
