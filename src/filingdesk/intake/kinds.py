"""What a foreign file is, by its first bytes and never by its name."""

from dataclasses import dataclass

from filingdesk.intake.frames import Refused


@dataclass(frozen=True, slots=True)
class Kind:
    """`decoder` is the one reader that is tried: of Pillow's formats, or PDF, or TEXT."""

    decoder: str
    ending: str
    media_type: str


_PICTURES = {
    b"\xff\xd8\xff": Kind("JPEG", "jpg", "image/jpeg"),
    b"\x89PNG\r\n\x1a\n": Kind("PNG", "png", "image/png"),
    b"II*\0": Kind("TIFF", "tif", "image/tiff"),
    b"MM\0*": Kind("TIFF", "tif", "image/tiff"),
    b"BM": Kind("BMP", "bmp", "image/bmp"),
}
_WEBP = Kind("WEBP", "webp", "image/webp")
_HEIF = Kind("HEIF", "heic", "image/heic")
_PDF = Kind("PDF", "pdf", "application/pdf")
_TEXT = Kind("TEXT", "txt", "text/plain")

KINDS = (*_PICTURES.values(), _WEBP, _HEIF, _PDF, _TEXT)

# ISO/IEC 23008-12, 10: brands of still pictures, alone or in a series, packed as HEVC.
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}

# Annex H of Adobe's PDF reference: readers look for the head in the first 1,024 bytes.
_HEAD = 1024

_REFUSED = {
    b"MZ": "file-kind-program",
    b"\x7fELF": "file-kind-program",
    b"#!": "file-kind-program",
    b"\xca\xfe\xba\xbe": "file-kind-program",
    b"\xcf\xfa\xed\xfe": "file-kind-program",
    b"\xd0\xcf\x11\xe0": "file-kind-office",
    b"{\\rtf": "file-kind-office",
    b"7z\xbc\xaf": "file-kind-archive",
    b"Rar!": "file-kind-archive",
    b"\x1f\x8b": "file-kind-archive",
    b"\xfd7zXZ": "file-kind-archive",
    b"BZh": "file-kind-archive",
    b"GIF8": "file-kind-not-supported",
    b"RIFF": "file-kind-not-supported",
}
_WEB = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<head", b"<script", b"<body")
_OFFICE = (b"[Content_Types].xml", b"word/", b"mimetypeapplication/vnd.oasis", b"OFD.xml")
_ZIP_HEAD = 4096


def kind_of(untrusted_content: bytes) -> Kind:
    """What the file is. Raises Refused: file-kind-program, -office, -archive, -web, -not-supported.

    What announces itself as nothing else counts as plain text; whether it is, the reader sees.
    """
    for start, kind in _PICTURES.items():
        if untrusted_content.startswith(start):
            return kind
    if untrusted_content.startswith(b"RIFF") and untrusted_content[8:12] == b"WEBP":
        return _WEBP
    if untrusted_content[4:8] == b"ftyp":
        return _film_or_photo(untrusted_content)
    if untrusted_content.startswith(b"PK\x03\x04"):
        is_office = any(each in untrusted_content[:_ZIP_HEAD] for each in _OFFICE)
        raise Refused("file-kind-office" if is_office else "file-kind-archive")
    for start, code in _REFUSED.items():
        if untrusted_content.startswith(start):
            raise Refused(code)
    if b"%PDF-" in untrusted_content[:_HEAD]:
        return _PDF
    if untrusted_content[257:262] == b"ustar":
        raise Refused("file-kind-archive")
    if untrusted_content.lstrip(b"\xef\xbb\xbf \t\r\n")[:9].lower().startswith(_WEB):
        raise Refused("file-kind-web")
    return _TEXT


def ending_of(untrusted_content: bytes) -> str:
    """The ending of a file that was read, such as jpg."""
    return kind_of(untrusted_content).ending


def media_type_of(ending: str) -> str:
    """The media type of an ending that `ending_of` gave."""
    return next(each.media_type for each in KINDS if each.ending == ending)


def _film_or_photo(untrusted_content: bytes) -> Kind:
    size = min(int.from_bytes(untrusted_content[:4]), 256)
    brands = {untrusted_content[at : at + 4] for at in range(8, size, 4)}
    if brands & _HEIF_BRANDS and not brands & {b"avif", b"avis"}:
        return _HEIF
    raise Refused("file-kind-not-supported")
