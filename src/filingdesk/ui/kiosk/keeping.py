"""Saving while a person types: soon after every change, and again until it succeeds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from filingdesk.core.problem import Problem, UserProblem

SOON = 300
"""Milliseconds after the last change."""
AGAIN = 5000
"""Milliseconds after a save that failed."""


class Keeping(QObject):
    """Calls `keep` when something has changed.

    Signal `saved(bool)`: whether the disk has it; if not, `refusal` says why.
    """

    saved = Signal(bool)

    def __init__(self, keep: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self.refusal: Problem | None = None
        self._keep = keep
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.now)

    def soon(self) -> None:
        """Save when the person pauses."""
        self._timer.start(SOON)

    def now(self) -> bool:
        """Save at once. What the disk refuses is tried again; nothing is lost meanwhile."""
        self._timer.stop()
        try:
            self._keep()
        except UserProblem as refused:
            self.refusal = refused.problems[0]
            self._timer.start(AGAIN)
            self.saved.emit(False)
            return False
        self.refusal = None
        self.saved.emit(True)
        return True

    def flush(self) -> None:
        """Save at once what still waits."""
        if self._timer.isActive():
            self.now()

    def stop(self) -> None:
        """There is nothing to save any more."""
        self.refusal = None
        self._timer.stop()
