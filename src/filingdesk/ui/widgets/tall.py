"""What may be taller than there is room: it scrolls, by wheel, finger, focus and keys."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScroller, QSizePolicy, QWidget

from filingdesk.ui.theme.tokens import Space

_KEYS = {
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Up: -0.2,
    Qt.Key.Key_Down: 0.2,
}
"""By how much of what is seen a key scrolls."""


class Tall(QScrollArea):
    """As tall as its content, but never taller than `most` pixels."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content, self._most = content, 0
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def allow(self, most: int) -> None:
        """So many pixels at most from now on."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def scroll_by(self, key: Qt.Key | int) -> None:
        """As this key asks for; nothing for any other."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(_KEYS.get(Qt.Key(key), 0) * bar.pageStep()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self._content
        wish = content.heightForWidth(width) if content.hasHeightForWidth() else -1
        return min(self._most, wish if wish >= 0 else content.sizeHint().height())

    def sizeHint(self) -> QSize:
        width = self._content.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            QTimer.singleShot(0, self, self._show_focus)  # when everything has its place again
        return super().eventFilter(watched, event)

    def _show_focus(self) -> None:
        self._follow_focus(None, QApplication.focusWidget())

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and self._content.isAncestorOf(now) and not pressed:
            self.ensureWidgetVisible(now, 0, Space.NEAR)
