"""The page graph: compiled once and checked, then walked as a pure function of the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from filingdesk.core.answers import Answers, Value, holds
from filingdesk.core.pack import FilingKind, Page, Shows
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import Question

ENDS = (Shows.CHECK, Shows.REPAIR, Shows.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Interview:
    """The pages of a filing kind, proven to have no dead end, no cycle and no unreachable page."""

    kind: FilingKind
    pages: Mapping[str, Page]
    first: str

    def path(self, answers: Answers) -> tuple[Page, ...]:
        """The pages that these answers lead through, from the first to the end.

        Only what was asked on the way decides it: an answer of a branch that was left is not read.
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
        heard: dict[str, Value] = {}
        so_far = Answers(MappingProxyType(heard))  # grows with what is heard
        here: str | None = self.first
        while here is not None:
            page = self.pages[here]
            asked: list[Question] = []
            for question in (self.kind.questions[id] for id in page.questions):
                if holds(question.when, so_far):
                    asked.append(question)
                    if question.id in answers.values:
                        heard[question.id] = answers.values[question.id]
            yield page, tuple(asked)
            here = next((edge.to for edge in page.next if holds(edge.when, so_far)), None)

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


def _beside(page: str, way: tuple[Page, ...], step: int) -> str | None:
    ids = [each.id for each in way]
    if page not in ids:
        return ids[-1]
    place = ids.index(page) + step
    return ids[place] if 0 <= place < len(ids) else None


def compile_interview(kind: FilingKind) -> Interview:
    """Check the page graph of a kind.

    Raises UserProblem with every fault: page-unknown, question-unknown, dead-end, cycle,
    page-unreachable, page-twice, question-twice.
    """
    pages = {page.id: page for page in kind.pages}
    faults = [*_doubles(kind), *_strays(kind, pages), *_dead_ends(kind)]
    if not faults:
        faults = [*_cycles(kind, pages), *_unreachable(kind, pages)]
    if faults:
        raise UserProblem(*faults)
    return Interview(kind, MappingProxyType(pages), kind.pages[0].id)


def _doubles(kind: FilingKind) -> list[Problem]:
    ids = [page.id for page in kind.pages]
    asked = [id for page in kind.pages for id in page.questions]
    return [
        *(Problem(id, "page-twice") for id in dict.fromkeys(ids) if ids.count(id) > 1),
        *(Problem(id, "question-twice") for id in dict.fromkeys(asked) if asked.count(id) > 1),
    ]


def _strays(kind: FilingKind, pages: Mapping[str, Page]) -> list[Problem]:
    return [
        *(
            Problem(page.id, "page-unknown", {"name": edge.to})
            for page in kind.pages
            for edge in page.next
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
    return [
        Problem(page.id, "dead-end")
        for page in kind.pages
        if (page.shows in ENDS) == bool(page.next) or (page.next and page.next[-1].when)
    ]


def _cycles(kind: FilingKind, pages: Mapping[str, Page]) -> list[Problem]:
    done: set[str] = set()
    faults: list[Problem] = []

    def visit(id: str, above: tuple[str, ...]) -> None:
        if id in above:
            faults.append(Problem(id, "cycle"))
        elif id not in done:
            for edge in pages[id].next:
                visit(edge.to, (*above, id))
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
            ahead.extend(edge.to for edge in pages[id].next)
    return [Problem(page.id, "page-unreachable") for page in kind.pages if page.id not in reached]
