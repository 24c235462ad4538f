"""The signed pages of a case, exactly as they are kept."""

from PySide6.QtCore import Qt, Signal

from filingdesk.ui.clerk.keys import Key, tipped
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.buttons import BackButton
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.pdf_pages import PdfDocument, PdfPages
from filingdesk.ui.widgets.text import Title


class SignedPages(Column):
    """Signal `left()` when Back leads to the case."""

    left = Signal()

    def __init__(self, sitting: Sitting, pdf: bytes) -> None:
        super().__init__(sitting.look)
        look, say = sitting.look, sitting.words.say
        self._back = BackButton(look, say("The case"))
        self._back.clicked.connect(self.left)
        self.add(tipped(self._back, Key.BACK), Title(look, say("The signed pages")))
        document = PdfDocument(pdf)
        count = len(document)
        captions = [
            say("Page {number} of {count}", number=number, count=count)
            for number in range(1, count + 1)
        ]
        self.add(PdfPages(look, document, captions))

    def take_focus(self) -> None:
        """To the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
