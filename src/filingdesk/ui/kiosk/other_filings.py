"""Other kinds of filing that may serve as well or better, each with its reason and its law."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from filingdesk.core.advice import Advice
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.text import Heading


def other_filings(
    session: Session, advice: Advice, said: Callable[[str], str]
) -> Iterator[QWidget]:
    """`said` is how pack sentences of this advice read: see Desk.say_in."""
    kinds = session.desk.pack(session.here.answers).kinds
    if advice.alternatives:
        yield Heading(session.look, session.words.say("Another way that may serve you"))
    for other in advice.alternatives:
        name = session.text(kinds[other.kind].name)
        note = Note(session.look, said(other.reason), title=name)
        law = sources(session, other.citations)
        if law:
            note.add(law)
        yield note
