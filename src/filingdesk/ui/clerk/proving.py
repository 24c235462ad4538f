"""What opens the desk is changed by whoever can open it; each problem is told at its field."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text_field import TextField, Typed
from filingdesk.words.problems import sentence

_CHANGE, _CANCEL = "change", "cancel"
_T = TypeVar("_T")


class Proving(Overlay):
    """Over the clerk's `room`, with `verb` on the button. Nothing is changed before the proof is
    right.
    """

    def __init__(self, sitting: Sitting, room: QWidget, title: str, text: str, verb: str) -> None:
        say = sitting.words.say
        answers = (Answer(_CHANGE, verb, primary=True), Answer(_CANCEL, say("Cancel")))
        super().__init__(sitting.look, room, title, text, answers, escape=_CANCEL)
        self._sitting, self._room = sitting, room
        self._busy = Busy(sitting.look, room, say("One moment"))
        self.secret = self.ask(say("Current passphrase"), say("The recovery code will do too."))
        self.fields: Mapping[str, TextField] = {}
        """The fields of problems, by their codes; others belong to the proof."""

    def ask(self, label: str, hint: str = "") -> TextField:
        """One more field of which nothing is seen."""
        field = TextField(self._sitting.look, label, hint=hint, typed=Typed.SECRET)
        field.entered.connect(self.change)
        self.add(field)
        return field

    def open(self) -> None:
        """The proof can be typed at once."""
        super().open()
        self.secret.setFocus(Qt.FocusReason.PopupFocusReason)

    def change(self) -> None:
        """Do it, with what stands in the fields."""
        raise NotImplementedError

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        """`work` beside the window; `done` not over a desk that was locked in the meantime."""

        def show(found: _T) -> None:
            if isValid(self) and not self.isHidden():
                self.dismiss()
                done(found)

        self._busy.run(work, show, self._refused)

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Say so at the fields; the next key replaces what was typed in the first."""
        words = self._sitting.words
        for field in (self.secret, *self.fields.values()):
            field.show_error(None)
        field = self.fields.get(problems[0].code, self.secret)
        told = words.together([sentence(each, words) for each in problems])
        field.show_error(told)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.box.selectAll()
        announce(self, told)

    def _answer(self, key: str) -> None:
        if key == _CHANGE:
            self.change()
        else:
            super()._answer(key)

    def _refused(self, fault: Exception) -> None:
        if not isinstance(fault, UserProblem):
            raise fault
        if isValid(self):
            self.refuse(fault.problems)
