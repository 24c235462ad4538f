"""Nobody there any more: the question by sight and sound, and then nothing of the person stays."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.widgets.overlay import Answer, Overlay

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)
TICK = 1000
"""Milliseconds of a second of the count-down."""
_SPOKEN = (30, 10)
"""Seconds left that are said aloud by a screen reader."""


class Idle(QObject):
    """Watches a window; signal `gone()` when nobody has answered.

    While the question stands, the page is covered: whoever comes next sees nothing of it.
    """

    gone = Signal()

    def __init__(self, session: Session, room: QWidget) -> None:
        super().__init__(room)
        self._session, self._room = session, room
        self._left = 0
        self.warning: Overlay | None = None
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._ask)
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._count_down)
        session.active.connect(self.start)
        session.page_changed.connect(self.start)
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

    def start(self) -> None:
        """Somebody is there: wait anew."""
        if self.warning is None:
            self._quiet.start(round(self._session.patience.quiet * 1000))

    def stop(self) -> None:
        """Do not watch: a clerk is at work, or the desk is locked."""
        self._quiet.stop()
        self._close()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS and self._quiet.isActive():
            self.start()
        return False

    def _ask(self) -> None:
        if self.warning or not self._session.is_open() or self._session.is_fresh():
            return
        if self._session.draft is None:
            self.gone.emit()
            return
        _close_popups()
        for dialog in self._room.findChildren(QDialog):
            dialog.close()
        say = self._session.words.say
        self._left = self._session.patience.countdown
        self.warning = Overlay(
            self._session.look,
            self._room,
            say("Are you still there?"),
            self._words(),
            (
                Answer("stay", say("Go on with my filing"), primary=True),
                Answer("erase", say("Erase and finish")),
            ),
            opaque=True,
        )
        self.warning.answered.connect(self._answered)
        self.warning.open()
        QApplication.beep()
        self._tick.start()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._close()
            self.gone.emit()
        elif self.warning is not None:
            spoken = self._left in _SPOKEN
            self.warning.set_text(self._words(), spoken=spoken)
            if spoken:
                QApplication.beep()

    def _answered(self, key: str) -> None:
        self.warning = None
        self._tick.stop()
        if key == "erase":
            self.gone.emit()
        else:
            self.start()

    def _close(self) -> None:
        self._tick.stop()
        if self.warning is not None:
            self.warning.dismiss()
            self.warning = None

    def _words(self) -> str:
        return self._session.words.say(
            "Your answers are hidden. In {seconds} seconds they are erased, and the next person "
            "can begin.",
            seconds=self._left,
        )


def _close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
