"""A time limit that runs whether or not one objects: its last day, its safe day, how it counts."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from filingdesk.core.deadline import Deadline, overdue
from filingdesk.ui.kiosk.counting import Counting
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.text import Body, Strong


def running(session: Session, deadline: Deadline) -> Note:
    """The law's day first, then the day that nobody can dispute."""
    note = Note(session.look, "", kind=Kind.CAREFUL, title=session.text(deadline.clock.name))
    for part in _parts(session, deadline):
        note.add(part)
    return note


def _parts(session: Session, deadline: Deadline) -> Iterator[QWidget]:
    look, words, say = session.look, session.words, session.words.say
    last = words.day(deadline.due_on)
    if overdue(deadline, session.today):
        yield Strong(look, say("The last day by law was {day}.", day=last))
        yield Body(
            look, say("This day is over. Ask the window whether a later one counts for you.")
        )
    else:
        yield Strong(look, say("The last day by law is {day}.", day=last))
        if deadline.safe_on != deadline.due_on:
            yield Body(look, say("To be safe, act by {day}.", day=words.day(deadline.safe_on)))
    if deadline.provisional:
        yield Body(look, say("Provisional: the holidays of that year are not published yet."))
    if deadline.clock.note:
        yield Body(look, session.text(deadline.clock.note))
    yield Counting(look, words, deadline)
    law = sources(session, deadline.clock.citations)
    if law:
        yield law
