"""How long may it be shown? Asserted only when every version that may apply agrees."""

from dataclasses import replace
from datetime import date

from filingdesk.core.answers import Answers
from filingdesk.core.deadline import Unit
from filingdesk.core.display import DisplayState, find_display
from filingdesk.core.law import Effect
from filingdesk.core.pack import DisplayRule
from tests.core.province import CALENDAR, THREE_YEARS, TODAY, when

PUBLISHED = Answers().say("published_on", "2023-09-10")


def verdict(
    *rules: DisplayRule, answers: Answers = PUBLISHED, today: date = TODAY
) -> tuple[DisplayState, date | None]:
    found = find_display(rules, answers, CALENDAR, today)
    return found.state, found.asserted.ends_on if found.asserted else None


def test_three_years_are_over_on_the_day_after_the_last() -> None:
    last = date(2026, 9, 10)
    assert verdict(THREE_YEARS, today=last) == (DisplayState.RUNNING, last)
    assert verdict(THREE_YEARS, today=date(2026, 9, 11)) == (DisplayState.EXPIRED, last)


def test_a_later_version_that_would_still_run_makes_it_uncertain() -> None:
    longer = replace(
        THREE_YEARS,
        id="five",
        count=5,
        effect=Effect(date(2025, 12, 25), None),
        verified=False,
    )
    assert verdict(THREE_YEARS, longer) == (DisplayState.UNCERTAIN, None)
    shorter = replace(longer, id="one", count=1)
    assert verdict(THREE_YEARS, shorter) == (DisplayState.EXPIRED, date(2026, 9, 10))


def test_an_unverified_rule_alone_shows_no_date() -> None:
    hearsay = replace(THREE_YEARS, verified=False)
    assert verdict(hearsay) == (DisplayState.UNCERTAIN, None)


def test_a_rule_that_ended_before_the_record_is_not_weighed() -> None:
    gone = replace(THREE_YEARS, effect=Effect(None, date(2021, 8, 31)), count=9)
    assert verdict(gone, THREE_YEARS) == (DisplayState.EXPIRED, date(2026, 9, 10))


def test_one_regime_over_is_enough_and_another_does_not_hide_it() -> None:
    elsewhere = replace(THREE_YEARS, id="other", regime="site", count=50, unit=Unit.YEAR)
    assert verdict(elsewhere, THREE_YEARS)[0] is DisplayState.EXPIRED


def test_without_the_day_nothing_is_known() -> None:
    assert verdict(THREE_YEARS, answers=Answers()) == (DisplayState.UNKNOWN, None)
    unsure = Answers().say("published_on", "?")
    assert verdict(THREE_YEARS, answers=unsure) == (DisplayState.UNKNOWN, None)


def test_a_rule_applies_only_where_its_conditions_hold() -> None:
    fines = replace(THREE_YEARS, when=when("trouble", "old"))
    assert verdict(fines) == (DisplayState.UNKNOWN, None)


def test_while_it_runs_no_date_is_shown_that_another_version_makes_earlier() -> None:
    day = date(2024, 1, 1)
    shorter = replace(
        THREE_YEARS, id="one", count=1, effect=Effect(date(2023, 9, 1), None), verified=False
    )
    assert verdict(THREE_YEARS, today=day) == (DisplayState.RUNNING, date(2026, 9, 10))
    assert verdict(THREE_YEARS, shorter, today=day) == (DisplayState.RUNNING, None)
