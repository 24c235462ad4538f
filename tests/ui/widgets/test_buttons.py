"""A person presses buttons: with a finger that may tremble, with keys, with a screen reader."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look, TextSize, enlarged
from filingdesk.ui.widgets.buttons import (
    BackButton,
    Button,
    LinkButton,
    PrimaryButton,
    QuietButton,
)

from .conftest import Show, Tap

ALL = [PrimaryButton, QuietButton, LinkButton, BackButton]
LONG = "Firmar y presentar la objeción ante la Comisión de Desarrollo y Reforma de Tianjin"


def pressed_times(button: Button) -> list[bool]:
    times: list[bool] = []
    button.clicked.connect(lambda: times.append(True))
    return times


@pytest.mark.parametrize("kind", ALL)
def test_a_button_answers_when_the_finger_is_lifted(
    look: Look, show: Show, kind: type[Button]
) -> None:
    button = kind(look, "Continue")
    show(button)
    times = pressed_times(button)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert times == []
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert len(times) == 1


def test_a_finger_that_slides_off_changes_its_mind(look: Look, show: Show, tap: Tap) -> None:
    button = PrimaryButton(look, "Sign")
    show(button)
    times = pressed_times(button)
    tap(button, 1000, lift=QPoint(400, 400))
    assert times == []
    tap(button, 1200)
    assert len(times) == 1, "the cancelled tap was no tap: the next one counts at once"


def test_a_trembling_second_tap_is_not_heard(look: Look, show: Show, tap: Tap) -> None:
    button = PrimaryButton(look, "Continue")
    show(button)
    times = pressed_times(button)
    tap(button, 1000)
    tap(button, 1300)
    assert len(times) == 1
    tap(button, 1700)
    assert len(times) == 2


def test_the_second_tap_of_a_pair_does_not_press_the_button_of_the_next_page(
    look: Look, show: Show, tap: Tap
) -> None:
    first, second = PrimaryButton(look, "Continue"), PrimaryButton(look, "Continue")
    window = show(first)
    times = pressed_times(second)

    def turn_page() -> None:
        second.setParent(window)
        second.setGeometry(first.geometry())
        first.hide()
        second.show()

    first.clicked.connect(turn_page)
    tap(first, 1000)
    tap(second, 1200)
    assert times == []
    tap(second, 1900)
    assert len(times) == 1


def test_two_buttons_far_apart_may_be_tapped_quickly(look: Look, show: Show, tap: Tap) -> None:
    one, other = QuietButton(look, "Rotate"), QuietButton(look, "Remove")
    show(one, other)
    times = pressed_times(other)
    tap(one, 1000)
    tap(other, 1200, spot=other.rect().bottomLeft() - QPoint(-4, 4))
    assert len(times) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", ALL)
def test_enter_and_space_press_a_button(
    look: Look, show: Show, kind: type[Button], key: Qt.Key
) -> None:
    button = kind(look, "Continue")
    show(button)
    times = pressed_times(button)
    button.setFocus()
    QTest.keyClick(button, key)
    assert len(times) == 1


def test_a_key_held_down_presses_once(look: Look, show: Show) -> None:
    button = PrimaryButton(look, "Continue")
    show(button)
    times = pressed_times(button)
    button.setFocus()
    for repeat in (False, True, True):
        QTest.simulateEvent(
            button,
            True,
            Qt.Key.Key_Return.value,
            Qt.KeyboardModifier.NoModifier,
            "",
            repeat,
        )
    assert len(times) == 1


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("kind", ALL)
def test_targets_are_large_enough_for_a_finger(
    qapp: QApplication, show: Show, kind: type[Button], size: TextSize
) -> None:
    look = Look(LIGHT, enlarged(KIOSK, size))
    dress(qapp, look, "zh_CN")
    button = kind(look, "是")
    show(button)
    least = 60 if kind is PrimaryButton else 44
    assert button.width() >= 44
    assert button.height() >= least


def test_long_words_wrap_and_never_push_the_window_wider(qapp: QApplication, show: Show) -> None:
    look = Look(LIGHT, enlarged(KIOSK, TextSize.ELDERLY))
    dress(qapp, look, "es")
    button = PrimaryButton(look, LONG)
    window = show(button, width=420, height=800)
    assert window.width() == 420
    assert button.width() <= 420
    assert button.height() == button.heightForWidth(button.width())
    assert button.height() > 3 * look.sizes.body


def test_a_screen_reader_meets_a_button_with_its_words(
    look: Look, show: Show, qtbot: QtBot
) -> None:
    button = BackButton(look, "Back")
    show(button)
    times = pressed_times(button)
    met = QAccessible.queryAccessibleInterface(button)
    assert met.role() == QAccessible.Role.PushButton
    assert met.text(QAccessible.Text.Name) == "Back"
    assert met.state().focusable
    met.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: len(times) == 1)


def test_the_focus_can_be_seen(look: Look, show: Show) -> None:
    button = QuietButton(look, "Back")
    other = QuietButton(look, "Other")
    show(button, other)
    button.setFocus()
    middle = button.height() // 2
    assert button.grab().toImage().pixelColor(1, middle).name().upper() == look.palette.focus
    other.setFocus()
    assert button.grab().toImage().pixelColor(1, middle).name().upper() != look.palette.focus
