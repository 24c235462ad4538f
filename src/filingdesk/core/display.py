"""How long a record may or must be shown: all versions of all rules that could apply, weighed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filingdesk.core.answers import Answers, holds
from filingdesk.core.clock import Clock, LastDay, OwedBy, Trigger
from filingdesk.core.deadline import Deadline, due, last_day_of
from filingdesk.core.pack import DisplayRule, Measure
from filingdesk.core.workdays import Calendar


class DisplayState(StrEnum):
    """The verdict.

    UNKNOWN: no rule could be worked out. UNCERTAIN: versions disagree, or none is verified.
    """

    EXPIRED = "expired"
    RUNNING = "running"
    UNCERTAIN = "uncertain"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule worked out: the record may, or must, be shown up to and including `ends_on`.

    `own` says that the rule was in force on the day that counts for it: see `DisplayRule`.
    """

    rule: DisplayRule
    start: date
    ends_on: date
    over: bool
    own: bool


@dataclass(frozen=True, slots=True)
class DisplayFinding:
    """The verdict, the verified result that may be shown as a date, and all that was weighed."""

    state: DisplayState
    asserted: RuleResult | None
    results: tuple[RuleResult, ...]


def find_display(
    rules: Iterable[DisplayRule], answers: Answers, calendar: Calendar, today: date
) -> DisplayFinding:
    """How long a record may be shown at most.

    Versions of one regime must agree before anything is asserted. Whether a later version reaches
    back to older records is not verified, so it is weighed too.
    """
    results = _results(rules, Measure.MAXIMUM, answers, calendar, today)
    verdicts = _verdicts(results)
    states = {state for state, _ in verdicts}
    if DisplayState.EXPIRED in states:
        state = DisplayState.EXPIRED
    elif states == {DisplayState.RUNNING}:
        state = DisplayState.RUNNING
    else:
        state = DisplayState.UNCERTAIN if results else DisplayState.UNKNOWN
    shown = next((each for verdict, each in verdicts if verdict is state), None)
    return DisplayFinding(state, shown, results)


def find_minimum(
    rules: Iterable[DisplayRule], answers: Answers, calendar: Calendar, today: date
) -> DisplayFinding:
    """How long a record must be shown before its repair can be asked for.

    EXPIRED only where every regime's time is over. While one runs, a day is asserted only where
    no rule that could apply, verified or not, sets a later one.
    """
    results = _results(rules, Measure.MINIMUM, answers, calendar, today)
    states = {state for state, _ in _verdicts(results)}
    latest = max(results, key=lambda each: (each.ends_on, each.rule.verified), default=None)
    sure = latest if latest and latest.rule.verified else None
    if DisplayState.RUNNING in states:
        return DisplayFinding(DisplayState.RUNNING, sure, results)
    if states == {DisplayState.EXPIRED}:
        return DisplayFinding(DisplayState.EXPIRED, sure, results)
    state = DisplayState.UNCERTAIN if results else DisplayState.UNKNOWN
    return DisplayFinding(state, None, results)


def counted(result: RuleResult, calendar: Calendar) -> Deadline:
    """How the last day of a rule was counted: as a period that nobody owes and no rest day moves.

    Raises UserProblem: clock-not-verified.
    """
    rule = result.rule
    period = Clock(
        id=rule.id,
        name=rule.name,
        count=rule.count,
        unit=rule.unit,
        trigger=Trigger.PUBLISHED,
        owed_by=OwedBy.AGENCY,
        last_day=LastDay.NONE,
        citations=rule.citations,
        verified=rule.verified,
    )
    return due(period, result.start, calendar)


def _verdicts(results: tuple[RuleResult, ...]) -> list[tuple[DisplayState, RuleResult | None]]:
    regimes = dict.fromkeys(each.rule.regime for each in results)
    return [_verdict([each for each in results if each.rule.regime == one]) for one in regimes]


def _verdict(results: list[RuleResult]) -> tuple[DisplayState, RuleResult | None]:
    """What the versions of one regime say together, and the result whose date may be shown.

    While a record may still be shown, no date is given that another version would make earlier.
    """
    verified = [each for each in results if each.own and each.rule.verified]
    overs = {each.over for each in results}
    if not verified or len(overs) > 1:
        return DisplayState.UNCERTAIN, None
    latest = max(verified, key=lambda each: each.ends_on)
    if overs == {True}:
        return DisplayState.EXPIRED, latest
    earlier = any(each.ends_on < latest.ends_on for each in results)
    return DisplayState.RUNNING, None if earlier else latest


def _results(
    rules: Iterable[DisplayRule],
    measure: Measure,
    answers: Answers,
    calendar: Calendar,
    today: date,
) -> tuple[RuleResult, ...]:
    found = (_result(each, answers, calendar, today) for each in rules if each.measure is measure)
    return tuple(each for each in found if each is not None)


def _result(
    rule: DisplayRule, answers: Answers, calendar: Calendar, today: date
) -> RuleResult | None:
    start = answers.day(rule.start)
    if start is None or not holds(rule.when, answers):
        return None
    own_day = start if rule.measure is Measure.MAXIMUM else today
    if rule.effect.until is not None and rule.effect.until < own_day:
        return None
    if rule.effect.since is not None and rule.effect.since > today:
        return None
    try:
        ends_on = last_day_of(start, rule.count, rule.unit, calendar)
    except OverflowError:
        return None
    return RuleResult(rule, start, ends_on, today > ends_on, rule.effect.covers(own_day))
