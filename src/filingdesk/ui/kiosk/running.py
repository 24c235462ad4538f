"""A time limit that runs whether or not one objects: its last day, its safe day, how it counts."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from filingdesk.core.deadline import Deadline, overdue
from filingdesk.ui.kiosk.counting import Counting
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.taking import ToTake, dated
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.text import Body, Strong
from filingdesk.words.over import over


def running(page: Page, deadline: Deadline, number: int) -> Note:
    """The law's day first, then the day that nobody can dispute. `number` is that of its clock."""
    note = Note(page.look, "", kind=Kind.CAREFUL, title=page.text(deadline.clock.name))
    for part in _parts(page, deadline, number):
        note.add(part)
    return note


def _parts(page: Page, deadline: Deadline, number: int) -> Iterator[QWidget]:
    session, look, words, say = page.session, page.look, page.session.words, page.say
    last = words.day(deadline.due_on)
    if overdue(deadline, session.today):
        advised = session.desk.advise(session.here).deadlines
        was, *then = over(deadline, advised, words, session.text)
        yield Strong(look, was)
        yield Body(look, words.together(then))
    else:
        yield Strong(look, say("The last day by law is {day}.", day=last))
        if deadline.safe_on != deadline.due_on:
            yield Body(look, say("To be safe, act by {day}.", day=words.day(deadline.safe_on)))
    if deadline.provisional:
        yield Body(look, say("Provisional: the holidays of that year are not published yet."))
    if deadline.clock.note:
        yield Body(look, session.text(deadline.clock.note))
    desk, draft = session.desk, session.here
    proof = desk.proof_said(draft, deadline)
    taken = ToTake(
        dated(draft.id, number), lambda: desk.draft_proof_sheet(draft, proof, words.language)
    )
    yield Counting(page, proof, taken)
    yield sources(session, deadline.clock.citations)
