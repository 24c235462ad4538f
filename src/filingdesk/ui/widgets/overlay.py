"""A card over the whole window that must be answered before anything else."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from filingdesk.ui.widgets.column import ColumnLayout
from filingdesk.ui.widgets.flow import Flow
from filingdesk.ui.widgets.paint import box
from filingdesk.ui.widgets.roles import announce, teach_roles
from filingdesk.ui.widgets.spoken import spoken
from filingdesk.ui.widgets.tall import Tall
from filingdesk.ui.widgets.text import Body, Heading

_BUTTONS = 2  # the last things of the card: a gap, and the buttons
_LEAST = 80  # pixels of what scrolls, however small the window is


@dataclass(frozen=True, slots=True)
class Answer:
    """One button of an overlay."""

    key: str
    words: str
    primary: bool = False


class Overlay(QWidget):
    """Covers `window`. What does not fit between title and buttons scrolls. The focus stays
    inside; Escape gives the answer `escape`, if there is one.
    `opaque` hides the page behind altogether (a person has walked away).

    Signal `answered(str)` with the key; the overlay has closed itself by then.
    """

    accessible_role = QAccessible.Role.Dialog
    covers_all = True
    answered = Signal(str)

    def __init__(
        self,
        look: Look,
        window: QWidget,
        title: str,
        text: str,
        answers: Sequence[Answer],
        *,
        escape: str = "",
        opaque: bool = False,
    ) -> None:
        teach_roles()
        super().__init__(window)
        self._look, self._window = look, window
        self._escape, self._opaque = escape, opaque
        self._title = title
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        self._text = Body(look, text)
        self.card = Card(look)
        self.card.column.addWidget(Heading(look, title))
        inside = _Inside()
        self._words = ColumnLayout(inside)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(Space.SNUG)
        self._words.addWidget(self._text)
        self._text.setVisible(bool(text))
        self._tall = Tall(inside)
        self.card.column.addWidget(self._tall)
        self._flow = Flow(Space.NEAR)
        self._buttons = [self._button(answer) for answer in answers]
        self._flow.add(*self._buttons)
        self.card.column.addSpacing(Space.NEAR)
        self.card.column.addLayout(self._flow)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.PAGE, Space.CARD, Space.PAGE, Space.CARD)
        outer.addStretch(1)
        outer.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        window.installEventFilter(self)

    def open(self) -> None:
        """Cover the window, take the focus and have the words read out."""
        self._before = self.window().focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._lay_out()
        first = self._buttons[0] if self._buttons else self
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        if self.card.isVisible():
            self.speak()

    def speak(self) -> None:
        """Have a screen reader read title and sentences."""
        announce(self, spoken(self._title, self._text.text()))

    def set_text(self, text: str, *, spoken: bool = False) -> None:
        """Change the sentences, for a count-down; read out only where `spoken`."""
        self._text.setText(text)
        self._text.setVisible(bool(text))
        if spoken:
            announce(self, text)

    def dismiss(self) -> None:
        """Close without an answer; the focus goes back to where it was."""
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def add(self, widget: QWidget, *, stays: bool = False) -> None:
        """Put something of your own between the words and the buttons, below what was put there
        before. What `stays` is never scrolled away."""
        if stays:
            self.card.column.insertWidget(self.card.column.count() - _BUTTONS, widget)
        else:
            self._words.addWidget(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        inside = [child for child in self.findChildren(QWidget) if _takes_tab(child)]
        if not inside:
            return True
        now = self.window().focusWidget()
        at = inside.index(now) if now in inside else -1
        inside[(at + (1 if forward else -1)) % len(inside)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._escape:
            self._answer(self._escape)
        else:
            self._tall.scroll_by(event.key())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """What is not seen to be there all the time gets the room that the rest leaves."""
        column = self.card.column
        margins = column.contentsMargins()
        wide = min(self.width() - 2 * Space.PAGE, self.card.maximumWidth())
        wide -= margins.left() + margins.right()
        others = [item for item in _items(column) if item.widget() is not self._tall]
        taken = sum(_height(item, wide) for item in others) + column.spacing() * len(others)
        taken += margins.top() + margins.bottom() + 2 * Space.CARD
        self._tall.allow(max(_LEAST, self.height() - taken))

    def _lay_out(self) -> None:
        """Now: what takes the focus in too little room would scroll the words above it away."""
        self._fit()
        for layout in (self._words, self.card.column, self.layout()):
            if layout is not None:
                layout.activate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = self._look.palette
        QPainter(self).fillRect(self.rect(), QColor(p.mist if self._opaque else p.veil))

    def _button(self, answer: Answer) -> Button:
        kind = PrimaryButton if answer.primary else QuietButton
        button = kind(self._look, answer.words)
        button.clicked.connect(lambda: self._answer(answer.key))
        return button

    def _answer(self, key: str) -> None:
        self.dismiss()
        self.answered.emit(key)


class Card(QWidget):
    """The paper in the middle of an overlay."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.column = ColumnLayout(self)
        self.column.setContentsMargins(Space.GROUP, Space.GROUP, Space.GROUP, Space.GROUP)
        self.column.setSpacing(Space.SNUG)
        self.setMaximumWidth(look.sizes.column)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p = self._look.palette
        box(painter, QRectF(self.rect()), self._look.sizes.radius * 2, p.paper, p.hair)


class _Inside(QWidget):
    """As tall as its words need at the width they get, whatever they would need in less."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def _items(column: QLayout) -> list[QLayoutItem]:
    return [item for place in range(column.count()) if (item := column.itemAt(place))]


def _height(item: QLayoutItem, width: int) -> int:
    """In pixels, at this width."""
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()


def _takes_tab(widget: QWidget) -> bool:
    """Not what hands the focus on to another, as the line within a spin box does."""
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    takes = bool(policy) and widget.focusProxy() is None
    return takes and widget.isEnabled() and widget.isVisible()
