"""A foreign photo or scan as pixels; runs in the reading process only."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO

from PIL import ExifTags, Image

from filingdesk.intake.frames import Pixels, Refused
from filingdesk.intake.limits import LONGEST_SIDE, MOST_PAGES, MOST_PIXELS

_WHITE = (255, 255, 255)
_BOX = (LONGEST_SIDE, LONGEST_SIDE)

# Only these decoders are ever tried; each has its first bytes.
_KINDS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"RIFF": "WEBP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"BM": "BMP",
}

# EXIF 2.3, 4.6.4 A: how the camera was held, and what sets the picture upright again.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def picture_pages(untrusted_content: bytes) -> Iterator[Pixels]:
    """The picture upright, on white, reduced to fit; each page of a TIFF.

    Of a moving picture and of a camera's several views in one file it is the first. Raises Refused:
    file-kind-not-supported, file-not-readable, file-too-many-pages, file-too-many-pixels.
    """
    kind = _kind(untrusted_content)
    # The limit is our own, and told; Pillow would warn.
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(BytesIO(untrusted_content), formats=[kind]) as image:
        pages = getattr(image, "n_frames", 1) if kind == "TIFF" else 1
        if pages > MOST_PAGES:
            raise Refused("file-too-many-pages")
        for number in range(pages):
            if number:
                image.seek(number)
            yield _page(image)


def _kind(untrusted_content: bytes) -> str:
    for start, kind in _KINDS.items():
        if untrusted_content.startswith(start):
            if kind == "WEBP" and untrusted_content[8:12] != b"WEBP":
                break
            return kind
    raise Refused("file-kind-not-supported")


def _page(image: Image.Image) -> Pixels:
    if image.width * image.height > MOST_PIXELS:
        raise Refused("file-too-many-pixels")
    # A JPEG can be decoded at a half, a quarter or an eighth of its size, in as much less time.
    image.draft(None, _BOX)
    image.load()
    plain = _plain(image)
    plain.thumbnail(_BOX)
    upright = _UPRIGHT.get(_orientation(image))
    if upright is not None:
        plain = plain.transpose(upright)
    return Pixels(plain.mode, plain.width, plain.height, plain.tobytes())


def _orientation(image: Image.Image) -> int:
    # A picture whose EXIF is broken is still a picture.
    with suppress(Exception):
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    return 1


def _plain(image: Image.Image) -> Image.Image:
    """The picture in grey or in colour without transparency, as one of its own."""
    if image.has_transparency_data:
        above = image.convert("RGBA")
        below = Image.new("RGB", above.size, _WHITE)
        below.paste(above, mask=above.getchannel("A"))
        return below
    if image.mode in {"1", "L"}:
        return image.convert("L").copy()
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image)
    return image.convert("RGB").copy()


def _eight_bits(image: Image.Image) -> Image.Image:
    """A scan of 16 or 32 bits of grey: 16 bits by their range, others by what they hold."""
    deep = image.convert("F")
    low, high = (0, 65535) if image.mode.startswith("I;16") else _range(deep)
    scale = 255 / ((high - low) or 1)
    return deep.point(lambda value: value * scale - low * scale).convert("L")


def _range(grey: Image.Image) -> tuple[float, float]:
    low, high = grey.getextrema()
    # Pillow gives pairs for pictures of several channels, and this one has one.
    assert not isinstance(low, tuple)
    assert not isinstance(high, tuple)
    return low, high
