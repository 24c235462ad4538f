"""The pages of a foreign PDF as pixels; runs in the reading process only."""

from collections.abc import Iterator

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from filingdesk.intake.frames import Pixels, Refused
from filingdesk.intake.limits import DPI, LONGEST_SIDE, MOST_PAGES

_POINTS_PER_INCH = 72


def paper_pages(untrusted_content: bytes, password: str = "") -> Iterator[Pixels]:
    """Each page drawn at 150 dpi with its filled form fields, larger sheets reduced.

    Raises Refused: file-locked, file-wrong-password, file-not-readable, file-too-many-pages.
    """
    try:
        pdf = pypdfium2.PdfDocument(untrusted_content, password=password or None)
    except pypdfium2.PdfiumError as error:
        if error.err_code != FPDF_ERR_PASSWORD:
            raise Refused("file-not-readable") from None
        raise Refused("file-wrong-password" if password else "file-locked") from None
    count = len(pdf)
    if count == 0:
        raise Refused("file-not-readable")
    if count > MOST_PAGES:
        raise Refused("file-too-many-pages")
    pdf.init_forms()
    for number in range(count):
        page = pdf[number]
        yield _drawn(page)
        page.close()


def _drawn(page: pypdfium2.PdfPage) -> Pixels:
    longest = max(*page.get_size(), 1.0)
    # One pixel less, because pdfium rounds up.
    scale = min(DPI / _POINTS_PER_INCH, (LONGEST_SIDE - 1) / longest)
    bitmap = page.render(scale=scale, rev_byteorder=True)
    image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return Pixels("RGB", image.width, image.height, image.tobytes())
