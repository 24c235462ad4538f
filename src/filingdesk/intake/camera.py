"""When and where a photo was taken, as its camera wrote it; runs in the reading process only."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from PIL import ExifTags, Image

from filingdesk.core.answers import Taken
from filingdesk.intake.frames import is_on_earth

# EXIF 2.3, 4.6.5 D: "YYYY:MM:DD HH:MM:SS"; where it is not known, spaces stand for digits.
_MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")
_ZONE = re.compile(r"[+-]\d\d:\d\d")


def taken_of(image: Image.Image) -> Taken | None:
    """DateTimeOriginal and the place of the GPS block, or None where there is neither."""
    at, place = "", None
    # A picture whose EXIF is broken is still a picture.
    with suppress(Exception):
        at = _moment(image.getexif().get_ifd(ExifTags.IFD.Exif))
    with suppress(Exception):
        place = _place(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))
    if place is not None:
        return Taken(at, *place)
    return Taken(at) if at else None


def _moment(tags: Mapping[int, Any]) -> str:
    said = _MOMENT.match(str(tags.get(ExifTags.Base.DateTimeOriginal, "")))
    if said is None:
        return ""
    year, month, day, time = said.groups()
    zone = _ZONE.match(str(tags.get(ExifTags.Base.OffsetTimeOriginal, "")))
    return f"{year}-{month}-{day}T{time}{zone.group() if zone else ''}"


def _place(tags: Mapping[int, Any]) -> tuple[float, float] | None:
    latitude = _degrees(tags[ExifTags.GPS.GPSLatitude], tags[ExifTags.GPS.GPSLatitudeRef])
    longitude = _degrees(tags[ExifTags.GPS.GPSLongitude], tags[ExifTags.GPS.GPSLongitudeRef])
    return (latitude, longitude) if is_on_earth(latitude, longitude) else None


def _degrees(parts: Any, side: Any) -> float:
    """Degrees, minutes and seconds as one number; south and west are negative."""
    degrees, minutes, seconds = (float(each) for each in parts)
    value = degrees + minutes / 60 + seconds / 3600
    return -value if str(side).strip("\0 ").upper() in {"S", "W"} else value
