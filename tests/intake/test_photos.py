"""A person photographs a paper with a phone: it comes in upright, and nothing comes with it."""

from hashlib import sha256
from io import BytesIO
from statistics import fmean

import pytest
from PIL import ExifTags, Image

from filingdesk.core.answers import Taken
from filingdesk.intake.limits import LONGEST_SIDE
from filingdesk.intake.read import SafeIntake
from tests.intake.making import encoded, quarters, seen

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours of the corners, each channel all or nothing: upper ones first."""
    right, low = image.width - 5, image.height - 5
    found = []
    for place in ((5, 5), (right, 5), (5, low), (right, low)):
        value = image.convert("RGB").getpixel(place)
        assert isinstance(value, tuple)
        found.append(tuple(255 if channel > 127 else 0 for channel in value))
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "HEIF"])
def test_every_kind_of_picture_comes_in(kind: str) -> None:
    content = encoded(quarters(), kind)
    safe = SafeIntake().read(content)
    image = seen(safe)
    assert image.format == "JPEG"
    assert image.size == (400, 200)
    assert corners(image) == [RED, GREEN, BLUE, WHITE]
    assert safe.sha256 == sha256(content).hexdigest()
    assert safe.size == len(safe.pages[0])


@pytest.mark.parametrize(
    ("orientation", "upright"),
    [
        (1, [RED, GREEN, BLUE, WHITE]),
        (2, [GREEN, RED, WHITE, BLUE]),
        (3, [WHITE, BLUE, GREEN, RED]),
        (4, [BLUE, WHITE, RED, GREEN]),
        (5, [RED, BLUE, GREEN, WHITE]),
        (6, [BLUE, RED, WHITE, GREEN]),
        (7, [WHITE, GREEN, BLUE, RED]),
        (8, [GREEN, WHITE, RED, BLUE]),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF"])
def test_a_picture_is_set_upright_however_the_phone_was_held(
    kind: str, orientation: int, upright: list[tuple[int, ...]]
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    image = seen(SafeIntake().read(encoded(quarters(), kind, exif=exif)))
    assert corners(image) == upright
    assert not image.getexif()


def test_where_when_and_with_what_a_photo_was_taken_stays_outside() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Maker of phones"
    exif[ExifTags.Base.DateTime] = "2026:03:02 10:20:30"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (39.0, 54.0, 26.0)
    content = encoded(quarters(), "JPEG", exif=exif, comment=b"a remark") + b"and a film after it"
    assert b"Maker of phones" in content
    page = SafeIntake().read(content).pages[0]
    image = Image.open(BytesIO(page))
    assert set(image.info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    for trace in (b"Maker", b"2026:03", b"Exif", b"remark", b"film"):
        assert trace not in page


def photo(*, at: str = "2026:03:02 10:20:30", zone: str = "+08:00", south: bool = False) -> bytes:
    """A photo as a phone writes it, with its moment and its place."""
    exif = Image.Exif()
    taken = exif.get_ifd(ExifTags.IFD.Exif)
    taken[ExifTags.Base.DateTimeOriginal], taken[ExifTags.Base.OffsetTimeOriginal] = at, zone
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "S" if south else "N"
    place[ExifTags.GPS.GPSLatitude] = (39.0, 54.0, 36.0)
    place[ExifTags.GPS.GPSLongitudeRef] = "E"
    place[ExifTags.GPS.GPSLongitude] = (116.0, 30.0, 0.0)
    return encoded(quarters(), "JPEG", exif=exif)


def test_when_and_where_it_was_taken_is_told_beside_the_pages() -> None:
    assert SafeIntake().read(photo()).taken == Taken("2026-03-02T10:20:30+08:00", 39.91, 116.5)
    south = SafeIntake().read(photo(zone="", south=True)).taken
    assert south == Taken("2026-03-02T10:20:30", -39.91, 116.5)
    assert SafeIntake().read(encoded(quarters(), "JPEG")).taken is None


@pytest.mark.parametrize("at", ["    :  :     :  :  ", "yesterday", "\0" * 19, "2026:03:02"])
def test_a_moment_that_is_none_is_left_out(at: str) -> None:
    taken = SafeIntake().read(photo(at=at)).taken
    assert taken == Taken("", 39.91, 116.5)


def test_a_photo_of_twelve_million_pixels_is_decoded_once_at_the_scale_of_a_page() -> None:
    grey = Image.effect_noise((4000, 3000), 60).convert("RGB")
    assert seen(SafeIntake().read(encoded(grey, "JPEG"))).size == (2000, 1500)
    small = grey.resize((3000, 2250))
    image = seen(SafeIntake().read(encoded(small, "JPEG")))
    assert image.size == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


def test_what_is_transparent_becomes_white() -> None:
    clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    clear.paste((255, 0, 0, 255), (0, 0, 30, 40))
    palette = clear.convert("P")
    palette.info["transparency"] = palette.getpixel((50, 20))
    for content in (encoded(clear, "PNG"), encoded(clear, "WEBP"), encoded(palette, "PNG")):
        assert corners(seen(SafeIntake().read(content))) == [RED, WHITE, RED, WHITE]


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "LAB", "I;16", "I;16B", "I", "F"])
def test_scans_of_every_depth_and_colour_space_can_be_read(mode: str) -> None:
    scan = Image.linear_gradient("L")
    if mode.startswith("I;16"):
        deep = scan.convert("I").point(lambda value: value * 257).convert(mode)
    else:
        deep = (scan.convert("RGB") if mode == "LAB" else scan).convert(mode)
    image = seen(SafeIntake().read(encoded(deep, "TIFF"))).convert("L")
    above, below = image.crop((0, 0, 256, 6)), image.crop((0, 250, 256, 256))
    assert fmean(above.tobytes()) < 30
    assert fmean(below.tobytes()) > 220


def test_a_scan_of_several_pages_keeps_them_in_order() -> None:
    sheets = [Image.new("RGB", (50, 50), colour) for colour in ("red", "lime", "blue")]
    content = encoded(sheets[0], "TIFF", save_all=True, append_images=sheets[1:])
    safe = SafeIntake().read(content)
    assert [corners(seen(safe, page))[0] for page in range(3)] == [RED, GREEN, BLUE]
    assert safe.size == sum(len(page) for page in safe.pages)


def test_of_several_views_in_one_photo_the_first_counts() -> None:
    content = encoded(quarters(), "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))])
    safe = SafeIntake().read(content)
    assert len(safe.pages) == 1
    assert corners(seen(safe)) == [RED, GREEN, BLUE, WHITE]


def test_a_red_stamp_one_pixel_wide_stays_red() -> None:
    sheet = Image.new("RGB", (100, 100), "white")
    sheet.paste("red", (50, 0, 51, 100))
    value = seen(SafeIntake().read(encoded(sheet, "PNG"))).getpixel((50, 50))
    assert isinstance(value, tuple)
    assert value[0] > 220
    assert max(value[1:]) < 60


def test_the_same_photo_gives_the_same_pages() -> None:
    content = encoded(quarters(), "PNG")
    assert SafeIntake().read(content).pages == SafeIntake().read(content).pages
