"""Who must deal with it: 谁认定、谁修复, with the reason, and why not the office next door."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from filingdesk.core.answers import Answers, holds
from filingdesk.core.law import Citation
from filingdesk.core.pack import Addressee, Authority, Ground, NotThere, Pack, Role
from filingdesk.core.problem import Problem
from filingdesk.core.question import NOT_SURE, Question

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
    `named_by` is the question whose answer it is, empty where the pack names it. It is a question
    with choices where what was chosen only proposes the organ.
    """

    name: str
    role: Role
    authority: Authority | None
    reason: str
    citations: tuple[Citation, ...]
    near: tuple[NearMiss, ...]
    named_by: str = ""


_Organ = tuple[str, Authority | None, str]
"""A name, the organ where the pack knows it, and the question that names it."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What tells who is meant: the answers of the way and the facts, on a day."""

    pack: Pack
    asked: tuple[Question, ...]
    answers: Answers
    facts: Mapping[str, str]
    today: date

    def named(self, question: str) -> _Organ | None:
        """Whom the person named; for who decided also whom a choice on the way proposes."""
        named = self.answers.text(question)
        if named and named != NOT_SURE:
            organ = successor(self.pack, named, self.today)
            return (organ.name, organ, question) if organ else (named, None, question)
        return self._proposed() if question == DECIDED else None

    def _proposed(self) -> _Organ | None:
        for question in self.asked:
            chosen = self.answers.chosen(question.id)
            for choice in question.choices:
                if choice.authority and choice.id in chosen:
                    organ = successor(self.pack, choice.authority, self.today)
                    return (organ.name, organ, question.id) if organ else None
        return None

    def meant(self, authority: str, role: Role, question: str = "") -> _Organ | None:
        """An organ by its id, else the one that the person named, else the first of the pack."""
        if authority:
            organ = successor(self.pack, authority, self.today)
            return (organ.name, organ, "") if organ else None
        question = question or asked_for(role)
        if question:
            return self.named(question)
        holders = self.pack.holding(role, self.today)
        return (holders[0].name, holders[0], "") if holders else None


def find_route(
    pack: Pack,
    asked: Iterable[Question],
    answers: Answers,
    facts: Mapping[str, str],
    grounds: tuple[Ground, ...],
    today: date,
) -> Route | None:
    """谁认定、谁修复: the first addressee that leads to somebody, of the first ground with one.

    `asked` are the questions of the way. There is at least one ground.
    """
    said = _Said(pack, tuple(asked), answers, facts, today)
    ground = next((each for each in grounds if each.addressees), grounds[0])
    for each in ground.addressees:
        found = holds(each.when, answers, facts) and _led_to(said, each)
        if found:
            name, authority, named_by = found
            near = tuple(_near(said, ground.not_there, each, name))
            return Route(name, each.role, authority, each.reason, each.citations, near, named_by)
    return None


def _led_to(said: _Said, addressee: Addressee) -> _Organ | None:
    return said.meant(addressee.authority, addressee.role, addressee.question)


def _near(
    said: _Said, not_there: Iterable[NotThere], taken: Addressee, name: str
) -> Iterator[NearMiss]:
    for each in not_there:
        if not holds(each.when, said.answers, said.facts):
            continue
        if each.role is taken.role and not each.authority:
            continue
        other = said.meant(each.authority, each.role)
        if other and other[0] != name:
            yield NearMiss(other[0], each.reason)


def asked_for(role: Role) -> str:
    """The question that names who holds a role; empty where the pack knows."""
    return DECIDED if role in _DECIDING else ""


def named_by(grounds: tuple[Ground, ...]) -> str:
    """The question whose answer would name somebody, where the advice has no route."""
    addressees = (each for ground in grounds for each in ground.addressees)
    return next((each.question for each in addressees if each.question), DECIDED)


def successor(pack: Pack, named: str, today: date) -> Authority | None:
    """The organ that exists today for an id, a name or an old name; None for one unknown.

    行政复议法第十九条: 继续行使其职权的行政机关是被申请人。
    """
    here = _known(pack, named)
    seen: set[str] = set()
    while here and not here.effect.covers(today) and here.successor and here.id not in seen:
        seen.add(here.id)
        here = pack.authority(here.successor)
    return here


def _known(pack: Pack, named: str) -> Authority | None:
    """The organ that an id, a name or another name of it means, whether it still exists or not."""
    return next(
        (each for each in pack.authorities if named in (each.id, each.name, *each.aliases)), None
    )


def uncertain_route(pack: Pack, answers: Answers, route: Route | None) -> Iterator[Problem]:
    """An organ that nobody confirmed, or one that took over from the organ that was named."""
    if route and not (route.authority and route.authority.verified):
        yield Problem("authority", "authority-not-verified", blocks=False)
    if route and route.authority and route.named_by:
        named = _known(pack, answers.text(route.named_by))
        if named and named.id != route.authority.id:
            yield Problem("authority", "authority-renamed", blocks=False)
