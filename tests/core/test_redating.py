"""A new calendar arrives, and a case says which of its last days moved."""

from dataclasses import replace
from datetime import UTC, date, datetime

from filingdesk.core.case import Case, Event, EventKind, RunningClock
from filingdesk.core.clock import OwedBy, Trigger, Unit
from filingdesk.core.redating import Moved, ShownDate, moved_dates, moved_event, shown_dates
from filingdesk.core.running import clocks_today
from filingdesk.core.workdays import Calendar
from tests.core.china import DECISION, china, clock

NOON = datetime(2026, 12, 28, 12, tzinfo=UTC)
TODAY = date(2026, 12, 28)
ANSWER = clock("answer", 7, Unit.WORKING_DAY)
KNOWN = clock("known", 60, Unit.CALENDAR_DAY, Trigger.KNOWN, OwedBy.APPLICANT)


def with_2027() -> Calendar:
    """The first four days of 2027 off, Sunday 10 January worked: made up."""
    new_year = {date(2027, 1, day): "元旦" for day in (1, 2, 3, 4)}
    named = {**china().holidays, **new_year}
    return Calendar("cn", 2004, 2027, named, china().make_up | {date(2027, 1, 10)})


def clocks(calendar: Calendar, *events: Event) -> tuple[RunningClock, ...]:
    received = Event(EventKind.RECEIPT_NOTED, TODAY, NOON)
    learned = Event(EventKind.LEARNED, date(2026, 12, 1), NOON)
    case = Case("1", "1", "cn", "any", "", "", "", (received, learned, *events))
    return clocks_today(case, (ANSWER, KNOWN, DECISION), calendar, TODAY)


def shown(found: tuple[RunningClock, ...]) -> dict[str, ShownDate]:
    return {each.clock: each for each in shown_dates(found)}


def test_only_what_moved_is_told() -> None:
    """Seven working days: 7 January becomes 8 January. The sixty days stay what they were."""
    before = shown(clocks(china()))
    assert [*before] == ["answer", "known"]
    moved = moved_dates(clocks(with_2027()), before)
    assert moved == (Moved(ANSWER, date(2027, 1, 7), date(2027, 1, 8), china().version),)
    assert moved_event(moved[0], TODAY, NOON) == Event(
        EventKind.REDATED, TODAY, NOON, "2027-01-07", "answer", date(2027, 1, 8)
    )


def test_nothing_moves_by_itself() -> None:
    before = shown(clocks(china()))
    assert moved_dates(clocks(china()), before) == ()
    assert moved_dates(clocks(with_2027()), {}) == ()
    same_calendar = {key: replace(each, due_on=TODAY) for key, each in before.items()}
    assert moved_dates(clocks(china()), same_calendar) == ()


def test_a_date_that_another_event_starts_has_not_moved() -> None:
    before = shown(clocks(china()))
    earlier = {key: replace(each, event=date(2026, 11, 30)) for key, each in before.items()}
    assert moved_dates(clocks(with_2027()), earlier) == ()


def test_what_has_ended_or_stands_still_is_not_followed() -> None:
    answered = Event(EventKind.REPLIED, TODAY, NOON)
    assert [*shown(clocks(china(), answered))] == ["known"]
    accepted = Event(EventKind.ACCEPTED, date(2026, 12, 14), NOON)
    stopped = Event(EventKind.SUSPENDED, date(2026, 12, 21), NOON)
    assert "decision" in shown(clocks(china(), accepted))
    assert "decision" not in shown(clocks(china(), accepted, stopped))
