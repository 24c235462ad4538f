"""What a signed field shows: a page that the renderer drew, so that no other font comes in."""

from io import BytesIO

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.generic import ArrayObject, FloatObject, StreamObject, pdf_name
from pyhanko.pdf_utils.layout import AxisAlignment as Aligned
from pyhanko.pdf_utils.layout import BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStampStyle, NoOpStampStyle, StaticContentStamp, StaticStampStyle

from filingdesk.core.problem import Problem, UserProblem

_FROM_EDGE_TO_EDGE = SimpleBoxLayoutRule(Aligned.ALIGN_MID, Aligned.ALIGN_MID, Margins(0, 0, 0, 0))


def appearance(stamp: bytes) -> BaseStampStyle:
    """Shows the one page of `stamp`, a PDF; without one, the field looks as it did before.

    Raises UserProblem: pdf-not-readable.
    """
    if not stamp:
        return NoOpStampStyle()
    try:
        page = PdfFileReader(BytesIO(stamp))
        page.root["/Pages"]["/Kids"][0]
    except (PdfError, LookupError, ValueError, TypeError):
        raise UserProblem(Problem("stamp", "pdf-not-readable")) from None
    return _Style(border_width=0, background=_Drawn(page), background_layout=_FROM_EDGE_TO_EDGE)


class _Style(StaticStampStyle):
    def create_stamp(
        self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: dict[str, str]
    ) -> StaticContentStamp:
        """The stamp in the field's box."""
        return _Shown(writer, self, box)


class _Shown(StaticContentStamp):
    def as_form_xobject(self) -> StreamObject:
        """With the box written as the empty field's was.

        pyHanko writes it upside down, which means the same, and which the EU's DSS tells as an
        undefined change to the earlier signatures.
        """
        form = super().as_form_xobject()
        sides = (0, 0, self.box.width, self.box.height)
        form[pdf_name("/BBox")] = ArrayObject(FloatObject(round(each, 2)) for each in sides)
        return form


class _Drawn(PdfContent):
    """The page as a form XObject (ISO 32000-1, 8.10), in the size it was drawn in."""

    def __init__(self, page: PdfFileReader) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        """The operators that paint it."""
        drawn = self._ensure_writer.import_page_as_xobject(self._page)
        left, bottom, right, top = (float(each) for each in drawn.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        self.resources.xobject["/Drawn"] = drawn
        return b"/Drawn Do"
