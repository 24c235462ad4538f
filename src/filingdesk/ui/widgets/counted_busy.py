"""Work on several things: a count of what is done, and a way to stop between two of them."""

from collections.abc import Callable
from threading import Event, Lock

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.busy import Busy, Wait
from filingdesk.ui.widgets.buttons import QuietButton


class CountedBusy(Busy):
    """`words` says how far it is; `stop` and `stopping` are the words before and after a stop.

    `tell`, `is_stopped` and `be_late` may be called from the thread that works. Signal `told(int)`
    follows in the window's thread with how many are done.
    """

    told = Signal(int)

    def __init__(
        self,
        look: Look,
        window: QWidget,
        title: str,
        words: Callable[[int], str],
        *,
        stop: str,
        stopping: str,
    ) -> None:
        super().__init__(look, window, title, words(0))
        self._words, self._stop, self._stopping = words, stop, stopping
        self._stopped, self._is_late, self._deciding = Event(), False, Lock()
        self.told.connect(self._show)

    def tell(self, done: int) -> None:
        """So many are done."""
        self.told.emit(done)

    def is_stopped(self) -> bool:
        """Whether the rest is to be left."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Leave the rest; what is being worked on is finished."""
        with self._deciding:
            if not self._is_late:
                self._stopped.set()

    def be_late(self) -> None:
        """Who has not stopped it by now cannot any more."""
        with self._deciding:
            self._is_late = True

    def _new_wait(self) -> Wait:
        wait = _StoppableWait(self._look, self._window, self._title, self._text)
        wait.offer(self._stop, self._stopping, self.stop)
        return wait

    def _show(self, done: int) -> None:
        if self._wait is not None and isValid(self._wait) and not self.is_stopped():
            self._wait.set_text(self._words(done), spoken=self._wait.is_told())
            if self._is_late and isinstance(self._wait, _StoppableWait):
                self._wait.withdraw()


class _StoppableWait(Wait):
    """The button is there with the words, and not before."""

    def offer(self, words: str, stopping: str, stop: Callable[[], None]) -> None:
        self._stopper, self._stop, self._stopping = QuietButton(self._look, words), stop, stopping
        self._stopper.clicked.connect(self._give_up)
        self._flow.add(self._stopper)

    def tell(self) -> None:
        super().tell()
        self._stopper.setFocus(Qt.FocusReason.PopupFocusReason)

    def withdraw(self) -> None:
        """The button goes; a screen reader stays on the words."""
        self._stopper.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        self._stop()
        self.withdraw()
        self.set_text(self._stopping, spoken=True)
