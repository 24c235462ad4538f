"""The ways through an interview: do they hold, and is all that a condition asks known by then?"""

from collections.abc import Iterator, Mapping

from filingdesk.core.interview import compile_interview
from filingdesk.core.pack import WINDOW_PAGES, FilingKind, Page, Shows
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import AnswerType, When
from filingdesk.packs.layers import Row, Sheet


def way_faults(kind: FilingKind, sheet: Sheet) -> Iterator[Problem]:
    """What compiling the interview refuses, then pages and questions that nobody would miss."""
    if len(kind.pages) < len(sheet["page"]) or len(kind.questions) < len(sheet["question"]):
        return  # what could not be read has been told; the rest would only echo it
    if not kind.pages:
        yield Problem(sheet.head.place(), "pack-pages-missing", {"name": kind.id})
        return
    try:
        compile_interview(kind)
    except UserProblem as refused:
        yield from (_placed(each, kind, sheet) for each in refused.problems)
        return
    yield from _idle(kind, sheet)
    yield from _not_shown(kind, sheet)
    yield from _too_early(kind, sheet)


def _placed(problem: Problem, kind: FilingKind, sheet: Sheet) -> Problem:
    name = problem.facts.get("name", "")
    if problem.code == "question-twice":
        page = [page for page in kind.pages if problem.where in page.questions][-1]
        row, path = sheet["page"][page.id], _asks(page, problem.where)
    else:
        page = next(page for page in kind.pages if page.id == problem.where)
        row, path = sheet["page"][page.id], _fault_path(problem.code, page, name)
    return Problem(row.place(*path), problem.code, {"page": page.id, **problem.facts})


def _fault_path(code: str, page: Page, name: str) -> tuple[str | int, ...]:
    match code:
        case "page-unknown":
            return ("next", [edge.to for edge in page.next].index(name), "to")
        case "question-unknown":
            return _asks(page, name)
        case "dead-end":
            return ("next",)
        case _:
            return ("id",)


def _asks(page: Page, question: str) -> tuple[str | int, ...]:
    last = len(page.questions) - 1 - page.questions[::-1].index(question)
    return ("questions", last)


def _idle(kind: FilingKind, sheet: Sheet) -> Iterator[Problem]:
    asked = {id for page in kind.pages for id in page.questions}
    for id in kind.questions.keys() - asked:
        yield Problem(sheet["question"][id].place("id"), "pack-question-unasked", {"name": id})
    for page in kind.pages:
        row = sheet["page"][page.id]
        if page.shows is Shows.QUESTIONS and not page.questions:
            yield Problem(row.place("questions"), "pack-page-empty", {"page": page.id})
        if page.shows is Shows.REPAIR and not kind.repair:
            yield Problem(row.place("shows"), "pack-repair-missing", {"page": page.id})
        if page.shows is Shows.ELSEWHERE and not page.intro:
            yield Problem(row.place("shows"), "pack-intro-missing", {"page": page.id})


def _not_shown(kind: FilingKind, sheet: Sheet) -> Iterator[Problem]:
    """What the window could not show: it has pages of its own, and the page of papers is one."""
    for page in kind.pages:
        row = sheet["page"][page.id]
        if page.id in WINDOW_PAGES:
            yield Problem(row.place("id"), "pack-page-reserved", {"page": page.id})
        types = {id: kind.questions[id].type for id in page.questions}
        papers = next((id for id in types if types[id] is AnswerType.MATERIALS), None)
        if papers and len(types) > 1:
            where = row.place(*_asks(page, papers))
            yield Problem(where, "pack-materials-not-alone", {"name": papers})


def _too_early(kind: FilingKind, sheet: Sheet) -> Iterator[Problem]:
    """Conditions on what is asked later or on another way: they can never hold."""
    heard = _heard_before(kind)
    for page in kind.pages:
        known = set(heard[page.id])
        for id in page.questions:
            row = sheet["question"][id]
            yield from _unheard(kind.questions[id].when, known, row, ("when",))
            for number, choice in enumerate(kind.questions[id].choices):
                yield from _unheard(choice.when, known, row, ("choices", number, "when"))
            known.add(id)
        row = sheet["page"][page.id]
        for number, edge in enumerate(page.next):
            yield from _unheard(edge.when, known, row, ("next", number, "when"))


def _unheard(
    when: When, known: set[str], row: Row, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    for number, condition in enumerate(when):
        if condition.question and condition.question not in known:
            where = row.place(*path, number)
            yield Problem(where, "pack-condition-too-early", {"name": condition.question})


def _heard_before(kind: FilingKind) -> Mapping[str, set[str]]:
    """The questions that some way asks before a page. The graph has no cycle."""
    heard: dict[str, set[str]] = {page.id: set() for page in kind.pages}
    changed = True
    while changed:
        changed = False
        for page in kind.pages:
            so_far = heard[page.id].union(page.questions)
            for edge in page.next:
                changed |= not so_far <= heard[edge.to]
                heard[edge.to] |= so_far
    return heard
