"""What happens after the filing left, and when: every clock of the case as a row."""

from collections.abc import Sequence

from filingdesk.core.case import ClockState, RunningClock
from filingdesk.core.deadline import Trigger
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.widgets.rows import Row
from filingdesk.words.catalogue import N_

_WAITING = N_("Starts when the authority has your letter. Ask for the day on the receipt.")
_NOT_STARTED = N_("Has not started yet.")
_UNVERIFIED = N_("Not verified: ask at the window, and have the day written on the receipt.")


def next_days(session: Session, clocks: Sequence[RunningClock]) -> list[Row]:
    """One row each, in the order of the pack; no number where none is verified."""
    return [
        Row(each.clock.id, session.text(each.clock.name), _when(session, each)) for each in clocks
    ]


def _when(session: Session, clock: RunningClock) -> str:
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
