"""One reminder: who came too early, for what, from which day, and the filing that can begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.core.problem import UserProblem
from filingdesk.core.proof import Proof
from filingdesk.core.reminder import Reminder
from filingdesk.ui.clerk.copies import Copies
from filingdesk.ui.clerk.counted import Counted
from filingdesk.ui.clerk.framed import Framed
from filingdesk.ui.clerk.keys import Key, tipped
from filingdesk.ui.clerk.opening import Opening
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.interview.clause import clauses
from filingdesk.ui.taking import ToTake
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.action_bar import ActionBar
from filingdesk.ui.widgets.buttons import BackButton, PrimaryButton, QuietButton
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.rows import Row, SummaryRows
from filingdesk.ui.widgets.text import Hint, Title
from filingdesk.words.problems import sentence

_DISMISS, _STAY = "dismiss", "stay"


class ReminderPage(QWidget):
    """Signals: `started(str)` with its id, `left()` back to today, also once it is dismissed."""

    started = Signal(str)
    left = Signal()

    def __init__(self, sitting: Sitting, reminder: Reminder, room: QWidget) -> None:
        super().__init__()
        self._sitting, self._room, self.reminder = sitting, room, reminder
        self._copies = Copies(sitting, room, self)
        say, look = sitting.words.say, sitting.look
        back = BackButton(look, say("Today"))
        back.clicked.connect(self.left)
        self.column = Column(look)
        self.column.add(tipped(back, Key.BACK), Title(look, reminder.person))
        self.column.add(self._when(), gap=Space.NEAR)
        self.column.add(SummaryRows(look, self._facts()), gap=Space.TIGHT)
        self.openings = self._openings()
        for each in self.openings:
            self.column.add(each, each.place, gap=Space.TIGHT)
        self.start = PrimaryButton(look, say("Start the filing now"))
        self.start.clicked.connect(lambda: self.started.emit(reminder.id))
        dismiss = QuietButton(look, say("Erase the reminder"), icon="trash-2")
        dismiss.clicked.connect(self.ask_dismiss)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Framed(look, self.column, ActionBar(look, self.start, dismiss)))

    def take_focus(self) -> None:
        """To what can be done."""
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_dismiss(self) -> None:
        """What the person said goes with it, so this is asked once more."""
        say = self._sitting.words.say
        overlay = Overlay(
            self._sitting.look,
            self._room,
            say("Erase this reminder?"),
            say("The answers that were kept with it are erased too."),
            (
                Answer(_STAY, say("Keep it"), primary=True),
                Answer(_DISMISS, say("Erase the reminder")),
            ),
            escape=_STAY,
        )
        overlay.answered.connect(self._answered)
        overlay.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    # ---------------------------------------------------------------- inside

    def _answered(self, key: str) -> None:
        if key == _DISMISS:
            self._sitting.desk.dismiss(self.reminder.id)
            self.left.emit()

    def _when(self) -> Note:
        words, day = self._sitting.words, self.reminder.day
        has_come = day <= self._sitting.today
        text = words.say("From {day}, {away}.", day=words.day(day), away=self._sitting.away(day))
        title = words.say("It can be filed now") if has_come else words.say("It is still too early")
        return Note(
            self._sitting.look, text, kind=Kind.GOOD if has_come else Kind.PLAIN, title=title
        )

    def _facts(self) -> list[Row]:
        say, kept = self._sitting.words.say, self.reminder
        values = (
            (say("Reference"), kept.id),
            (say("Filing"), self._sitting.kind_name(kept)),
            (say("Record"), kept.title),
            (say("Telephone"), kept.contact),
            (say("Reminder made on"), self._sitting.words.day(kept.made_at.date())),
        )
        return [Row(name, name, value) for name, value in values if value]

    def _openings(self) -> tuple[Opening, ...]:
        """How the day was counted on the day on which the reminder was made, and its law."""
        words, look, desk = self._sitting.words, self._sitting.look, self._sitting.desk
        try:
            proof = desk.proof_reminded(self.reminder)
        except UserProblem:
            return ()
        self._copies.told.connect(self._tell)
        self._copies.failed.connect(self._failed)
        return (
            Opening(
                look,
                words.say("How this date was counted"),
                "calendar-days",
                lambda: self._counted(proof),
            ),
            Opening(
                look,
                words.say("The law behind this"),
                "scale",
                lambda: Hint(look, clauses(proof.citations, words)),
            ),
        )

    def _counted(self, proof: Proof) -> Counted:
        desk, language, kept = self._sitting.desk, self._sitting.words.language, self.reminder
        taken = ToTake(
            f"{kept.id}-from",
            lambda: desk.reminder_sheet(kept, language),
            {"ics": lambda: desk.reminder_calendar_file(kept, language)},
        )
        counted = Counted(self._sitting, proof.deadline, taken, kept.person)
        counted.print_wanted.connect(self._copies.print)
        counted.save_wanted.connect(self._copies.save)
        return counted

    def _tell(self, words: str, kind: Kind = Kind.GOOD) -> None:
        self.column.put_first(Note(self._sitting.look, words, kind=kind))
        announce(self, words)

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, UserProblem):
            raise fault
        words = self._sitting.words
        self._tell(words.together([sentence(each, words) for each in fault.problems]), Kind.WRONG)
