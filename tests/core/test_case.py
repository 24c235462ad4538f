"""A case lives: handed over, received, overdue, answered."""

from datetime import UTC, date, datetime

import pytest

from filingdesk.core.case import (
    Case,
    ClockState,
    Event,
    EventKind,
    NextStep,
    Outcome,
    RunningClock,
    Status,
    next_step,
)
from filingdesk.core.running import clocks_today
from tests.core.province import CALENDAR, CLOCKS

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def case_with(*events: tuple[EventKind, date]) -> Case:
    signed = (EventKind.SIGNED, date(2026, 9, 1))
    told = tuple(Event(kind, day, NOON) for kind, day in (signed, *events))
    return Case("1", "FD-2222-2222-X", "yunshan", "objection", "吕䶮", "处罚", "市监局", told)


def clocks(case: Case, today: date) -> dict[str, RunningClock]:
    found = clocks_today(case, CLOCKS, CALENDAR, today)
    return {each.clock.id.partition("/")[2]: each for each in found}


def test_both_clocks_run_from_their_own_days() -> None:
    case = case_with(
        (EventKind.LEARNED, date(2026, 9, 3)), (EventKind.RECEIPT_NOTED, date(2026, 9, 7))
    )
    running = clocks(case, date(2026, 9, 8))
    objection, reconsideration = running["objection"], running["reconsideration"]
    assert objection.deadline is not None
    assert objection.deadline.due_on == date(2026, 9, 10)
    assert reconsideration.deadline is not None
    assert reconsideration.deadline.due_on == date(2026, 11, 2)
    assert running["reply"].state is ClockState.NOT_VERIFIED
    assert running["reply"].deadline is None


def test_an_answer_stops_the_agency_but_not_the_reconsideration_clock() -> None:
    case = case_with(
        (EventKind.LEARNED, date(2026, 9, 3)),
        (EventKind.RECEIPT_NOTED, date(2026, 9, 7)),
        (EventKind.REFUSED, date(2026, 9, 9)),
    )
    running = clocks(case, date(2026, 9, 20))
    assert running["objection"].state is ClockState.STOPPED
    assert running["reconsideration"].state is ClockState.RUNNING
    assert next_step(case, running.values()) is NextStep.CONSIDER_RECONSIDERATION


def test_silence_becomes_overdue_and_says_what_to_do() -> None:
    case = case_with((EventKind.RECEIPT_NOTED, date(2026, 9, 7)))
    assert clocks(case, date(2026, 9, 10))["objection"].state is ClockState.RUNNING
    late = clocks(case, date(2026, 9, 11))
    assert late["objection"].state is ClockState.OVERDUE
    assert next_step(case, late.values()) is NextStep.ASK_FOR_ANSWER


@pytest.mark.parametrize(
    ("kind", "status", "step"),
    [
        (EventKind.HANDED_OVER, Status.HANDED_OVER, NextStep.NOTE_RECEIPT),
        (EventKind.RECEIPT_NOTED, Status.RECEIVED, NextStep.WAIT),
        (EventKind.ACCEPTED, Status.ACCEPTED, NextStep.WAIT),
        (EventKind.REPLIED, Status.REPLIED, NextStep.RECORD_OUTCOME),
        (EventKind.CORRECTED, Status.CLOSED, NextStep.NOTHING),
        (EventKind.REFUSED, Status.CLOSED, NextStep.CONSIDER_RECONSIDERATION),
    ],
)
def test_where_a_case_stands(kind: EventKind, status: Status, step: NextStep) -> None:
    case = case_with((kind, date(2026, 9, 2)))
    assert case.status is status
    assert next_step(case, ()) is step


def test_the_latest_decision_counts() -> None:
    case = case_with(
        (EventKind.REFUSED, date(2026, 9, 9)), (EventKind.CORRECTED, date(2026, 10, 9))
    )
    assert case.outcome is Outcome.CORRECTED
    assert case_with().outcome is None
    assert case_with().status is Status.SIGNED


def test_a_case_in_a_trace_names_nobody() -> None:
    assert "吕" not in repr(case_with())
