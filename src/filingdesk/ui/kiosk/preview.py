"""The exact pages, before anything is signed; beside them a translation to read."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from shiboken6 import isValid

from filingdesk.ui.kiosk.reviewing import ReviewingPage
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.pdf_pages import PdfDocument, PdfPages, load_pdfium
from filingdesk.words.catalogue import OFFICIAL


class PreviewPage(ReviewingPage):
    """What is shown here is what is signed: the same document, the same renderer."""

    def __init__(self, session: Session) -> None:
        heading = session.words.say("These pages will be signed")
        super().__init__(session, heading)
        self.primary_text = self.say("Go on to sign")
        self.pages: PdfPages | None = None
        self._is_asked = False
        if session.words.language != OFFICIAL:
            self._offer_translation()

    def showEvent(self, event: QShowEvent) -> None:
        """The pages are made once there is a window to wait in."""
        super().showEvent(event)
        if not self._is_asked and not self.has_problems:
            self._is_asked = True
            timer = QTimer(self, singleShot=True)
            timer.timeout.connect(self._make_official)
            timer.start(0)

    def go_on(self) -> None:
        """To the signature; nothing is signed that could not be read."""
        if self.pages is None:
            self._make_official()
        else:
            super().go_on()

    def _offer_translation(self) -> None:
        text = self.say(
            "The authority works in Chinese, so the Chinese pages are the ones that are signed and "
            "handed over. The translation is for you to read."
        )
        self.add(Note(self.look, text), gap=Space.CARD)
        choices = (
            Choice(OFFICIAL, self.say("The Chinese pages that are signed")),
            Choice(self.session.words.language, self.say("A translation to read")),
        )
        cards = ChoiceCards(
            self.look,
            self.say("Which pages to show"),
            choices,
            columns=2 if self.look.sizes.factor == 1 else 1,
        )
        cards.set_values((OFFICIAL,))
        cards.chosen.connect(self._make)
        self.add(cards, gap=Space.NEAR)

    def _make_official(self) -> None:
        self._make(OFFICIAL)

    def _make(self, language: str) -> None:
        desk, draft = self.session.desk, self.session.here

        def make() -> bytes:
            load_pdfium()
            return desk.preview(draft, language)

        self.work(
            self.say("Your pages are being made"), make, lambda pdf: self._show(pdf, language)
        )

    def _show(self, pdf: bytes, language: str) -> None:
        if not isValid(self):
            return
        if self.pages is not None:
            self.pages.hide()
            self.pages.deleteLater()
        document = PdfDocument(pdf)
        count = len(document)
        captions = [self._caption(number, count, language) for number in range(1, count + 1)]
        self.pages = PdfPages(self.look, document, captions)
        self.add(self.pages, gap=Space.CARD)

    def _caption(self, number: int, count: int, language: str) -> str:
        if language == OFFICIAL:
            return self.say("Page {number} of {count}", number=number, count=count)
        return self.say(
            "Translation, not signed: page {number} of {count}", number=number, count=count
        )
