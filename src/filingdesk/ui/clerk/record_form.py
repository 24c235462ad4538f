"""A form to record what happened: what, on which day, and the number of the receipt or a note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton

from filingdesk.core.answers import day_of
from filingdesk.core.case import ClockState, EventKind, NextStep
from filingdesk.core.checks import EARLIEST
from filingdesk.core.deadline import Clock
from filingdesk.core.problem import Problem
from filingdesk.core.running import heeded
from filingdesk.desk import CaseToday
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.date_fields import DateFields
from filingdesk.ui.widgets.errors import Entry, ErrorSummary
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.text import Hint, Title
from filingdesk.ui.widgets.text_field import TextField
from filingdesk.words.problems import sentence
from filingdesk.words.terms import EVENTS

KIND, DAY, NOTE = "kind", "day", "note"
_CONTROL = Qt.KeyboardModifier.ControlModifier
_LONGEST_NOTE = 200
_ALWAYS = (
    EventKind.HANDED_OVER,
    EventKind.RECEIPT_NOTED,
    EventKind.ACCEPTED,
    EventKind.REPLIED,
    EventKind.CORRECTED,
    EventKind.REFUSED,
    EventKind.LEARNED,
)
_WHERE_HEEDED = (
    EventKind.CORRECTION_NOTICE,
    EventKind.SUPPLEMENTED,
    EventKind.TRANSFERRED,
    EventKind.SUSPENDED,
    EventKind.RESUMED,
    EventKind.SERVED,
)
"""Offered only where a clock of the case starts, stops, goes on or ends with it."""
_LIKELY: Mapping[NextStep, EventKind] = MappingProxyType(
    {
        NextStep.HAND_OVER: EventKind.HANDED_OVER,
        NextStep.NOTE_RECEIPT: EventKind.RECEIPT_NOTED,
        NextStep.ASK_FOR_ANSWER: EventKind.REPLIED,
        NextStep.SUPPLEMENT: EventKind.SUPPLEMENTED,
    }
)


@dataclass(frozen=True, slots=True)
class Happened:
    """What a clerk wants to have written down; `clock` is the id of the one it is about."""

    kind: EventKind
    day: date
    note: str
    clock: str = ""


class RecordForm(Column):
    """What was typed is kept when the form is left without recording.

    Signal `ready(object)` with a `Happened` when everything is there.
    """

    ready = Signal(object)

    def __init__(self, sitting: Sitting, found: CaseToday) -> None:
        super().__init__(sitting.look)
        self._sitting, self._found = sitting, found
        self._warned = ""
        look, say = sitting.look, sitting.words.say
        choices = [Choice(kind, say(EVENTS[kind])) for kind in _offered(found)]
        choices += [self._extended(clock) for clock in _extendable(found)]
        self.kind = ChoiceCards(look, say("What happened?"), choices)
        self.day = DateFields(look, say("On which day?"), say=say)
        self.note = TextField(look, say("Receipt number or note (optional)"))
        self.note.box.setMaxLength(_LONGEST_NOTE)
        self.fields: dict[str, Field] = {KIND: self.kind, DAY: self.day, NOTE: self.note}
        self.add(Title(look, say("What happened?")))
        self.add(self.kind, gap=Space.SNUG)
        self.add(self.day, self.note, gap=Space.NEAR)
        self.add(Hint(look, say("What is recorded stays; a mistake is mended by a new entry.")))
        self._fill()
        self._connect()

    def take_focus(self) -> None:
        """To the first thing to decide."""
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def record(self) -> None:
        """Check the form; `ready` follows when it can be recorded."""
        problems = self._problems()
        self.show_problems(problems)
        if problems or self._is_doubtful():
            return
        day = day_of(self.day.raw())
        assert day is not None, "a form without problems has a day"
        kind, _, clock = self.kind.values()[0].partition(" ")
        self.ready.emit(Happened(EventKind(kind), day, self.note.raw().strip(), clock))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each beside its field, and all of them on top."""
        for field in self.fields.values():
            field.show_error(None)
        if not problems:
            return
        entries = []
        for problem in problems:
            words, field = self._words_for(problem), self.fields.get(problem.where, self.kind)
            field.show_error(words)
            entries.append(Entry(words, field))
        title = self._sitting.words.say("There is a problem")
        summary = ErrorSummary(self._sitting.look, title, entries)
        self.put_first(summary)
        summary.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event) and event.modifiers() & _CONTROL:
            self.record()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the card that is chosen goes on to the day; with Ctrl it records from any."""
        if not (isinstance(event, QKeyEvent) and isinstance(watched, QRadioButton)):
            return False
        if event.type() != QEvent.Type.KeyPress or not _is_enter(event):
            return False
        if event.modifiers() & _CONTROL:
            self.record()
        elif watched.isChecked():
            self.day.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def _extended(self, clock: Clock) -> Choice:
        name = self._sitting.text(self._found.case, clock.name)
        words = self._sitting.words.say("The authority extended its time limit: {name}", name=name)
        return Choice(f"{EventKind.EXTENDED} {clock.id}", words)

    def _fill(self) -> None:
        likely = _LIKELY.get(self._found.next_step)
        self.day.set_raw(self._sitting.today.isoformat())
        if likely:
            self.kind.set_raw(likely)
        for name, raw in self._sitting.half.get(self._found.case.id, {}).items():
            self.fields[name].set_raw(raw)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.edited.connect(self._remember)
        for card in self.kind.findChildren(QRadioButton):
            card.installEventFilter(self)
        self.day.entered.connect(lambda: self.note.setFocus(Qt.FocusReason.TabFocusReason))
        self.note.entered.connect(self.record)

    def _remember(self) -> None:
        raws = {name: field.raw() for name, field in self.fields.items()}
        self._sitting.half[self._found.case.id] = raws

    def _problems(self) -> tuple[Problem, ...]:
        found = []
        if not self.kind.values():
            found.append(Problem(KIND, "answer-missing"))
        raw = self.day.raw()
        day = day_of(raw)
        if not raw:
            found.append(Problem(DAY, "answer-missing"))
        elif day is None:
            found.append(Problem(DAY, "date-not-a-day"))
        elif day < EARLIEST:
            found.append(Problem(DAY, "date-too-early"))
        return tuple(found)

    def _is_doubtful(self) -> bool:
        """A day before the signature is possible, but mostly a slip: say so once."""
        day, signed = day_of(self.day.raw()), self._found.case.day_of(EventKind.SIGNED)
        learned = EventKind.LEARNED in self.kind.values()
        if day is None or signed is None or learned or day >= signed:
            return False
        if self._warned == self.day.raw():
            return False
        self._warned = self.day.raw()
        words = self._sitting.words.say(
            "The filing was signed later, on {day}. If this day is right, record it again.",
            day=self._sitting.words.day(signed),
        )
        self.day.show_error(words)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _words_for(self, problem: Problem) -> str:
        say = self._sitting.words.say
        if problem.code != "answer-missing":
            return sentence(problem, self._sitting.words)
        if problem.where == KIND:
            return say("Please choose one answer.")
        return say("Please enter the year, the month and the day.")


def _offered(found: CaseToday) -> list[EventKind]:
    """The day a person learned of the record can be added, but is only told once."""
    known = found.case.day_of(EventKind.LEARNED) is not None
    heard = heeded(each.clock for each in found.clocks)
    more = [kind for kind in _WHERE_HEEDED if kind in heard]
    always = [kind for kind in _ALWAYS if not (kind is EventKind.LEARNED and known)]
    return [*always, *more]


def _extendable(found: CaseToday) -> list[Clock]:
    """The clocks that the law lets the authority extend, and that have not ended yet."""
    going = (ClockState.RUNNING, ClockState.SUSPENDED, ClockState.OVERDUE)
    return [each.clock for each in found.clocks if each.clock.extension and each.state in going]


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
