"""The pages of a foreign PDF as pixels; runs in the reading process only."""

from collections.abc import Iterator

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from filingdesk.intake.frames import Pixels, Refused
from filingdesk.intake.limits import DPI, LONGEST_SIDE, MOST_PAGES

_POINTS_PER_INCH = 72


def paper_pages(untrusted_content: bytes) -> Iterator[Pixels]:
    """Each page drawn at 150 dpi with its filled form fields, larger sheets reduced.

    Raises Refused: file-locked, file-not-readable, file-too-many-pages.
    """
    try:
        pdf = pypdfium2.PdfDocument(untrusted_content)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == FPDF_ERR_PASSWORD
        raise Refused("file-locked" if locked else "file-not-readable") from None
    count = len(pdf)
    if count == 0:
        raise Refused("file-not-readable")
    if count > MOST_PAGES:
        raise Refused("file-too-many-pages")
    pdf.init_forms()
    for number in range(count):
        yield _drawn(pdf[number])


def _drawn(page: pypdfium2.PdfPage) -> Pixels:
    longest = max(*page.get_size(), 1.0)
    # One pixel less, because pdfium rounds up.
    scale = min(DPI / _POINTS_PER_INCH, (LONGEST_SIDE - 1) / longest)
    image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    return Pixels("RGB", image.width, image.height, image.tobytes())
