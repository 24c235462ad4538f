"""Faults planted into a good filing: what each judge must not miss."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

Plant = Callable[[Pdf], None]


def planted(content: bytes, plant: Plant) -> bytes:
    """The filing written anew with a fault; what was signed is not meant to hold."""
    with pikepdf.open(BytesIO(content)) as pdf:
        plant(pdf)
        file = BytesIO()
        pdf.save(file)
        return file.getvalue()


# ---------------------------------------------------------------------- archive and structure


def no_colour_meant(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def a_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def a_font_left_out(pdf: Pdf) -> None:
    del next(each for each in _dictionaries(pdf) if "/FontFile2" in each)["/FontFile2"]


def a_font_without_text(pdf: Pdf) -> None:
    del next(each for each in _dictionaries(pdf) if "/ToUnicode" in each)["/ToUnicode"]


def a_figure_without_words(pdf: Pdf) -> None:
    del _element(pdf, "/Figure").Alt


def a_heading_skipped(pdf: Pdf) -> None:
    _element(pdf, "/H2").S = Name.H4


def a_field_without_a_name(pdf: Pdf) -> None:
    for each in _dictionaries(pdf):
        if each.get("/FT") == Name.Sig:
            del each.TU


def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def paragraphs_read_backwards(pdf: Pdf) -> None:
    whole = next(each for each in _dictionaries(pdf) if "/K" in each and len(_kids(each)) > 5)
    whole.K = Array(reversed(_kids(whole)))


# ------------------------------------------------------------------------------ what is shown


def a_sentence_over_the_page(pdf: Pdf) -> None:
    """Drawn with a font of the page's own kind, so that only what it says is new."""
    page = pdf.pages[0]
    page.Resources.Font["/Other"] = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    page.contents_add(b"q BT /Other 12 Tf 90 500 Td (No fine was paid.) Tj ET Q")


def a_page_without_its_words(pdf: Pdf) -> None:
    pdf.pages[1].Contents = pdf.make_stream(b"")


def a_code_painted_over(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"q 1 g 0 0 595 842 re f Q")


def other_data(pdf: Pdf) -> None:
    inside = pdf.attachments["filing.json"].obj.EF.F
    inside.write(inside.read_bytes().replace(b"2", b"3", 1))


# --------------------------------------------------------------------------- bytes and keys


def table_astray(content: bytes) -> bytes:
    """The last cross-reference table is said to be somewhere else."""
    head, _, rest = content.rpartition(b"startxref\n")
    return head + b"startxref\n" + rest.replace(rest.split()[0], b"7", 1)


def a_bit_of_a_page(content: bytes) -> bytes:
    place = content.index(b"stream\n") + 40
    return _flipped(content, place)


def another_digest(content: bytes) -> bytes:
    """What the signature says of the file's bytes (messageDigest, RFC 5652, 11.2)."""
    return _flipped(content, _after(content, "06092a864886f70d010904", 12))


def another_time(content: bytes) -> bytes:
    """In the stamp: what it says of the signature's value (TSTInfo, RFC 3161, 2.4.2)."""
    return _flipped(content, _after(content, "060b2a864886f70d0109100104", 160))


def _after(content: bytes, name: str, digits: int) -> int:
    """The place so many digits behind an object identifier in the first CMS."""
    begin = content.index(b"<30")
    return content.index(name.encode(), begin) + len(name) + digits


def _flipped(content: bytes, place: int) -> bytes:
    """Within hexadecimal digits: another digit."""
    digit = content[place : place + 1]
    other = bytes([content[place] ^ 1]) if not re.match(b"[0-9a-f]", digit) else _other(digit)
    return content[:place] + other + content[place + 1 :]


def _other(digit: bytes) -> bytes:
    return b"1" if digit != b"1" else b"2"


# ------------------------------------------------------------------------------------ finding


def _dictionaries(pdf: Pdf) -> Iterator[Object]:
    return (each for each in pdf.objects if isinstance(each, Dictionary))


def _element(pdf: Pdf, kind: str) -> Object:
    """The first structure element of a kind."""
    return next(
        each
        for each in _dictionaries(pdf)
        if each.get("/Type") == Name.StructElem and Name(kind) == each.S
    )


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, Array) else []
