"""Photos, scans and PDFs for the tests, right ones and hostile ones."""

import zlib
from io import BytesIO
from itertools import accumulate

import pikepdf
import pillow_heif
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from filingdesk.core.ports import SafeFile


def encoded(image: Image.Image, kind: str, **how: object) -> bytes:
    """A picture as a file of this kind."""
    file = BytesIO()
    if kind == "HEIF":
        pillow_heif.register_heif_opener()
        exif = how.get("exif")
        how = {"quality": 95} | ({"exif": exif.tobytes()} if isinstance(exif, Image.Exif) else {})
    image.save(file, kind, **how)
    return file.getvalue()


def quarters() -> Image.Image:
    """A picture whose corners differ: red, green; blue, white."""
    image = Image.new("RGB", (400, 200), "white")
    image.paste("red", (0, 0, 200, 100))
    image.paste("lime", (200, 0, 400, 100))
    image.paste("blue", (0, 100, 200, 200))
    return image


def letter(pages: int = 1, size: tuple[float, float] = (595.28, 841.89)) -> bytes:
    """A PDF of so many pages with a line of text each; points."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    for number in range(pages):
        canvas.setFont("Helvetica", 40)
        canvas.drawString(72, size[1] - 100, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def locked(user: str, owner: str) -> bytes:
    """A letter encrypted with these passwords."""
    file = BytesIO()
    with pikepdf.open(BytesIO(letter())) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(user=user, owner=owner))
    return file.getvalue()


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them its catalogue."""
    parts = [b"%PDF-1.4\n"]
    parts += [b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, start=1)]
    places = list(accumulate(len(part) for part in parts))
    table = b"".join(b"%010d 00000 n \n" % place for place in places[:-1])
    count = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n"
    return b"".join(parts) + end % (count, table, count) + b"startxref\n%d\n%%%%EOF" % places[-1]


def drawing(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF of one page whose content stream holds these bytes behind these filters."""
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter %s>>stream\n%s\nendstream" % (len(content), filters, content),
    )


def deflate_bomb() -> bytes:
    """3 GB of drawing commands in a few kilobytes: packed, and packed again."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"q Q " * 2_500_000) + packer.flush(zlib.Z_FULL_FLUSH)
    again = zlib.compressobj(9, wbits=-15)
    block = again.compress(b"q Q " * 2_500_000) + again.flush(zlib.Z_FULL_FLUSH)
    packed = zlib.compress(head + block * 300, 9)
    return drawing(packed, b"[ /FlateDecode /FlateDecode ]")


def endless_drawing() -> bytes:
    """A page that takes minutes to draw."""
    return drawing(zlib.compress(b"0 0 m 500 800 l 3 700 400 2 5 8 c S " * 1_500_000, 9))


def seen(safe: SafeFile, page: int = 0) -> Image.Image:
    """A page as one sees it."""
    return Image.open(BytesIO(safe.pages[page]))
