"""After a new calendar or pack: the days are counted anew beside the list, and it says so."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.text import Hint


class Recount(Hint):
    """How many cases are left, while it is in sight; nothing where all are counted.

    Between two steps the window does what is asked of it. Signal `done()`: read the list anew.
    """

    done = Signal()

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting.look, "")
        self._words = sitting.words
        self._steps = sitting.desk.settling()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self.left = next(self._steps, 0)
        self.setVisible(self.left > 0)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.left:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """A list that nobody sees asks the desk for nothing; the next one goes on from here."""
        super().hideEvent(event)
        self._timer.stop()

    def _step(self) -> None:
        left = next(self._steps, None)
        if left is None:  # the store takes nothing
            self._timer.stop()
            self.setText(
                self._words.say("The days could not be counted anew. You see them as before.")
            )
            return
        self.left = left
        self._tell()
        if not left:
            self._timer.stop()
            self.hide()
            self.done.emit()

    def _tell(self) -> None:
        count = self._words.number(self.left)
        self.setText(
            self._words.say(
                "The days are being counted anew; cases left: {count}. Until then you see order "
                "and days as before.",
                count=count,
            )
        )
