"""Pictures that are broken, boundless, or more than one thing."""

import zlib
from functools import partial
from io import BytesIO
from struct import pack

import pillow_heif
from PIL import ExifTags, Image

from tests.intake.hostile import Hostile, fixed
from tests.intake.making import encoded, quarters

_UNREADABLE, _PIXELS = "file-not-readable", "file-too-many-pixels"


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, pixels: bytes, *more: bytes) -> bytes:
    """A grey PNG of these packed pixels, with more parts before them."""
    head = chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    parts = (head, *more, chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def zeros(megabytes: int) -> bytes:
    """So many megabytes of nothing, packed to a thousandth: one block, over and over."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    # RFC 1950: of n zeros the sum is n, modulo 65521, above a one.
    total = ((megabytes << 20) % 65521) << 16 | 1
    return b"\x78\xda" + block * megabytes + b"\3\0" + pack(">I", total)


def tiff(*tags: tuple[int, int, int, int], after: int = 0, rest: bytes = b"") -> bytes:
    """A TIFF of one directory; each tag is its number, type, count, value."""
    rows = b"".join(pack("<HHII", *tag) for tag in sorted(tags))
    return b"II*\0" + pack("<IH", 8, len(tags)) + rows + pack("<I", after) + rest


def grey_tiff(
    width: int, height: int, packing: int, content: bytes, size: int = -1, after: int = 0
) -> bytes:
    """A TIFF of one grey strip."""
    length = len(content) if size < 0 else size
    tags = (
        *((256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, packing)),
        *((262, 3, 1, 1), (273, 4, 1, 8 + 2 + 9 * 12 + 4), (277, 3, 1, 1), (278, 4, 1, height)),
        (279, 4, 1, length),
    )
    return tiff(*tags, after=after, rest=content)


def sized_jpeg(width: int, height: int) -> bytes:
    """A JPEG whose head says another size than its body has."""
    content = bytearray(encoded(quarters(), "JPEG"))
    at = content.index(b"\xff\xc0") + 5
    content[at : at + 4] = pack(">HH", height, width)
    return bytes(content)


def endless_scans() -> bytes:
    """A progressive JPEG of 36 million pixels that is drawn over thousands of times."""
    content = encoded(Image.new("L", (6000, 6000), 128), "JPEG", progressive=True, quality=10)
    last = content.rindex(b"\xff\xda")
    return content[:last] + content[last:-2] * 6000 + b"\xff\xd9"


def with_exif(kind: str, exif: bytes) -> bytes:
    """A picture with these bytes for its EXIF."""
    return encoded(quarters(), kind, exif=b"Exif\0\0" + exif)


def turned(orientation: int) -> bytes:
    """A photo that a camera marked as held so."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return encoded(quarters(), "JPEG", exif=exif)


def frames(kind: str, count: int) -> bytes:
    """A moving picture."""
    sheets = [Image.new("RGB", (64, 64), (each % 256, 0, 0)) for each in range(count)]
    return encoded(sheets[0], kind, save_all=True, append_images=sheets[1:])


def heic(patch: tuple[int, int] | None = None) -> bytes:
    """A phone's photo; `patch` is the size that its head says."""
    pillow_heif.register_heif_opener()
    content = bytearray(encoded(quarters(), "HEIF"))
    if patch:
        at = 0
        while (at := content.find(b"ispe", at)) >= 0:
            content[at + 8 : at + 16] = pack(">II", *patch)
            at += 4
    return bytes(content)


def deep() -> bytes:
    """A scan of 16 bits a pixel."""
    deep = Image.linear_gradient("L").convert("I").point(lambda value: value * 257)
    return encoded(deep.convert("I;16"), "PNG")


def pages_in_circles() -> bytes:
    """A TIFF whose directory names itself as the next."""
    return grey_tiff(8, 8, 1, bytes(64), after=8)


def many_scans() -> bytes:
    """A TIFF of one page too many."""
    sheet, file = Image.new("1", (9, 9)), BytesIO()
    sheet.save(file, "TIFF", save_all=True, append_images=[sheet] * 500)
    return file.getvalue()


JPEG = encoded(Image.effect_noise((900, 900), 50), "JPEG")
PNG = encoded(Image.effect_noise((300, 300), 50), "PNG")
WEBP = encoded(quarters(), "WEBP")

PICTURES = (
    Hostile("PNG of 3600 million pixels", lambda: png(60_000, 60_000, zeros(1)), _PIXELS),
    Hostile("PNG a little too large", lambda: png(8001, 5000, zeros(1)), _PIXELS),
    Hostile("photo of 30000 by 30000", lambda: sized_jpeg(30_000, 30_000), _PIXELS),
    Hostile("photo of 65500 by 600", lambda: sized_jpeg(65_500, 600)),
    Hostile("PNG that goes on for 3 GB", lambda: png(10, 10, zeros(3000))),
    Hostile("PNG that ends too early", lambda: png(5000, 5000, zeros(1)), _UNREADABLE),
    Hostile(
        "PNG text of 1 GB",
        lambda: png(9, 9, zeros(1), chunk(b"zTXt", b"a\0\0" + zeros(1000))),
        _UNREADABLE,
    ),
    Hostile(
        "PNG colours of 1 GB",
        lambda: png(9, 9, zeros(1), chunk(b"iCCP", b"a\0\0" + zeros(1000))),
        _UNREADABLE,
    ),
    Hostile("PNG without pixels", lambda: png(0, 0, b""), _UNREADABLE),
    fixed("PNG cut in its pixels", PNG[: len(PNG) // 2], _UNREADABLE),
    fixed("PNG head alone", b"\x89PNG\r\n\x1a\n" + bytes(500), _UNREADABLE),
    fixed("PNG with a wrong sum", PNG.replace(b"IDAT", b"IDAT\0", 1), _UNREADABLE),
    Hostile("APNG", partial(frames, "PNG", 30)),
    Hostile("WebP of 200 pictures", partial(frames, "WEBP", 200)),
    fixed("WebP cut", WEBP[: len(WEBP) // 2], _UNREADABLE),
    fixed("WAV", b"RIFF\0\0\0\0WAVE", "file-kind-not-supported"),
    Hostile("GIF", partial(frames, "GIF", 3), "file-kind-not-supported"),
    fixed("GIF that is a script", b"GIF89a=1/*;*/;alert(1)", "file-kind-not-supported"),
    fixed("JPEG head alone", JPEG[:20], _UNREADABLE),
    fixed("JPEG cut in half", JPEG[: len(JPEG) // 2], _UNREADABLE),
    fixed("JPEG without its end", JPEG[:-2], _UNREADABLE),
    fixed("JPEG in three bytes", b"\xff\xd8\xff", _UNREADABLE),
    Hostile("JPEG drawn over and over", endless_scans, "file-too-heavy", patience=2.0),
    Hostile("JPEG in four inks", lambda: encoded(quarters().convert("CMYK"), "JPEG")),
    Hostile("16 bits", deep),
    Hostile("TIFF in circles", pages_in_circles),
    Hostile("TIFF of 501 pages", many_scans, "file-too-many-pages"),
    fixed("TIFF that leads outside", b"II*\0\xff\xff\xff\xff", _UNREADABLE),
    Hostile("TIFF of 10000 million", lambda: grey_tiff(10**5, 10**5, 1, b""), _PIXELS),
    Hostile("TIFF without its strip", lambda: grey_tiff(99, 99, 1, b""), _UNREADABLE),
    Hostile("TIFF deflate bomb", lambda: grey_tiff(99, 99, 8, zeros(3000))),
    Hostile("TIFF strip of 4 GB", lambda: grey_tiff(99, 99, 1, b"a", 0xFFFFFFFF), _UNREADABLE),
    fixed("TIFF without anything", b"MM\0*" + bytes(20), _UNREADABLE),
    Hostile("HEIC", heic),
    Hostile("HEIC bomb", lambda: heic((60_000, 60_000)), _PIXELS),
    Hostile("HEIC cut", lambda: heic()[:-200], _UNREADABLE),
    fixed("HEIC head alone", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", _UNREADABLE),
    fixed("AVIF", b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "file-kind-not-supported"),
    fixed("MP4", b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "file-kind-not-supported"),
    fixed("BMP head alone", b"BM", _UNREADABLE),
    Hostile(
        "BMP of 40000 by 40000",
        lambda: (
            b"BM" + pack("<IIIIiiHHIIiiII", 99, 0, 54, 40, 40_000, 40_000, 1, 24, 0, 0, 0, 0, 0, 0)
        ),
        _PIXELS,
    ),
    Hostile("EXIF in circles", lambda: with_exif("JPEG", tiff((0x8769, 4, 1, 8), after=8))),
    Hostile("EXIF of 4 GB", lambda: with_exif("JPEG", tiff((0x9003, 2, 0xFFFFFFF0, 8)))),
    Hostile("EXIF of rubbish", lambda: with_exif("PNG", b"\xff" * 60)),
    *(Hostile(f"held {each}", partial(turned, each)) for each in range(10)),
)
