"""The files on a stick, any of which may be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from filingdesk.ui.kiosk.panel import Panel
from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.overlay import Answer
from filingdesk.ui.widgets.roles import announce

_ATTACH = "attach"


class PickingFiles(Panel):
    """Signal `picked(list)` with the keys of what was ticked, in their order on the screen.

    `words` are those of the two buttons, `nothing` what is said when nothing was ticked.
    """

    picked = Signal(list)

    def __init__(
        self,
        look: Look,
        room: QWidget,
        title: str,
        text: str,
        choices: Sequence[Choice],
        *,
        words: tuple[str, str],
        nothing: str,
    ) -> None:
        attach, leave = words
        super().__init__(look, room, title, text, leave, Answer(_ATTACH, attach, primary=True))
        self._nothing = nothing
        self.cards = ChoiceCards(look, title, choices, several=True)
        self.fill(self.cards)

    def open(self) -> None:
        """The first file has the focus."""
        super().open()
        self.cards.setFocus(Qt.FocusReason.PopupFocusReason)

    def _answer(self, key: str) -> None:
        chosen = list(self.cards.values())
        if key == _ATTACH and not chosen:
            self.cards.show_error(self._nothing)
            self.cards.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self._nothing)
            return
        super()._answer(key)
        if key == _ATTACH:
            self.picked.emit(chosen)
