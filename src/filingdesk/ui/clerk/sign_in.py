"""Sign in: the clerk proves to be one with the passphrase of the desk."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from filingdesk.core.problem import UserProblem
from filingdesk.desk import Desk
from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.action_bar import ActionBar
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.buttons import PrimaryButton, QuietButton
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.errors import Entry, ErrorSummary
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Body, Title
from filingdesk.ui.widgets.text_field import TextField, Typed
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence

QUIET = 120_000
"""Milliseconds without a key until the citizens' pages come back."""


class SignInPage(QWidget):
    """Opens the desk too where nobody has done so today. Dresses the application in its look.

    Signals: `signed_in()`; `left()` at Escape, Back to the start, or when nobody types.
    """

    accessible_role = QAccessible.Role.Client
    signed_in = Signal()
    left = Signal()

    def __init__(self, desk: Desk, words: Words, look: Look) -> None:
        super().__init__()
        self._desk, self._words, self._look = desk, words, look
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.left)
        self._quiet.start()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, look, words.language)
        say = words.say
        hint = say("The recovery code opens it too.")
        self.secret = TextField(look, say("Passphrase"), hint=hint, typed=Typed.SECRET)
        self.secret.entered.connect(self.sign_in)
        self.secret.edited.connect(self._quiet.start)
        enter = PrimaryButton(look, say("Sign in"))
        enter.clicked.connect(self.sign_in)
        away = QuietButton(look, say("Back to the start"))
        away.clicked.connect(self.left)
        self._column = Column(look)
        self._column.add(Title(look, say("For staff")))
        self._column.add(Body(look, say("This opens the clerk's desk.")), self.secret)
        self._column.add(ActionBar(look, enter, away))
        self._busy = Busy(look, self, say("One moment"))
        outer = QVBoxLayout(self)
        margin = look.sizes.margin
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.addStretch(2)
        outer.addWidget(self._column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        self.setFocusProxy(self.secret)

    def sign_in(self) -> None:
        """Try what was typed."""
        doors, passphrase = self._desk.doors, self.secret.raw()
        enter = doors.unlock if _is_locked(self._desk) else doors.prove
        self._quiet.stop()
        self._busy.run(lambda: enter(passphrase), self._entered, self._refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._look.palette.paper))

    def _entered(self, _nothing: None) -> None:
        self.secret.set_raw("")
        self.signed_in.emit()

    def _refused(self, fault: Exception) -> None:
        """The sentence on top and at the field; the next key replaces what was typed."""
        if not isinstance(fault, UserProblem):
            raise fault
        told = self._words.together([sentence(each, self._words) for each in fault.problems])
        title = self._words.say("There is a problem")
        self._column.put_first(ErrorSummary(self._look, title, [Entry(told, self.secret)]))
        self.secret.show_error(told)
        self._quiet.start()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        self.secret.box.selectAll()
        announce(self, f"{title}. {told}")


def _is_locked(desk: Desk) -> bool:
    try:
        desk.doors.centre()
    except UserProblem:
        return True
    return False
