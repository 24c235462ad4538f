"""One line to type: a name, a number, an address."""

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.paint import focus_ring

_H = Qt.InputMethodHint
_EXACT = _H.ImhSensitiveData | _H.ImhNoPredictiveText | _H.ImhNoAutoUppercase


class Typed(Enum):
    """What is typed into a line: which keyboard opens and what it may remember (nothing).

    Plain text keeps word look-up: without it a Chinese input method cannot write a word.
    """

    TEXT = _H.ImhSensitiveData | _H.ImhNoAutoUppercase
    DIGITS = _EXACT | _H.ImhPreferNumbers
    CODE = _EXACT | _H.ImhPreferLatin | _H.ImhPreferUppercase
    PHONE = _EXACT | _H.ImhPreferNumbers | _H.ImhDialableCharactersOnly
    EMAIL = _EXACT | _H.ImhPreferLatin | _H.ImhEmailCharactersOnly
    SECRET = _EXACT | _H.ImhHiddenText | _H.ImhPreferLatin


class LineBox(QLineEdit):
    """A line edit that remembers nothing and shows where the focus is."""

    def __init__(self, look: Look, typed: Typed) -> None:
        super().__init__()
        self._look = look
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(typed.value)
        if typed is Typed.SECRET:
            self.setEchoMode(QLineEdit.EchoMode.Password)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            focus_ring(QPainter(self), QRectF(self.rect()), self._look)


class TextField(Field):
    """A labelled line. `columns` narrows the box to about that many Latin characters.

    Signals: `edited()`, `entered()` when Enter is pressed in it.
    """

    entered = Signal()

    def __init__(
        self,
        look: Look,
        label: str,
        *,
        hint: str = "",
        typed: Typed = Typed.TEXT,
        columns: int | None = None,
    ) -> None:
        super().__init__(look, label, hint)
        self.box = LineBox(look, typed)
        self.place(self.box)
        self.watch(self.box, label)
        if columns:
            self.box.setMaximumWidth(round((columns * 0.62 + 2) * look.sizes.body))
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.textEdited.connect(lambda _text: self.edited.emit())
        self.box.returnPressed.connect(self.entered)

    def raw(self) -> str:
        return self.box.text()

    def set_raw(self, raw: str) -> None:
        self.box.setText(raw)
