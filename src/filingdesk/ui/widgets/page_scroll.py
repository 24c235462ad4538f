"""The scrolling part of a page: by wheel, bar, finger, focus and a button, never sideways."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QScrollPrepareEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QScroller, QVBoxLayout, QWidget
from shiboken6 import isValid

from filingdesk.ui.theme.tokens import Look, Space


class PageScroll(QScrollArea):
    """Holds one column in the middle, and the folded task list above it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        margin = look.sizes.margin
        self._rows.setContentsMargins(margin, Space.NEAR, margin, Space.CARD)
        self._rows.setSpacing(Space.NEAR)
        self._rows.addStretch(1)
        # Of a viewport that Qt made, PySide looks for the class among all there are: 10 ms.
        self._port = QWidget()
        self.setViewport(self._port)
        self.setWidget(self._inside)
        QScroller.grabGesture(self._port, QScroller.ScrollerGestureType.TouchGesture)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def hold(self, page: QWidget) -> None:
        """Show `page` from its top."""
        last = self._rows.count() - 1
        self._rows.insertWidget(last, page, 0, Qt.AlignmentFlag.AlignHCenter)
        page.show()  # now, not when the layout gets to it: only what is shown can take the focus
        self.verticalScrollBar().setValue(0)

    def hold_above(self, tasks: QWidget) -> None:
        self._rows.insertWidget(0, tasks, 0, Qt.AlignmentFlag.AlignHCenter)

    def below(self) -> int:
        """How many pixels of the page lie below what is seen."""
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value()

    def page_down(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(bar.pageStep() * 0.8))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QScrollPrepareEvent) and self._keeps_touch(event):
            event.ignore()
            return True
        return super().viewportEvent(event)

    def _keeps_touch(self, event: QScrollPrepareEvent) -> bool:
        """A finger on a signature pad draws; it does not scroll the page."""
        under = self.viewport().childAt(event.startPos().toPoint())
        return under is not None and bool(under.property("keeps_touch"))

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        # What a hand presses stays under the hand: else the press would be lost.
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and self._inside.isAncestorOf(now) and not pressed:
            self.ensureWidgetVisible(now, 0, Space.GROUP)
            seen_at = self.verticalScrollBar().value()
            QTimer.singleShot(0, self, lambda: self._follow_on(now, seen_at))

    def _follow_on(self, stop: QWidget, seen_at: int) -> None:
        """Once all has its place, the button below the page too; but not after a person who has
        scrolled on meanwhile."""
        if isValid(stop) and stop.hasFocus() and self.verticalScrollBar().value() == seen_at:
            self.ensureWidgetVisible(stop, 0, Space.GROUP)
