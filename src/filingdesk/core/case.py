"""A filing after it left the desk: what happened, where it stands, what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from filingdesk.core.deadline import Clock, Deadline, Trigger, due
from filingdesk.core.workdays import Calendar


class EventKind(StrEnum):
    """What can happen to a case; the past tense is meant."""

    LEARNED = "learned"
    SIGNED = "signed"
    HANDED_OVER = "handed_over"
    RECEIPT_NOTED = "receipt_noted"
    ACCEPTED = "accepted"
    REPLIED = "replied"
    CORRECTED = "corrected"
    REFUSED = "refused"


class Status(StrEnum):
    """Where a case stands; how it ended is its outcome."""

    SIGNED = "signed"
    HANDED_OVER = "handed_over"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REPLIED = "replied"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How the authority decided."""

    CORRECTED = "corrected"
    REFUSED = "refused"


class NextStep(StrEnum):
    """What the desk or the person does next."""

    HAND_OVER = "hand_over"
    NOTE_RECEIPT = "note_receipt"
    WAIT = "wait"
    ASK_FOR_ANSWER = "ask_for_answer"
    RECORD_OUTCOME = "record_outcome"
    CONSIDER_RECONSIDERATION = "consider_reconsideration"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, and when the desk wrote it down."""

    kind: EventKind
    day: date
    recorded_at: datetime
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Case:
    """One filing and its history. `person` and `title` are for the list; both are personal."""

    id: str
    reference: str
    jurisdiction: str
    kind: str
    person: str
    title: str
    authority: str
    events: tuple[Event, ...]

    def __repr__(self) -> str:
        return f"Case({self.reference})"

    @property
    def status(self) -> Status:
        """Where the case stands by what happened, whatever the order it was written down in."""
        happened = {event.kind for event in self.events}
        return next(status for kind, status in _STATUS if kind in happened)

    @property
    def outcome(self) -> Outcome | None:
        """How it was decided: the latest decision by its day, None while there is none."""
        decided = [event for event in self.events if event.kind in _OUTCOME]
        return _OUTCOME[max(decided, key=_by_day).kind] if decided else None

    def day_of(self, kind: EventKind) -> date | None:
        """The first day on which something of that kind happened."""
        return min((event.day for event in self.events if event.kind == kind), default=None)


def _by_day(event: Event) -> tuple[date, datetime]:
    return event.day, event.recorded_at


_STATUS = (
    (EventKind.CORRECTED, Status.CLOSED),
    (EventKind.REFUSED, Status.CLOSED),
    (EventKind.REPLIED, Status.REPLIED),
    (EventKind.ACCEPTED, Status.ACCEPTED),
    (EventKind.RECEIPT_NOTED, Status.RECEIVED),
    (EventKind.HANDED_OVER, Status.HANDED_OVER),
    (EventKind.SIGNED, Status.SIGNED),
)
_OUTCOME = {EventKind.CORRECTED: Outcome.CORRECTED, EventKind.REFUSED: Outcome.REFUSED}
_STARTS = {
    Trigger.KNOWN: (EventKind.LEARNED,),
    Trigger.SENT: (EventKind.HANDED_OVER,),
    Trigger.RECEIVED: (EventKind.RECEIPT_NOTED, EventKind.HANDED_OVER),
    Trigger.ACCEPTED: (EventKind.ACCEPTED,),
    Trigger.REPLIED: (EventKind.REPLIED,),
}


class ClockState(StrEnum):
    """What a clock of a case is doing today."""

    NOT_STARTED = "not_started"
    NOT_VERIFIED = "not_verified"
    RUNNING = "running"
    OVERDUE = "overdue"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class RunningClock:
    """One clock of a case today; `deadline` is None before its event and without a number."""

    clock: Clock
    state: ClockState
    started_by: EventKind | None = None
    deadline: Deadline | None = None


def clocks_today(
    case: Case, clocks: Iterable[Clock], calendar: Calendar, today: date
) -> tuple[RunningClock, ...]:
    """Every clock of a case as it stands today, in the order given."""
    return tuple(_clock_today(case, clock, calendar, today) for clock in clocks)


def _clock_today(case: Case, clock: Clock, calendar: Calendar, today: date) -> RunningClock:
    if not clock.verified:
        return RunningClock(clock, ClockState.NOT_VERIFIED)
    for kind in _STARTS.get(clock.trigger, ()):
        day = case.day_of(kind)
        if day is not None:
            deadline = due(clock, day, calendar)
            return RunningClock(clock, _state(case, clock, deadline, today), kind, deadline)
    return RunningClock(clock, ClockState.NOT_STARTED)


def _state(case: Case, clock: Clock, deadline: Deadline, today: date) -> ClockState:
    answered = case.outcome is not None or case.status is Status.REPLIED
    if clock.trigger is Trigger.RECEIVED and answered:
        return ClockState.STOPPED
    if case.outcome is Outcome.CORRECTED:
        return ClockState.STOPPED
    return ClockState.OVERDUE if today > deadline.due_on else ClockState.RUNNING


def next_step(case: Case, clocks: Iterable[RunningClock]) -> NextStep:
    """What comes next, from the status and from what is overdue."""
    if case.outcome is Outcome.CORRECTED:
        return NextStep.NOTHING
    if case.outcome is Outcome.REFUSED:
        return NextStep.CONSIDER_RECONSIDERATION
    if case.status in (Status.RECEIVED, Status.ACCEPTED) and any(
        each.state is ClockState.OVERDUE and each.clock.trigger is not Trigger.KNOWN
        for each in clocks
    ):
        return NextStep.ASK_FOR_ANSWER
    return _NEXT[case.status]


_NEXT = {
    Status.SIGNED: NextStep.HAND_OVER,
    Status.HANDED_OVER: NextStep.NOTE_RECEIPT,
    Status.RECEIVED: NextStep.WAIT,
    Status.ACCEPTED: NextStep.WAIT,
    Status.REPLIED: NextStep.RECORD_OUTCOME,
}
