"""Whether the files a person brought go into the filing beside their pages."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from filingdesk.core.answers import MaterialAnswer
from filingdesk.ui.kiosk.papers.originals import are_kept
from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.cards import Choice, ChoiceCards

_KEEP = "keep"


class KeepingOriginals(ChoiceCards):
    """Signal `wanted(bool)`."""

    wanted = Signal(bool)

    def __init__(
        self, look: Look, say: Callable[..., str], paper: str, said: MaterialAnswer
    ) -> None:
        title = say("Keep the original file inside")
        why = say(
            "The authority can then compare your file with the pages. It may hold more than the "
            "pages show, such as where a photo was taken."
        )
        name = f"{title}: {paper}"
        super().__init__(look, name, [Choice(_KEEP, title, why)], several=True)
        self.set_values((_KEEP,) if are_kept(said) else ())
        self.changed.connect(lambda values: self.wanted.emit(bool(values)))
