"""The clocks of a case, told as what happens to people who ask for reconsideration."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from filingdesk.core.case import (
    Case,
    ClockState,
    Event,
    EventKind,
    NextStep,
    RunningClock,
    next_step,
)
from filingdesk.core.clock import Clock, OwedBy, Trigger, Unit
from filingdesk.core.deadline import Pause
from filingdesk.core.running import clocks_today, heeded
from tests.core.china import (
    ACCEPTANCE,
    AGAINST_SILENCE,
    DECISION,
    RECONSIDERATION,
    SILENCE,
    SUPPLEMENT,
    china,
    clock,
)

K = EventKind
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
RECEIVED = date(2026, 3, 2)  # a Monday


def event(kind: K, day: date, clock: str = "", until: date | None = None, note: str = "") -> Event:
    return Event(kind, day, NOON, note, clock, until)


def case_with(*events: Event) -> Case:
    signed = event(K.SIGNED, date(2026, 3, 1))
    return Case("1", "FD-1", "cn", "reconsideration", "吕䶮", "处罚", "市政府", (signed, *events))


RECEIPT = event(K.RECEIPT_NOTED, RECEIVED)


def on(
    today: date, *events: Event, clocks: tuple[Clock, ...] = RECONSIDERATION
) -> dict[str, RunningClock]:
    found = clocks_today(case_with(*events), clocks, china(), today)
    return {each.clock.id: each for each in found}


def due_on(running: RunningClock) -> date:
    assert running.deadline is not None
    return running.deadline.due_on


# ------------------------------------------------------------------ silence is acceptance


def test_five_silent_days_count_as_acceptance_and_start_the_sixty() -> None:
    """审查期限届满之日起视为受理: Monday 9 March; the sixty days end on Friday 8 May."""
    last_day = on(date(2026, 3, 9), RECEIPT)
    assert (last_day["acceptance"].state, due_on(last_day["acceptance"])) == (
        ClockState.RUNNING,
        date(2026, 3, 9),
    )
    assert last_day["decision"].state is ClockState.NOT_STARTED

    later = on(date(2026, 3, 10), RECEIPT)
    assert later["acceptance"].state is ClockState.DEEMED
    decision = later["decision"]
    assert (decision.state, due_on(decision)) == (ClockState.RUNNING, date(2026, 5, 8))
    assert decision.evidence is None
    assert decision.after == later["acceptance"]


def test_an_acceptance_in_time_starts_them_on_its_own_day() -> None:
    told = on(date(2026, 3, 20), RECEIPT, event(K.ACCEPTED, date(2026, 3, 4)))
    assert told["acceptance"].state is ClockState.STOPPED
    assert told["decision"].started_by is K.ACCEPTED
    assert told["decision"].deadline is not None
    assert told["decision"].deadline.event == date(2026, 3, 4)


def test_an_acceptance_that_comes_late_takes_no_day_away() -> None:
    """It was accepted by law on the ninth, whatever the authority writes on the sixteenth."""
    told = on(date(2026, 3, 20), RECEIPT, event(K.ACCEPTED, date(2026, 3, 16)))
    assert told["acceptance"].lapsed_on == date(2026, 3, 9)
    assert told["decision"].deadline is not None
    assert told["decision"].deadline.event == date(2026, 3, 9)


def test_a_refusal_in_time_is_no_acceptance() -> None:
    told = on(date(2026, 3, 20), RECEIPT, event(K.REFUSED, date(2026, 3, 6)))
    assert told["acceptance"].state is ClockState.STOPPED
    assert told["decision"].state is ClockState.NOT_STARTED


def test_deemed_acceptance_is_nobody_s_delay() -> None:
    case = case_with(RECEIPT)
    told = on(date(2026, 3, 10), RECEIPT).values()
    assert next_step(case, told) is NextStep.WAIT
    late = on(date(2026, 5, 9), RECEIPT)
    assert late["decision"].state is ClockState.OVERDUE
    assert next_step(case, late.values()) is NextStep.ASK_FOR_ANSWER


# ------------------------------------------------------------------ something was missing

NOTICE = event(K.CORRECTION_NOTICE, date(2026, 3, 5))


def test_a_notice_of_what_is_missing_gives_ten_working_days_and_no_acceptance() -> None:
    told = on(date(2026, 3, 12), RECEIPT, NOTICE)
    assert told["acceptance"].state is ClockState.STOPPED
    assert told["decision"].state is ClockState.NOT_STARTED
    assert (told["supplement"].state, due_on(told["supplement"])) == (
        ClockState.RUNNING,
        date(2026, 3, 19),
    )
    assert next_step(case_with(RECEIPT, NOTICE), told.values()) is NextStep.SUPPLEMENT


def test_what_is_handed_in_starts_the_five_days_again() -> None:
    supplemented = event(K.SUPPLEMENTED, date(2026, 3, 11))
    told = on(date(2026, 3, 19), RECEIPT, NOTICE, supplemented)
    assert told["supplement"].state is ClockState.STOPPED
    assert due_on(told["acceptance-after"]) == date(2026, 3, 18)
    assert told["acceptance-after"].state is ClockState.DEEMED
    assert told["decision"].after == told["acceptance-after"]
    assert next_step(case_with(RECEIPT, NOTICE, supplemented), ()) is NextStep.WAIT


def test_the_notice_and_the_answer_to_it_may_be_of_one_day() -> None:
    at_once = event(K.SUPPLEMENTED, NOTICE.day)
    told = on(
        date(2026, 3, 30), RECEIPT, NOTICE, replace(at_once, recorded_at=NOON.replace(hour=15))
    )
    assert told["acceptance-after"].state is ClockState.DEEMED


# ------------------------------------------------------------------ suspended, resumed, extended

ACCEPTED = event(K.ACCEPTED, date(2026, 3, 9))


def test_suspended_days_do_not_count() -> None:
    """Neither 1 nor 10 April is held against the authority: ten days more, and 18 May."""
    stopped, goes_on = event(K.SUSPENDED, date(2026, 4, 1)), event(K.RESUMED, date(2026, 4, 10))
    told = on(date(2026, 5, 9), RECEIPT, ACCEPTED, stopped, goes_on)["decision"]
    assert told.deadline is not None
    assert told.deadline.pauses == (Pause(date(2026, 4, 1), date(2026, 4, 10)),)
    assert (told.state, due_on(told)) == (ClockState.RUNNING, date(2026, 5, 18))


def test_while_it_is_suspended_its_last_day_moves_from_day_to_day() -> None:
    stopped = event(K.SUSPENDED, date(2026, 4, 1))
    days = [date(2026, 4, 1), date(2026, 6, 1), date(2027, 1, 4)]
    told = [on(day, RECEIPT, ACCEPTED, stopped)["decision"] for day in days]
    assert {each.state for each in told} == {ClockState.SUSPENDED}
    ends = [due_on(each) for each in told]
    assert ends == sorted(set(ends))
    assert all(end > day for end, day in zip(ends, days, strict=True))


def test_what_was_over_cannot_be_suspended() -> None:
    told = on(date(2026, 6, 1), RECEIPT, ACCEPTED, event(K.SUSPENDED, date(2026, 5, 20)))
    assert told["decision"].state is ClockState.OVERDUE


def test_a_suspension_of_another_clock_is_not_this_one_s() -> None:
    stopped = event(K.SUSPENDED, date(2026, 4, 1), clock="another")
    assert on(date(2026, 4, 2), RECEIPT, ACCEPTED, stopped)["decision"].state is ClockState.RUNNING


def test_the_two_days_at_the_edge_are_never_to_the_applicant_s_harm() -> None:
    mine = clock(
        "mine",
        10,
        Unit.CALENDAR_DAY,
        Trigger.KNOWN,
        SUPPLEMENT.owed_by,
        suspends=(Trigger.SUSPENDED,),
        resumes=(Trigger.RESUMED,),
    )
    happened = [
        event(K.LEARNED, date(2026, 3, 2)),
        event(K.SUSPENDED, date(2026, 3, 4)),
        event(K.RESUMED, date(2026, 3, 6)),
    ]
    told = on(date(2026, 3, 9), *happened, clocks=(mine,))["mine"]
    assert told.deadline is not None
    assert told.deadline.pauses == (Pause(date(2026, 3, 5), date(2026, 3, 5)),)
    assert due_on(told) == date(2026, 3, 13)


def test_an_extension_without_a_day_is_the_longest_that_the_law_allows() -> None:
    told = event(K.EXTENDED, date(2026, 5, 6), clock="decision")
    decision = on(date(2026, 5, 9), RECEIPT, ACCEPTED, told)["decision"]
    assert (decision.state, due_on(decision)) == (ClockState.RUNNING, date(2026, 6, 8))
    assert decision.deadline is not None
    assert decision.deadline.before is not None
    assert decision.deadline.before.due_on == date(2026, 5, 8)


@pytest.mark.parametrize(
    ("until", "due"),
    [
        (date(2026, 5, 20), date(2026, 5, 20)),
        (date(2026, 5, 23), date(2026, 5, 25)),  # a Saturday
        (date(2026, 12, 1), date(2026, 6, 8)),  # more than the law allows
        (date(2026, 5, 7), date(2026, 5, 8)),  # an extension never shortens
    ],
)
def test_a_notice_that_names_a_day_is_believed_within_the_law(until: date, due: date) -> None:
    told = event(K.EXTENDED, date(2026, 5, 6), "decision", until)
    assert due_on(on(date(2026, 5, 9), RECEIPT, ACCEPTED, told)["decision"]) == due


def test_the_extension_of_another_clock_moves_nothing() -> None:
    told = event(K.EXTENDED, date(2026, 5, 6), clock="acceptance")
    assert due_on(on(date(2026, 5, 6), RECEIPT, ACCEPTED, told)["decision"]) == date(2026, 5, 8)


# ------------------------------------------------------------------ one clock after another


def test_the_sixty_days_against_silence_begin_when_the_sixty_of_silence_are_over() -> None:
    clocks = (AGAINST_SILENCE, SILENCE)
    waiting = on(date(2026, 5, 1), RECEIPT, clocks=clocks)
    assert waiting["against-silence"].state is ClockState.NOT_STARTED

    later = on(date(2026, 6, 1), RECEIPT, clocks=clocks)
    assert later["silence"].state is ClockState.OVERDUE
    assert due_on(later["silence"]) == date(2026, 5, 6)  # 1 May is a holiday
    against = later["against-silence"]
    assert against.after == later["silence"]
    assert due_on(against) == date(2026, 7, 6)


def test_the_safe_day_is_counted_from_the_day_that_nobody_moved() -> None:
    """The sixtieth day of silence is 1 May: who counts from it is in time by any count."""
    against = on(date(2026, 6, 1), RECEIPT, clocks=(SILENCE, AGAINST_SILENCE))["against-silence"]
    assert against.deadline is not None
    assert against.deadline.safe_on == date(2026, 6, 30)
    assert due_on(against) == date(2026, 7, 6)


def test_an_answer_in_time_is_no_silence() -> None:
    answered = event(K.REFUSED, date(2026, 4, 30))
    told = on(date(2026, 6, 1), RECEIPT, answered, clocks=(SILENCE, AGAINST_SILENCE))
    assert told["against-silence"].state is ClockState.NOT_STARTED


def test_clocks_that_follow_each_other_in_a_circle_never_start() -> None:
    one = replace(AGAINST_SILENCE, id="one", follows="two")
    two = replace(AGAINST_SILENCE, id="two", follows="one")
    told = on(date(2026, 6, 1), RECEIPT, clocks=(one, two))
    assert {each.state for each in told.values()} == {ClockState.NOT_STARTED}


def test_a_clock_that_follows_what_is_not_there_does_not_start() -> None:
    told = on(date(2026, 6, 1), RECEIPT, clocks=(AGAINST_SILENCE,))
    assert told["against-silence"].state is ClockState.NOT_STARTED


# ------------------------------------------------------------------ the day that a person named

EARLIER = replace(SILENCE, start="objected_on")


def test_a_day_that_the_person_named_starts_its_clock_and_no_other() -> None:
    named = event(K.STARTED, date(2026, 1, 5), clock="silence")
    told = on(date(2026, 3, 10), named, RECEIPT, clocks=(EARLIER, ACCEPTANCE))
    assert told["silence"].started_by is K.STARTED
    assert due_on(told["silence"]) == date(2026, 3, 6)
    assert told["acceptance"].started_by is K.RECEIPT_NOTED


def test_a_mistaken_day_is_mended_by_a_new_entry() -> None:
    wrong = event(K.STARTED, date(2026, 1, 5), clock="silence")
    right = replace(wrong, day=date(2026, 1, 15), recorded_at=NOON + timedelta(hours=1))
    told = on(date(2026, 3, 10), wrong, right, clocks=(EARLIER,))["silence"]
    assert told.evidence == right


def test_handing_this_filing_over_says_nothing_of_the_earlier_one() -> None:
    told = on(date(2026, 3, 10), RECEIPT, clocks=(EARLIER,))
    assert told["silence"].state is ClockState.NOT_STARTED


# ------------------------------------------------------------------ what a pack may say ends it


def test_a_pack_says_what_ends_a_clock() -> None:
    """征信投诉: a notice within ten working days, which is not yet an answer."""
    notice = clock("notice", 10, Unit.WORKING_DAY, ended_by=(Trigger.ACCEPTED,))
    told = on(date(2026, 4, 20), RECEIPT, event(K.ACCEPTED, date(2026, 3, 6)), clocks=(notice,))
    assert told["notice"].state is ClockState.STOPPED
    before = event(K.ACCEPTED, date(2026, 3, 1))
    late = on(date(2026, 4, 20), RECEIPT, before, clocks=(notice,))["notice"]
    assert late.state is ClockState.OVERDUE


def test_an_answer_ends_what_is_owed_whatever_else_does() -> None:
    """不予受理 in time is no silence, also where the pack names what else ends the clock."""
    examined = replace(ACCEPTANCE, ended_by=(Trigger.ACCEPTED, Trigger.CORRECTION_NOTICE))
    refused = event(K.REFUSED, date(2026, 3, 6))
    told = on(date(2026, 3, 20), RECEIPT, refused, clocks=(examined, DECISION))
    assert told["acceptance"].state is ClockState.STOPPED
    assert told["decision"].state is ClockState.NOT_STARTED


def test_handing_it_over_ends_the_time_for_filing_it() -> None:
    filing = replace(AGAINST_SILENCE, ended_by=(Trigger.SENT,))
    named = event(K.STARTED, date(2026, 1, 5), clock="silence")
    handed = event(K.HANDED_OVER, date(2026, 3, 12))
    told = on(date(2026, 3, 20), named, handed, clocks=(EARLIER, filing))
    assert told["against-silence"].ended == handed
    assert told["against-silence"].state is ClockState.STOPPED


def test_a_desk_asks_only_for_what_some_clock_heeds() -> None:
    assert K.SUSPENDED in heeded((DECISION,))
    assert K.SUSPENDED not in heeded((ACCEPTANCE,))
    assert {K.CORRECTION_NOTICE, K.SUPPLEMENTED} <= heeded((ACCEPTANCE, SUPPLEMENT))
    assert K.TRANSFERRED not in heeded(RECONSIDERATION)


def test_what_the_person_learned_starts_no_clock_that_waits_for_another_day() -> None:
    """实施条例第十六条: sixty days from when a reply was due, not from when the record was seen."""
    learned = Event(EventKind.LEARNED, date(2026, 9, 3), NOON)
    after_silence = clock(
        "silence", 60, Unit.CALENDAR_DAY, Trigger.KNOWN, OwedBy.APPLICANT, start="asked_on"
    )
    own = clock("own", 60, Unit.CALENDAR_DAY, Trigger.KNOWN, OwedBy.APPLICANT)
    case = Case("1", "1", "cn", "any", "", "", "", (learned,))
    running = clocks_today(case, (own, after_silence), china(), date(2026, 9, 4))
    assert [bool(each.deadline) for each in running] == [True, False]
