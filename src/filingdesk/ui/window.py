"""The one window: the kiosk, and behind a passphrase the clerk's desk."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from filingdesk.core.problem import UserProblem
from filingdesk.ui.faults import FaultTeller
from filingdesk.ui.garbage import keep_garbage_here
from filingdesk.ui.kiosk.names import NOTICE, OPENING, SETUP, UNLOCK
from filingdesk.ui.kiosk.patience import Patience
from filingdesk.ui.kiosk.session import Session, empty_clipboard
from filingdesk.ui.kiosk.shell import Kiosk
from filingdesk.ui.kiosk.unlock import after_unlock
from filingdesk.ui.language import QtWords
from filingdesk.ui.lockdown import Lockdown
from filingdesk.ui.options import NAME, WindowOptions, read_options
from filingdesk.ui.theme.tokens import CLERK, LIGHT, Look
from filingdesk.ui.warm import warm
from filingdesk.ui.widgets.busy import Busy

if TYPE_CHECKING:
    from filingdesk.core.ports import Doors
    from filingdesk.ui.clerk.room import ClerkRoom

PASSPHRASE = "FILINGDESK_PASSPHRASE"  # noqa: S105 - the name of a variable
_WIDTH, _HEIGHT = 1280, 800
_LEAST = (800, 600)
_TITLE_BAR = 40  # pixels, generously
_UNTIL_PAINTED = 100  # milliseconds


class MainWindow(QMainWindow):
    """One room at a time. `passphrase` opens the desk without anybody typing it."""

    accessible_role = QAccessible.Role.Window

    def __init__(
        self, doors: "Doors", options: WindowOptions | None = None, passphrase: str = ""
    ) -> None:
        super().__init__()
        self.options = options or WindowOptions()
        self._passphrase = passphrase
        self._is_painted = self._is_warm = False
        self._qt_words = QtWords()
        self.session = Session(
            doors,
            language=self.options.language,
            patience=Patience(self.options.quiet, self.options.countdown),
            front=self._first_page(doors),
            parent=self,
        )
        self.session.is_unproven = bool(passphrase)
        self.session.may_browse = not self.options.kiosk
        self.session.staff_wanted.connect(self.ask_clerk)
        self.session.language_changed.connect(self._speak)
        self.session.ended.connect(self._ended)
        self.session.page_changed.connect(self._warm_once)
        self.kiosk = Kiosk(self.session)
        self.kiosk.titled.connect(self._call)
        self.staff: QWidget | None = None
        self.rooms = QStackedWidget()
        self.rooms.addWidget(self.kiosk)
        self.setCentralWidget(self.rooms)
        self.setMinimumSize(*_LEAST)
        self.resize(_WIDTH, _HEIGHT)
        self._lockdown = Lockdown(self)
        close = QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self)
        close.activated.connect(self.close)
        self._speak()
        self._call(self.kiosk.page.heading if self.kiosk.page else NAME)

    def open(self) -> None:
        """Show the window: the whole screen for a kiosk."""
        keep_garbage_here(self)
        if self.options.clerk and self.session.page != SETUP:
            self.ask_clerk()
        if self.options.kiosk:
            self._lockdown.begin()
            self.showFullScreen()
        elif self._outgrows_the_screen():
            self.showMaximized()
        else:
            self.show()

    def ask_clerk(self) -> None:
        """The page where a clerk signs in."""
        from filingdesk.ui.clerk.sign_in import SignInPage

        page = SignInPage(self.session.desk, self.session.words, Look(LIGHT, CLERK))
        page.signed_in.connect(self.show_clerk)
        page.left.connect(self.show_kiosk)
        self._show_staff(page)
        self._call(self.session.words.say("For staff"))
        page.setFocus()

    def show_clerk(self) -> None:
        """The clerk's desk. While a clerk sits there, the window may be closed."""
        from filingdesk.ui.clerk.room import ClerkRoom

        room = ClerkRoom(self.session.desk, self.session.words.language)
        room.left.connect(self.show_kiosk)
        room.closed.connect(self.leave)
        room.new_filing.connect(self._new_filing)
        room.reminded.connect(lambda id: self._start_reminded(room, id))
        room.language_changed.connect(self._qt_words.speak)
        for there in (room.entered, room.language_changed):
            there.connect(lambda: self._clerk_there(room))
        room.locked.connect(lambda: self._clerk_gone(room))
        self._show_staff(room)
        self._clerk_there(room)

    def show_kiosk(self) -> None:
        """Back to the citizens; of the clerk's desk nothing stays open."""
        self._clear_staff()
        if self.options.kiosk:
            self._lockdown.begin()
            empty_clipboard()
        self.rooms.setCurrentWidget(self.kiosk)
        self._speak()
        self.session.look_changed.emit()
        self.kiosk.idle.start()
        if self.session.page == UNLOCK and not self._is_locked():
            after_unlock(self.session)

    def leave(self) -> None:
        """Close for good: on a kiosk only the staff can."""
        self._lockdown.end()
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        surface = self.windowHandle()
        if surface is not None:
            self.kiosk.idle.watch(surface)
            self._lockdown.watch(surface)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._lockdown.is_on:
            event.ignore()
            return
        self.session.keeping.flush()
        self._close_documents()
        event.accept()

    # ---------------------------------------------------------------- inside

    def _close_documents(self) -> None:
        """Before PDFium itself goes, which would complain of them."""
        from filingdesk.ui.widgets.pdf_pages import PdfPages

        for pages in self.findChildren(PdfPages):
            pages.document.close()

    def _outgrows_the_screen(self) -> bool:
        """With its title bar, the window would end below the edge."""
        # Never ask the widget itself: PySide takes the answer for a part of the window, and deletes
        # everybody's screen with it.
        room = QGuiApplication.primaryScreen().availableSize()
        return room.width() < _WIDTH or room.height() < _HEIGHT + _TITLE_BAR

    def _first_page(self, doors: "Doors") -> str:
        if doors.is_new():
            return SETUP
        return OPENING if self._passphrase else UNLOCK

    def _after_first_paint(self) -> None:
        """What takes long is done when there is something to look at."""
        if self.session.page != OPENING:
            return
        passphrase, self._passphrase = self._passphrase, ""
        unlock = self.session.doors.unlock
        busy = Busy(self.session.look, self, self.session.words.say("Opening …"))
        busy.run(lambda: unlock(passphrase), lambda _: after_unlock(self.session), self._not_opened)

    def _warm_once(self) -> None:
        """Beside the first page of an open desk, never beside the opening of the store: a key is
        made of a passphrase in 64 MB of its own."""
        if not self._is_warm and self.session.is_open():
            self._is_warm = True
            QTimer.singleShot(_UNTIL_PAINTED, self, lambda: warm(self.session.doors))

    def _not_opened(self, fault: Exception) -> None:
        if not isinstance(fault, UserProblem):
            raise fault
        self.session.is_unproven = False
        self.session.show(UNLOCK)
        self.session.tell(*fault.problems)

    def _show_staff(self, room: QWidget) -> None:
        self._clear_staff()
        self.kiosk.idle.stop()
        self.staff = room
        self.rooms.addWidget(room)
        self.rooms.setCurrentWidget(room)

    def _clear_staff(self) -> None:
        if self.staff is not None:
            self.rooms.removeWidget(self.staff)
            self.staff.hide()
            self.staff.deleteLater()
            self.staff = None

    def _new_filing(self) -> None:
        self.show_kiosk()
        self.session.show(NOTICE)

    def _start_reminded(self, room: "ClerkRoom", reminder: str) -> None:
        """The filing of somebody who came back; never over one that is still open."""
        if self.session.draft is not None:
            room.tell_busy()
            return
        draft = self.session.desk.begin_reminded(reminder)
        self.show_kiosk()
        self.session.resume(draft)

    def _clerk_there(self, room: "ClerkRoom") -> None:
        self._lockdown.end()
        self._call(room.sitting.words.say("Clerk's desk"))

    def _clerk_gone(self, room: "ClerkRoom") -> None:
        """Of a kiosk whose desk is locked, nobody finds a way out but who can open it."""
        if self.options.kiosk:
            self._lockdown.begin()
        self._call(room.sitting.words.say("For staff"))

    def _ended(self) -> None:
        if self.options.clerk and self.staff is None:
            self.ask_clerk()

    def _is_locked(self) -> bool:
        try:
            self.session.doors.centre()
        except UserProblem:
            return True
        return False

    def _speak(self) -> None:
        self._qt_words.speak(self.session.words.language)

    def _call(self, title: str) -> None:
        self.setWindowTitle(f"{title} – {NAME}")


def run_window(doors: "Doors", arguments: Sequence[str] = ()) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    options = read_options(arguments)
    app = QApplication.instance() or QApplication([NAME, "-style", "fusion"])
    app.setApplicationName(NAME)
    window = MainWindow(doors, options, os.environ.pop(PASSPHRASE, ""))
    sys.excepthook = FaultTeller(window.session, window)
    window.open()
    return app.exec()
