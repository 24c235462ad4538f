"""A photo or scan of a printed filing opens its case: its square code names it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from filingdesk.core.problem import UserProblem
from filingdesk.ui.clerk.dropping import ask_file, read_untrusted
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.words.problems import sentence


class Scanning(QObject):
    """Signal `found(object)` with the Scanned; where there is none, an overlay says why."""

    found = Signal(object)

    def __init__(self, sitting: Sitting, room: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._sitting, self._room = sitting, room
        self._busy = Busy(sitting.look, room, sitting.words.say("One moment"))
        self._busy.setParent(self)

    def begin(self) -> None:
        """Ask for the photo or scan."""
        ask_file(self._room, self._sitting.words.say("Which photo or scan?"), self.find)

    def find(self, path: Path) -> None:
        """Read it, and look for its case."""
        desk = self._sitting.desk
        self._busy.run(lambda: desk.find_scan(read_untrusted(path)), self.found.emit, self._failed)

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, UserProblem):
            raise fault
        words = self._sitting.words
        told = words.together([sentence(each, words) for each in fault.problems])
        close = Answer("close", words.say("Close"), primary=True)
        title = words.say("No case was opened")
        look = self._sitting.look
        Overlay(look, self._room, title, told, (close,), escape=close.key).open()
