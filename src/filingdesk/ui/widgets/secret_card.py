"""A card over the page that asks for a PIN or a password, and tells for which key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.rows import Row, SummaryRows
from filingdesk.ui.widgets.text_field import TextField, Typed

_GIVE, _LEAVE = "give", "leave"


class SecretCard(Overlay):
    """`facts` tell about the key, label and value; `warning` what a wrong PIN would do.

    What is typed is shown as dots, goes into no memory of keyboards, and is gone with the card.
    Signals: `given(str)` with what was typed, `left()`; the card has closed itself by then.
    """

    given = Signal(str)
    left = Signal()

    def __init__(
        self,
        look: Look,
        room: QWidget,
        title: str,
        text: str,
        label: str,
        *,
        answers: tuple[str, str],
        facts: Sequence[tuple[str, str]] = (),
        warning: str = "",
    ) -> None:
        give, leave = answers
        both = (Answer(_GIVE, give, primary=True), Answer(_LEAVE, leave))
        super().__init__(look, room, title, text, both, escape=_LEAVE)
        self.secret = TextField(look, label, typed=Typed.SECRET, columns=24)
        self.secret.entered.connect(lambda: self._answer(_GIVE))
        self.add(self.secret, stays=True)
        if warning:  # above the facts: these may scroll
            self.add(Note(look, warning, kind=Kind.CAREFUL))
        if facts:
            self.add(SummaryRows(look, [Row(name, name, value) for name, value in facts]))
        self.answered.connect(self._tell)

    def open(self) -> None:
        """The field has the focus."""
        super().open()
        self.secret.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_error(self, words: str) -> None:
        """Why it is asked again, beside the field."""
        self.secret.show_error(words)

    def _tell(self, key: str) -> None:
        typed = self.secret.raw()
        self.secret.set_raw("")
        if key == _GIVE:
            self.given.emit(typed)
        else:
            self.left.emit()
