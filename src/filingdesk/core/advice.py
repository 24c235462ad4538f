"""Answers and law give advice: what the facts support, who must deal with it, what is uncertain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from filingdesk.core.answers import Answers, holds
from filingdesk.core.clock import LEARNED_ON, Clock, Trigger
from filingdesk.core.deadline import Deadline, due
from filingdesk.core.display import DisplayFinding, DisplayState, find_display, find_minimum
from filingdesk.core.identifiers import birth_of
from filingdesk.core.interview import Interview
from filingdesk.core.law import Citation
from filingdesk.core.pack import (
    Addressee,
    Alternative,
    Authority,
    Ground,
    Material,
    Pack,
    Role,
    Shows,
)
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import NOT_SURE, AnswerType
from filingdesk.core.workdays import Calendar

ADULT = 18
"""民法典第十七条: 十八周岁以上的自然人为成年人。"""


class Remedy(StrEnum):
    """What serves the person; WAIT: it is too early; NONE: nothing that the facts support yet."""

    FILING = "filing"
    WAIT = "wait"
    ELSEWHERE = "elsewhere"
    NONE = "none"


DECIDED = "deciding_authority"
"""The question who decided, or who provided the information."""

_DECIDING = (Role.RECOGNISING, Role.PROVIDING)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """An office that is not the one, by its name, and why; `reason` is a pack sentence."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Route:
    """The authority that must deal with it.

    `name` and `reason` are pack texts; a name may also be one that was typed.

    `authority` is None for a name that the pack does not know; then nothing about it is verified.
    `named_by` is the question whose answer it is, empty where the pack names it.
    """

    name: str
    role: Role
    authority: Authority | None
    reason: str
    citations: tuple[Citation, ...]
    near: tuple[NearMiss, ...]
    named_by: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the desk says before anything is filed, each part with its reason and source.

    `supports` names the questions whose answers support a ground, by the ground's id.
    `display` is the longest time of display, `minimum` the least one before repair. `wait` is the
    one of them that must be over first, where the remedy is WAIT.
    """

    remedy: Remedy
    grounds: tuple[Ground, ...]
    supports: Mapping[str, tuple[str, ...]]
    display: DisplayFinding
    minimum: DisplayFinding
    wait: DisplayFinding | None
    route: Route | None
    deadlines: tuple[Deadline, ...]
    materials: tuple[Material, ...]
    alternatives: tuple[Alternative, ...]
    uncertain: tuple[Problem, ...]

    @property
    def earliest(self) -> date | None:
        """The first day on which it can be filed, where the remedy is WAIT and the day is sure."""
        sure = self.wait.asserted if self.wait else None
        return sure.ends_on + timedelta(days=1) if sure else None


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
    wait = {"display": display, "minimum": minimum}.get(kind.wait_for)
    remedy = _remedy(interview, said, grounds, wait)
    route = _route(pack, said, facts, grounds, today) if remedy is Remedy.FILING else None
    return Advice(
        remedy=remedy,
        grounds=grounds,
        supports={each.id: _supports(each, said, facts, display, minimum) for each in grounds},
        display=display,
        minimum=minimum,
        wait=wait if remedy is Remedy.WAIT else None,
        route=route,
        deadlines=_deadlines(interview, said, calendar),
        materials=_materials(interview, said, grounds),
        alternatives=tuple(each for each in kind.alternatives if holds(each.when, said, facts)),
        uncertain=(
            *_uncertain_display(said, display, grounds, facts),
            *_uncertain_clocks(interview),
            *_uncertain_route(pack, said, route),
            *_uncertain_dates(interview, said),
        ),
    )


def facts_of(said: Answers, display: DisplayFinding, minimum: DisplayFinding) -> Mapping[str, str]:
    """What conditions on facts are compared with."""
    born, decided = birth_of(said.text("id_number")), said.day("decided_on")
    if born is None or decided is None:
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


def _remedy(
    interview: Interview,
    said: Answers,
    grounds: tuple[Ground, ...],
    wait: DisplayFinding | None,
) -> Remedy:
    if interview.path(said)[-1].shows is Shows.ELSEWHERE:
        return Remedy.ELSEWHERE
    if wait and wait.state is DisplayState.RUNNING:
        return Remedy.WAIT
    return Remedy.FILING if grounds else Remedy.NONE


def _route(
    pack: Pack,
    said: Answers,
    facts: Mapping[str, str],
    grounds: tuple[Ground, ...],
    today: date,
) -> Route | None:
    """谁认定、谁修复: the first addressee that leads to somebody, of the first ground with one."""
    ground = next((each for each in grounds if each.addressees), grounds[0])
    for addressee in ground.addressees:
        if not holds(addressee.when, said, facts):
            continue
        question = addressee.question or _asked_for(addressee.role)
        for name, authority in _holders(pack, said, addressee.role, question, today):
            return Route(
                name=name,
                role=addressee.role,
                authority=authority,
                reason=addressee.reason,
                citations=addressee.citations,
                near=_near(pack, said, ground, addressee, name, today),
                named_by=question,
            )
    return None


def named_by(grounds: tuple[Ground, ...]) -> str:
    """The question whose answer would name somebody, where the advice has no route."""
    addressees = (each for ground in grounds for each in ground.addressees)
    return next((each.question for each in addressees if each.question), DECIDED)


def _near(
    pack: Pack, said: Answers, ground: Ground, taken: Addressee, name: str, today: date
) -> tuple[NearMiss, ...]:
    return tuple(
        NearMiss(other, each.reason)
        for each in ground.not_there
        if each.role is not taken.role
        for other, _ in _holders(pack, said, each.role, _asked_for(each.role), today)[:1]
        if other != name
    )


def _asked_for(role: Role) -> str:
    """The question that names who holds a role; empty where the pack knows."""
    return DECIDED if role in _DECIDING else ""


def _holders(
    pack: Pack, said: Answers, role: Role, question: str, today: date
) -> list[tuple[str, Authority | None]]:
    """Who holds a role: whom the person named under the question, else the pack's."""
    if question:
        named = said.text(question)
        if not named or named == NOT_SURE:
            return []
        today_s = successor(pack, named, today)
        return [(today_s.name, today_s)] if today_s else [(named, None)]
    return [(each.name, each) for each in pack.holding(role, today)]


def successor(pack: Pack, named: str, today: date) -> Authority | None:
    """The organ that exists today for an id, a name or an old name; None for one unknown.

    行政复议法第十九条: 继续行使其职权的行政机关是被申请人。
    """
    here = _named(pack, named)
    seen: set[str] = set()
    while here and not here.effect.covers(today) and here.successor and here.id not in seen:
        seen.add(here.id)
        here = pack.authority(here.successor)
    return here


def _named(pack: Pack, named: str) -> Authority | None:
    """The organ that an id, a name or another name of it means, whether it still exists or not."""
    return next(
        (each for each in pack.authorities if named in (each.id, each.name, *each.aliases)), None
    )


def _deadlines(interview: Interview, said: Answers, calendar: Calendar) -> tuple[Deadline, ...]:
    """The clocks that already run, because the person has said the day that starts them."""
    running = (
        _ending(clock, started, calendar)
        for clock in interview.kind.clocks
        if clock.verified and (started := said.day(started_by(clock)))
    )
    return tuple(each for each in running if each)


def started_by(clock: Clock) -> str:
    """The question whose answer starts a clock: its own, or when the person learned of it."""
    return clock.start or (LEARNED_ON if clock.trigger is Trigger.KNOWN else "")


def _ending(clock: Clock, event: date, calendar: Calendar) -> Deadline | None:
    """None where the year was mistyped, and the end would lie after the last date there is."""
    try:
        return due(clock, event, calendar)
    except UserProblem:
        return None


def _materials(
    interview: Interview, said: Answers, grounds: tuple[Ground, ...]
) -> tuple[Material, ...]:
    ids = {ground.id for ground in grounds}
    return tuple(
        each
        for each in interview.kind.materials
        if holds(each.when, said) and (not each.proves or ids & set(each.proves))
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


def _uncertain_clocks(interview: Interview) -> Iterator[Problem]:
    for clock in interview.kind.clocks:
        if not clock.verified:
            yield Problem(clock.id, "clock-not-verified", blocks=False)


def _uncertain_route(pack: Pack, said: Answers, route: Route | None) -> Iterator[Problem]:
    """An organ that nobody confirmed, or one that took over from the organ that was named."""
    if route and not (route.authority and route.authority.verified):
        yield Problem("authority", "authority-not-verified", blocks=False)
    if route and route.authority and route.named_by:
        named = _named(pack, said.text(route.named_by))
        if named and named.id != route.authority.id:
            yield Problem("authority", "authority-renamed", blocks=False)


def _uncertain_dates(interview: Interview, said: Answers) -> Iterator[Problem]:
    for question in interview.asked_on_path(said):
        if question.type is AnswerType.DATE and said.text(question.id) == NOT_SURE:
            yield Problem(question.id, "answer-not-sure", blocks=False)
