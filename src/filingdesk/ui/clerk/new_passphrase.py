"""Another passphrase for the desk: who knew it has left, or nobody remembers it any more."""

from PySide6.QtWidgets import QWidget

from filingdesk.core.problem import Problem
from filingdesk.ui.clerk.proving import Proving
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.overlay import Answer, Overlay


class AskNewPassphrase(Proving):
    """Asks for the present one or the recovery code, and twice for the new one."""

    def __init__(self, sitting: Sitting, room: QWidget) -> None:
        say = sitting.words.say
        super().__init__(
            sitting,
            room,
            say("New passphrase"),
            say(
                "Use it when somebody who knows the passphrase leaves, or when it is forgotten. "
                "Everybody who signs in here needs the new one from then on."
            ),
            say("Change the passphrase"),
        )
        hint = say("At least 10 characters. A sentence is easy to remember and hard to guess.")
        self.new = self.ask(say("New passphrase"), hint)
        self.again = self.ask(say("The new passphrase once more"))
        self.fields = {"passphrase-too-short": self.new, "passphrases-differ": self.again}

    def change(self) -> None:
        """Put it in place of the present one."""
        doors, proof, new = self._sitting.desk.doors, self.secret.raw(), self.new.raw()
        if new != self.again.raw():
            self.refuse([Problem("again", "passphrases-differ")])
            return
        self.run(lambda: doors.change_passphrase(proof, new), self._tell)

    def _tell(self, _nothing: None) -> None:
        say = self._sitting.words.say
        Overlay(
            self._sitting.look,
            self._room,
            say("The passphrase is changed"),
            say("The one before opens nothing any more. The recovery code stays as it is."),
            (Answer("close", say("Close"), primary=True),),
            escape="close",
        ).open()
