"""One clock of a case: what it is doing, until when, and why exactly that day."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.case import Case, ClockState, RunningClock
from filingdesk.core.clock import OwedBy, Trigger
from filingdesk.core.deadline import Deadline
from filingdesk.core.proof import Proof, proof_of
from filingdesk.ui.clerk.counted import Counted
from filingdesk.ui.clerk.opening import Opening
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.interview.clause import clauses
from filingdesk.ui.taking import ToTake, dated
from filingdesk.ui.theme.tokens import Palette, Space
from filingdesk.ui.widgets.flow import Flow
from filingdesk.ui.widgets.mark import Mark
from filingdesk.ui.widgets.text import Body, Hint, Strong
from filingdesk.words.catalogue import N_
from filingdesk.words.terms import EVENTS, TRIGGERS

_STARTS: Mapping[Trigger, str] = MappingProxyType(
    {
        Trigger.SENT: N_("It starts when the filing is handed over."),
        Trigger.RECEIVED: N_("It starts when the authority has the filing."),
        Trigger.ACCEPTED: N_("It starts when the authority accepts the filing."),
        Trigger.REPLIED: N_("It starts when the authority answers."),
        Trigger.KNOWN: N_("It starts on the day on which the person learned of the record."),
        Trigger.CORRECTION_NOTICE: N_("It starts when the authority asks for what is missing."),
        Trigger.SUPPLEMENTED: N_("It starts when what was missing is handed in."),
        Trigger.TRANSFERRED: N_("It starts when the filing is passed on."),
        Trigger.SERVED: N_("It starts when the decision is delivered."),
    }
)
_NOT_YET = N_("It has not started.")


class ClockRow(QWidget):
    """An icon for its state; beside it, in words, everything that is known of it.

    `number` is its place among the clocks of the case. Signals, with a ToTake: `print_wanted`,
    `save_wanted` when its proof is to leave the desk.
    """

    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, sitting: Sitting, case: Case, clock: RunningClock, number: int) -> None:
        super().__init__()
        self._sitting, self._case, self._clock = sitting, case, clock
        self._number = number
        look = sitting.look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG)
        icon, colour = _mark(clock, look.palette)
        row.addWidget(Mark(icon, colour, look.sizes.glyph), 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.HAIR)
        row.addLayout(self._column, 1)
        self._column.addWidget(Strong(look, sitting.text(case, clock.clock.name)))
        for words in self._sentences():
            self._column.addWidget(Body(look, words))
        for words in self._hints():
            self._column.addWidget(Hint(look, words))
        self.openings = [*self._openings()]
        if self.openings:
            self._add_reasons()

    def _sentences(self) -> Iterator[str]:
        say, deadline = self._sitting.words.say, self._clock.deadline
        match self._clock.state:
            case ClockState.NOT_VERIFIED:
                yield say("Not verified: ask the window for the time limit.")
            case ClockState.NOT_STARTED:
                yield say(_STARTS.get(self._clock.clock.trigger, _NOT_YET))
            case ClockState.STOPPED:
                yield say("It has stopped: nothing is owed any more.")
            case ClockState.SUSPENDED if deadline is not None:
                day = self._sitting.words.day(deadline.due_on)
                yield say("It is suspended. The last day cannot be before {day}.", day=day)
            case ClockState.DEEMED if deadline is not None and self._clock.clock.deemed:
                day = self._sitting.words.day(deadline.due_on)
                counts = say(TRIGGERS[self._clock.clock.deemed])
                yield say(
                    "It ended without an answer on {day}. By law: {event}.", day=day, event=counts
                )
            case _ if deadline is not None:
                yield self._last_day(deadline)
        if deadline is not None and deadline.safe_on != deadline.due_on:
            safe = self._sitting.words.day(deadline.safe_on)
            yield say("The safe day is {day}: nobody can dispute it.", day=safe)

    def _last_day(self, deadline: Deadline) -> str:
        words = self._sitting.words
        day, away = words.day(deadline.due_on), self._sitting.away(deadline.due_on)
        if self._clock.state is ClockState.RUNNING:
            return words.say("The last day by law is {day}, {away}.", day=day, away=away)
        if self._clock.clock.owed_by is OwedBy.AGENCY:
            return words.say("Overdue: the last day was {day}, {away}.", day=day, away=away)
        return words.say("This period is over: the last day was {day}, {away}.", day=day, away=away)

    def _hints(self) -> Iterator[str]:
        words, deadline = self._sitting.words, self._clock.deadline
        if deadline is not None and self._clock.started_by is not None:
            yield words.say(
                "Counted from {day}: {event}",
                day=words.day(deadline.event),
                event=words.say(EVENTS[self._clock.started_by]),
            )
        if deadline is not None and self._clock.after is not None:
            yield words.say(
                "Counted from {day}: “{name}” ended without an answer",
                day=words.day(deadline.event),
                name=self._sitting.text(self._case, self._clock.after.clock.name),
            )
        if deadline is not None and deadline.before is not None:
            yield words.say(
                "It was extended; before, the last day was {day}.",
                day=words.day(deadline.before.due_on),
            )
        if deadline is not None and deadline.provisional:
            yield words.say(
                "The holidays of that time are not announced yet, so the day may still change."
            )
        if self._clock.clock.note:
            yield self._sitting.text(self._case, self._clock.clock.note)

    def _add_reasons(self) -> None:
        """Two lines that open: the days one by one, and the clauses."""
        links = Flow(Space.CARD)
        links.add(*self.openings)
        self._column.addLayout(links)
        for each in self.openings:
            self._column.addWidget(each.place)

    def _openings(self) -> Iterator[Opening]:
        look, words = self._sitting.look, self._sitting.words
        proof = proof_of(self._clock, self._case)
        if proof is not None and self._clock.state is not ClockState.STOPPED:
            line = words.say("How this date was counted")
            yield Opening(look, line, "calendar-days", lambda: self._counted(proof))
        law = clauses(self._clock.clock.citations, words)
        yield Opening(look, words.say("The law behind this"), "scale", lambda: Hint(look, law))

    def _counted(self, proof: Proof) -> Counted:
        case, desk, language = self._case, self._sitting.desk, self._sitting.words.language
        taken = ToTake(
            dated(case.reference, self._number),
            lambda: desk.proof_sheet(proof, case.jurisdiction, language, case.reference),
        )
        about = self._sitting.text(case, self._clock.clock.name)
        counted = Counted(self._sitting, proof.deadline, taken, about)
        counted.print_wanted.connect(self.print_wanted)
        counted.save_wanted.connect(self.save_wanted)
        return counted


def _mark(clock: RunningClock, p: Palette) -> tuple[str, str]:
    late = clock.state is ClockState.OVERDUE and clock.clock.owed_by is OwedBy.AGENCY
    if late:
        return "circle-alert", p.wrong
    return {
        ClockState.NOT_VERIFIED: ("circle-question-mark", p.careful),
        ClockState.NOT_STARTED: ("circle", p.quiet),
        ClockState.RUNNING: ("clock", p.primary),
        ClockState.SUSPENDED: ("clock", p.quiet),
        ClockState.DEEMED: ("circle-check", p.quiet),
        ClockState.OVERDUE: ("circle-minus", p.quiet),
        ClockState.STOPPED: ("circle-check", p.good),
    }[clock.state]
