"""The room: its keys, its languages and looks, and that nothing stays when it is locked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from filingdesk.core.case import EventKind
from filingdesk.desk import Desk
from filingdesk.ui.clerk.cases import CasesPage
from filingdesk.ui.clerk.check_filing import CheckPage
from filingdesk.ui.clerk.idle import Idle, Patience
from filingdesk.ui.clerk.rail import RailButton
from filingdesk.ui.clerk.room import ClerkRoom
from filingdesk.ui.clerk.sign_in import SignInPage
from filingdesk.ui.clerk.today import TodayPage
from filingdesk.ui.clerk.ways import CASES, CLOSE, KIOSK, LANGUAGE, LEAVE, LOCK, TODAY
from filingdesk.ui.options import WindowOptions
from filingdesk.ui.widgets.text import Text
from filingdesk.ui.window import MainWindow
from filingdesk.words.catalogue import LANGUAGES
from tests.ui.clerk.clerk import TODAY as DAY
from tests.ui.clerk.clerk import Clerk, keep
from tests.ui.clerk.conftest import Seat
from tests.ui.conftest import PASSPHRASE

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
PERSON = "欧阳宁"


@pytest.fixture
def clerk(desk: Desk, seat: Seat) -> Clerk:
    """Somebody in the room, with one case to look after."""
    keep(desk, "FD-1", (EventKind.RECEIPT_NOTED, DAY), person=PERSON)
    return seat.at(desk)


def words_left(room: QWidget) -> str:
    """Every word that any widget of the room still holds, seen or not."""
    texts = [each.text() for each in room.findChildren(Text)]
    names = [each.accessibleName() for each in room.findChildren(QWidget)]
    return "\n".join([*texts, *names])


def test_a_clerk_who_signed_in_has_the_keyboard_in_the_agenda(desk: Desk, qtbot: QtBot) -> None:
    keep(desk, "FD-1", (EventKind.RECEIPT_NOTED, DAY))
    window = MainWindow(desk.doors, WindowOptions(clerk=True, language="en"))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.open()
    window.show_clerk()
    assert isinstance(window.staff, ClerkRoom)
    assert isinstance(window.staff.page, TodayPage)
    assert window.focusWidget() is window.staff.page.list


def test_function_keys_lead_from_room_to_room(clerk: Clerk) -> None:
    clerk.presses(Qt.Key.Key_F3)
    assert clerk.cases().table.hasFocus()
    clerk.presses(Qt.Key.Key_F2)
    assert clerk.today().list.hasFocus()


def test_the_rail_does_what_the_keys_do(clerk: Clerk) -> None:
    assert clerk.room.rail is not None
    clerk.room.rail.buttons[CASES].click()
    assert clerk.cases().table.hasFocus()
    clerk.room.rail.buttons[TODAY].click()
    assert clerk.today().list.hasFocus()


def test_everything_can_be_reached_with_tab_and_has_a_name(clerk: Clerk) -> None:
    clerk.presses(Qt.Key.Key_F3)
    clerk.waits(lambda: clerk.pane().case() == "FD-1")
    stops = []
    start = clerk.focus()
    for _ in range(60):
        clerk.presses(Qt.Key.Key_Tab)
        stops.append(clerk.focus())
        if clerk.focus() is start:
            break
    assert clerk.focus() is start, "Tab comes round"
    assert all(each.accessibleName() for each in stops)
    names = {each.accessibleName() for each in stops}
    wanted = ("Today", "Cases", "New filing", "Display", "Leave", "Search", "Record what happened")
    assert {clerk.says(each) for each in wanted} <= names


def test_all_keys_are_told(clerk: Clerk) -> None:
    clerk.presses(Qt.Key.Key_F1)
    told = clerk.reads(clerk.overlays()[0])
    for key in ("F1", "F2", "F3", "Ctrl+F", "Ctrl+N", "Ctrl+R", "Ctrl+P", "Ctrl+L", "Esc"):
        assert f"{key}: " in told
    clerk.presses(Qt.Key.Key_F3)
    assert isinstance(clerk.room.page, TodayPage), "what covers the room is answered first"
    clerk.presses(ESCAPE)
    assert clerk.overlays() == []


def test_a_new_filing_is_begun_elsewhere(clerk: Clerk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clerk.room.new_filing):
        clerk.presses(Qt.Key.Key_N, control=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_keeps_the_place(clerk: Clerk, qtbot: QtBot, language: str) -> None:
    clerk.presses(Qt.Key.Key_F, control=True)
    clerk.types(PERSON)
    clerk.presses(ENTER)
    assert clerk.room.rail is not None
    with qtbot.waitSignal(clerk.room.language_changed) as picked:
        clerk.room.rail.picked.emit(LANGUAGE, language)
    assert picked.args == [language]
    assert clerk.cases().search.raw() == PERSON
    assert clerk.listed() == ["FD-1"]
    assert clerk.says("Search") in clerk.reads()
    button = clerk.room.rail.buttons[LANGUAGE]
    assert button.text() == LANGUAGES[language]


def test_languages_are_offered_in_their_own_script(clerk: Clerk) -> None:
    assert clerk.room.rail is not None
    clerk.room.rail.buttons[LANGUAGE].click()
    menu = clerk.room.rail.findChildren(QMenu)[0]
    assert [each.text() for each in menu.actions()] == [*LANGUAGES.values()]
    menu.close()


OPTIONS = ("LARGE", "ELDERLY", "dark", "high contrast", "NORMAL")


@pytest.mark.parametrize("size", [(1024, 768), (1280, 800)])
def test_large_words_and_other_colours_fit_the_screen(clerk: Clerk, size: tuple[int, int]) -> None:
    clerk.room.resize(*size)
    for option in OPTIONS:
        clerk.room.set_display(option)
        for key in (Qt.Key.Key_F2, Qt.Key.Key_F3):
            clerk.presses(key)
            least = clerk.room.minimumSizeHint()
            assert least.width() <= size[0], option
            assert least.height() <= size[1], option
        clerk.presses(ENTER)
        for words in clerk.pane().findChildren(Text):
            assert words.height() >= words.heightForWidth(words.width()), words.text()


def test_rail_words_are_not_broken(clerk: Clerk) -> None:
    assert clerk.room.rail is not None
    for button in clerk.room.rail.findChildren(RailButton):
        assert button.wish() <= clerk.room.rail.width()


def test_locked_nothing_of_any_case_is_left(clerk: Clerk) -> None:
    clerk.presses(Qt.Key.Key_F3)
    clerk.waits(lambda: PERSON in clerk.reads())
    clerk.presses(Qt.Key.Key_L, control=True)
    clerk.waits(lambda: PERSON not in words_left(clerk.room))
    page = clerk.room.page
    assert isinstance(page, SignInPage)
    assert clerk.room.sitting.search == clerk.room.sitting.case == ""
    clerk.presses(Qt.Key.Key_F3)
    assert clerk.room.page is page, "the keys lead nowhere while it is locked"
    clerk.types(PASSPHRASE)
    clerk.presses(ENTER)
    clerk.waits(lambda: isinstance(clerk.room.page, TodayPage))
    assert clerk.agenda()[1] == PERSON


def test_a_form_that_stood_open_is_empty_for_the_next_clerk(clerk: Clerk) -> None:
    clerk.room.open_case("FD-1")
    clerk.presses(Qt.Key.Key_R, control=True)
    clerk.types("x")
    clerk.room.lock()
    assert clerk.room.sitting.half == {}


def test_ways_out(clerk: Clerk, qtbot: QtBot) -> None:
    assert clerk.room.rail is not None
    with qtbot.waitSignal(clerk.room.left):
        clerk.room.rail.picked.emit(LEAVE, KIOSK)
    with qtbot.waitSignal(clerk.room.closed):
        clerk.room.rail.picked.emit(LEAVE, CLOSE)
    clerk.room.rail.picked.emit(LEAVE, LOCK)
    with qtbot.waitSignal(clerk.room.left):
        clerk.presses(ESCAPE)


def hurried(clerk: Clerk, quiet: int, countdown: int) -> Idle:
    """The same room with another patience."""
    idle = clerk.room.idle
    idle._patience = Patience(quiet, countdown)
    idle._quiet.setInterval(quiet)
    idle._tick.setInterval(10)
    idle.start()
    return idle


def test_a_clerk_who_walked_away_is_asked_and_then_locked_out(clerk: Clerk) -> None:
    hurried(clerk, quiet=20, countdown=3)
    clerk.waits(lambda: bool(clerk.overlays()))
    assert clerk.overlays()[0].accessibleName() == clerk.says("Are you still there?")
    clerk.waits(lambda: isinstance(clerk.room.page, SignInPage))
    assert clerk.overlays() == []


def test_a_clerk_who_is_there_goes_on(clerk: Clerk) -> None:
    idle = hurried(clerk, quiet=20, countdown=60)
    clerk.waits(lambda: bool(clerk.overlays()))
    idle._quiet.setInterval(60_000)
    clerk.chooses(clerk.says("Go on working"))
    assert isinstance(clerk.room.page, TodayPage)
    assert clerk.overlays() == []


def test_every_key_counts_as_being_there(clerk: Clerk, qtbot: QtBot) -> None:
    idle = hurried(clerk, quiet=400, countdown=60)
    surface = clerk.room.windowHandle()
    assert surface is not None
    for _ in range(4):
        qtbot.wait(150)
        QTest.keyClick(surface, Qt.Key.Key_Down)
    assert clerk.overlays() == []
    assert idle.warning is None


def test_another_text_size_keeps_the_case_that_is_open(clerk: Clerk) -> None:
    clerk.room.resize(1024, 768)
    clerk.presses(ENTER)
    assert clerk.pane().case() == "FD-1"
    clerk.room.set_display("LARGE")
    assert not clerk.cases().is_split()
    assert clerk.pane().isVisible()
    assert clerk.pane().case() == "FD-1"
    clerk.presses(ESCAPE)
    assert isinstance(clerk.room.page, TodayPage), "where the case was opened from"


def test_another_language_keeps_the_list_where_no_case_is_open(clerk: Clerk) -> None:
    clerk.room.resize(1024, 768)
    clerk.presses(Qt.Key.Key_F3)
    clerk.room.set_language("es")
    assert clerk.cases().table.isVisible()


def test_a_desk_without_a_case_has_the_keyboard_too(desk: Desk, seat: Seat) -> None:
    clerk = seat.at(desk)
    pages = {Qt.Key.Key_F3: CasesPage, Qt.Key.Key_F2: TodayPage, Qt.Key.Key_F4: CheckPage}
    for key, page in pages.items():
        QTest.keyClick(clerk.room.windowHandle(), key)
        assert isinstance(clerk.room.page, page)


def test_who_looks_for_a_file_is_there(clerk: Clerk, qtbot: QtBot) -> None:
    hurried(clerk, quiet=800, countdown=60)
    clerk.presses(Qt.Key.Key_O, control=True)
    dialog = clerk.room.findChildren(QDialog)[0]
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    surface = dialog.windowHandle()
    assert surface is not None
    for _ in range(5):
        qtbot.wait(200)
        QTest.keyClick(surface, Qt.Key.Key_Shift)
    assert clerk.overlays() == []
    clerk.waits(lambda: bool(clerk.overlays()))
    open_dialogs = [each for each in clerk.room.findChildren(QDialog) if each.isVisible()]
    assert open_dialogs == [], "nothing stands before the question"
