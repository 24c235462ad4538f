"""The ways through a kind's interview: how many there are, and one on which something holds.

Only answers that a condition looks at are varied; every other question gets one plain answer.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from filingdesk.core.answers import Answers, Value, holds
from filingdesk.core.pack import Edge, FilingKind, Page
from filingdesk.core.question import NOT_SURE, AnswerType, Condition, Question, When

MOST_STATES = 20_000
"""Sets of answers that are held apart on one page while ways are counted."""

Offered = Callable[[Question, Answers, bool], Sequence[Value]]
"""The answers to try for a question after others; one where nothing looks at it. () is none."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a way must bring: conditions that hold at its end, questions that are answered or are
    open then. `weighed` are questions that facts depend on; they are varied too, unless some are
    `pinned` to one answer.

    `without` are sets of conditions of which none may hold.
    With `page` it is enough to come there, with `asks` that this question is asked.
    """

    when: When = ()
    said: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    weighed: frozenset[str] = frozenset()
    pinned: tuple[tuple[str, Value], ...] = ()
    page: str = ""
    asks: str = ""
    without: tuple[When, ...] = ()

    def and_(self, other: "Goal") -> "Goal":
        """Both."""
        return Goal(
            self.when + other.when,
            self.said | other.said,
            self.open | other.open,
            self.weighed | other.weighed,
            self.pinned + other.pinned,
            self.page or other.page,
            self.asks or other.asks,
            self.without + other.without,
        )

    @property
    def questions(self) -> frozenset[str]:
        """What it looks at."""
        varied = frozenset() if self.pinned else self.weighed
        shut_out = frozenset(id for when in self.without for id in looked_at(when))
        return self.said | self.open | varied | shut_out | looked_at(self.when)

    @property
    def needed(self) -> frozenset[str]:
        """The questions without which it cannot be."""
        asked = {each.question for each in self.when if each.question and _needs(each)}
        pinned = {id for id, _ in self.pinned}
        return self.said | asked | pinned | ({self.asks} if self.asks else frozenset())

    def allows(self, question: str, value: Value) -> bool:
        """Whether an answer leaves it possible."""
        answered = value not in ((), "", NOT_SURE)
        if (question in self.said and not answered) or (question in self.open and answered):
            return False
        own = tuple(each for each in self.when if each.question == question)
        return not own or holds(own, Answers(MappingProxyType({question: value})))


def looked_at(when: Iterable[Condition]) -> frozenset[str]:
    """The questions of conditions."""
    return frozenset(each.question for each in when if each.question)


def _needs(condition: Condition) -> bool:
    """Whether it can hold only where its question was asked."""
    if condition.answered is not None:
        return condition.answered
    values = condition.one_of if condition.equals is None else (condition.equals,)
    return "" not in values


class Walks:
    """The page graph of one kind, whose interview compiles."""

    def __init__(self, kind: FilingKind, offered: Offered) -> None:
        self.kind = kind
        self.pages = {page.id: page for page in kind.pages}
        self._offered = offered

    # ---------------------------------------------------------------- the graph

    @cached_property
    def _asked_after(self) -> Mapping[str, frozenset[str]]:
        """The questions and pages that a page or a later one may bring."""
        return self._gathered(lambda page: frozenset((page.id, *page.questions)))

    @cached_property
    def _asked_before(self) -> Mapping[str, frozenset[str]]:
        """Questions that some way asks before a page."""
        found: dict[str, frozenset[str]] = {id: frozenset() for id in self.pages}
        for page in self._in_order:
            so_far = found[page.id] | frozenset(page.questions)
            for to in self._ways_on(page):
                found[to] |= so_far
        return found

    @cached_property
    def _needed_after(self) -> Mapping[str, frozenset[str]]:
        """The questions that conditions from a page on look at."""
        return self._gathered(self._looks_at)

    @cached_property
    def branching(self) -> frozenset[str]:
        """Every question that a condition of the way looks at."""
        return self._needed_after[self.kind.pages[0].id]

    @cached_property
    def _in_order(self) -> list[Page]:
        """Every page before those it leads to."""
        done: dict[str, Page] = {}

        def visit(id: str) -> None:
            if id not in done:
                for to in self._ways_on(self.pages[id]):
                    visit(to)
                done[id] = self.pages[id]

        visit(self.kind.pages[0].id)
        return [*reversed(done.values())]

    def _ways_on(self, page: Page) -> list[str]:
        return [to for to, _ in self._edges(page)]

    def _edges(self, page: Page) -> Iterator[tuple[str, When]]:
        """Where a page leads in this kind, and when."""
        for edge in page.next:
            if edge.kind == self.kind.id:
                yield from ((each.to, edge.when + each.when) for each in self.kind.enter)
            elif edge.to:
                yield edge.to, edge.when

    @cached_property
    def _always(self) -> Mapping[str, frozenset[Condition]]:
        """The conditions that hold on every way to a page."""
        found: dict[str, frozenset[Condition]] = {self.kind.pages[0].id: frozenset()}
        for page in self._in_order:
            for to, when in self._edges(page):
                here = found[page.id].union(when)
                found[to] = found[to] & here if to in found else here
        return found

    @cached_property
    def _page_of(self) -> Mapping[str, str]:
        return {id: page.id for page in self.pages.values() for id in page.questions}

    def _spelt_out(self, goal: Goal) -> Goal:
        """The goal with what must have been said for its questions to be asked at all."""
        while True:
            when = set(self._always[goal.page] if goal.page else ())
            for id in goal.needed & self._page_of.keys():
                when |= {*self._always[self._page_of[id]], *self.kind.questions[id].when}
            more = when - set(goal.when)
            if not more:
                return goal
            goal = goal.and_(Goal(tuple(sorted(more, key=repr))))

    def _looks_at(self, page: Page) -> frozenset[str]:
        found: set[str] = set()
        for id in page.questions:
            question = self.kind.questions[id]
            found |= looked_at(question.when)
            found |= {each for choice in question.choices for each in looked_at(choice.when)}
        for edge in page.next:
            found |= looked_at(edge.when)
            if edge.kind == self.kind.id:
                found |= {each for one in self.kind.enter for each in looked_at(one.when)}
        return frozenset(found)

    def _gathered(self, own: Callable[[Page], frozenset[str]]) -> dict[str, frozenset[str]]:
        """What a page and all that can follow it have."""
        found: dict[str, frozenset[str]] = {}
        for page in reversed(self._in_order):
            found[page.id] = own(page).union(*(found[to] for to in self._ways_on(page)))
        return found

    def _on(self, page: Page, heard: Answers) -> Edge | None:
        taken = next((edge for edge in page.next if holds(edge.when, heard)), None)
        if taken and taken.kind == self.kind.id:
            taken = next((edge for edge in self.kind.enter if holds(edge.when, heard)), None)
        return taken

    # ---------------------------------------------------------------- counting

    def count(self) -> tuple[int, bool]:
        """How many sequences of pages there are, of those that end in this kind; and whether that
        is all: False where answers were let go because there were too many.
        """
        self._all_counted = True
        known: dict[tuple[str, frozenset[_Heard]], int] = {}

        def ways(page: Page, states: frozenset[_Heard]) -> int:
            key = (page.id, states)
            if key not in known:
                known[key] = self._ways(page, states, ways)
            return known[key]

        return ways(self.kind.pages[0], frozenset([frozenset()])), self._all_counted

    def _ways(
        self,
        page: Page,
        states: frozenset["_Heard"],
        ways: Callable[[Page, frozenset["_Heard"]], int],
    ) -> int:
        """All ways on from a page for people who came on one way, with what they may have said."""
        if not page.next:
            return 1
        after: dict[str, set[_Heard]] = {}
        for state in states:
            for heard in self._said_on(page, 0, Answers(MappingProxyType(dict(state)))):
                edge = self._on(page, heard)
                if edge is None or not edge.to:
                    continue
                needed = self._needed_after[edge.to]
                kept = frozenset((id, said) for id, said in heard.values.items() if id in needed)
                after.setdefault(edge.to, set()).add(kept)
        total = 0
        for to, found in after.items():
            if len(found) > MOST_STATES:
                self._all_counted = False
            most = sorted(found, key=repr)[:MOST_STATES] if len(found) > MOST_STATES else found
            total += ways(self.pages[to], frozenset(most))
        return total

    def _said_on(self, page: Page, at: int, heard: Answers) -> Iterator[Answers]:
        if at == len(page.questions):
            yield heard
            return
        question = self.kind.questions[page.questions[at]]
        if question.id not in self.branching or not holds(question.when, heard):
            yield from self._said_on(page, at + 1, heard)
            return
        for value in self._offered(question, heard, True):
            yield from self._said_on(page, at + 1, heard.say(question.id, value))

    # ---------------------------------------------------------------- seeking

    def seek(self, goal: Goal, judge: Callable[[Answers], bool], most_pages: int) -> "Search":
        """Answers on whose way a goal is reached; `judge` decides on what they do not say alone."""
        return Search(self, self._spelt_out(goal), judge, most_pages)

    def _is_possible(self, goal: Goal) -> bool:
        """False where no choice of some question would do."""
        asked = [self.kind.questions[id] for id in goal.needed if id in self.kind.questions]
        return all(
            any(goal.allows(question.id, choice.id) for choice in question.choices)
            or (question.not_sure and goal.allows(question.id, NOT_SURE))
            for question in asked
            if question.type is AnswerType.CHOICE
        )


_Heard = frozenset[tuple[str, Value]]
_Said = tuple[Value | None, ...]


class Search:
    """One goal sought, page by page; a state from which it was not reached is not tried again.

    `is_cut_short` says that it was given up after so many pages.
    """

    def __init__(
        self, walks: Walks, goal: Goal, judge: Callable[[Answers], bool], most_pages: int
    ) -> None:
        self.is_cut_short = False
        self._left = most_pages
        self._walks = walks
        self._goal = goal
        self._judge = judge
        self._varied = walks.branching | goal.questions
        self._pinned = {id: (value,) for id, value in goal.pinned}
        self._shut_out = [when for when in goal.without if all(each.question for each in when)]
        self._in_vain: set[tuple[str, _Said]] = set()
        self._judged: dict[_Said, bool] = {}

    def found(self) -> Iterator[Answers]:
        """One after the other."""
        first = self._walks.kind.pages[0]
        needed = {*self._goal.needed, *([self._goal.page] if self._goal.page else ())}
        is_there = needed <= self._walks._asked_after[first.id]
        if is_there and self._walks._is_possible(self._goal):
            yield from self._from(first, Answers())

    def _from(self, page: Page, heard: Answers) -> Iterator[Answers]:
        walks, goal = self._walks, self._goal
        if goal.page == page.id:
            yield heard
            return
        ahead = walks._asked_after[page.id]
        missing = {id for id in goal.needed if id not in heard.values}
        if not missing | ({goal.page} if goal.page else set()) <= ahead:
            return
        if any(
            holds(when, heard) for when in self._shut_out if looked_at(when) <= heard.values.keys()
        ):
            return
        is_open = bool(goal.weighed & ahead)
        if not is_open and not self._holds_for(heard):
            return
        minded = walks._needed_after[page.id] | (goal.weighed if is_open else frozenset())
        heard_of = sorted(minded & walks._asked_before[page.id])
        state = (page.id, tuple(heard.values.get(id) for id in heard_of))
        self.is_cut_short |= self._left == 0
        if state in self._in_vain or self.is_cut_short:
            return
        self._left -= 1
        came = False
        for each in self._on(page, 0, heard):
            came = True
            yield each
        if not came and not self.is_cut_short:
            self._in_vain.add(state)

    def _on(self, page: Page, at: int, heard: Answers) -> Iterator[Answers]:
        if at == len(page.questions):
            yield from self._after(page, heard)
            return
        walks, goal = self._walks, self._goal
        question = walks.kind.questions[page.questions[at]]
        if not holds(question.when, heard):
            if question.id not in goal.needed:
                yield from self._on(page, at + 1, heard)
            return
        if question.id == goal.asks:
            yield heard
            return
        is_varied = question.id in self._varied
        values = walks._offered(question, heard, is_varied)
        for value in self._pinned.get(question.id, values):
            if goal.allows(question.id, value):
                yield from self._on(page, at + 1, heard.say(question.id, value))

    def _after(self, page: Page, heard: Answers) -> Iterator[Answers]:
        edge = self._walks._on(page, heard)
        if edge and edge.to:
            yield from self._from(self._walks.pages[edge.to], heard)
        elif not edge and not self._goal.page and not self._goal.asks:
            own = tuple(each for each in self._goal.when if each.question)
            if holds(own, heard) and self._holds_for(heard):
                yield heard

    def _holds_for(self, heard: Answers) -> bool:
        """What the judge says, once for the same answers to what is varied."""
        if not self._goal.weighed:
            return self._judge(heard)
        said = tuple(heard.values.get(id) for id in sorted(self._goal.weighed))
        if said not in self._judged:
            self._judged[said] = self._judge(heard)
        return self._judged[said]
