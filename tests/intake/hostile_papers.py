"""PDFs that are broken, boundless, that act, or that are also something else."""

import zlib
from functools import partial
from io import BytesIO

import pikepdf
from PIL import Image

from tests.intake.hostile import Hostile, fixed
from tests.intake.hostile_pictures import zeros
from tests.intake.making import (
    deflate_bomb,
    drawing,
    encoded,
    endless_drawing,
    letter,
    locked,
    quarters,
    raw_pdf,
)

_UNREADABLE, _HEAVY = "file-not-readable", "file-too-heavy"
_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_ONE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"


def stream(content: bytes, head: bytes = b"") -> bytes:
    """An object with content."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(content), content)


def many_pages() -> bytes:
    """A PDF of 200,000 pages."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 200_003))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    tree = b"<</Type/Pages/Count 200000/Kids[%s]>>" % kids
    return raw_pdf(_CATALOGUE, tree, *[page] * 200_000)


def tree(*nodes: bytes) -> bytes:
    """A PDF of these nodes below its catalogue."""
    return raw_pdf(_CATALOGUE, *nodes)


def page_of(box: bytes) -> bytes:
    """A PDF of one page as large as this."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R>>" % box
    return tree(_ONE, page, stream(b"0 0 50 50 re f"))


def acting(action: bytes) -> bytes:
    """A PDF that does this when it is opened, and when its page is."""
    catalogue = b"<</Type/Catalog/Pages 2 0 R/OpenAction %s>>" % action
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/AA<</O %s>>>>" % action
    return raw_pdf(catalogue, _ONE, page)


def with_program() -> bytes:
    """A PDF with a program inside, under a name that leads elsewhere."""
    with pikepdf.open(BytesIO(letter())) as pdf:
        pdf.attachments["../../etc/\u202egnp.exe"] = b"MZ an unwanted program"
        file = BytesIO()
        pdf.save(file)
    return file.getvalue()


def nested_forms(levels: int, times: int) -> bytes:
    """A drawing that draws a drawing so many times, which draws a drawing so many times …"""
    again = b"/F Do " * times
    forms = [
        stream(
            again if level < levels else b"0 0 9 9 re f",
            b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</F %d 0 R>>>>"
            % (level + 5),
        )
        for level in range(levels + 1)
    ]
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
        b"/Resources<</XObject<</F 5 0 R>>>>>>"
    )
    return tree(_ONE, page, stream(again), *forms)


def form_in_itself() -> bytes:
    """A drawing that draws itself."""
    form = stream(b"/F Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>")
    page = b"<</Type/Page/Parent 2 0 R/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R>>"
    return tree(_ONE, page, form, stream(b"/F Do"))


def pictured(content: bytes, how: bytes, width: int = 99, height: int = 99) -> bytes:
    """A PDF of one picture packed this way."""
    head = b"/Subtype/Image/Width %d/Height %d/Filter%s" % (width, height, how)
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
        b"/Resources<</XObject<</I 5 0 R>>>>>>"
    )
    grey = b"/ColorSpace/DeviceGray/BitsPerComponent 8"
    return tree(_ONE, page, stream(b"99 0 0 99 0 0 cm /I Do"), stream(content, head + grey))


def object_bomb() -> bytes:
    """A PDF whose objects lie in a stream of 2 GB."""
    packed = zeros(2000)
    held = b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"
    body = b"%PDF-1.5\n" + b"1 0 obj\n" + stream(packed, held) + b"\nendobj\n"
    places = (
        b"\0\0\0\0\0\0"
        + b"\1\0\0\0\x09\0"
        + b"\2\0\0\0\1\0"
        + b"\1"
        + len(body).to_bytes(4)
        + b"\0"
    )
    head = b"/Type/XRef/Size 4/W[1 4 1]/Root 2 0 R"
    table = b"3 0 obj\n" + stream(places, head) + b"\nendobj\n"
    return body + table + b"startxref\n%d\n%%%%EOF" % len(body)


def table_in_circles() -> bytes:
    """A PDF whose table of objects names itself as the one before."""
    content = raw_pdf(_CATALOGUE, _ONE, _PAGE)
    at = content.rindex(b"startxref\n") + 10
    place = content[at:].split(b"\n")[0]
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev " + place)


LETTER = letter()
_SECRET = partial(locked, user="secret", owner="owner")

PAPERS = (
    Hostile("200000 pages", many_pages, "file-too-many-pages"),
    Hostile("501 pages", partial(letter, 501), "file-too-many-pages"),
    Hostile(
        "a million pages said, one there",
        lambda: tree(_ONE.replace(b"1", b"1000000", 1), _PAGE),
        "file-too-many-pages",
    ),
    Hostile("pages below zero", lambda: tree(_ONE.replace(b"1", b"-5", 1), _PAGE)),
    Hostile("pages in a circle", lambda: tree(b"<</Type/Pages/Count 1/Kids[2 0 R]>>"), _UNREADABLE),
    Hostile(
        "pages in a circle of two",
        lambda: tree(
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>",
        ),
        _UNREADABLE,
    ),
    Hostile("no pages", lambda: raw_pdf(b"<</Type/Catalog>>"), _UNREADABLE),
    Hostile("table in circles", table_in_circles),
    Hostile("deflate bomb", deflate_bomb, _HEAVY),
    Hostile("object stream bomb", object_bomb, _HEAVY),
    Hostile("forms in forms", lambda: nested_forms(9, 20), _HEAVY, patience=2.0),
    Hostile("a form in itself", form_in_itself),
    Hostile("a drawing without end", endless_drawing, _HEAVY, patience=1.0),
    Hostile("saved states without end", lambda: drawing(zlib.compress(b"q " * 5_000_000))),
    Hostile("JavaScript", lambda: acting(b"<</S/JavaScript/JS(while\\(true\\){})>>")),
    Hostile("a program started", lambda: acting(b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>")),
    Hostile("a page on the net", lambda: acting(b"<</S/URI/URI(http://127.0.0.1:9/)>>")),
    Hostile("a form sent away", lambda: acting(b"<</S/SubmitForm/F(http://127.0.0.1:9/)>>")),
    Hostile("a file elsewhere", lambda: acting(b"<</S/GoToR/F(/etc/passwd)>>")),
    Hostile("a program inside", with_program),
    Hostile("locked", _SECRET, "file-locked"),
    Hostile("locked, wrong password", _SECRET, "file-wrong-password", password="sesame"),
    Hostile("locked, endless password", _SECRET, "file-wrong-password", password="a" * 9999),
    Hostile("locked, odd password", _SECRET, "file-wrong-password", password="\ud800\0%s"),
    Hostile("locked, right password", _SECRET, password="secret"),
    Hostile("locked against changes", partial(locked, user="", owner="owner")),
    fixed("head alone", b"%PDF-1.7 but nothing else", _UNREADABLE),
    fixed("cut early", LETTER[:400], _UNREADABLE),
    fixed("cut late", LETTER[: LETTER.rindex(b"xref\n0")], _UNREADABLE),
    fixed("cut in its last line", LETTER[:-9]),
    fixed("something before it", b"\r\n\r\n" + LETTER),
    Hostile("a sheet of 700 km", lambda: page_of(b"0 0 2e9 2e9")),
    Hostile("a sheet like a thread", lambda: page_of(b"0 0 1000000 0.001")),
    Hostile("a sheet of less than nothing", lambda: page_of(b"99 99 0 0")),
    Hostile("a sheet of nothing", lambda: page_of(b"0 0 0 0")),
    Hostile("a sheet of no number", lambda: page_of(b"(a) /b null [1]")),
    Hostile("a sheet in the distance", lambda: page_of(b"-1e30 -1e30 1e30 1e30")),
    Hostile("JPEG 2000", lambda: pictured(encoded(quarters(), "JPEG2000"), b"/JPXDecode")),
    Hostile(
        "JPEG 2000 broken", lambda: pictured(encoded(quarters(), "JPEG2000")[:200], b"/JPXDecode")
    ),
    Hostile(
        "JBIG2 broken", lambda: pictured(b"\x97JB2\r\n\x1a\n\1" + b"\xff" * 99, b"/JBIG2Decode")
    ),
    Hostile("fax broken", lambda: pictured(b"\xff" * 99, b"/CCITTFaxDecode", 60_000, 60_000)),
    Hostile(
        "a picture of 3600 million",
        lambda: pictured(zlib.compress(bytes(10**7)), b"/FlateDecode", 60_000, 60_000),
    ),
    Hostile("also a ZIP", lambda: LETTER + b"PK\x03\x04" + bytes(30) + b"PK\x05\x06" + bytes(18)),
    fixed("a ZIP first", b"PK\x03\x04" + bytes(26) + LETTER, "file-kind-archive"),
    Hostile(
        "a photo first",
        lambda: encoded(Image.new("L", (9, 9)), "JPEG", comment=LETTER[:900]) + LETTER,
    ),
)
