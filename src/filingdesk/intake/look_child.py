"""The process that tells what a PDF says as text, and what square codes pages bear.

Run as `python -m filingdesk.intake.look_child` by `PaperLook` and by nobody else. What comes in is
P and a PDF, or J and each page (JPEG) behind its length in four bytes; what goes out is JSON.
"""

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from filingdesk.intake.cut_off import cut_off
from filingdesk.intake.limits import CPU_SECONDS, DPI, LOOK_SIGNS, MEMORY, MOST_PAGES

_POINTS_PER_INCH = 72
_MOST_POINTS = 2000.0


def main() -> None:
    """Look at what comes in, and tell."""
    cut_off(MEMORY, CPU_SECONDS)
    stdin, stdout = sys.stdin.buffer, sys.stdout
    sys.stdout = sys.stderr
    told = _of_pdf(stdin.read()) if stdin.read(1) == b"P" else _of_pages(stdin)
    json.dump(told, stdout)
    stdout.flush()


def _of_pdf(untrusted_pdf: bytes) -> dict[str, list[str]]:
    """Every page's text, and the codes on the first page."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(untrusted_pdf)
    if len(pdf) > MOST_PAGES:
        raise ValueError("too many pages")
    texts = []
    for page in pdf:
        texts.append(page.get_textpage().get_text_range())
        page.close()
    if sum(map(len, texts)) > LOOK_SIGNS:
        raise ValueError("too much text")
    return {"texts": texts, "codes": list(_codes_on(pdf[0])) if texts else []}


def _codes_on(page: Any) -> Iterator[str]:
    import zxingcpp

    scale = DPI / _POINTS_PER_INCH * min(1.0, _MOST_POINTS / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    seen = zxingcpp.ImageView(
        rows, bitmap.width, bitmap.height, zxingcpp.ImageFormat.Lum, bitmap.stride
    )
    yield from _codes(seen)


def _of_pages(stream: IO[bytes]) -> dict[str, list[str]]:
    from PIL import Image

    codes: list[str] = []
    while size := int.from_bytes(stream.read(4)):
        with Image.open(BytesIO(stream.read(size)), formats=["JPEG"]) as image:
            codes += _codes(image.convert("L"))
    return {"texts": [], "codes": codes}


def _codes(picture: object) -> Iterator[str]:
    import zxingcpp

    squares = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    for each in zxingcpp.read_barcodes(picture, formats=squares):
        yield each.text


if __name__ == "__main__":
    main()
