"""The renderer: a document becomes a PDF whose text, fonts and files all travel with it."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from filingdesk.core.document import Attachment, Document, Title

if TYPE_CHECKING:
    from filingdesk.render.looks import Look

# ReportLab and pikepdf take half a second to import: the window must not wait for them.

_ONE_AT_A_TIME = RLock()
"""ReportLab reads a font from a place that it keeps in the font, which all documents share."""


class PdfRenderer:
    """Pages on A4 in the faces of one folder. The same document gives the same bytes, always."""

    def __init__(self, fonts_folder: Path) -> None:
        self._fonts = fonts_folder

    def render(self, document: Document, attachments: Sequence[Attachment] = ()) -> bytes:
        """A PDF that can be signed. A character no face has is drawn as 〓, a control not at all.

        Raises ValueError if two attachments have one name, PDFError if a picture is no JPEG.
        """
        import pikepdf

        from filingdesk.render.attach import attach
        from filingdesk.render.describe import describe
        from filingdesk.render.unicode_map import mend_meanings

        with _ONE_AT_A_TIME:
            drawn = self._draw(document)
        with pikepdf.open(BytesIO(drawn)) as pdf:
            mend_meanings(pdf)
            describe(pdf, document)
            attach(pdf, attachments)
            out = BytesIO()
            pdf.save(out, min_version="1.7", deterministic_id=True, compress_streams=False)
        return out.getvalue()

    def missing_characters(self, text: str) -> Sequence[str]:
        """The characters that no font of ours can print, each once, in their order."""
        from filingdesk.render.faces import chinese

        with _ONE_AT_A_TIME:
            faces = chinese(self._fonts)
            return tuple(char for char in dict.fromkeys(text) if not faces.has(char))

    def warm_up(self) -> None:
        """Load libraries and faces beforehand, in a quiet moment; later calls are then quick."""
        self.render(Document("", "zh-CN", "", "", (Title("一"),)))

    def _draw(self, document: Document) -> bytes:
        from filingdesk.render.blocks import story
        from filingdesk.render.looks import official, reading
        from filingdesk.render.sheet import draw_foot, draw_watermark, lay_out
        from filingdesk.render.text import is_latin

        look: Look = (reading if is_latin(document.language) else official)(self._fonts)
        foot = "  ".join(filter(None, (document.reference, document.footer)))

        def finish(canvas: Any, page: int, pages: int) -> None:
            draw_foot(canvas, page, pages, foot, look.number, look.foot)
            draw_watermark(canvas, document.watermark, look.watermark)

        return lay_out(story(document, look), look.body.faces.name, finish)
