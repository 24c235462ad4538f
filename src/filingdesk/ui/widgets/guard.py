"""A second identical tap within half a second is a trembling hand, not a wish."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton

_SAME_PLACE = 44.0  # pixels: as wide as the smallest target
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(slots=True)
class Taps:
    """Remembers the last tap and the last key that did something.

    The clock is the time stamp of the events, so a tap that waited while the window was busy is
    judged by when the hand made it. `interval` is in milliseconds; 0 switches the guard off.
    The memory is shared by all buttons: the second tap of a pair often lands on the next page.
    """

    interval: int = 500
    _tapped: int = 0
    _place: QPointF | None = None
    _typed: int = 0
    _key: int = 0

    def repeats_tap(self, event: QMouseEvent) -> bool:
        if self._place is None:
            return False
        soon = 0 <= event.timestamp() - self._tapped < self.interval
        distance = event.globalPosition() - self._place
        return soon and distance.manhattanLength() < _SAME_PLACE

    def tapped(self, event: QMouseEvent) -> None:
        self._tapped, self._place = event.timestamp(), event.globalPosition()

    def repeats_key(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        known = event.timestamp() > 0  # keys made by a programme carry no time
        soon = 0 <= event.timestamp() - self._typed < self.interval
        return known and soon and event.key() == self._key

    def typed(self, event: QKeyEvent) -> None:
        self._typed, self._key = event.timestamp(), event.key()


taps = Taps()


class Guard(QObject):
    """Watches one button: swallows the second tap, and lets Enter press it as Space does."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        button.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event:
            case QMouseEvent():
                return self._swallows_tap(event)
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                return self._swallows_key(event)
        return False

    def _swallows_tap(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            if self._button.isDown():
                taps.tapped(event)
            return False
        pressed = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        return pressed and taps.repeats_tap(event)

    def _swallows_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Space and event.key() not in _ENTER:
            return False
        if taps.repeats_key(event):
            return True
        taps.typed(event)
        if event.key() not in _ENTER:
            return False
        self._button.click()
        return True
