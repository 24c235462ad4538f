"""Several lines to tell what happened, with a count that informs and never blocks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.paint import focus_ring
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Hint
from filingdesk.ui.widgets.text_field import Typed


class StoryBox(QPlainTextEdit):
    """A text box that Tab leaves, and that remembers nothing."""

    def __init__(self, look: Look, lines: int) -> None:
        super().__init__()
        self._look = look
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setInputMethodHints(Typed.TEXT.value | Qt.InputMethodHint.ImhMultiLine)
        self.setMinimumHeight(round(lines * look.sizes.body * 1.45) + look.sizes.target)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # The frame is painted here; paintEvent would paint on the text's own ground.
        if event.type() == QEvent.Type.Paint and self.hasFocus():
            focus_ring(QPainter(self), QRectF(self.rect()), self._look)
        return done

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class StoryField(Field):
    """A labelled text box; `limit` in characters is said politely and can be passed.

    Signal `edited()`.
    """

    def __init__(
        self,
        look: Look,
        label: str,
        *,
        say: Callable[..., str],
        hint: str = "",
        limit: int | None = None,
        lines: int = 6,
    ) -> None:
        super().__init__(look, label, hint)
        self._say, self._limit = say, limit
        self._was_over = False
        self.box = StoryBox(look, lines)
        self.place(self.box)
        self.watch(self.box, label)
        self._count = Hint(look, "")
        self.place(self._count, Space.TIGHT)
        self._count.setVisible(limit is not None)
        self.box.textChanged.connect(self._changed)
        self._tell_count()

    def raw(self) -> str:
        return self.box.toPlainText()

    def set_raw(self, raw: str) -> None:
        self.box.blockSignals(True)
        self.box.setPlainText(raw)
        self.box.blockSignals(False)
        self._tell_count()

    def count(self) -> str:
        """The sentence that tells how many characters there are."""
        return self._count.text()

    def _changed(self) -> None:
        self._tell_count()
        self.edited.emit()

    def _tell_count(self) -> None:
        if self._limit is None:
            return
        count = len(self.raw())
        over = count > self._limit
        if over:
            words = self._say(
                "Characters: {count} of {limit}. Please shorten the text by {over}.",
                count=count,
                limit=self._limit,
                over=count - self._limit,
            )
        else:
            words = self._say("Characters: {count} of {limit}", count=count, limit=self._limit)
        self._count.setText(words)
        if over and not self._was_over:
            announce(self.box, words)
        self._was_over = over
