"""A clerk who has walked away: the desk asks, and then locks by itself."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.overlay import Answer, Overlay

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds without a key or a touch before the question, and to answer it."""

    quiet: int = 300
    countdown: int = 60


class Idle(QObject):
    """Watches a window once it is started. While the question stands, the cases are hidden.

    Signal `gone()` when nobody has answered.
    """

    gone = Signal()

    def __init__(self, sitting: Sitting, room: QWidget, patience: Patience) -> None:
        super().__init__(room)
        self._sitting, self._room, self._patience = sitting, room, patience
        self._left = 0
        self.warning: Overlay | None = None
        self._quiet = QTimer(self, singleShot=True, interval=patience.quiet * 1000)
        self._quiet.timeout.connect(self._ask)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._count_down)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._watch_dialog)

    def watch(self, surface: QObject) -> None:
        """`surface` gets every touch and key before any widget does: the native window."""
        surface.installEventFilter(self)

    def _watch_dialog(self, surface: QObject | None) -> None:
        """Where files are chosen is a window of its own; whoever is busy there is there."""
        if surface is not None:
            self.watch(surface)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS and self._quiet.isActive():
            self.start()
        return False

    def start(self) -> None:
        """Somebody is there: wait anew."""
        self._quiet.start()

    def stop(self) -> None:
        """There is nothing to hide."""
        self._quiet.stop()
        self._tick.stop()
        self.warning = None

    def _ask(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self._room.findChildren(QDialog):
            dialog.close()
        say = self._sitting.words.say
        self._left = self._patience.countdown
        answers = (
            Answer("stay", say("Go on working"), primary=True),
            Answer("lock", say("Lock the desk")),
        )
        title = say("Are you still there?")
        self.warning = Overlay(
            self._sitting.look, self._room, title, self._words(), answers, opaque=True
        )
        self.warning.answered.connect(self._answered)
        self.warning.open()
        QApplication.beep()
        self._tick.start()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._answered("lock")
        elif self.warning is not None:
            self.warning.set_text(self._words(), spoken=self._left in (30, 10))

    def _answered(self, key: str) -> None:
        self._tick.stop()
        self.warning = None
        if key == "lock":
            self.gone.emit()
        else:
            self.start()

    def _words(self) -> str:
        return self._sitting.words.say(
            "The cases are hidden. In {seconds} seconds the desk locks.", seconds=self._left
        )
