"""What is due and when, in the order in which a clerk deals with it."""

from datetime import date, timedelta

from filingdesk.app import FixedDay, Furniture
from filingdesk.core.case import EventKind, Outcome
from filingdesk.desk import Desk
from filingdesk.desk.urgency import Entry, When, foremost
from filingdesk.ui.clerk.agenda import agenda
from tests.ui.clerk.clerk import TIANJIN, TODAY, days_ago, keep

K = EventKind


def told(desk: Desk, today: date = TODAY) -> list[tuple[str, When, date | None]]:
    """The agenda as reference, urgency and day."""
    groups = agenda(on(desk, today), today)
    found = [each for due in groups.values() for each in due if isinstance(each, Entry)]
    return [(each.found.case.id, each.when, each.day) for each in found]


def on(desk: Desk, today: date) -> Desk:
    """The same desk on another day."""
    assert isinstance(desk.doors, Furniture)
    desk.doors.time = FixedDay(today)
    return desk


def test_an_overdue_answer_comes_before_everything_else(desk: Desk) -> None:
    # Shandong, art. 39: three working days, or seven with the help of other bodies.
    keep(desk, "FRESH", (K.RECEIPT_NOTED, TODAY))
    keep(desk, "LATE", (K.RECEIPT_NOTED, days_ago(14)))
    assert told(desk) == [
        ("LATE", When.OVERDUE, date(2026, 11, 12)),
        ("LATE", When.OVERDUE, date(2026, 11, 18)),
        ("FRESH", When.SOON, date(2026, 11, 26)),
        ("FRESH", When.LATER, date(2026, 12, 2)),
    ]


def test_the_last_day_is_today(desk: Desk) -> None:
    keep(desk, "A", (K.RECEIPT_NOTED, date(2026, 11, 18)))
    assert told(desk)[0] == ("A", When.TODAY, TODAY)


def test_a_person_acts_on_the_safe_day_and_then_on_the_last(desk: Desk) -> None:
    # Sixty days from 30 September end on Sunday the 29th: safe on Friday, by law on Monday.
    keep(desk, "A", (K.LEARNED, date(2026, 9, 30)), place=TIANJIN)
    assert told(desk) == [("A", When.SOON, date(2026, 11, 27))]
    saturday = date(2026, 11, 28)
    assert told(desk, saturday) == [("A", When.SOON, date(2026, 11, 30))]


def test_an_open_case_without_a_day_is_not_forgotten(desk: Desk) -> None:
    # Nobody has verified how many days Tianjin's departments have.
    keep(desk, "WAITING", (K.RECEIPT_NOTED, days_ago(30)), place=TIANJIN)
    keep(desk, "SIGNED", place=TIANJIN)
    keep(desk, "DONE", (K.CORRECTED, TODAY), place=TIANJIN)
    assert told(desk) == [("WAITING", When.UNDATED, None), ("SIGNED", When.UNDATED, None)]


def test_a_period_of_the_persons_own_is_over_not_overdue(desk: Desk) -> None:
    keep(desk, "A", (K.LEARNED, days_ago(63)), place=TIANJIN)
    keep(desk, "B", (K.RECEIPT_NOTED, TODAY))
    whens = [when for _, when, _ in told(desk)]
    assert whens == [When.SOON, When.LATER, When.UNDATED, When.OVER]
    in_spring = TODAY + timedelta(days=120)
    assert all(when is not When.OVER for _, when, _ in told(desk, in_spring))


def test_what_was_answered_is_off_the_list(desk: Desk) -> None:
    keep(desk, "A", (K.RECEIPT_NOTED, days_ago(14)), (K.CORRECTED, days_ago(1)))
    assert told(desk) == []
    found = desk.case("A")
    assert found.case.outcome is Outcome.CORRECTED
    assert foremost(found, TODAY) is None


def test_cases_stand_in_the_order_of_what_they_need(desk: Desk) -> None:
    keep(desk, "DONE", (K.CORRECTED, TODAY))
    keep(desk, "UNDATED", place=TIANJIN)
    keep(desk, "SOON", (K.RECEIPT_NOTED, TODAY))
    keep(desk, "LATE", (K.RECEIPT_NOTED, days_ago(14)))
    order = [each.case.id for each in desk.cases()]
    assert order == ["LATE", "SOON", "UNDATED", "DONE"]
