"""A new recovery code: asked for with the passphrase, shown once, and the old one is void."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from filingdesk.core.problem import UserProblem
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.code_card import CodeCard
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text_field import TextField, Typed
from filingdesk.words.problems import sentence

_RENEW, _CANCEL = "renew", "cancel"


class AskNewCode(Overlay):
    """Over the clerk's `room`. Nothing is changed before the passphrase is right."""

    def __init__(self, sitting: Sitting, room: QWidget) -> None:
        say = sitting.words.say
        super().__init__(
            sitting.look,
            room,
            say("New recovery code"),
            say(
                "Use it when the paper with the code is lost, or when somebody else has seen it. "
                "The new code is shown once, and the old one opens nothing after that."
            ),
            (
                Answer(_RENEW, say("Make a new code"), primary=True),
                Answer(_CANCEL, say("Cancel")),
            ),
            escape=_CANCEL,
        )
        self._sitting, self._room = sitting, room
        self.secret = TextField(sitting.look, say("Passphrase"), typed=Typed.SECRET)
        self.secret.entered.connect(self._renew)
        self.add(self.secret)
        self._busy = Busy(sitting.look, room, say("One moment"))

    def open(self) -> None:
        """The passphrase can be typed at once."""
        super().open()
        self.secret.setFocus(Qt.FocusReason.PopupFocusReason)

    def _answer(self, key: str) -> None:
        if key == _RENEW:
            self._renew()
        else:
            super()._answer(key)

    def _renew(self) -> None:
        doors, passphrase = self._sitting.desk.doors, self.secret.raw()
        self._busy.run(lambda: doors.renew_code(passphrase), self._show, self._refused)

    def _show(self, code: str) -> None:
        """Not over a desk that was locked in the meantime."""
        if not isValid(self) or self.isHidden():
            return
        self.dismiss()
        ShowNewCode(self._sitting, self._room, code).open()

    def _refused(self, fault: Exception) -> None:
        """The next key replaces what was typed."""
        if not isinstance(fault, UserProblem):
            raise fault
        if not isValid(self):
            return
        words = self._sitting.words
        told = words.together([sentence(each, words) for each in fault.problems])
        self.secret.show_error(told)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        self.secret.box.selectAll()
        announce(self, told)


class ShowNewCode(Overlay):
    """This once; the only way out says that the code is on paper."""

    def __init__(self, sitting: Sitting, room: QWidget, code: str) -> None:
        say = sitting.words.say
        super().__init__(
            sitting.look,
            room,
            say("Write down the recovery code"),
            say("It opens the desk when the passphrase is forgotten. It is not shown again."),
            (Answer("written", say("I have written the code down"), primary=True),),
        )
        self.code = code
        self.add(CodeCard(sitting.look, code))
