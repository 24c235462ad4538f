"""A kiosk's window: no way out of it but the staff's."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

_WATCHED = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.ShortcutOverride,
    }
)
_KEYS = frozenset({Qt.Key.Key_Menu, Qt.Key.Key_Help, Qt.Key.Key_F1, Qt.Key.Key_Print})
_SYSTEM = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_EDITING = frozenset({Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Z})


class Lockdown(QObject):
    """Swallows what would open menus or other programs, before any widget sees it.

    What the window manager does with its own keys is its own set-up's matter.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.is_on = False

    def begin(self) -> None:
        """The window has no frame and cannot be closed from now on."""
        self.is_on = True
        self._window.setWindowFlag(Qt.WindowType.FramelessWindowHint)

    def end(self) -> None:
        """The staff may close it."""
        self.is_on = False

    def watch(self, surface: QObject) -> None:
        """`surface` is the native window: it gets every event first."""
        surface.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() in _WATCHED and self.is_on and _leads_out(event)


def _leads_out(event: QEvent) -> bool:
    match event:
        case QMouseEvent():
            return event.button() != Qt.MouseButton.LeftButton
        case QKeyEvent():
            is_system = bool(event.modifiers() & _SYSTEM) and event.key() not in _EDITING
            return event.key() in _KEYS or is_system
        case _:
            return True
