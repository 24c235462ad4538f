"""What a screen reader can reach: all that can be touched, and nothing that is covered."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from filingdesk.desk import Desk
from filingdesk.ui.clerk.room import ClerkRoom
from filingdesk.ui.kiosk.names import START
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.options import WindowOptions
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.window import MainWindow
from tests.ui.kiosk.person import Person, settle

ROLE = QAccessible.Role


def walk(met: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything there is below, in the order of reading; each child knows its place."""
    yield met
    for place in range(met.childCount()):
        child = met.child(place)
        assert met.indexOfChild(child) == place
        yield from walk(child)


def read(thing: object) -> list[str]:
    """The names of all that is not hidden."""
    met = QAccessible.queryAccessibleInterface(thing)  # type: ignore[arg-type]
    shown = (each for each in walk(met) if not each.state().invisible)
    return [name for each in shown if (name := each.text(QAccessible.Text.Name))]


def test_behind_a_question_nothing_can_be_read(at_check: Person) -> None:
    before = read(at_check.kiosk)
    focus = at_check.focus()
    assert at_check.heading in before
    assert "赵宁" in " ".join(before)

    at_check.kiosk.ask_erase()

    asked = read(at_check.kiosk)
    assert "Erase everything and finish?" in asked
    assert "Go on with my filing" in asked
    assert at_check.heading not in asked
    assert "赵宁" not in " ".join(asked)
    dialog = QAccessible.queryAccessibleInterface(at_check.kiosk).child(0)
    assert dialog.role() == ROLE.Dialog
    assert dialog.state().modal
    assert not QAccessible.queryAccessibleInterface(at_check.kiosk).state().modal

    at_check.touches("Go on with my filing")

    assert read(at_check.kiosk) == before
    assert at_check.focus() is focus


def test_of_two_questions_the_upper_one_is_read(at_check: Person) -> None:
    at_check.kiosk.ask_staff()
    at_check.kiosk.ask_erase()
    asked = read(at_check.kiosk)
    assert "Erase everything and finish?" in asked
    assert "A clerk will come to you" not in asked
    at_check.presses(Qt.Key.Key_Escape)
    assert "A clerk will come to you" in read(at_check.kiosk)


def test_a_list_that_the_bar_opens_can_be_found(citizen: Person, session: Session) -> None:
    def offered() -> list[str]:
        met = QAccessible.queryAccessibleInterface(citizen.kiosk)
        menus = (each for each in walk(met) if each.role() == ROLE.PopupMenu)
        return [read(each.object())[0] for each in menus]

    assert offered() == []
    citizen.touches("Text size")
    settle()
    assert offered() == ["Text size"]
    names = read(citizen.kiosk)
    assert names[names.index("Normal text") :][:3] == [
        "Normal text",
        "Large text",
        "Very large text",
    ]
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    settle()
    assert offered() == []
    assert "Large text" not in read(citizen.kiosk)


def test_a_fault_covers_the_whole_window(desk: Desk, qtbot: QtBot) -> None:
    window = MainWindow(desk.doors, WindowOptions(language="en"))
    window.session.show(START)
    qtbot.addWidget(window)
    window.open()
    met = QAccessible.queryAccessibleInterface(window)
    assert met.role() == ROLE.Window
    assert "Choose your language to begin" in read(window)

    answers = (Answer("stay", "Go on", primary=True),)
    overlay = Overlay(window.session.look, window, "This did not work", "", answers)
    overlay.open()

    assert "Choose your language to begin" not in read(window)
    assert "This did not work" in read(window)
    overlay.dismiss()
    assert "Choose your language to begin" in read(window)


def test_behind_a_clerks_question_no_case_can_be_read(desk: Desk, qtbot: QtBot) -> None:
    room = ClerkRoom(desk, "en")
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    before = read(room)
    assert {"Today", "New filing"} <= set(before)
    room._tell_keys()
    (overlay,) = room.findChildren(Overlay)
    assert read(room) == read(overlay)
    assert "New filing" not in read(room)
    overlay.dismiss()
    assert read(room) == before
