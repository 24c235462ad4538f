"""A foreign photo or scan as pixels; runs in the reading process only."""

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from math import ceil

from PIL import ExifTags, Image

from filingdesk.intake.camera import taken_of
from filingdesk.intake.frames import Pixels, Refused, Told
from filingdesk.intake.limits import LONGEST_SIDE, MOST_PAGES, MOST_PIXELS, PAGE_SIDE

_WHITE = (255, 255, 255)
_BOX = (LONGEST_SIDE, LONGEST_SIDE)

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


def picture_frames(untrusted_content: bytes, decoder: str) -> Iterator[Told]:
    """The picture upright, on white, reduced to fit; each page of a TIFF; and what its camera said.

    Of a moving picture and of a camera's several views in one file it is the first. `decoder` is
    the one that is tried. Raises Refused: file-not-readable, file-too-many-pages,
    file-too-many-pixels.
    """
    if decoder == "HEIF":
        _know_heif()
    # The limit is our own, and told; Pillow would warn.
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(BytesIO(untrusted_content), formats=[decoder]) as image:
        several = decoder == "TIFF"
        if several and _goes_on(image, MOST_PAGES):
            raise Refused("file-too-many-pages")
        image.seek(0)
        first = _page(image)
        # Only now: to find a PNG's EXIF, Pillow decodes it, and forgets that it could not.
        taken = taken_of(image)
        if taken is not None:
            yield taken
        yield first
        number = 1
        while several and _goes_on(image, number):
            yield _page(image)
            number += 1


def _know_heif() -> None:
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.register_heif_opener(thumbnails=False)


def _goes_on(image: Image.Image, number: int) -> bool:
    """Whether there is a page of this number (from 0); the picture then stands at it."""
    try:
        image.seek(number)
    except EOFError:
        return False
    return True


def _page(image: Image.Image) -> Pixels:
    if image.width * image.height > MOST_PIXELS:
        raise Refused("file-too-many-pixels")
    # A JPEG is decoded at once at a half, a quarter or an eighth of its size.
    part = PAGE_SIDE / max(image.size)
    image.draft(None, (ceil(image.width * part), ceil(image.height * part)))
    image.load()
    plain = _reduced(_plain(image))
    upright = _UPRIGHT.get(_orientation(image))
    if upright is not None:
        plain = plain.transpose(upright)
    return Pixels(plain.mode, plain.width, plain.height, plain.tobytes())


def _orientation(image: Image.Image) -> int:
    # A picture whose EXIF is broken is still a picture.
    with suppress(Exception):
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    return 1


def _reduced(plain: Image.Image) -> Image.Image:
    """The picture, or a smaller copy; a copy as large would take as long as reading the file."""
    if max(plain.size) <= LONGEST_SIDE:
        return plain
    smaller = plain.copy()
    smaller.thumbnail(_BOX)
    return smaller


def _plain(image: Image.Image) -> Image.Image:
    """The picture in grey or in colour without transparency; itself where it is so already."""
    if image.has_transparency_data:
        above = image.convert("RGBA")
        below = Image.new("RGB", above.size, _WHITE)
        below.paste(above, mask=above.getchannel("A"))
        return below
    if image.mode in {"L", "RGB"}:
        return image
    if image.mode == "1":
        return image.convert("L")
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image)
    return image.convert("RGB")


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
