"""The pane of a case: the case itself, the form to record, or the signed pages."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.verdict import Verdict
from filingdesk.desk import CaseToday
from filingdesk.ui.clerk.case_page import CasePage
from filingdesk.ui.clerk.copies import Copies
from filingdesk.ui.clerk.dropping import Dropping
from filingdesk.ui.clerk.framed import Framed
from filingdesk.ui.clerk.keys import Key, tipped
from filingdesk.ui.clerk.receiving import Receiving
from filingdesk.ui.clerk.record_form import Happened, RecordForm
from filingdesk.ui.clerk.reply_page import reply_page
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.clerk.witness import Witness
from filingdesk.ui.taking import ToTake
from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.action_bar import ActionBar
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.roles import announce
from filingdesk.words.problems import sentence
from filingdesk.words.terms import EVENTS


class CasePane(QWidget):
    """Shows one case. `room` is covered while something is being done.

    Signals: `changed(object)` with the CaseToday after something was recorded; `left()` when Back
    or Escape leads out of the case.
    """

    changed = Signal(object)
    left = Signal()

    def __init__(self, sitting: Sitting, room: QWidget, *, back: str = "") -> None:
        super().__init__()
        self._sitting, self._room, self._back = sitting, room, back
        self._found: CaseToday | None = None
        self._shown: QWidget | None = None
        self.page: Column | None = None
        self._busy = Busy(sitting.look, room, sitting.words.say("One moment"))
        self._busy.setParent(self)  # what is still being done must not come back to a pane gone
        self._copies = Copies(sitting, room, self)
        self._copies.told.connect(self._tell)
        self._copies.failed.connect(self._failed)
        self._witness = Witness(sitting, room, self)
        self._witness.signed.connect(self._attested)
        self._witness.failed.connect(self._failed)
        self._receiving = Receiving(sitting, room, self)
        self._receiving.received.connect(self._received)
        self._receiving.failed.connect(self._failed)
        Dropping(self).dropped.connect(self._dropped)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)

    @staticmethod
    def wish(look: Look) -> int:
        """The width in pixels at which a page has the room it wants."""
        return look.sizes.column + 2 * look.sizes.margin + 1

    def sizeHint(self) -> QSize:
        return QSize(self.wish(self._sitting.look), 0)

    def show_back(self, words: str) -> None:
        """The words on Back, which leads out of the case; none where it is not needed."""
        if words != self._back:
            self._back = words
            if isinstance(self.page, CasePage):
                self._show_case()

    def show_case(self, id: str) -> None:
        """Show a case as it stands today; nothing for an empty id."""
        self._found = self._sitting.desk.case(id) if id else None
        self._show_case()

    def case(self) -> str:
        """The id of the case that is shown; empty without one."""
        return self._found.case.id if self._found else ""

    def take_focus(self) -> None:
        """To the first thing one can do here."""
        first = self._shown.findChild(PrimaryButton) if self._shown else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---------------------------------------------------------------- what a clerk does

    def record(self) -> None:
        """Open the form."""
        if self._found is None:
            return
        form = RecordForm(self._sitting, self._found)
        form.ready.connect(self._record)
        say, look = self._sitting.words.say, self._sitting.look
        done = PrimaryButton(look, say("Write it down"))
        done.clicked.connect(form.record)
        cancel = QuietButton(look, say("Cancel"))
        cancel.clicked.connect(self.go_back)
        self._show(form, ActionBar(look, done, tipped(cancel, Key.BACK)))
        form.take_focus()

    def see_pages(self) -> None:
        """The signed pages, byte for byte as they are kept."""
        if self._found is not None:
            desk, id = self._sitting.desk, self._found.case.id
            self._busy.run(lambda: desk.signed_pdf(id), self._show_pages, self._failed)

    def print(self) -> None:
        """Print the signed pages."""
        if self._found is not None:
            self._copies.print(self._signed(self._found))

    def save(self) -> None:
        """Save a copy of the signed pages."""
        if self._found is not None:
            self._copies.save(self._signed(self._found))

    def receive(self) -> None:
        """Take in what the agency sent back."""
        if self._found is not None:
            self._receiving.begin(self._found.case)

    def see_reply(self, sha256: str) -> None:
        """What came back, and what it is worth as of today."""
        if self._found is not None:
            desk, id = self._sitting.desk, self._found.case.id
            self._busy.run(
                lambda: desk.reply(id, sha256), lambda each: self._show_reply(*each), self._failed
            )

    def warn(self, words: str) -> None:
        """Put a warning above the case."""
        self._tell(words, Kind.CAREFUL)

    def attest(self) -> None:
        """Sign as witness, with the clerk's own key."""
        if self._found is not None:
            self._witness.begin(self._found.case.id)

    def add_stamps(self) -> None:
        """Ask for what the signatures lack."""
        if self._found is None:
            return
        desk, id = self._sitting.desk, self._found.case.id

        def work() -> tuple[CaseToday, tuple[Problem, ...]]:
            done = desk.stamp_later(id)
            return desk.case(id), tuple(problem for _, problem in done.left)

        self._busy.run(work, lambda result: self._stamped(*result), self._failed)

    def go_back(self) -> None:
        """From the form or the pages to the case; from the case out of it."""
        if isinstance(self.page, CasePage):
            self.left.emit()
        elif self._found is not None:
            self._show_case()
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p = QPainter(self), self._sitting.look.palette
        painter.fillRect(self.rect(), QColor(p.paper))
        painter.fillRect(0, 0, 1, self.height(), QColor(p.hair))

    # ---------------------------------------------------------------- inside

    def _record(self, happened: Happened) -> None:
        assert self._found is not None
        desk, id = self._sitting.desk, self._found.case.id

        def work() -> CaseToday:
            return desk.record(id, happened.kind, happened.day, happened.note, happened.clock)

        def done(found: CaseToday) -> None:
            self._sitting.half.pop(id, None)
            self._found = found
            self._show_case()
            words = self._sitting.words
            event, day = words.say(EVENTS[happened.kind]), words.day(happened.day)
            self._tell(words.say("Recorded: {event}, {day}.", event=event, day=day))
            self.take_focus()
            self.changed.emit(found)

        self._busy.run(work, done, self._failed)

    def _dropped(self, path: Path) -> None:
        if self._found is not None:
            self._receiving.take(self._found.case, path)

    def _received(self, found: CaseToday, told: str) -> None:
        self._changed(found)
        self._tell(told)

    def _show_reply(self, content: bytes, verdict: Verdict | None) -> None:
        back = PrimaryButton(self._sitting.look, self._sitting.words.say("The case"))
        back.clicked.connect(self.go_back)
        page = reply_page(self._sitting, content, verdict)
        self._show(page, ActionBar(self._sitting.look, tipped(back, Key.BACK)))
        self.take_focus()

    def _attested(self, found: CaseToday) -> None:
        self._changed(found)
        self._tell(self._sitting.words.say("You have signed as witness."))

    def _stamped(self, found: CaseToday, left: tuple[Problem, ...]) -> None:
        self._changed(found)
        words = self._sitting.words
        if left:
            self._tell(words.together([sentence(each, words) for each in left]), Kind.CAREFUL)
        else:
            self._tell(words.say("The time stamps are in the file now."))

    def _changed(self, found: CaseToday) -> None:
        self._found = found
        self._show_case()
        self.take_focus()
        self.changed.emit(found)

    def _signed(self, found: CaseToday) -> ToTake:
        desk, case = self._sitting.desk, found.case
        return ToTake(case.reference, lambda: desk.signed_pdf(case.id))

    def _show_case(self) -> None:
        if self._found is None:
            self._throw_away()
            return
        page = CasePage(self._sitting, self._found, back=self._back)
        page.left.connect(self.left)
        page.witness_wanted.connect(self.attest)
        page.stamps_wanted.connect(self.add_stamps)
        page.receive_wanted.connect(self.receive)
        page.reply_wanted.connect(self.see_reply)
        page.print_wanted.connect(self._copies.print)
        page.save_wanted.connect(self._copies.save)
        self._show(page, self._actions())

    def _show_pages(self, pdf: bytes) -> None:
        # The PDF library is loaded only when somebody wants to see pages.
        from filingdesk.ui.clerk.signed_pages import SignedPages

        page = SignedPages(self._sitting, pdf)
        page.left.connect(self.go_back)
        self._show(page, ActionBar(self._sitting.look, self._print_button(), self._save_button()))
        page.take_focus()

    def _actions(self) -> ActionBar:
        say, look = self._sitting.words.say, self._sitting.look
        record = PrimaryButton(look, say("Record what happened"))
        record.clicked.connect(self.record)
        pages = QuietButton(look, say("See the signed pages"))
        pages.clicked.connect(self.see_pages)
        buttons = (tipped(record, Key.RECORD), tipped(pages, Key.PAGES))
        return ActionBar(look, *buttons, self._print_button())

    def _print_button(self) -> Button:
        button = QuietButton(self._sitting.look, self._sitting.words.say("Print"))
        button.clicked.connect(self.print)
        return tipped(button, Key.PRINT)

    def _save_button(self) -> Button:
        button = QuietButton(self._sitting.look, self._sitting.words.say("Save a copy"))
        button.clicked.connect(self.save)
        return tipped(button, Key.SAVE)

    def _show(self, page: Column, actions: ActionBar) -> None:
        self._throw_away()
        self.page = page
        self._shown = Framed(self._sitting.look, page, actions)
        self._column.addWidget(self._shown)
        self._shown.show()
        self._column.activate()

    def _throw_away(self) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self.page, self._shown = None, None

    def _tell(self, words: str, kind: Kind = Kind.GOOD) -> None:
        if self.page is not None:
            self.page.put_first(Note(self._sitting.look, words, kind=kind))
            announce(self, words)

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, UserProblem):
            raise fault
        if isinstance(self.page, RecordForm):
            self.page.show_problems(fault.problems)
            return
        words = self._sitting.words
        told = words.together([sentence(each, words) for each in fault.problems])
        self._tell(told, Kind.WRONG)
