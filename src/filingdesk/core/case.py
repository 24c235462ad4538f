"""A filing after it left the desk: what happened, where it stands, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from filingdesk.core.clock import OwedBy

if TYPE_CHECKING:
    from filingdesk.core.clock import Clock
    from filingdesk.core.deadline import Deadline
    from filingdesk.core.pack import Versions


class EventKind(StrEnum):
    """What can happen to a case; the past tense is meant.

    STARTED tells the day that starts the clock it names, EXTENDED that this clock was prolonged,
    REDATED that its last day moved because the holidays of that time became known. COUNTERSIGNED
    notes the capacity and, after a space, the signer; TIME_STAMPED notes the level.
    """

    LEARNED = "learned"
    SIGNED = "signed"
    STARTED = "started"
    HANDED_OVER = "handed_over"
    RECEIPT_NOTED = "receipt_noted"
    CORRECTION_NOTICE = "correction_notice"
    SUPPLEMENTED = "supplemented"
    TRANSFERRED = "transferred"
    ACCEPTED = "accepted"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    EXTENDED = "extended"
    REPLIED = "replied"
    SERVED = "served"
    CORRECTED = "corrected"
    REFUSED = "refused"
    REDATED = "redated"
    COUNTERSIGNED = "countersigned"
    TIME_STAMPED = "time_stamped"


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
    SUPPLEMENT = "supplement"
    ASK_FOR_ANSWER = "ask_for_answer"
    RECORD_OUTCOME = "record_outcome"
    CONSIDER_RECONSIDERATION = "consider_reconsideration"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, and when the desk wrote it down.

    `clock` is the id of the clock that it is about, empty where it is about the case. `until` is
    the last day that a notice of extension names, and the new last day of one that moved.
    """

    kind: EventKind
    day: date
    recorded_at: datetime
    note: str = field(default="", repr=False)
    clock: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One filing and its history. `person` and `title` are for the list; both are personal.

    `versions` are those of the packs that it was made under, `clocks` the ids of those that concern
    it, as its answers decided when it was signed; older cases kept neither. `document_number`
    holds the numbers of the papers that it is about, as written, one a line.
    """

    id: str
    reference: str
    jurisdiction: str
    kind: str
    person: str
    title: str
    authority: str
    events: tuple[Event, ...]
    versions: Versions = ()
    clocks: tuple[str, ...] | None = None
    document_number: str = ""

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
        return _OUTCOME[max(decided, key=by_day).kind] if decided else None

    def is_concerned_by(self, clock: Clock) -> bool:
        """Whether a clock is about this case; of an older case every one may be."""
        return self.clocks is None or clock.id in self.clocks

    def day_of(self, kind: EventKind) -> date | None:
        """The first day on which something of that kind happened."""
        return min((event.day for event in self.events if event.kind == kind), default=None)


def by_day(event: Event) -> tuple[date, datetime]:
    """The order in which things happened; on one day, in which they were written down."""
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


class ClockState(StrEnum):
    """What a clock of a case is doing today.

    SUSPENDED: it was stopped and not continued yet, so its last day still moves. OVERDUE: its last
    day has gone by in silence; DEEMED: so it has, and the law says what that counts as. STOPPED:
    what was owed was done, or nothing is owed any more.
    """

    NOT_STARTED = "not_started"
    NOT_VERIFIED = "not_verified"
    RUNNING = "running"
    SUSPENDED = "suspended"
    OVERDUE = "overdue"
    DEEMED = "deemed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class RunningClock:
    """One clock of a case today; `deadline` is None before its event and without a number.

    `evidence` is the event that started it, or None where `after`, another clock of the case, did
    by ending in silence. `ended` is the event that ended it.
    """

    clock: Clock
    state: ClockState
    deadline: Deadline | None = None
    evidence: Event | None = None
    after: RunningClock | None = None
    ended: Event | None = None

    @property
    def started_by(self) -> EventKind | None:
        """The kind of the event that started it."""
        return self.evidence.kind if self.evidence else None

    @property
    def lapsed_on(self) -> date | None:
        """The last day of a clock that has ended in silence; what comes later undoes nothing."""
        if self.deadline is None:
            return None
        if self.state in (ClockState.OVERDUE, ClockState.DEEMED):
            return self.deadline.due_on
        late = self.ended is not None and self.ended.day > self.deadline.due_on
        return self.deadline.due_on if late else None


def next_step(case: Case, clocks: Iterable[RunningClock]) -> NextStep:
    """What comes next, from the status and from what is overdue."""
    if case.outcome is Outcome.CORRECTED:
        return NextStep.NOTHING
    if case.outcome is Outcome.REFUSED:
        return NextStep.CONSIDER_RECONSIDERATION
    if case.status is Status.REPLIED:
        return NextStep.RECORD_OUTCOME
    if _is_asked_for_more(case):
        return NextStep.SUPPLEMENT
    if case.status in (Status.RECEIVED, Status.ACCEPTED) and any(
        each.state is ClockState.OVERDUE and each.clock.owed_by is OwedBy.AGENCY for each in clocks
    ):
        return NextStep.ASK_FOR_ANSWER
    return _NEXT[case.status]


def _is_asked_for_more(case: Case) -> bool:
    """Whether the authority's latest notice still waits for what it asks for."""
    talk = [
        event
        for event in case.events
        if event.kind in (EventKind.CORRECTION_NOTICE, EventKind.SUPPLEMENTED)
    ]
    return bool(talk) and max(talk, key=by_day).kind is EventKind.CORRECTION_NOTICE


_NEXT = {
    Status.SIGNED: NextStep.HAND_OVER,
    Status.HANDED_OVER: NextStep.NOTE_RECEIPT,
    Status.RECEIVED: NextStep.WAIT,
    Status.ACCEPTED: NextStep.WAIT,
}
