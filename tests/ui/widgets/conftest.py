"""A kiosk's look, a voice that only fills places, and a hand that taps when we say."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look
from filingdesk.ui.widgets import guard

Show = Callable[..., QWidget]
Tap = Callable[..., None]


@pytest.fixture(autouse=True)
def _rested_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last tap of one test is not the first of a pair in the next."""
    monkeypatch.setattr(guard, "taps", guard.Taps())


@pytest.fixture
def look(qapp: QApplication) -> Look:
    wanted = Look(LIGHT, KIOSK)
    dress(qapp, wanted, "en")
    return wanted


@pytest.fixture
def say() -> Callable[..., str]:
    return lambda words, **places: words.format(**places)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Widgets below one another in a window of the size given, on the screen and active."""

    kept: list[QWidget] = []

    def shown(*widgets: QWidget, width: int = 800, height: int = 600) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        kept.append(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    return shown


@pytest.fixture
def tap() -> Tap:
    """A finger goes down on a widget at `at` milliseconds, and up 40 ms later where it went down
    or at `lift`."""

    def tapped(
        widget: QWidget, at: int, spot: QPoint | None = None, lift: QPoint | None = None
    ) -> None:
        down = spot or widget.rect().center()
        up = lift or down
        pressed = QMouseEvent.Type.MouseButtonPress
        released = QMouseEvent.Type.MouseButtonRelease
        for kind, place, when in ((pressed, down, at), (released, up, at + 40)):
            buttons = Qt.MouseButton.LeftButton if kind == pressed else Qt.MouseButton.NoButton
            event = QMouseEvent(
                kind,
                QPointF(place),
                QPointF(widget.mapToGlobal(place)),
                Qt.MouseButton.LeftButton,
                buttons,
                Qt.KeyboardModifier.NoModifier,
            )
            event.setTimestamp(when)
            QApplication.sendEvent(widget, event)

    return tapped
