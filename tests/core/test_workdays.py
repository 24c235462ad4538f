"""A week at the counter: which days are worked, and what the desk knows of other years."""

from datetime import date, timedelta

import pytest

from filingdesk.core.workdays import Calendar, DayKind

LABOUR_DAY = {date(2026, 5, day): "劳动节" for day in range(1, 6)}
CALENDAR = Calendar("cn", 2025, 2026, LABOUR_DAY, frozenset({date(2026, 5, 9)}))


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 4, 30), DayKind.WORKING),
        (date(2026, 5, 1), DayKind.HOLIDAY),
        (date(2026, 5, 2), DayKind.HOLIDAY),  # a Saturday inside the holiday
        (date(2026, 5, 6), DayKind.WORKING),
        (date(2026, 5, 9), DayKind.MAKE_UP),
        (date(2026, 5, 10), DayKind.WEEKEND),
    ],
)
def test_every_day_around_labour_day_has_its_kind(day: date, kind: DayKind) -> None:
    assert CALENDAR.kind_of(day) is kind


def test_offices_are_open_on_working_days_and_on_make_up_days_only() -> None:
    days = [date(2026, 5, 1) + timedelta(days=number) for number in range(11)]

    opened = [day.day for day in days if CALENDAR.is_working(day)]

    assert opened == [6, 7, 8, 9, 11]


def test_the_desk_knows_whole_years_and_says_until_when() -> None:
    assert CALENDAR.known_until == date(2026, 12, 31)
    assert CALENDAR.knows(date(2025, 1, 1))
    assert CALENDAR.knows(date(2026, 12, 31))
    assert not CALENDAR.knows(date(2024, 12, 31))
    assert not CALENDAR.knows(date(2027, 1, 1))


def test_a_year_nobody_has_announced_counts_by_its_weekdays() -> None:
    friday = date(2027, 1, 1)

    kinds = [CALENDAR.kind_of(friday + timedelta(days=number)) for number in range(4)]

    assert kinds == [DayKind.WORKING, DayKind.WEEKEND, DayKind.WEEKEND, DayKind.WORKING]


def test_what_the_law_fixes_is_off_in_a_year_nobody_has_announced_but_the_notice_has_the_word() -> (
    None
):
    law = {(1, 1): "元旦", (5, 6): "某节"}
    calendar = Calendar("cn", 2025, 2026, LABOUR_DAY, CALENDAR.make_up, law)

    assert calendar.kind_of(date(2027, 1, 1)) is DayKind.HOLIDAY
    assert calendar.kind_of(date(2028, 1, 1)) is DayKind.HOLIDAY  # a Saturday
    assert calendar.holiday_of(date(2027, 1, 1)) == "元旦"
    assert calendar.kind_of(date(2026, 5, 6)) is DayKind.WORKING
    assert calendar.kind_of(date(2024, 1, 1)) is DayKind.WORKING
    assert not calendar.knows(date(2027, 1, 1))
    assert calendar.version != CALENDAR.version


def test_the_version_names_region_and_year_and_changes_with_every_moved_day() -> None:
    same = Calendar("cn", 2025, 2026, dict(LABOUR_DAY), frozenset({date(2026, 5, 9)}))
    moved = Calendar("cn", 2025, 2026, LABOUR_DAY, frozenset({date(2026, 5, 10)}))
    shorter = Calendar("cn", 2025, 2026, {date(2026, 5, 1): "劳动节"}, CALENDAR.make_up)
    longer_known = Calendar("cn", 2024, 2026, LABOUR_DAY, CALENDAR.make_up)

    assert CALENDAR.version.startswith("cn-2026-")
    assert same.version == CALENDAR.version
    versions = {each.version for each in (CALENDAR, moved, shorter, longer_known)}
    assert len(versions) == 4


def test_equal_calendars_are_one_and_their_repr_stays_short() -> None:
    same = Calendar("cn", 2025, 2026, dict(LABOUR_DAY), CALENDAR.make_up)

    assert {CALENDAR, same} == {CALENDAR}
    assert len(repr(CALENDAR)) < 120
