"""The desk asks "Are you still there?": nothing else can be touched until it is answered."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets import overlay as overlay_module
from filingdesk.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.text import Body
from filingdesk.ui.widgets.text_field import TextField

from .conftest import Show

STAY, LEAVE = Answer("stay", "I am still here", primary=True), Answer("leave", "Finish")


@pytest.fixture
def window(look: Look, show: Show) -> QWidget:
    return show(TextField(look, "Name"), PrimaryButton(look, "Continue"))


@pytest.fixture
def asked(look: Look, window: QWidget) -> Overlay:
    overlay = Overlay(
        look, window, "Are you still there?", "60 seconds", [STAY, LEAVE], escape="stay"
    )
    overlay.open()
    return overlay


def buttons(overlay: Overlay) -> list[Button]:
    return overlay.findChildren(Button)


def test_an_answer_closes_it_and_is_told(asked: Overlay, qtbot: QtBot) -> None:
    answers: list[str] = []
    asked.answered.connect(answers.append)
    QTest.mouseClick(buttons(asked)[1], Qt.MouseButton.LeftButton)
    assert answers == ["leave"]
    assert not asked.isVisible()
    qtbot.waitUntil(lambda: not isValid(asked))


def test_the_focus_cannot_leave_it(asked: Overlay, window: QWidget) -> None:
    stay, leave = buttons(asked)
    assert stay.hasFocus()
    for here, there in pairwise((stay, leave, stay, leave)):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert there.hasFocus()
    QTest.keyClick(leave, Qt.Key.Key_Backtab)
    assert stay.hasFocus()


def test_a_tap_beside_the_card_reaches_nothing(asked: Overlay, window: QWidget) -> None:
    pressed: list[bool] = []
    (behind,) = [
        button for button in window.findChildren(PrimaryButton) if button.text() == "Continue"
    ]
    behind.clicked.connect(lambda: pressed.append(True))
    spot = behind.mapTo(window, behind.rect().center())
    assert window.childAt(spot) is asked
    QTest.mouseClick(asked, Qt.MouseButton.LeftButton, pos=spot)
    assert pressed == []


def test_escape_gives_the_safe_answer(asked: Overlay, qtbot: QtBot) -> None:
    with qtbot.waitSignal(asked.answered, timeout=500) as told:
        QTest.keyClick(buttons(asked)[0], Qt.Key.Key_Escape)
    assert told.args == ["stay"]


def test_escape_does_nothing_where_an_answer_is_needed(look: Look, window: QWidget) -> None:
    overlay = Overlay(look, window, "Sign now?", "", [STAY, LEAVE])
    overlay.open()
    QTest.keyClick(buttons(overlay)[0], Qt.Key.Key_Escape)
    assert overlay.isVisible()


def test_the_focus_goes_back_where_it_was(look: Look, window: QWidget) -> None:
    (field,) = window.findChildren(TextField)
    field.setFocus()
    overlay = Overlay(look, window, "Are you still there?", "", [STAY])
    overlay.open()
    QTest.mouseClick(buttons(overlay)[0], Qt.MouseButton.LeftButton)
    assert field.box.hasFocus()


def test_it_outlives_the_page_that_had_the_focus(look: Look, window: QWidget, qtbot: QtBot) -> None:
    (field,) = window.findChildren(TextField)
    field.setFocus()
    overlay = Overlay(look, window, "Are you still there?", "", [STAY])
    overlay.open()
    field.deleteLater()
    qtbot.waitUntil(lambda: not isValid(field))
    with qtbot.waitSignal(overlay.answered, timeout=500):
        QTest.mouseClick(buttons(overlay)[0], Qt.MouseButton.LeftButton)


def test_it_covers_the_window_also_after_the_window_grows(asked: Overlay, window: QWidget) -> None:
    window.resize(1000, 700)
    QApplication.processEvents()
    assert asked.geometry() == window.rect()


def test_a_countdown_is_shown_each_second_and_said_when_asked(
    asked: Overlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(overlay_module, "announce", lambda _widget, words: spoken.append(words))
    asked.set_text("59 seconds")
    asked.set_text("30 seconds", spoken=True)
    assert asked.findChildren(Body)[0].text() == "30 seconds"
    assert spoken == ["30 seconds"]


def test_a_screen_reader_meets_a_dialog(asked: Overlay) -> None:
    met = QAccessible.queryAccessibleInterface(asked)
    assert met.role() == QAccessible.Role.Dialog
    assert met.text(QAccessible.Text.Name) == "Are you still there?"


@pytest.mark.parametrize("opaque", [True, False])
def test_who_has_walked_away_leaves_nothing_to_read(
    look: Look, window: QWidget, opaque: bool
) -> None:
    """An opaque overlay hides every pixel of the page; the other lets it shine through."""
    overlay = Overlay(look, window, "Locked", "", [STAY], opaque=opaque)
    overlay.open()
    QApplication.processEvents()
    card = overlay.card.geometry()
    seen = window.grab().toImage()
    beside = {
        seen.pixelColor(x, y).name()
        for x in range(0, window.width(), 2)
        for y in range(0, window.height(), 2)
        if not card.contains(x, y)
    }
    assert (len(beside) == 1) is opaque


def test_buttons_are_as_large_as_a_finger_needs(asked: Overlay) -> None:
    assert min(button.height() for button in buttons(asked)) >= 44
    assert [type(button) for button in buttons(asked)] == [PrimaryButton, QuietButton]
