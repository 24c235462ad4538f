"""Where the person stands on the way: which pages are behind, which are open, which comes next."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from filingdesk.core.answers import Answers
from filingdesk.core.checks import check_answer
from filingdesk.core.interview import Interview
from filingdesk.core.pack import Page, Shows
from filingdesk.core.ports import Draft
from filingdesk.ui.kiosk.names import AFTER, DONE


class Stage(Enum):
    """How far a section is."""

    COMPLETED = auto()
    IN_PROGRESS = auto()
    NOT_STARTED = auto()
    BLOCKED = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the task list: a section of the pack, the page it opens, and how far it is."""

    section: str
    title: str
    page: str
    stage: Stage
    here: bool


def faulty_pages(interview: Interview, answers: Answers, today: date) -> frozenset[str]:
    """The pages of the way with an answer that is missing or wrong."""
    asked = interview.asked_on_path(answers)
    wrong = (
        question.id
        for question in asked
        if any(each.blocks for each in check_answer(question, answers, today))
    )
    return frozenset(interview.page_of(id) for id in wrong)


def open_pages(
    interview: Interview, answers: Answers, passed: Set[str], today: date
) -> tuple[str, ...]:
    """The pages that may be visited now: all up to the first that still needs the person."""
    faulty = faulty_pages(interview, answers, today)
    opened: list[str] = []
    for page in interview.path(answers):
        opened.append(page.id)
        if page.id in faulty or page.id not in passed:
            break
    return tuple(opened)


def steps(
    interview: Interview, answers: Answers, passed: Set[str], here: str, today: date
) -> tuple[Step, ...]:
    """The sections of the way, in order. The last one holds the pages after the interview too."""
    path = interview.path(answers)
    faulty = faulty_pages(interview, answers, today)
    opened = set(open_pages(interview, answers, passed, today))
    at = path[-1].section if here in AFTER else _section_of(path, here)
    found = []
    for section in interview.kind.sections:
        pages = [page for page in path if page.section == section.id]
        if pages:
            stage = _stage(pages, faulty, opened, passed, here)
            found.append(Step(section.id, section.text, pages[0].id, stage, here=section.id == at))
    return tuple(found)


def _section_of(path: Iterable[Page], here: str) -> str:
    return next((page.section for page in path if page.id == here), "")


def _stage(
    pages: list[Page], faulty: Set[str], opened: Set[str], passed: Set[str], here: str
) -> Stage:
    ids = [page.id for page in pages]
    if here == DONE or (here in AFTER and pages[-1].shows is not Shows.CHECK):
        return Stage.COMPLETED
    if here in ids or here in AFTER:
        return Stage.IN_PROGRESS
    if all(id in passed and id not in faulty for id in ids):
        return Stage.COMPLETED if ids[0] in opened else Stage.BLOCKED
    if ids[0] not in opened:
        return Stage.BLOCKED
    return Stage.IN_PROGRESS if ids[0] in passed else Stage.NOT_STARTED


def resumed(interview: Interview, draft: Draft, today: date) -> tuple[str, frozenset[str]]:
    """The page on which a kept draft opens, and the pages that count as passed.

    A page that its answers no longer lead to cannot be filled: the first open one takes its place.
    """
    path = [page.id for page in interview.path(draft.answers)]
    if draft.page in path and not draft.change_from:
        passed = frozenset(path[: path.index(draft.page)])
    else:
        passed = frozenset(path)
    opened = open_pages(interview, draft.answers, passed, today)
    if draft.page in opened or (draft.page in AFTER and opened[-1] == path[-1]):
        return draft.page, passed
    return opened[-1], passed
