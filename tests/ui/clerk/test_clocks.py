"""The deadlines of a case: day by day, with their law, and honest where nobody knows."""

import re
from datetime import date

from filingdesk.core.case import EventKind
from filingdesk.core.deadline import Why
from filingdesk.desk import Desk
from filingdesk.ui.clerk.case_page import CasePage
from filingdesk.ui.clerk.clock_row import ClockRow
from filingdesk.ui.clerk.counted import Counted
from filingdesk.words.terms import DAY_REASONS
from tests.ui.clerk.clerk import TIANJIN, TODAY, Clerk, days_ago, keep
from tests.ui.clerk.conftest import Seat

K = EventKind


def clocks(clerk: Clerk, case: str) -> list[ClockRow]:
    """The clocks of a case, as its page shows them."""
    clerk.room.open_case(case)
    page = clerk.pane().page
    assert isinstance(page, CasePage)
    return page.clocks


def day_by_day(clock: ClockRow) -> list[str]:
    """Every line of the count, opened."""
    clock.openings[0].click()
    counted = clock.openings[0].opened
    assert isinstance(counted, Counted)
    assert counted.days.isVisible()
    return counted.days.accessibleDescription().split("\n")


def test_what_nobody_has_verified_shows_no_number(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", (K.RECEIPT_NOTED, days_ago(3)), place=TIANJIN)
    clerk = seat.at(desk)
    clock = clocks(clerk, "A")[-1]
    words = clerk.reads(clock)
    assert clerk.says("Not verified: ask the window for the time limit.") in words
    assert not re.search(r"\d", words)
    assert all(each.text() == clerk.says("The law behind this") for each in clock.openings)


def test_a_date_is_counted_day_by_day(desk: Desk, seat: Seat) -> None:
    # Three working days across the National Day holiday of 2026.
    keep(desk, "A", (K.RECEIPT_NOTED, date(2026, 9, 30)))
    clerk = seat.at(desk)
    lines = day_by_day(clocks(clerk, "A")[1])
    reasons = {why: clerk.says(said) for why, said in DAY_REASONS.items()}
    assert lines[0] == f"Wednesday, 30 September 2026 {reasons[Why.START_NOT_COUNTED]}"
    assert lines[1].startswith(f"Thursday, 1 October 2026 {reasons[Why.HOLIDAY]} (")
    assert lines[8] == f"1 Thursday, 8 October 2026 {reasons[Why.WORKING_DAY]}"
    assert lines[-1].startswith("3 ")
    assert lines[-1].endswith(reasons[Why.LAST_DAY])


def test_the_count_opens_and_closes(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", (K.RECEIPT_NOTED, TODAY))
    clerk = seat.at(desk)
    clock = clocks(clerk, "A")[1]
    day_by_day(clock)
    days = clock.openings[0].opened
    clock.openings[0].click()
    assert days is not None
    assert not days.isVisible()
    clock.openings[0].click()
    assert clock.openings[0].opened is days
    assert days.isVisible()


def test_the_safe_day_is_told_beside_the_last_day_by_law(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", (K.LEARNED, date(2026, 9, 30)), place=TIANJIN)
    clerk = seat.at(desk)
    clock = clocks(clerk, "A")[0]
    words = clerk.reads(clock)
    assert re.search(r"law is Monday, 30 November 2026, in 7 days", words)
    safe = "The safe day is {day}: nobody can dispute it."
    assert clerk.says(safe, day="Friday, 27 November 2026") in words
    lines = day_by_day(clock)
    assert lines[-2].startswith("Monday, 30 November 2026")
    assert lines[-1] == f"Friday, 27 November 2026 {clerk.says(DAY_REASONS[Why.SAFE])}"


def test_a_day_in_a_year_without_a_notice_may_still_change(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", (K.LEARNED, TODAY), place=TIANJIN)
    keep(desk, "B", (K.LEARNED, days_ago(30)), place=TIANJIN)
    clerk = seat.at(desk)
    may_change = clerk.says(
        "The holidays of that time are not announced yet, so the day may still change."
    )
    assert may_change in clerk.reads(clocks(clerk, "A")[0])
    assert may_change not in clerk.reads(clocks(clerk, "B")[0])


def test_the_law_is_quoted_in_its_own_words(desk: Desk, seat: Seat) -> None:
    keep(desk, "A", (K.RECEIPT_NOTED, TODAY))
    clerk = seat.at(desk)
    clock = clocks(clerk, "A")[1]
    clock.openings[1].click()
    words = clerk.reads(clock)
    assert "山东省社会信用条例" in words
    assert "“" in words


def test_before_and_after_a_clock_runs(desk: Desk, seat: Seat) -> None:
    keep(desk, "WAITS")
    keep(desk, "ANSWERED", (K.RECEIPT_NOTED, days_ago(14)), (K.REPLIED, days_ago(2)))
    keep(desk, "LAPSED", (K.LEARNED, days_ago(70)))
    clerk = seat.at(desk)
    starts = clerk.says("It starts when the authority has the filing.")
    assert starts in clerk.reads(clocks(clerk, "WAITS")[1])
    stopped = clerk.says("It has stopped: nothing is owed any more.")
    assert stopped in clerk.reads(clocks(clerk, "ANSWERED")[1])
    over = clerk.says(
        "This period is over: the last day was {day}, {away}.",
        day="Friday, 13 November 2026",
        away=clerk.says("{count} days ago", count=10),
    )
    assert over in clerk.reads(clocks(clerk, "LAPSED")[0])
