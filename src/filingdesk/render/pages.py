"""The renderer: a document becomes a PDF whose text, fonts and files all travel with it."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any

from filingdesk.core.document import Attachment, Document

if TYPE_CHECKING:
    from pikepdf import Pdf

    from filingdesk.render.structure import Element

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

        from filingdesk.render.attach import attach, checksum, held
        from filingdesk.render.describe import describe
        from filingdesk.render.large_streams import filled
        from filingdesk.render.outline import outline
        from filingdesk.render.tagging import tag
        from filingdesk.render.unicode_map import mend_meanings

        # On another core: hashing lets go of the interpreter, drawing does not.
        with ThreadPoolExecutor(1) as beside:
            checksums = beside.map(checksum, attachments)
            with _ONE_AT_A_TIME:
                drawn, structure = self._draw(document)
        with pikepdf.open(BytesIO(drawn)) as pdf:
            mend_meanings(pdf)
            tag(pdf, structure)
            outline(pdf, structure)
            describe(pdf, document)
            attach(pdf, attachments, checksums, document.made_on)
            saved = _saved(pdf)
        return filled(saved, held(saved, attachments))

    def stamp(self, lines: Sequence[str], width: float, height: float) -> bytes:
        """A page of that size in points, to be drawn into the field of a signature."""
        import pikepdf

        from filingdesk.render.stamp import draw_stamp
        from filingdesk.render.unicode_map import mend_meanings

        with _ONE_AT_A_TIME:
            drawn = draw_stamp(lines, width, height, self._fonts)
        with pikepdf.open(BytesIO(drawn)) as pdf:
            mend_meanings(pdf)
            return _saved(pdf)

    def missing_characters(self, text: str) -> Sequence[str]:
        """The characters that no font of ours can print, each once, in their order."""
        from filingdesk.render.faces import chinese

        with _ONE_AT_A_TIME:
            faces = chinese(self._fonts)
            return tuple(char for char in dict.fromkeys(text) if not faces.has(char))

    def _draw(self, document: Document) -> "tuple[bytes, Element]":
        from filingdesk.render.blocks import story
        from filingdesk.render.looks import look_of
        from filingdesk.render.sheet import draw_foot, draw_watermark, lay_out

        look = look_of(document.language, self._fonts)
        foot = "  ".join(filter(None, (document.reference, document.footer)))

        def finish(canvas: Any, page: int, pages: int) -> None:
            draw_foot(canvas, page, pages, foot, look.number, look.foot)
            draw_watermark(canvas, document.watermark, look.watermark)

        flowables, structure = story(document, look)
        return lay_out(flowables, look.body.faces.name, finish), structure


def _saved(pdf: "Pdf") -> bytes:
    out = BytesIO()
    pdf.save(out, min_version="1.7", deterministic_id=True, compress_streams=False)
    return out.getvalue()
