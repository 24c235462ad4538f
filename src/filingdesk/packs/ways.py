"""The ways through an interview: do they hold, and is all that a condition asks known by then?"""

from collections.abc import Iterator, Mapping

from filingdesk.core.interview import compile_interview, ways_on
from filingdesk.core.pack import WINDOW_PAGES, FilingKind, Page, Shows
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import AnswerType, When
from filingdesk.packs.compose import OUT, edges_of
from filingdesk.packs.layers import Layers
from filingdesk.packs.meant import nearest
from filingdesk.packs.sheet import Row, Sheet


def way_faults(kind: FilingKind, sheet: Sheet, layers: Layers) -> Iterator[Problem]:
    """What compiling the interview refuses, then pages and questions that nobody would miss."""
    if len(kind.pages) < len(sheet["page"]) or len(kind.questions) < len(sheet["question"]):
        return  # what could not be read has been told; the rest would only echo it
    if any(edge.to == OUT for page in kind.pages for edge in page.next):
        return  # a part that leads nowhere has been told, too
    if not kind.pages:
        yield Problem(sheet.head.place(), "pack-pages-missing", {"name": kind.id})
        return
    stray = [*_stray_edges(kind, sheet, layers), *_not_entered(kind, sheet, layers)]
    yield from stray
    if stray or not _is_led_to(kind, layers):
        return
    try:
        compile_interview(kind)
    except UserProblem as refused:
        yield from (_placed(each, kind, sheet) for each in refused.problems)
        return
    yield from _idle(kind, sheet)
    yield from _not_shown(kind, sheet)
    yield from _too_early(kind, sheet)


def triage_faults(layers: Layers) -> Iterator[Problem]:
    """Several kinds need a triage that leads to each of them, and to none besides."""
    rows = layers.triage["page"].values()
    if not rows and len(layers.kinds) > 1:
        yield Problem(layers.sheet.head.place(), "pack-triage-missing")
    for row in rows:
        for number, edge in enumerate(edges_of(row)):
            name = edge.get("kind", "") if isinstance(edge, dict) else ""
            if name and name not in layers.kinds:
                facts = {"name": str(name), "meant": nearest(str(name), layers.kinds)}
                yield Problem(row.place("next", number, "kind"), "pack-kind-unknown", facts)


def _stray_edges(kind: FilingKind, sheet: Sheet, layers: Layers) -> Iterator[Problem]:
    """An edge leads to one page, or from the triage into one kind."""
    for page in kind.pages:
        row = sheet["page"][page.id]
        for number, edge in enumerate(page.next):
            if bool(edge.to) == bool(edge.kind):
                yield Problem(row.place("next", number), "pack-edge-unclear", {"page": page.id})
            elif edge.kind and page.id not in layers.triage["page"]:
                place = row.place("next", number, "kind")
                yield Problem(place, "pack-edge-misplaced", {"page": page.id})
    for number, edge in enumerate(kind.enter):
        if edge.kind or not edge.to:
            place = sheet.head.place("enter", number)
            yield Problem(place, "pack-edge-unclear", {"page": kind.id})


def _not_entered(kind: FilingKind, sheet: Sheet, layers: Layers) -> Iterator[Problem]:
    if not layers.triage["page"]:
        return
    if not kind.enter:
        yield Problem(sheet.head.place("enter"), "pack-enter-missing", {"name": kind.id})
        return
    edges = [edge for page in kind.pages for edge in page.next]
    told = any(not edge.to and edge.kind not in layers.kinds for edge in edges)
    if not told and not _is_led_to(kind, layers):
        yield Problem(sheet.head.place(), "pack-kind-unreachable", {"name": kind.id})


def _is_led_to(kind: FilingKind, layers: Layers) -> bool:
    led_to = {edge.kind for page in kind.pages for edge in page.next}
    return kind.id in led_to or not layers.triage["page"]


def _placed(problem: Problem, kind: FilingKind, sheet: Sheet) -> Problem:
    name = problem.facts.get("name", "")
    if problem.where == kind.id and kind.id not in sheet["page"]:
        return Problem(sheet.head.place("enter"), problem.code, {"page": kind.id, **problem.facts})
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
            if edge.kind == kind.id:
                for place, way in enumerate(kind.enter):
                    yield from _unheard(way.when, known, sheet.head, ("enter", place, "when"))


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
            for to in ways_on(page, kind):
                changed |= not so_far <= heard[to]
                heard[to] |= so_far
    return heard
