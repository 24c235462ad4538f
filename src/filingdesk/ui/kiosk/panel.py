"""A card over the page whose content may be longer than the screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QWidget,
)

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.page_frame import PageFrame

_SHARE = 0.55
"""Of the window's height: what the words and buttons of the card leave."""


def room_of(widget: QWidget) -> QWidget:
    """The frame that a page stands in: what lies over it is swept away when the person is gone."""
    here: QWidget | None = widget
    while here is not None and not isinstance(here, PageFrame):
        here = here.parentWidget()
    return here or widget.window()


class Panel(Overlay):
    """An overlay with a way out, in the words `leave`; `fill` gives it something that scrolls."""

    def __init__(
        self, look: Look, room: QWidget, title: str, text: str, leave: str, *answers: Answer
    ) -> None:
        every = (*answers, Answer("leave", leave))
        super().__init__(look, room, title, text, every, escape="leave")
        self._room = room
        self._text.setVisible(bool(text))

    def fill(self, content: QWidget, share: float = _SHARE) -> None:
        """Put something between words and button; it scrolls where it is too tall."""
        self.add(_Scroll(content, round(self._room.height() * share)))


class _Scroll(QScrollArea):
    """As tall as its content, but never taller than `most` pixels."""

    def __init__(self, content: QWidget, most: int) -> None:
        super().__init__()
        self._content, self._most = content, most
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        content = self._content
        wish = content.heightForWidth(width) if content.hasHeightForWidth() else -1
        return min(self._most, wish if wish > 0 else content.sizeHint().height())

    def sizeHint(self) -> QSize:
        width = self._content.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and self._content.isAncestorOf(now) and not pressed:
            self.ensureWidgetVisible(now, 0, Space.NEAR)
