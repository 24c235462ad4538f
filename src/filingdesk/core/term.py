"""The clocks of a filing that is not made yet: which concern it, which run, which are over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from filingdesk.core.answers import Answers, holds
from filingdesk.core.clock import LEARNED_ON, Clock, OwedBy, Trigger
from filingdesk.core.deadline import Deadline, due, overdue
from filingdesk.core.display import DisplayFinding
from filingdesk.core.law import Citation
from filingdesk.core.pack import FilingKind
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Wait:
    """What must be over before there is a filing, by the `name` of its rule, a pack text.

    It is counted from the answer to `start`, up to and including `ends_on`. Where that day is not
    sure there is none, and no name.
    """

    name: str = ""
    start: str = ""
    ends_on: date | None = None
    citations: tuple[Citation, ...] = ()


def concerning(kind: FilingKind, answers: Answers) -> tuple[Clock, ...]:
    """The clocks of a kind that concern a filing with these answers."""
    return tuple(each for each in kind.clocks if holds(each.when, answers))


def started_by(clock: Clock) -> str:
    """The question whose answer starts a clock: its own, or when the person learned of it."""
    return clock.start or (LEARNED_ON if clock.trigger is Trigger.KNOWN else "")


def running(
    clocks: Iterable[Clock], answers: Answers, calendar: Calendar, today: date
) -> tuple[Deadline, ...]:
    """The clocks that already run: the person has said the day that starts them, or the one that
    they follow has ended in silence.
    """
    clocks = tuple(each for each in clocks if each.verified)
    found: dict[str, Deadline] = {}
    for clock in clocks:
        day = answers.day(started_by(clock))
        ends = _ending(clock, day, calendar) if day else None
        if ends:
            found[clock.id] = ends
    for clock in clocks:
        before = found.get(clock.follows)
        if before and clock.id not in found and overdue(before, today):
            ends = _following(clock, before, calendar)
            if ends:
                found[clock.id] = ends
    return tuple(found[each.id] for each in clocks if each.id in found)


def _ending(clock: Clock, event: date, calendar: Calendar) -> Deadline | None:
    """None where the year was mistyped, and the end would lie after the last date there is."""
    try:
        return due(clock, event, calendar)
    except UserProblem:
        return None


def _following(clock: Clock, before: Deadline, calendar: Calendar) -> Deadline | None:
    """Whether silence begins on the last day or on the one it moved to is not settled: the safe
    day is counted from the earlier.
    """
    ends, early = (_ending(clock, day, calendar) for day in (before.due_on, before.full_on))
    return replace(ends, safe_on=min(ends.safe_on, early.safe_on)) if ends and early else None


def too_early(deadlines: Iterable[Deadline], today: date) -> Wait | None:
    """The clock that must end first and still runs, the latest of them.

    A day that a new calendar could move holds nobody back.
    """
    awaited = [
        each
        for each in deadlines
        if each.clock.must_end and not each.provisional and not overdue(each, today)
    ]
    if not awaited:
        return None
    last = max(awaited, key=lambda each: each.due_on)
    return Wait(last.clock.name, last.clock.start, last.due_on, last.clock.citations)


def still_shown(finding: DisplayFinding) -> Wait:
    """The time of a record that must be over first, as far as its last day may be said."""
    sure = finding.asserted
    if sure is None:
        return Wait()
    return Wait(sure.rule.name, sure.rule.start, sure.ends_on, sure.rule.citations)


def too_late(deadlines: Iterable[Deadline], answers: Answers, today: date) -> Iterator[Problem]:
    """The terms by which this filing had to be sent and that are over; a warning, no refusal.

    Nothing is said of a day that a new calendar could move, nor where something may excuse it.
    """
    for each in deadlines:
        clock = each.clock
        own = clock.owed_by is OwedBy.APPLICANT and Trigger.SENT in clock.ended_by
        excused = bool(clock.excused) and holds(clock.excused, answers)
        if own and not excused and not each.provisional and overdue(each, today):
            clause = "、".join(one.named() for one in clock.citations[:1])
            facts = {"from_day": each.due_on.isoformat(), "clause": clause}
            code = "term-over-excusable" if clock.excused else "term-over"
            yield Problem(clock.id, code, facts, blocks=False)


def unverified(clocks: Iterable[Clock]) -> Iterator[Problem]:
    """The clocks of which nobody knows the number."""
    for clock in clocks:
        if not clock.verified:
            yield Problem(clock.id, "clock-not-verified", blocks=False)
