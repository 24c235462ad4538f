"""A card over the page whose content may be longer than the screen."""

from PySide6.QtWidgets import QWidget

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.page_frame import PageFrame


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

    def fill(self, content: QWidget) -> None:
        """Put something between words and button; it scrolls where it is too tall."""
        self.add(content)
