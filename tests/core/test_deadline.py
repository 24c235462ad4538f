"""Deadlines as people meet them: an objection before Labour Day, sixty days into Golden Week."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingdesk.core.deadline import (
    Clock,
    Deadline,
    LastDay,
    OwedBy,
    Reason,
    Trigger,
    Unit,
    Why,
    days_left,
    due,
    last_day_of,
    overdue,
)
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.workdays import Calendar, DayKind
from filingdesk.packs.calendars import load_calendar

YEARS = Path(__file__).parents[2] / "resources" / "calendars" / "cn"
DAY = timedelta(days=1)


@cache
def china() -> Calendar:
    return load_calendar(YEARS)


def clock(
    count: int,
    unit: Unit,
    owed_by: OwedBy = OwedBy.APPLICANT,
    last_day: LastDay = LastDay.ROLL_FORWARD,
) -> Clock:
    return Clock("cn/test", "期限", count, unit, Trigger.KNOWN, owed_by, last_day, verified=True)


RECONSIDERATION = clock(60, Unit.CALENDAR_DAY)


def told(deadline: Deadline) -> list[tuple[str, int | None, Why]]:
    return [(f"{each.day:%m-%d}", each.number, each.why) for each in deadline.reasons]


# ------------------------------------------------------------------ what the applicant owes


def test_sixty_days_for_reconsideration_end_on_a_monday() -> None:
    deadline = due(RECONSIDERATION, date(2026, 9, 3), china())

    assert deadline.due_on == date(2026, 11, 2)
    assert deadline.safe_on == date(2026, 11, 2)
    assert not deadline.provisional
    assert len(deadline.reasons) == 61
    assert told(deadline)[0] == ("09-03", None, Why.START_NOT_COUNTED)
    assert told(deadline)[1] == ("09-04", 1, Why.CALENDAR_DAY)
    assert told(deadline)[-1] == ("11-02", 60, Why.LAST_DAY)


def test_sixty_days_that_end_in_golden_week_roll_behind_it_and_show_a_safe_day_before() -> None:
    deadline = due(RECONSIDERATION, date(2026, 8, 4), china())

    assert deadline.full_on == date(2026, 10, 3)
    assert deadline.due_on == date(2026, 10, 8)
    assert deadline.safe_on == date(2026, 9, 30)
    assert told(deadline)[-7:] == [
        ("10-03", 60, Why.LAST_DAY),
        ("10-04", None, Why.HOLIDAY),
        ("10-05", None, Why.HOLIDAY),
        ("10-06", None, Why.HOLIDAY),
        ("10-07", None, Why.HOLIDAY),
        ("10-08", None, Why.ROLLED_FORWARD),
        ("09-30", None, Why.SAFE),
    ]
    assert deadline.reasons[-7].holiday == "国庆节"


def test_an_ordinary_sunday_moves_the_end_to_monday_and_friday_is_safe() -> None:
    deadline = due(RECONSIDERATION, date(2026, 9, 2), china())

    assert deadline.full_on == date(2026, 11, 1)
    assert deadline.due_on == date(2026, 11, 2)
    assert deadline.safe_on == date(2026, 10, 30)
    assert [each.kind for each in deadline.reasons[-3:]] == [
        DayKind.WEEKEND,
        DayKind.WORKING,
        DayKind.WORKING,
    ]


def test_a_make_up_saturday_is_a_working_day_and_moves_nothing() -> None:
    deadline = due(RECONSIDERATION, date(2026, 8, 11), china())

    assert deadline.due_on == deadline.safe_on == date(2026, 10, 10)
    assert deadline.reasons[-1] == Reason(
        date(2026, 10, 10), True, 60, Why.LAST_DAY, DayKind.MAKE_UP
    )


def test_where_no_law_moves_the_end_it_stays_on_the_rest_day() -> None:
    unmoved = clock(60, Unit.CALENDAR_DAY, last_day=LastDay.NONE)

    deadline = due(unmoved, date(2026, 8, 4), china())

    assert deadline.due_on == date(2026, 10, 3)
    assert deadline.safe_on == date(2026, 9, 30)
    assert told(deadline)[-2:] == [("10-03", 60, Why.LAST_DAY), ("09-30", None, Why.SAFE)]


def test_a_safe_day_is_never_before_the_event() -> None:
    learned_in_spring_festival = date(2026, 2, 15)

    deadline = due(clock(3, Unit.CALENDAR_DAY), learned_in_spring_festival, china())

    assert deadline.due_on == date(2026, 2, 24)
    assert deadline.safe_on == date(2026, 2, 18)


def test_the_day_of_the_event_is_safe_when_only_it_is_worked() -> None:
    last_make_up_day_before_spring_festival = date(2026, 2, 14)

    deadline = due(clock(3, Unit.CALENDAR_DAY), last_make_up_day_before_spring_festival, china())

    assert deadline.safe_on == date(2026, 2, 14)


# ------------------------------------------------------------------ what the agency owes


def test_an_objection_before_labour_day_is_answered_after_three_or_seven_working_days() -> None:
    received = date(2026, 4, 30)
    own = due(clock(3, Unit.WORKING_DAY, OwedBy.AGENCY), received, china())
    with_help = due(clock(7, Unit.WORKING_DAY, OwedBy.AGENCY), received, china())

    assert own.due_on == own.safe_on == date(2026, 5, 8)
    assert with_help.due_on == with_help.safe_on == date(2026, 5, 13)
    assert told(with_help) == [
        ("04-30", None, Why.START_NOT_COUNTED),
        ("05-01", None, Why.HOLIDAY),
        ("05-02", None, Why.HOLIDAY),
        ("05-03", None, Why.HOLIDAY),
        ("05-04", None, Why.HOLIDAY),
        ("05-05", None, Why.HOLIDAY),
        ("05-06", 1, Why.WORKING_DAY),
        ("05-07", 2, Why.WORKING_DAY),
        ("05-08", 3, Why.WORKING_DAY),
        ("05-09", 4, Why.MAKE_UP_DAY),
        ("05-10", None, Why.WEEKEND),
        ("05-11", 5, Why.WORKING_DAY),
        ("05-12", 6, Why.WORKING_DAY),
        ("05-13", 7, Why.LAST_DAY),
    ]
    assert {each.holiday for each in with_help.reasons} == {"", "劳动节"}


def test_an_agency_has_until_the_rolled_day_before_anyone_urges_it() -> None:
    deadline = due(clock(60, Unit.CALENDAR_DAY, OwedBy.AGENCY), date(2026, 8, 4), china())

    assert deadline.due_on == deadline.safe_on == date(2026, 10, 8)
    assert deadline.reasons[-1].why is Why.ROLLED_FORWARD


# ------------------------------------------------------------------ months and years


@pytest.mark.parametrize(
    ("count", "unit", "event", "full_on", "due_on"),
    [
        (6, Unit.MONTH, date(2026, 2, 26), date(2026, 8, 26), date(2026, 8, 26)),
        # no 31 February: the end of the month, here a make-up Saturday
        (6, Unit.MONTH, date(2025, 8, 31), date(2026, 2, 28), date(2026, 2, 28)),
        (3, Unit.MONTH, date(2025, 11, 30), date(2026, 2, 28), date(2026, 2, 28)),
        # a corresponding day is taken even where the event was a month's end
        (1, Unit.MONTH, date(2026, 2, 28), date(2026, 3, 28), date(2026, 3, 30)),
        (1, Unit.YEAR, date(2024, 2, 29), date(2025, 2, 28), date(2025, 2, 28)),
        (4, Unit.YEAR, date(2020, 2, 29), date(2024, 2, 29), date(2024, 2, 29)),
        (5, Unit.YEAR, date(2021, 10, 1), date(2026, 10, 1), date(2026, 10, 8)),
    ],
)
def test_months_and_years_end_on_the_same_day_or_at_the_end_of_the_month(
    count: int, unit: Unit, event: date, full_on: date, due_on: date
) -> None:
    deadline = due(clock(count, unit), event, china())

    assert (deadline.full_on, deadline.due_on) == (full_on, due_on)


def test_months_tell_their_start_their_last_day_and_the_days_it_moved_over() -> None:
    deadline = due(clock(1, Unit.MONTH), date(2026, 2, 28), china())

    assert told(deadline) == [
        ("02-28", None, Why.START_NOT_COUNTED),
        ("03-28", None, Why.LAST_DAY),
        ("03-29", None, Why.WEEKEND),
        ("03-30", None, Why.ROLLED_FORWARD),
        ("03-27", None, Why.SAFE),
    ]
    assert [each.counted for each in deadline.reasons] == [False, True, False, False, False]


# ------------------------------------------------------------------ what is not known


def test_a_deadline_that_touches_an_unannounced_year_is_provisional() -> None:
    last_known = due(clock(1, Unit.WORKING_DAY), date(2026, 12, 30), china())
    beyond = due(clock(1, Unit.WORKING_DAY), date(2026, 12, 31), china())

    assert (last_known.due_on, last_known.provisional) == (date(2026, 12, 31), False)
    assert (beyond.due_on, beyond.provisional) == (date(2027, 1, 4), True)


def test_new_years_day_is_off_in_a_year_that_nobody_has_announced() -> None:
    """全国年节及纪念日放假办法第二条: 元旦，放假1天（1月1日）. The notice will say of the 4th."""
    deadline = due(clock(1, Unit.CALENDAR_DAY), date(2026, 12, 31), china())

    assert (deadline.full_on, deadline.due_on) == (date(2027, 1, 1), date(2027, 1, 4))
    assert (deadline.safe_on, deadline.provisional) == (date(2026, 12, 31), True)
    rolled = [each for each in deadline.reasons if each.day == date(2027, 1, 1)]
    assert {(each.kind, each.holiday) for each in rolled} == {(DayKind.HOLIDAY, "元旦")}


def test_rolling_into_an_unannounced_year_or_starting_before_the_first_is_provisional() -> None:
    known_until_2022 = Calendar("cn", 2022, 2022, {date(2022, 12, 31): "元旦"}, frozenset())
    rolled = due(clock(1, Unit.CALENDAR_DAY), date(2022, 12, 30), known_until_2022)
    early = due(clock(1, Unit.MONTH), date(2021, 12, 31), known_until_2022)

    assert (rolled.full_on, rolled.due_on) == (date(2022, 12, 31), date(2023, 1, 2))
    assert rolled.provisional
    assert early.provisional


@pytest.mark.parametrize("count", [None, 7])
def test_a_clock_nobody_has_verified_never_gives_a_date(count: int | None) -> None:
    tianjin = Clock(
        "cn-tianjin/objection-reply",
        "异议处理期限",
        count,
        Unit.WORKING_DAY,
        Trigger.RECEIVED,
        OwedBy.AGENCY,
    )

    with pytest.raises(UserProblem) as refused:
        due(tianjin, date(2026, 4, 30), china())

    assert refused.value.problems == (Problem("cn-tianjin/objection-reply", "clock-not-verified"),)


@pytest.mark.parametrize("unit", list(Unit))
def test_an_end_later_than_any_date_is_told_and_not_a_crash(unit: Unit) -> None:
    with pytest.raises(UserProblem) as refused:
        due(clock(1, unit), date.max, china())

    assert refused.value.problems == (Problem("cn/test", "date-out-of-range"),)


def test_an_end_that_would_roll_past_the_last_date_is_told_too() -> None:
    closed = Calendar("cn", 9999, 9999, {date.max: "元旦"}, frozenset())

    with pytest.raises(UserProblem):
        due(clock(1, Unit.CALENDAR_DAY), date.max - DAY, closed)


@pytest.mark.parametrize(("count", "verified"), [(0, True), (-3, False), (None, True)])
def test_a_clock_that_cannot_be_meant_is_refused(count: int | None, verified: bool) -> None:
    with pytest.raises(ValueError, match="count"):
        Clock(
            "cn/test",
            "期限",
            count,
            Unit.MONTH,
            Trigger.KNOWN,
            OwedBy.AGENCY,
            verified=verified,
        )


# ------------------------------------------------------------------ today


def test_the_last_day_still_counts_and_the_next_is_too_late() -> None:
    deadline = due(RECONSIDERATION, date(2026, 9, 2), china())

    assert days_left(deadline, date(2026, 10, 30)) == 3
    assert days_left(deadline, date(2026, 11, 2)) == 0
    assert not overdue(deadline, date(2026, 11, 2))
    assert days_left(deadline, date(2026, 11, 3)) == -1
    assert overdue(deadline, date(2026, 11, 3))


# ------------------------------------------------------------------ against a plain second count

events = st.dates(date(2003, 11, 1), date(2027, 3, 31)) | st.dates(
    date(2014, 12, 1), date(2015, 12, 31)
)
clocks = st.builds(
    clock,
    count=st.integers(1, 120),
    unit=st.sampled_from(Unit),
    owed_by=st.sampled_from(OwedBy),
    last_day=st.sampled_from(LastDay),
)


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """China's real years, or one year with any days off and any make-up days."""
    if draw(st.booleans()):
        return china()
    days = [date(2015, 1, 1) + number * DAY for number in range(365)]
    off = draw(st.sets(st.sampled_from(days), max_size=60))
    weekend = [day for day in days if day.weekday() > 4 and day not in off]
    make_up = draw(st.sets(st.sampled_from(weekend), max_size=20))
    return Calendar("xx", 2015, 2015, dict.fromkeys(off, "假"), frozenset(make_up))


def is_open(day: date, calendar: Calendar) -> bool:
    fixed = day.year > calendar.last_year and (day.month, day.day) in calendar.every_year
    named = day in calendar.holidays or fixed
    return day in calendar.make_up or (day.isoweekday() not in (6, 7) and not named)


def count_plainly(clock: Clock, event: date, calendar: Calendar) -> tuple[date, date, date]:
    """The full, the due and the safe day, walked one day at a time."""
    day, counted, turned = event, 0, 0
    wanted = clock.count or 0
    while True:
        day += DAY
        match clock.unit:
            case Unit.WORKING_DAY:
                counted += is_open(day, calendar)
            case Unit.CALENDAR_DAY:
                counted += 1
            case Unit.MONTH | Unit.YEAR:
                turned += day.day == 1
                month_end = (day + DAY).day == 1
                months = turned if clock.unit is Unit.MONTH else turned / 12
                reached = day.day == event.day or (month_end and day.day < event.day)
                counted = wanted if months == wanted and reached else 0
        if counted == wanted:
            break
    full = end = day
    while clock.last_day is LastDay.ROLL_FORWARD and not is_open(end, calendar):
        end += DAY
    lived = [event + number * DAY for number in range((full - event).days + 1)]
    opened = [each for each in lived if is_open(each, calendar)]
    safe = end if clock.owed_by is OwedBy.AGENCY else max(opened, default=full)
    return full, end, safe


@given(clock=clocks.filter(lambda each: each.unit is not Unit.YEAR), event=events, cal=calendars())
def test_the_count_agrees_with_a_walk_day_by_day(clock: Clock, event: date, cal: Calendar) -> None:
    deadline = due(clock, event, cal)

    found = (deadline.full_on, deadline.due_on, deadline.safe_on)
    assert found == count_plainly(clock, event, cal)
    walked = [event + number * DAY for number in range((deadline.due_on - event).days + 1)]
    working, rolls = Unit.WORKING_DAY, LastDay.ROLL_FORWARD
    applicant = clock.owed_by is OwedBy.APPLICANT
    could_move = clock.unit is working or clock.last_day is rolls or applicant
    unknown = any(not cal.knows(day) for day in walked)
    assert deadline.provisional == (unknown and could_move)


@given(years=st.integers(1, 6), event=events)
def test_years_agree_with_a_walk_day_by_day(years: int, event: date) -> None:
    deadline = due(clock(years, Unit.YEAR), event, china())

    found = (deadline.full_on, deadline.due_on, deadline.safe_on)
    assert found == count_plainly(clock(years, Unit.YEAR), event, china())


@given(clock=clocks, event=events, cal=calendars())
def test_no_deadline_lies_before_its_event_and_safe_is_never_late(
    clock: Clock, event: date, cal: Calendar
) -> None:
    deadline = due(clock, event, cal)

    assert event < deadline.full_on <= deadline.due_on
    assert event <= deadline.safe_on <= deadline.due_on
    if clock.owed_by is OwedBy.AGENCY:
        assert deadline.safe_on == deadline.due_on
    if clock.last_day is LastDay.ROLL_FORWARD or clock.unit is Unit.WORKING_DAY:
        assert cal.is_working(deadline.due_on)


@given(clock=clocks, event=events, later=st.integers(0, 40), cal=calendars())
def test_who_learns_later_is_never_due_earlier(
    clock: Clock, event: date, later: int, cal: Calendar
) -> None:
    first, second = due(clock, event, cal), due(clock, event + later * DAY, cal)

    assert first.full_on <= second.full_on
    assert first.due_on <= second.due_on
    assert first.safe_on <= second.safe_on


@given(clock=clocks, event=events, cal=calendars())
def test_the_reasons_tell_the_whole_way(clock: Clock, event: date, cal: Calendar) -> None:
    deadline = due(clock, event, cal)
    reasons = deadline.reasons
    way = [each for each in reasons if each.why is not Why.SAFE]

    assert reasons[0].why is Why.START_NOT_COUNTED
    assert way[-1].day == deadline.due_on
    assert [each.day for each in reasons if each.why is Why.LAST_DAY] == [deadline.full_on]
    assert all((each.number is None) or each.counted for each in reasons)
    if clock.unit in (Unit.WORKING_DAY, Unit.CALENDAR_DAY):
        days = [event + number * DAY for number in range((deadline.due_on - event).days + 1)]
        assert [each.day for each in way] == days
        numbers = [each.number for each in reasons if each.counted]
        assert numbers == list(range(1, (clock.count or 0) + 1))
    for each in reasons:
        assert each.kind is cal.kind_of(each.day)
        assert each.holiday == cal.holiday_of(each.day)


def test_a_period_can_be_asked_for_without_a_clock() -> None:
    three_years = last_day_of(date(2024, 2, 29), 3, Unit.YEAR, china())

    assert three_years == date(2027, 2, 28)
