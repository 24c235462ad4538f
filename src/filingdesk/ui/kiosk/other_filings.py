"""Other kinds of filing that may serve as well or better, and a further one of the same kind."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from filingdesk.core.advice import Advice
from filingdesk.core.pack import Alternative
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.text import Heading


def other_filings(
    session: Session, advice: Advice, said: Callable[[str], str]
) -> Iterator[QWidget]:
    """`said` is how pack sentences of this advice read: see Desk.say_in."""
    kinds = session.desk.pack(session.here.answers).kinds
    others = [each for each in advice.alternatives if each.kind != session.interview.kind.id]
    if others:
        yield Heading(session.look, session.words.say("Another way that may serve you"))
    for other in others:
        yield _note(session, session.text(kinds[other.kind].name), other, said)


def further_filing(session: Session) -> Note | None:
    """That a filing of the same kind is needed after this one, why, and by which law."""
    advice, own = session.desk.advise(session.here), session.interview.kind.id
    further = next((each for each in advice.alternatives if each.kind == own), None)
    if further is None:
        return None
    said = session.desk.say_in(session.here, advice, session.words)
    return _note(session, session.words.say("There is a further application"), further, said)


def _note(session: Session, title: str, other: Alternative, said: Callable[[str], str]) -> Note:
    note = Note(session.look, said(other.reason), title=title)
    note.add(sources(session, other.citations))
    return note
