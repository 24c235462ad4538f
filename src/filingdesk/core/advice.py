"""Answers and law give advice: what the facts support, who must deal with it, what is uncertain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from filingdesk.core.answers import Answers, holds
from filingdesk.core.clock import Clock
from filingdesk.core.deadline import Deadline
from filingdesk.core.display import DisplayFinding, DisplayState, find_display, find_minimum
from filingdesk.core.identifiers import birth_of
from filingdesk.core.interview import Interview
from filingdesk.core.pack import EVERY_GROUND, Alternative, Ground, Material, Pack, Shows
from filingdesk.core.problem import Problem
from filingdesk.core.question import NOT_SURE, AnswerType
from filingdesk.core.route import Route, find_route, uncertain_route
from filingdesk.core.term import (
    Wait,
    concerning,
    running,
    still_shown,
    too_early,
    too_late,
    unverified,
)
from filingdesk.core.workdays import Calendar

ADULT = 18
"""民法典第十七条: 十八周岁以上的自然人为成年人。"""


class Remedy(StrEnum):
    """What serves the person; WAIT: it is too early; NONE: nothing that the facts support yet."""

    FILING = "filing"
    WAIT = "wait"
    ELSEWHERE = "elsewhere"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Advice:
    """What the desk says before anything is filed, each part with its reason and source.

    `supports` names the questions whose answers support a ground, by the ground's id.
    `display` is the longest time of display, `minimum` the least one before repair. `wait` is what
    must be over first, where the remedy is WAIT. `clocks` are those that concern the filing,
    `deadlines` those of them that already run.
    """

    remedy: Remedy
    grounds: tuple[Ground, ...]
    supports: Mapping[str, tuple[str, ...]]
    display: DisplayFinding
    minimum: DisplayFinding
    wait: Wait | None
    route: Route | None
    clocks: tuple[Clock, ...]
    deadlines: tuple[Deadline, ...]
    materials: tuple[Material, ...]
    alternatives: tuple[Alternative, ...]
    uncertain: tuple[Problem, ...]

    @property
    def earliest(self) -> date | None:
        """The first day on which it can be filed, where the remedy is WAIT and the day is sure."""
        last = self.wait.ends_on if self.wait else None
        return last + timedelta(days=1) if last and last < date.max else None


def advise(
    pack: Pack, interview: Interview, answers: Answers, calendar: Calendar, today: date
) -> Advice:
    """Advice on the answers that count; it never raises, whatever is still unanswered."""
    said = interview.pruned(answers)
    kind = interview.kind
    display = find_display(pack.display_rules, said, calendar, today)
    minimum = find_minimum(pack.display_rules, said, calendar, today)
    facts = facts_of(said, display, minimum)
    grounds = tuple(
        ground
        for ground in kind.grounds
        if ground.effect.covers(today)
        and any(holds(when, said, facts) for when in ground.supported)
    )
    clocks = concerning(kind, said)
    deadlines = running(clocks, said, calendar, today)
    awaited = {"display": display, "minimum": minimum}.get(kind.wait_for)
    wait = _wait(awaited) or too_early(deadlines, today)
    remedy = _remedy(interview, said, grounds, wait)
    asked = interview.asked_on_path(said)
    is_filed = remedy is Remedy.FILING
    route = find_route(pack, asked, said, facts, grounds, today) if is_filed else None
    advice = Advice(
        remedy=remedy,
        grounds=grounds,
        supports={each.id: _supports(each, said, facts, display, minimum) for each in grounds},
        display=display,
        minimum=minimum,
        wait=wait if remedy is Remedy.WAIT else None,
        route=route,
        clocks=clocks,
        deadlines=deadlines,
        materials=_materials(interview, said, grounds),
        alternatives=tuple(each for each in kind.alternatives if holds(each.when, said, facts)),
        uncertain=(),
    )
    told = _uncertain(pack, interview, said, facts, advice, today)
    return replace(advice, uncertain=tuple(told))


def _uncertain(
    pack: Pack,
    interview: Interview,
    said: Answers,
    facts: Mapping[str, str],
    advice: Advice,
    today: date,
) -> Iterator[Problem]:
    """What nobody is sure of, and what may be too late."""
    yield from too_late(advice.deadlines, said, today)
    yield from _uncertain_display(said, advice.display, advice.grounds, facts)
    yield from unverified(advice.clocks)
    yield from uncertain_route(pack, said, advice.route)
    yield from _uncertain_dates(interview, said)


def facts_of(said: Answers, display: DisplayFinding, minimum: DisplayFinding) -> Mapping[str, str]:
    """What conditions on facts are compared with."""
    born, decided = birth_of(said.text("id_number")), said.day("decided_on")
    if born is None or decided is None or decided < born:
        minor = "unknown"
    else:
        birthday_over = (decided.month, decided.day) >= (born.month, born.day)
        age = decided.year - born.year - (not birthday_over)
        minor = "yes" if age < ADULT else "no"
    return {"display": display.state.value, "minimum": minimum.state.value, "minor": minor}


def _supports(
    ground: Ground,
    said: Answers,
    facts: Mapping[str, str],
    display: DisplayFinding,
    minimum: DisplayFinding,
) -> tuple[str, ...]:
    """The answered questions that the first set of conditions that holds rests on."""
    behind = {
        "display": [each.rule.start for each in display.results],
        "minimum": [each.rule.start for each in minimum.results],
        "minor": ["id_number", "decided_on"],
    }
    held = next(when for when in ground.supported if holds(when, said, facts))
    asked = (one for each in held for one in behind.get(each.fact, [each.question]))
    return tuple(dict.fromkeys(each for each in asked if each in said.values))


def _wait(period: DisplayFinding | None) -> Wait | None:
    """The period of display that a kind waits for, while it runs."""
    return still_shown(period) if period and period.state is DisplayState.RUNNING else None


def _remedy(
    interview: Interview, said: Answers, grounds: tuple[Ground, ...], wait: Wait | None
) -> Remedy:
    if interview.path(said)[-1].shows is Shows.ELSEWHERE:
        return Remedy.ELSEWHERE
    if wait:
        return Remedy.WAIT
    return Remedy.FILING if grounds else Remedy.NONE


def _materials(
    interview: Interview, said: Answers, grounds: tuple[Ground, ...]
) -> tuple[Material, ...]:
    ids = {ground.id for ground in grounds}
    return tuple(
        each
        for each in interview.kind.materials
        if holds(each.when, said) and (not {*each.proves} - {EVERY_GROUND} or ids & {*each.proves})
    )


def _uncertain_display(
    said: Answers, display: DisplayFinding, grounds: tuple[Ground, ...], facts: Mapping[str, str]
) -> Iterator[Problem]:
    """A ground that rests on what is known of the display has it checked; no other does."""
    if display.state is not DisplayState.UNCERTAIN:
        return
    is_asked = any(
        holds(when, said, facts) and any(each.fact == "display" for each in when)
        for ground in grounds
        for when in ground.supported
    )
    code = "display-uncertain-asked" if is_asked else "display-uncertain"
    yield Problem("display", code, blocks=False)


def _uncertain_dates(interview: Interview, said: Answers) -> Iterator[Problem]:
    for question in interview.asked_on_path(said):
        if question.type is AnswerType.DATE and said.text(question.id) == NOT_SURE:
            yield Problem(question.id, "answer-not-sure", blocks=False)
