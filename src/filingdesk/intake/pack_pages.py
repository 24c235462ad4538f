"""A safe file as one file that can travel inside a filing."""

from collections.abc import Sequence
from io import BytesIO

from filingdesk.core.ports import SafeFile
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.intake.limits import DPI

_POINTS_PER_INCH = 72
_JPEG = b"\xff\xd8\xff"


def safe_attachment(safe: SafeFile, name: str) -> tuple[str, str, bytes]:
    """File name, media type and content: the JPEG itself, or a PDF of several.

    `name` has no ending. The same pages give the same bytes.
    """
    if len(safe.pages) == 1:
        return f"{name}.jpg", "image/jpeg", safe.pages[0]
    return f"{name}.pdf", "application/pdf", _paper(safe.pages)


def pages_in(untrusted_attachment: bytes) -> tuple[bytes, ...]:
    """The pages of what `safe_attachment` made, each as it went in.

    Nothing is decoded. Raises UserProblem: exhibit-not-readable.
    """
    if untrusted_attachment.startswith(_JPEG):
        return (untrusted_attachment,)
    from pikepdf import Pdf, PdfError

    try:
        with Pdf.open(BytesIO(untrusted_attachment)) as pdf:
            return tuple(page.Resources.XObject.Page.read_raw_bytes() for page in pdf.pages)
    except (PdfError, AttributeError, TypeError, ValueError):
        raise UserProblem(Problem("file", "exhibit-not-readable")) from None


def _paper(pages: Sequence[bytes]) -> bytes:
    """A PDF whose pages are these JPEGs as they are, each as large as it is at 150 dpi."""
    from pikepdf import Dictionary, Name, Pdf
    from PIL import Image

    spaces = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB}
    with Pdf.new() as pdf:
        for jpeg in pages:
            with Image.open(BytesIO(jpeg), formats=["JPEG"]) as image:
                (width, height), mode = image.size, image.mode
            drawn = pdf.make_stream(
                jpeg,
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=width,
                Height=height,
                ColorSpace=spaces[mode],
                BitsPerComponent=8,
                Filter=Name.DCTDecode,
            )
            wide, high = (side * _POINTS_PER_INCH / DPI for side in (width, height))
            page = pdf.add_blank_page(page_size=(wide, high))
            page.Resources = Dictionary(XObject=Dictionary(Page=drawn))
            page.Contents = pdf.make_stream(b"%.2f 0 0 %.2f 0 0 cm /Page Do" % (wide, high))
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()
