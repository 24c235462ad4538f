"""The page graph: compiled once and checked, then walked as a pure function of the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from filingdesk.core.answers import Answers, Value, holds
from filingdesk.core.pack import Edge, FilingKind, Pack, Page, Shows
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import Question

ENDS = (Shows.CHECK, Shows.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Interview:
    """The pages of a filing kind, proven to have no dead end, no cycle and no unreachable page."""

    kind: FilingKind
    pages: Mapping[str, Page]
    first: str

    def path(self, answers: Answers) -> tuple[Page, ...]:
        """The pages that these answers lead through, from the first to the end.

        Only what was asked on the way decides it: an answer of a branch that was left is not read.
        Where they lead to another kind of filing, it ends with the page that leads there.
        """
        return tuple(page for page, _ in self._walk(answers))

    def next(self, page: str, answers: Answers) -> str | None:
        """The page after this one, or None at the end of the way."""
        return _beside(page, self.path(answers), 1)

    def back(self, page: str, answers: Answers) -> str | None:
        """The page before this one on the way, whatever was visited; None at the first."""
        return _beside(page, self.path(answers), -1)

    def asked(self, page: str, answers: Answers) -> tuple[Question, ...]:
        """The questions of a page that these answers call for; none off the way."""
        return next((asked for each, asked in self._walk(answers) if each.id == page), ())

    def _walk(self, answers: Answers) -> Iterator[tuple[Page, tuple[Question, ...]]]:
        steps = _steps(self.pages, self.kind.questions, self.first, answers, self.kind)
        return ((page, asked) for page, asked, _ in steps)

    def asked_on_path(self, answers: Answers) -> tuple[Question, ...]:
        """Every question on the way, in order."""
        return tuple(question for _, asked in self._walk(answers) for question in asked)

    def pruned(self, answers: Answers) -> Answers:
        """The answers that count: those of the way. The others wait aside."""
        return answers.only(question.id for question in self.asked_on_path(answers))

    def aside(self, answers: Answers) -> tuple[Question, ...]:
        """Questions that were answered but are not on the way any more, in the pack's order."""
        on_path = {question.id for question in self.asked_on_path(answers)}
        return tuple(
            question
            for id, question in self.kind.questions.items()
            if id in answers.values and id not in on_path
        )

    def page_of(self, question: str) -> str:
        """The page that asks a question."""
        return next(page.id for page in self.pages.values() if question in page.questions)


def kind_of(pack: Pack, answers: Answers) -> str:
    """The kind of filing that these answers lead to.

    Until they lead to one, it is that of somebody who has said nothing; a pack without a triage
    has one kind.
    """
    return _kind_led_to(pack, answers) or _kind_led_to(pack, Answers()) or next(iter(pack.kinds))


def _kind_led_to(pack: Pack, answers: Answers) -> str:
    pages = {page.id: page for page in pack.triage.pages}
    if not pages:
        return ""
    steps = _steps(pages, pack.triage.questions, next(iter(pages)), answers)
    *_, (_, _, taken) = steps
    return taken.kind if taken else ""


Step = tuple[Page, tuple[Question, ...], Edge | None]
"""A page, what it asks, and the edge that leads on from it."""


def _steps(
    pages: Mapping[str, Page],
    questions: Mapping[str, Question],
    first: str,
    answers: Answers,
    kind: FilingKind | None = None,
) -> Iterator[Step]:
    """The way through these pages; an edge into `kind` goes on by where it is entered."""
    heard: dict[str, Value] = {}
    so_far = Answers(MappingProxyType(heard))  # grows with what is heard
    here = first
    while here:
        page = pages[here]
        asked: list[Question] = []
        for question in (questions[id] for id in page.questions):
            if holds(question.when, so_far):
                asked.append(question)
                if question.id in answers.values:
                    heard[question.id] = answers.values[question.id]
        taken = _taken(page.next, so_far)
        yield page, tuple(asked), taken
        if taken and kind and taken.kind == kind.id:
            taken = _taken(kind.enter, so_far)
        here = taken.to if taken else ""


def _taken(edges: tuple[Edge, ...], so_far: Answers) -> Edge | None:
    return next((edge for edge in edges if holds(edge.when, so_far)), None)


def _beside(page: str, way: tuple[Page, ...], step: int) -> str | None:
    ids = [each.id for each in way]
    if page not in ids:
        return ids[-1]
    place = ids.index(page) + step
    return ids[place] if 0 <= place < len(ids) else None


def compile_interview(kind: FilingKind) -> Interview:
    """Check the page graph of a kind.

    Raises UserProblem with every fault: page-unknown, question-unknown, dead-end, cycle,
    page-unreachable, page-twice, question-twice. A fault of `enter` has the kind's id as its place.
    """
    pages = {page.id: page for page in kind.pages}
    faults = [*_doubles(kind), *_strays(kind, pages), *_dead_ends(kind)]
    if not faults:
        faults = [*_cycles(kind, pages), *_unreachable(kind, pages)]
    if faults:
        raise UserProblem(*faults)
    return Interview(kind, MappingProxyType(pages), kind.pages[0].id)


def ways_on(page: Page, kind: FilingKind) -> tuple[str, ...]:
    """The pages of a kind that a page can lead to; none where it leads to other kinds only."""
    return tuple(
        to
        for edge in page.next
        for to in ([each.to for each in kind.enter] if edge.kind == kind.id else [edge.to])
        if to
    )


def _doubles(kind: FilingKind) -> list[Problem]:
    ids = [page.id for page in kind.pages]
    asked = [id for page in kind.pages for id in page.questions]
    return [
        *(Problem(id, "page-twice") for id in dict.fromkeys(ids) if ids.count(id) > 1),
        *(Problem(id, "question-twice") for id in dict.fromkeys(asked) if asked.count(id) > 1),
    ]


def _strays(kind: FilingKind, pages: Mapping[str, Page]) -> list[Problem]:
    edges = [(page.id, edge) for page in kind.pages for edge in page.next if not edge.kind]
    edges += [(kind.id, edge) for edge in kind.enter]
    return [
        *(
            Problem(where, "page-unknown", {"name": edge.to})
            for where, edge in edges
            if edge.to not in pages
        ),
        *(
            Problem(page.id, "question-unknown", {"name": id})
            for page in kind.pages
            for id in page.questions
            if id not in kind.questions
        ),
    ]


def _dead_ends(kind: FilingKind) -> list[Problem]:
    """A page must end the way, or lead on whatever was answered: its last edge has no condition."""
    found = [
        Problem(page.id, "dead-end")
        for page in kind.pages
        if (page.shows in ENDS) == bool(page.next) or (page.next and page.next[-1].when)
    ]
    if kind.enter and kind.enter[-1].when:
        found.append(Problem(kind.id, "dead-end"))
    return found


def _cycles(kind: FilingKind, pages: Mapping[str, Page]) -> list[Problem]:
    done: set[str] = set()
    faults: list[Problem] = []

    def visit(id: str, above: tuple[str, ...]) -> None:
        if id in above:
            faults.append(Problem(id, "cycle"))
        elif id not in done:
            for to in ways_on(pages[id], kind):
                visit(to, (*above, id))
            done.add(id)

    for page in kind.pages:
        visit(page.id, ())
    return faults


def _unreachable(kind: FilingKind, pages: Mapping[str, Page]) -> list[Problem]:
    reached: set[str] = set()
    ahead = [kind.pages[0].id]
    while ahead:
        id = ahead.pop()
        if id not in reached:
            reached.add(id)
            ahead.extend(ways_on(pages[id], kind))
    return [Problem(page.id, "page-unreachable") for page in kind.pages if page.id not in reached]
