"""Answers like "none of these": they only lead to the question whose answer says what it is."""

from collections.abc import Sequence

from filingdesk.core.answers import Answers, holds
from filingdesk.core.pack import Edge, Page


def without_signposts(path: Sequence[Page], kind: str, answers: Answers) -> list[Page]:
    """The way without the pages before the one that decided on `kind`, where each of them was
    left for the next by what was answered on it."""
    at = _decided_at(path, kind, answers)
    first = at
    while first > 0 and _leads_by_answer(path[first - 1], answers):
        first -= 1
    return [*path[:first], *path[at:]]


def _decided_at(path: Sequence[Page], kind: str, answers: Answers) -> int:
    """The place of the page whose answer led into this kind; 0 where no single one did."""
    taken = (edge for page in path if (edge := _taken(page, answers)) and edge.kind == kind)
    asked = {each.question for edge in taken for each in edge.when}
    places = (at for at, page in enumerate(path) if asked & set(page.questions))
    return max(places, default=0)


def _leads_by_answer(page: Page, answers: Answers) -> bool:
    edge = _taken(page, answers)
    return edge is not None and any(each.question in page.questions for each in edge.when)


def _taken(page: Page, answers: Answers) -> Edge | None:
    return next((each for each in page.next if holds(each.when, answers)), None)
