"""Settings: how this desk signs. What cannot work is refused, and nothing typed is lost."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Level, SigningSettings
from filingdesk.desk.countersigning import Stamped
from filingdesk.ui.clerk.framed import Framed
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.own_folder import own_folder
from filingdesk.ui.widgets.action_bar import ActionBar
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.errors import Entry, ErrorSummary
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.notices import Notices
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.story_field import StoryField
from filingdesk.ui.widgets.text import Body, Strong, Title
from filingdesk.ui.widgets.text_field import TextField, Typed
from filingdesk.words.problems import sentence
from filingdesk.words.terms import LEVELS

_LARGEST_PEM = 1024 * 1024


class SettingsPage(QWidget):
    """What was typed and not kept is found here again, and told as that.

    Signal `left()` when Escape leads out.
    """

    left = Signal()

    def __init__(self, sitting: Sitting, room: QWidget) -> None:
        super().__init__()
        self._sitting, self._room = sitting, room
        self._say = sitting.words.say
        self._in_force = sitting.desk.doors.signing()
        shown = sitting.settings or self._in_force
        self._trust = shown.trust
        self._busy = Busy(sitting.look, room, self._say("One moment"))
        self._busy.setParent(self)
        self.page = Column(sitting.look)
        self.page.add(Title(sitting.look, self._say("How this desk signs")))
        self._told = Notices()
        self.page.add(self._told, gap=0)
        self._ask_level(shown.level)
        self._ask_authorities(shown.authorities)
        self._ask_trust()
        self._ask_cards(shown.token_module)
        self._tell_lacking()
        self.fields: dict[str, Field] = {
            "level": self.level,
            "authorities": self.authorities,
            "token_module": self.token_module,
        }
        keep = PrimaryButton(sitting.look, self._say("Keep these settings"))
        keep.clicked.connect(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(Framed(sitting.look, self.page, ActionBar(sitting.look, keep)))
        if shown != self._in_force:
            self._tell_unkept()

    def take_focus(self) -> None:
        """To the first field."""
        self.level.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> SigningSettings:
        """The settings as they stand in the fields."""
        (level,) = self.level.values()
        urls = tuple(self.authorities.raw().split())
        module = self.token_module.raw().strip()
        return SigningSettings(Level(level), urls, self._trust, module)

    def unkept(self) -> SigningSettings | None:
        """The same where they are not those by which this desk signs."""
        typed = self.typed()
        return typed if typed != self._in_force else None

    # ---------------------------------------------------------------- what a clerk does

    def keep(self) -> None:
        """Sign so from now on."""
        doors, settings = self._sitting.desk.doors, self.typed()
        self._forget()
        done = partial(self._kept, settings)
        self._busy.run(lambda: doors.keep_signing(settings), done, self._refused)

    def try_authorities(self) -> None:
        """Have every authority that is typed here stamp something."""
        doors, urls = self._sitting.desk.doors, self.typed().authorities

        def work() -> list[tuple[str, str, bool]]:
            told = []
            for url in urls:
                try:
                    told.append((url, doors.try_authority(url), True))
                except UserProblem as refused:
                    words = sentence(refused.problems[0], self._sitting.words)
                    told.append((url, words, False))
            return told

        self._forget()
        self._busy.run(work, self._tried, self._refused)

    def choose_trust(self) -> None:
        """A file of certificates at which a chain may end."""
        dialog = QFileDialog(self._room, self._say("Which certificates?"), own_folder())
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.ReadOnly)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kind = self._say("Certificates")
        dialog.setNameFilter(f"{kind} (*.pem *.crt *.cer)")
        dialog.fileSelected.connect(lambda path: self.use_trust(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_trust(self, path: Path) -> None:
        """The certificates of this file, once the settings are kept."""
        try:
            with path.open("rb") as file:
                self._trust = file.read(_LARGEST_PEM)
        except OSError:
            self._refused(UserProblem(Problem("trust", "certificate-not-readable")))
            return
        self._tell_trust()

    def drop_trust(self) -> None:
        """None any more, once the settings are kept."""
        self._trust = b""
        self._tell_trust()

    def stamp_all(self) -> None:
        """Add the time stamps that cases lack."""
        self._forget()
        self._busy.run(self._sitting.desk.stamp_later, self._stamped, self._refused)

    def take_back(self) -> None:
        """The settings by which this desk signs, in place of what was typed."""
        self._forget()
        self.level.set_values((self._in_force.level.value,))
        self.authorities.set_raw("\n".join(self._in_force.authorities))
        self._trust = self._in_force.trust
        self._tell_trust()
        self.token_module.set_raw(self._in_force.token_module)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._sitting.look.palette.paper))

    # ---------------------------------------------------------------- the page

    def _ask_level(self, level: Level) -> None:
        say, look = self._say, self._sitting.look
        choices = [Choice(each.value, say(LEVELS[each]), each.value) for each in Level]
        label = say("How much a signature proves")
        self.level = ChoiceCards(look, label, choices, label=label)
        self.level.set_values((level.value,))
        self.page.add(self.level)

    def _ask_authorities(self, urls: Sequence[str]) -> None:
        say, look = self._say, self._sitting.look
        label = say("Authorities for time stamps")
        hint = say("One address a line; the first that answers stamps.")
        self.authorities = StoryField(look, label, say=say, hint=hint, lines=2)
        self.authorities.set_raw("\n".join(urls))
        test = QuietButton(look, say("Try them"), icon="refresh-cw")
        test.clicked.connect(self.try_authorities)
        self.page.add(self.authorities)
        self._answers = Notices()
        self.page.add(ActionBar(look, test), self._answers, gap=0)

    def _ask_trust(self) -> None:
        say, look = self._say, self._sitting.look
        self.page.add(Strong(look, say("Certificates that you trust")))
        self.trust = Body(look, "")
        choose = QuietButton(look, say("Choose a file"), icon="folder-open")
        choose.clicked.connect(self.choose_trust)
        self._choose = choose
        self._drop = QuietButton(look, say("Take them away"), icon="trash-2")
        self._drop.clicked.connect(self.drop_trust)
        self.page.add(self.trust, ActionBar(look, choose, self._drop), gap=0)
        self._tell_trust()

    def _ask_cards(self, module: str) -> None:
        say, look = self._say, self._sitting.look
        label = say("Program that reads cards and tokens (optional)")
        hint = say(
            "The library of the card's maker (PKCS#11), such as {example}.",
            example="/usr/lib/opensc-pkcs11.so",
        )
        self.token_module = TextField(look, label, hint=hint, typed=Typed.CODE)
        self.token_module.set_raw(module)
        self.page.add(self.token_module)

    def _tell_lacking(self) -> None:
        count = len(self._sitting.desk.lacking_stamps()) if self._wants_stamps() else 0
        if count:
            say, look = self._say, self._sitting.look
            words = say("Filings that lack a time stamp: {count}", count=count)
            note = Note(look, words, kind=Kind.CAREFUL)
            add = QuietButton(look, say("Add the time stamps"), icon="stamp")
            add.clicked.connect(self.stamp_all)
            note.add(add)
            self.page.add(note)

    def _tell_unkept(self) -> None:
        say, look = self._say, self._sitting.look
        words = say("What stands here was typed, and is not kept yet. The desk signs as before.")
        note = Note(look, words, kind=Kind.CAREFUL)
        undo = QuietButton(look, say("Take back what was typed"), icon="undo-2")
        undo.clicked.connect(self.take_back)
        note.add(undo)
        self._told.add(note)

    def _wants_stamps(self) -> bool:
        return self._sitting.desk.doors.signing().level is not Level.B_B

    def _tell_trust(self) -> None:
        count = self._trust.count(b"-----BEGIN CERTIFICATE-----")
        words = (
            self._say("Certificates: {count}", count=count)
            if self._trust
            else self._say("No certificate is named.")
        )
        self.trust.setText(words)
        self._drop.setVisible(bool(self._trust))

    # ---------------------------------------------------------------- what came of it

    def _kept(self, settings: SigningSettings, _nothing: None) -> None:
        self._in_force = settings
        self._tell(self._say("The settings are kept."), Kind.GOOD)

    def _tried(self, told: Sequence[tuple[str, str, bool]]) -> None:
        if not told:
            self._tell(self._say("Please type an address first."), Kind.CAREFUL, self._answers)
        for url, words, is_good in told:
            said = self._say("{address}: stamped by {name}", address=url, name=words)
            bad = self._say("{address}: {sentence}", address=url, sentence=words)
            kind = Kind.GOOD if is_good else Kind.WRONG
            self._tell(said if is_good else bad, kind, self._answers)

    def _stamped(self, done: Stamped) -> None:
        words, say = self._sitting.words, self._say
        if done.raised:
            self._tell(say("Time stamps added: {count}", count=len(done.raised)), Kind.GOOD)
        for problem in {problem.code: problem for _, problem in done.left}.values():
            self._tell(sentence(problem, words), Kind.CAREFUL)

    def _forget(self) -> None:
        """What was told of the time before."""
        for each in (self._told, self._answers):
            each.clear()
        for field in self.fields.values():
            field.show_error(None)

    def _refused(self, fault: Exception) -> None:
        if not isinstance(fault, UserProblem):
            raise fault
        entries = []
        for each in fault.problems:
            told, field = sentence(each, self._sitting.words), self.fields.get(each.where)
            if field is not None:
                field.show_error(told)
            entries.append(Entry(told, field or self._choose))
        summary = ErrorSummary(self._sitting.look, self._say("There is a problem"), entries)
        self._told.add(summary)
        summary.take_focus()

    def _tell(self, words: str, kind: Kind, where: Notices | None = None) -> None:
        (where or self._told).add(Note(self._sitting.look, words, kind=kind))
        announce(self, words)
