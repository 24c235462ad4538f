"""Before anything is filed: which clocks concern it, whether it is too early, whether too late."""

from dataclasses import replace
from datetime import date

import pytest

from filingdesk.core.advice import Advice, Remedy, advise
from filingdesk.core.answers import Answers
from filingdesk.core.clock import Clock, LastDay, NotMeant, OwedBy, Trigger, Unit
from filingdesk.core.deadline import due
from filingdesk.core.interview import compile_interview
from tests.core.province import CALENDAR, KIND, PACK, STATUTE, TODAY, old_record, when

THEIRS = Clock(
    "yunshan/theirs", "机关办理的时间", 60, Unit.CALENDAR_DAY, Trigger.RECEIVED, OwedBy.AGENCY,
    last_day=LastDay.NONE, citations=(STATUTE,), verified=True, start="published_on",
    when=when("trouble", "old"), must_end=True,
)  # fmt: skip
AFTER = Clock(
    "yunshan/after", "到期不办后申请的期限", 60, Unit.CALENDAR_DAY, Trigger.LAPSED,
    OwedBy.APPLICANT, citations=(STATUTE,), verified=True, follows=THEIRS.id,
    ended_by=(Trigger.SENT,), when=when("trouble", "old"),
)  # fmt: skip
OURS = Clock(
    "yunshan/ours", "申请的期限", 60, Unit.CALENDAR_DAY, Trigger.KNOWN, OwedBy.APPLICANT,
    citations=(STATUTE,), verified=True, ended_by=(Trigger.SENT,), excused=when("story", "病了"),
)  # fmt: skip


def advice_on(answers: Answers, *clocks: Clock, today: date = TODAY) -> Advice:
    way = compile_interview(replace(KIND, clocks=clocks))
    return advise(PACK, way, answers, CALENDAR, today)


def asked(received_on: str) -> Answers:
    return old_record().say("published_on", received_on)


def codes(advice: Advice) -> list[str]:
    return [each.code for each in advice.uncertain if each.where.startswith("yunshan/")]


# ---------------------------------------------------------------- which concern it


def test_a_clock_that_does_not_concern_the_filing_is_not_told() -> None:
    for trouble, told in (("old", [THEIRS, AFTER]), ("wrong", [])):
        advice = advice_on(asked("2025-01-01").say("trouble", trouble), THEIRS, AFTER)
        assert [*advice.clocks] == told
        assert [each.clock for each in advice.deadlines] == told


def test_nobody_hears_of_an_unknown_number_that_does_not_concern_them() -> None:
    vague = replace(AFTER, count=None, verified=False)
    assert codes(advice_on(asked("2025-01-01"), vague)) == ["clock-not-verified"]
    assert codes(advice_on(asked("2025-01-01").say("trouble", "wrong"), vague)) == []


# ---------------------------------------------------------------- too early


@pytest.mark.parametrize(
    ("received_on", "remedy", "earliest"),
    [
        ("2026-09-22", Remedy.FILING, None),  # the sixty days were over yesterday
        ("2026-09-23", Remedy.WAIT, date(2026, 11, 23)),  # today is the sixtieth
        ("2026-11-01", Remedy.WAIT, date(2027, 1, 1)),
        ("?", Remedy.FILING, None),
        ("2026-99-99", Remedy.FILING, None),
    ],
)
def test_silence_is_silence_when_the_time_is_over(
    received_on: str, remedy: Remedy, earliest: date | None
) -> None:
    answers = old_record().say("trouble", "wrong").say("learned_on", received_on)
    advice = advice_on(answers, replace(THEIRS, when=(), start="learned_on"))
    assert (advice.remedy, advice.earliest) == (remedy, earliest)
    assert (advice.route is None) == (remedy is Remedy.WAIT)


def test_what_has_to_end_first_says_which_rule_it_is() -> None:
    answers = old_record().say("trouble", "wrong").say("learned_on", "2026-11-01")
    waiting = advice_on(answers, replace(THEIRS, when=(), start="learned_on")).wait
    assert waiting is not None
    assert (waiting.name, waiting.start) == (THEIRS.name, "learned_on")
    assert (waiting.ends_on, waiting.citations) == (date(2026, 12, 31), (STATUTE,))


def test_the_latest_of_several_is_waited_for() -> None:
    short = replace(THEIRS, when=(), start="learned_on", id="yunshan/short", count=40)
    long = replace(short, id="yunshan/long", count=50)
    answers = old_record().say("trouble", "wrong").say("learned_on", "2026-11-01")
    assert advice_on(answers, short, long).earliest == date(2026, 12, 22)


def test_a_day_that_holidays_could_move_holds_nobody_back() -> None:
    working = replace(THEIRS, when=(), start="learned_on", unit=Unit.WORKING_DAY, count=40)
    answers = old_record().say("trouble", "wrong").say("learned_on", "2026-11-16")
    assert due(working, date(2026, 11, 16), CALENDAR).provisional
    assert advice_on(answers, working).remedy is Remedy.FILING
    rolled = replace(working, unit=Unit.CALENDAR_DAY, last_day=LastDay.ROLL_FORWARD)
    assert advice_on(answers, replace(rolled, count=60)).remedy is Remedy.FILING


def test_nor_does_a_number_that_nobody_verified() -> None:
    hearsay = replace(THEIRS, when=(), start="learned_on", verified=False)
    answers = old_record().say("trouble", "wrong").say("learned_on", "2026-11-16")
    assert advice_on(answers, hearsay).remedy is Remedy.FILING


def test_what_must_end_starts_on_a_day_that_was_said() -> None:
    with pytest.raises(NotMeant):
        replace(THEIRS, start="")


# ---------------------------------------------------------------- what follows in silence


def test_the_next_clock_runs_when_the_first_has_ended_in_silence() -> None:
    answers = asked("2026-09-01")
    ends = {each.clock.id: each.due_on for each in advice_on(answers, AFTER, THEIRS).deadlines}
    assert ends == {THEIRS.id: date(2026, 10, 31), AFTER.id: date(2026, 12, 30)}
    early = advice_on(answers, AFTER, THEIRS, today=date(2026, 10, 31)).deadlines
    assert [each.clock for each in early] == [THEIRS]


def test_its_safe_day_is_counted_from_the_earlier_of_two_ends() -> None:
    """The first ended on Saturday 31 October, and the law moves it to Monday."""
    rolling = replace(THEIRS, last_day=LastDay.ROLL_FORWARD)
    after = advice_on(asked("2026-09-01"), rolling, AFTER).deadlines[1]
    assert after.event == date(2026, 11, 2)
    assert after.safe_on == due(AFTER, date(2026, 10, 31), CALENDAR).safe_on


# ---------------------------------------------------------------- too late


@pytest.mark.parametrize(
    ("learned_on", "told"),
    [
        ("2026-09-24", []),  # due on Monday 23 November
        ("2026-09-22", []),  # on Saturday 21 November, moved to Monday
        ("2026-09-18", ["term-over-excusable"]),
        ("", []),
        ("2036-09-18", []),
    ],
)
def test_a_term_that_is_over_is_told_and_refuses_nothing(learned_on: str, told: list[str]) -> None:
    advice = advice_on(old_record().say("learned_on", learned_on), OURS)
    assert codes(advice) == told
    assert advice.remedy is Remedy.FILING
    assert not any(each.blocks for each in advice.uncertain)


def test_it_says_when_and_by_which_clause() -> None:
    advice = advice_on(old_record().say("learned_on", "2026-09-18"), replace(OURS, excused=()))
    [over] = [each for each in advice.uncertain if each.where == OURS.id]
    assert over.code == "term-over"
    assert over.facts == {"from_day": "2026-11-17", "clause": "《云山省信用条例》第三十九条"}


def test_nobody_who_was_kept_from_it_is_told_that_it_is_over() -> None:
    late = old_record().say("learned_on", "2026-09-18")
    assert codes(advice_on(late.say("story", "病了"), OURS)) == []


def test_a_provisional_end_is_not_called_over() -> None:
    late = old_record().say("learned_on", "2026-11-10")
    assert codes(advice_on(late, OURS, today=date(2027, 1, 31))) == []


def test_the_term_of_another_way_is_not_the_term_of_this_one() -> None:
    other = replace(OURS, ended_by=())
    assert codes(advice_on(old_record().say("learned_on", "2026-09-18"), other)) == []
