"""What happens after the filing left, and when: every clock of the case, its proof and its law."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.case import Case, ClockState, RunningClock
from filingdesk.core.clock import Trigger
from filingdesk.core.proof import proof_of
from filingdesk.ui.kiosk.counting import Counting
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.taking import ToTake, dated
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.text import Body, Strong
from filingdesk.words.catalogue import N_

_WAITING = N_("Starts when the authority has your letter. Ask for the day on the receipt.")
_NOT_STARTED = N_("Has not started yet.")
_UNVERIFIED = N_("Not verified: ask at the window, and have the day written on the receipt.")


def next_days(page: Page, case: Case, clocks: Sequence[RunningClock]) -> Iterator[QWidget]:
    """One part each, in the order of the pack; no number where none is verified."""
    for number, clock in enumerate(clocks, 1):
        parts = [*_parts(page, case, clock, number)]
        yield _Row(page.look, parts)


def when_of(session: Session, clock: RunningClock) -> str:
    """What is known of its day."""
    words, say = session.words, session.words.say
    deadline = clock.deadline
    if clock.state is ClockState.NOT_VERIFIED:
        return say(_UNVERIFIED)
    if deadline is None:
        waits = clock.clock.trigger in (Trigger.SENT, Trigger.RECEIVED)
        return say(_WAITING) if waits else say(_NOT_STARTED)
    day = words.day(deadline.due_on)
    if clock.state is ClockState.OVERDUE:
        return say("The last day by law was {day}.", day=day)
    told = [say("The last day by law is {day}.", day=day)]
    if deadline.safe_on != deadline.due_on:
        told.append(say("To be safe, act by {day}.", day=words.day(deadline.safe_on)))
    if deadline.provisional:
        told.append(say("Provisional: the holidays of that year are not published yet."))
    return words.together(told)


def _parts(page: Page, case: Case, clock: RunningClock, number: int) -> Iterator[QWidget]:
    session = page.session
    yield Strong(page.look, session.text(clock.clock.name))
    yield Body(page.look, when_of(session, clock))
    proof = proof_of(clock, case)
    if proof is not None:
        desk, language = session.desk, session.words.language

        def pages() -> bytes:
            return desk.proof_sheet(proof, case.jurisdiction, language, case.reference)

        yield Counting(page, proof, ToTake(dated(case.reference, number), pages))
    yield sources(session, clock.clock.citations)


class _Row(QWidget):
    """The parts below one another, and a line below them."""

    def __init__(self, look: Look, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.SNUG, 0, Space.SNUG)
        column.setSpacing(Space.HAIR)
        for each in parts:
            column.addWidget(each)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QColor(self._look.palette.hair)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)
