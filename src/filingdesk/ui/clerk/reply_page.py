"""A file that came back: its verdict as of today, or the picture that it is."""

from filingdesk.core.verdict import Verdict
from filingdesk.ui.clerk.picture import Picture
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.clerk.verdict_page import VerdictPage
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.text import Title


def reply_page(sitting: Sitting, content: bytes, verdict: Verdict | None) -> Column:
    """A page that only shows."""
    look, say = sitting.look, sitting.words.say
    if verdict is not None:
        return VerdictPage(sitting, verdict, say("What the agency sent back"))
    page = Column(look)
    name = say("Picture of a paper")
    page.add(Title(look, name))
    if content.startswith(b"%PDF-"):  # several pages, as intake put them together
        from filingdesk.ui.widgets.pdf_pages import PdfDocument, PdfPages  # loads PDFium

        document = PdfDocument(content)
        captions = [
            say("Page {number} of {count}", number=number, count=len(document))
            for number in range(1, len(document) + 1)
        ]
        page.add(PdfPages(look, document, captions))
    else:
        page.add(Picture(content, name))
    return page
