"""A new recovery code: shown once, and the old one is void."""

from PySide6.QtWidgets import QWidget

from filingdesk.ui.clerk.proving import Proving
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.code_card import CodeCard
from filingdesk.ui.widgets.overlay import Answer, Overlay


class AskNewCode(Proving):
    """Asks for the passphrase, over the clerk's `room`."""

    def __init__(self, sitting: Sitting, room: QWidget) -> None:
        say = sitting.words.say
        super().__init__(
            sitting,
            room,
            say("New recovery code"),
            say(
                "Use it when the paper with the code is lost, or when somebody else has seen it. "
                "The new code is shown once, and the old one opens nothing after that."
            ),
            say("Make a new code"),
        )

    def change(self) -> None:
        """Make the code, and show it."""
        doors, passphrase = self._sitting.desk.doors, self.secret.raw()
        self.run(lambda: doors.renew_code(passphrase), self._show)

    def _show(self, code: str) -> None:
        ShowNewCode(self._sitting, self._room, code).open()


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
