"""How long a record may be shown: every version of every rule that could apply, weighed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from filingdesk.core.answers import Answers, holds
from filingdesk.core.deadline import last_day_of
from filingdesk.core.pack import DisplayRule
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
    """One rule worked out: the record may be shown up to and including `ends_on`.

    `own` says that the rule was in force on the record's own day.
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
    """Weigh the rules by regime: versions of one regime must agree before anything is asserted.

    Whether a later version reaches back to older records is not verified, so it is weighed too.
    """
    results = tuple(
        result for rule in rules if (result := _result(rule, answers, calendar, today)) is not None
    )
    regimes = dict.fromkeys(each.rule.regime for each in results)
    verdicts = [_verdict([each for each in results if each.rule.regime == one]) for one in regimes]
    states = {state for state, _ in verdicts}
    if DisplayState.EXPIRED in states:
        state = DisplayState.EXPIRED
    elif states == {DisplayState.RUNNING}:
        state = DisplayState.RUNNING
    else:
        state = DisplayState.UNCERTAIN if results else DisplayState.UNKNOWN
    shown = next((each for verdict, each in verdicts if verdict is state), None)
    return DisplayFinding(state, shown, results)


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


def _result(
    rule: DisplayRule, answers: Answers, calendar: Calendar, today: date
) -> RuleResult | None:
    start = answers.day(rule.start)
    if start is None or not holds(rule.when, answers):
        return None
    if rule.effect.until is not None and rule.effect.until < start:
        return None
    if rule.effect.since is not None and rule.effect.since > today:
        return None
    try:
        ends_on = last_day_of(start, rule.count, rule.unit, calendar)
    except OverflowError:
        return None
    return RuleResult(rule, start, ends_on, today > ends_on, rule.effect.covers(start))
