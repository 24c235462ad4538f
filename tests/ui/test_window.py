"""The window: what it loads before it shows, its rooms, and that a kiosk has no way out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from filingdesk import ui
from filingdesk.desk import Desk
from filingdesk.ui.clerk.room import ClerkRoom
from filingdesk.ui.clerk.sign_in import SignInPage
from filingdesk.ui.faults import FaultTeller
from filingdesk.ui.kiosk.names import INTERRUPTED, NOTICE, START
from filingdesk.ui.options import WindowOptions, read_options
from filingdesk.ui.widgets.overlay import Overlay
from filingdesk.ui.window import MainWindow
from tests.ui.conftest import PASSPHRASE

pytestmark = pytest.mark.usefixtures("plain_words")

FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from filingdesk.app import Furniture
from filingdesk.ui.window import MainWindow

slow = {"pydantic", "reportlab", "sqlalchemy", "alembic", "pyhanko", "pikepdf", "babel",
        "cryptography", "PIL", "filingdesk.desk", "filingdesk.core.pack"}
told = []

class Watched(MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not told:
            loaded = {name.partition(".")[0] for name in sys.modules} | set(sys.modules)
            told.append(sorted(slow & loaded))
            self.close()
            app.exit(0)

app = QApplication([])
window = Watched(Furniture(Path(sys.argv[1])))
window.open()
app.exec()
print(told[0])
"""


def test_the_first_paint_waits_for_no_heavy_library(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "desk")],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=True,
    )
    assert run.stdout.strip() == "[]", run.stderr


def test_no_widget_is_asked_for_its_screen() -> None:
    """PySide takes the answer for a child, and may delete everybody's screen with the widget."""
    for file in Path(ui.__file__).parent.rglob("*.py"):
        assert ".screen()" not in file.read_text(encoding="utf-8"), file


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """An open desk's window, at the start page."""
    window = MainWindow(desk.doors, WindowOptions(language="en"))
    window.session.show(START)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.open()
    return window


def in_front(window: MainWindow) -> object:
    """What stands before the kiosk now; None when nothing does."""
    return window.staff


def test_the_window_is_called_after_its_page(window: MainWindow) -> None:
    assert window.windowTitle().startswith("Is your public credit record wrong?")
    window.session.show(NOTICE)
    assert window.kiosk.page is not None
    window.kiosk.page.go_on()
    assert window.windowTitle().startswith("Error: What happens with what you type")


def test_a_clerk_signs_in_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    window.session.staff_wanted.emit()
    assert isinstance(window.staff, SignInPage)
    window.staff.secret.set_raw(PASSPHRASE)
    window.staff.sign_in()
    qtbot.waitUntil(lambda: isinstance(window.staff, ClerkRoom), timeout=5000)
    assert isinstance(window.staff, ClerkRoom)
    assert window.rooms.currentWidget() is window.staff

    window.staff.left.emit()

    assert in_front(window) is None
    assert window.rooms.currentWidget() is window.kiosk
    assert window.session.page == START


def test_a_clerk_begins_a_filing_with_a_person(window: MainWindow) -> None:
    window.show_clerk()
    assert isinstance(window.staff, ClerkRoom)
    window.staff.new_filing.emit()
    assert window.rooms.currentWidget() is window.kiosk
    assert window.session.page == NOTICE


def test_a_clerks_own_computer_begins_with_the_clerk(locked: Desk, qtbot: QtBot) -> None:
    window = MainWindow(locked.doors, WindowOptions(clerk=True, language="en"))
    qtbot.addWidget(window)
    window.open()
    assert isinstance(window.staff, SignInPage)
    window.staff.secret.set_raw(PASSPHRASE)
    window.staff.sign_in()
    qtbot.waitUntil(lambda: isinstance(window.staff, ClerkRoom), timeout=5000)

    window._new_filing()
    assert in_front(window) is None
    window.kiosk.erase()

    assert isinstance(in_front(window), SignInPage)
    locked.doors.lock()


def test_a_filing_that_was_left_behind_is_found_by_a_clerk_too(locked: Desk, qtbot: QtBot) -> None:
    window = MainWindow(locked.doors, WindowOptions(clerk=True, language="en"))
    qtbot.addWidget(window)
    locked.doors.unlock(PASSPHRASE)
    locked.keep(locked.begin("en", "2026"))
    window.open()
    window.show_kiosk()
    assert window.session.page == INTERRUPTED
    locked.doors.lock()


def test_nothing_leads_out_of_a_kiosk_but_the_staff(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow(desk.doors, WindowOptions(kiosk=True, language="en"))
    window.session.show(START)
    qtbot.addWidget(window)
    window.open()
    assert window.isFullScreen()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not window.close()
    surface = window.windowHandle()
    ctrl = Qt.KeyboardModifier.ControlModifier
    quit_ = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, ctrl, "q")
    paste = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, ctrl, "v")
    at, right = QPointF(9, 9), Qt.MouseButton.RightButton
    none = Qt.KeyboardModifier.NoModifier
    click = QMouseEvent(QEvent.Type.MouseButtonPress, at, at, right, right, none)
    lockdown = window._lockdown
    assert lockdown.eventFilter(surface, quit_)
    assert lockdown.eventFilter(surface, click)
    assert not lockdown.eventFilter(surface, paste)

    window.show_clerk()

    assert not lockdown.eventFilter(surface, quit_)
    assert window.close()


def test_closing_the_window_keeps_what_was_typed(window: MainWindow, desk: Desk) -> None:
    window.session.begin("2026")
    window.session.say("trouble", "expired")
    assert window.close()
    assert desk.doors.store.drafts()[0].answers.text("trouble") == "expired"


def test_what_nobody_foresaw_is_told_calmly_and_once(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    tell = FaultTeller(window.session, window)
    for _ in range(2):
        fault = ZeroDivisionError("a fault")
        tell(type(fault), fault, None)
    overlays = [each for each in window.findChildren(Overlay) if each.isVisible()]
    assert len(overlays) == 1
    assert overlays[0].accessibleName() == "This did not work"
    assert capsys.readouterr().err.count("ZeroDivisionError") == 2


def test_options_of_the_command_line() -> None:
    options = read_options(["--kiosk", "--language", "es", "--quiet", "30", "--countdown", "20"])
    assert options == WindowOptions(kiosk=True, language="es", quiet=30, countdown=20)


def test_qt_speaks_the_language_of_the_page(window: MainWindow) -> None:
    window.session.set_language("es")
    said = QApplication.translate("QPlatformTheme", "Cancel")
    assert said == "Cancelar"
    window.session.set_language("en")


@pytest.fixture
def at_a_kiosk(desk: Desk, qtbot: QtBot) -> MainWindow:
    """The same on a kiosk's whole screen."""
    window = MainWindow(desk.doors, WindowOptions(kiosk=True, language="en"))
    window.session.show(START)
    qtbot.addWidget(window)
    window.open()
    return window


def test_a_desk_that_locks_itself_on_a_kiosk_leads_nowhere(
    at_a_kiosk: MainWindow, qtbot: QtBot
) -> None:
    """Whoever comes while the clerk is away finds the sign-in, and no way past it."""
    at_a_kiosk.show_clerk()
    room = at_a_kiosk.staff
    assert isinstance(room, ClerkRoom)
    room.lock()
    assert not at_a_kiosk.close()

    assert isinstance(room.page, SignInPage)
    room.page.secret.set_raw(PASSPHRASE)
    room.page.sign_in()
    qtbot.waitUntil(lambda: room.rail is not None, timeout=5000)
    assert at_a_kiosk.close()


def test_what_a_clerk_copied_is_not_pasted_at_a_kiosk(at_a_kiosk: MainWindow) -> None:
    at_a_kiosk.show_clerk()
    QApplication.clipboard().setText("欧阳宁")
    at_a_kiosk.show_kiosk()
    assert QApplication.clipboard().text() == ""


def test_on_ones_own_computer_the_clipboard_stays(window: MainWindow) -> None:
    window.show_clerk()
    QApplication.clipboard().setText("津市监罚〔2023〕12号")
    window.show_kiosk()
    assert QApplication.clipboard().text() == "津市监罚〔2023〕12号"


def test_after_a_clerk_qt_speaks_the_persons_language_again(window: MainWindow) -> None:
    window.show_clerk()
    assert isinstance(window.staff, ClerkRoom)
    window.staff.set_language("es")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    window.show_kiosk()
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_clerks_window_is_called_in_the_clerks_language(window: MainWindow) -> None:
    window.show_clerk()
    room = window.staff
    assert isinstance(room, ClerkRoom)
    room.set_language("zh_CN")
    assert window.windowTitle().startswith(room.sitting.words.say("Clerk's desk"))
    room.lock()
    assert window.windowTitle().startswith(room.sitting.words.say("For staff"))


def test_who_looked_in_at_the_staff_and_went_is_forgotten_too(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = WindowOptions(kiosk=True, language="en", quiet=1)
    window = MainWindow(desk.doors, options)
    window.session.show(START)
    qtbot.addWidget(window)
    window.open()
    window.session.set_language("es")
    window.ask_clerk()
    window.show_kiosk()
    qtbot.waitUntil(window.session.is_fresh, timeout=5000)


def test_no_sentence_about_a_fault_outlives_the_person(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    tell = FaultTeller(window.session, window)
    window.session.begin("2026")
    fault = ZeroDivisionError("a fault")
    tell(type(fault), fault, None)
    window.kiosk.erase()
    assert [each for each in window.findChildren(Overlay) if each.isVisible()] == []

    tell(type(fault), fault, None)

    assert [each.isVisible() for each in window.findChildren(Overlay)].count(True) == 1
    assert "ZeroDivisionError" in capsys.readouterr().err
