"""Check a filing: a PDF from anywhere is dropped or chosen, and judged as an agency would."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from filingdesk.core.problem import UserProblem
from filingdesk.core.verdict import Verdict
from filingdesk.ui.clerk.dropping import Dropping, ask_file, read_untrusted
from filingdesk.ui.clerk.framed import Framed
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.clerk.verdict_page import VerdictPage
from filingdesk.ui.own_folder import own_folder
from filingdesk.ui.widgets.action_bar import ActionBar
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Body, Hint, Title
from filingdesk.words.problems import sentence
from filingdesk.words.verdict import OVERALL

_LARGEST_PEM = 1024 * 1024


class CheckPage(QWidget):
    """`room` is covered while a file is read. Signal `left()` when Escape leads out.

    A file that was judged stays until another one is; nothing of it is kept. `trust`: PEM
    certificates to begin with.
    """

    left = Signal()

    def __init__(self, sitting: Sitting, room: QWidget, trust: Sequence[bytes] = ()) -> None:
        super().__init__()
        self._sitting, self._room, self._say = sitting, room, sitting.words.say
        self._trust = tuple(trust)
        self._untrusted_pdf = b""
        self.verdict: Verdict | None = None
        self._busy = Busy(sitting.look, room, self._say("The file is being checked"))
        self._busy.setParent(self)
        self._shown: QWidget | None = None
        self._note: Note | None = None
        self.page = Column(sitting.look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._dropping = Dropping(self)
        self._dropping.dropped.connect(self.check)
        self._show_empty()

    def take_focus(self) -> None:
        """To the button that chooses a file."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """Ask for the file."""
        title = self._say("Which file shall be checked?")
        ask_file(self._room, title, self.check, "PDF (*.pdf)")

    def check(self, path: Path) -> None:
        """Judge a file."""

        def work() -> tuple[bytes, Verdict]:
            untrusted_pdf = read_untrusted(path)
            return untrusted_pdf, self._sitting.desk.judge(untrusted_pdf, self._trust)

        self._busy.run(work, lambda result: self._judged(*result), self._not_judged)

    def take_over(self, before: "CheckPage") -> None:
        """Show what another page has found, which is thrown away."""
        self._trust = before._trust
        if before.verdict is not None:
            self._judged(before._untrusted_pdf, before.verdict)

    def choose_trust(self) -> None:
        """Ask for a certificate to trust, and judge once more."""
        title = self._say("Whose certificate do you trust?")
        ask_file(self._room, title, self._trusting, "PEM (*.pem *.crt *.cer)")

    def save(self) -> None:
        """Ask for a folder, and write what is inside into it."""
        dialog = QFileDialog(self._room, self._say("Choose a folder"), own_folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.fileSelected.connect(self.save_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_in(self, folder: str) -> None:
        """Write what is inside into a folder of its own there."""
        if self.verdict is None:
            return
        files, payload, doors = self.verdict.files, self.verdict.payload, self._sitting.desk.doors
        name = payload.reference if payload else ""

        def done(where: str) -> None:
            told = self._say("The files are in the folder {name}.", name=Path(where).name)
            self._tell(told, Kind.GOOD)

        self._busy.run(lambda: doors.save_files(files, folder, name), done, self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p = QPainter(self), self._sitting.look.palette
        painter.fillRect(self.rect(), QColor(p.paper))

    # ---------------------------------------------------------------- inside

    def _trusting(self, path: Path) -> None:
        """A certificate that cannot be read is not kept."""
        untrusted_pdf, desk, known = self._untrusted_pdf, self._sitting.desk, self._trust

        def work() -> tuple[tuple[bytes, ...], Verdict]:
            trust = (*known, read_untrusted(path, _LARGEST_PEM))
            return trust, desk.judge(untrusted_pdf, trust)

        def done(result: tuple[tuple[bytes, ...], Verdict]) -> None:
            self._trust, verdict = result
            self._judged(untrusted_pdf, verdict)

        self._busy.run(work, done, self._failed)

    def _judged(self, untrusted_pdf: bytes, verdict: Verdict) -> None:
        self._untrusted_pdf, self.verdict = untrusted_pdf, verdict
        title = self._say("What was found")
        look = self._sitting.look
        first = PrimaryButton(look, self._say("Check another file"))
        first.clicked.connect(self.choose)
        save = QuietButton(look, self._say("Save the data and exhibits"))
        save.clicked.connect(self.save)
        trust = QuietButton(look, self._say("Name a certificate"))
        trust.clicked.connect(self.choose_trust)
        buttons = (first, save, trust) if verdict.files else (first, trust)
        self._show(VerdictPage(self._sitting, verdict, title), first, *buttons[1:])
        announce(self, self._say(OVERALL[verdict.overall]))

    def _not_judged(self, fault: Exception) -> None:
        """What was found of another file says nothing of this one."""
        self._untrusted_pdf, self.verdict = b"", None
        self._show_empty()
        self._failed(fault)

    def _show_empty(self) -> None:
        look = self._sitting.look
        page = Column(look)
        page.add(Title(look, self._say("Check a filing")))
        page.add(
            Body(
                look,
                self._say(
                    "Drop a signed PDF here, or choose one. It is checked on this computer: who "
                    "signed it, whether anything was changed, and whether its data say what its "
                    "pages say."
                ),
            )
        )
        page.add(Hint(look, self._say("Nothing of the file is kept.")))
        first = PrimaryButton(look, self._say("Choose a file"))
        first.clicked.connect(self.choose)
        self._show(page, first)

    def _show(self, page: Column, first: PrimaryButton, *others: QuietButton) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self.page, self._first, self._note = page, first, None
        look = self._sitting.look
        self._shown = Framed(look, page, ActionBar(look, first, *others))
        self._column.addWidget(self._shown)
        self._shown.show()
        self.take_focus()

    def _tell(self, words: str, kind: Kind) -> None:
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
        self._note = Note(self._sitting.look, words, kind=kind)
        self.page.put_first(self._note)
        announce(self, words)

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, UserProblem):
            raise fault
        words = self._sitting.words
        told = words.together([sentence(each, words) for each in fault.problems])
        self._tell(told, Kind.WRONG)
