"""What the reading process says on its standard output: pages as bare pixels, or one code.

Pixels and not pictures, so that the desk's own process decodes nothing that a stranger made.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from struct import Struct
from typing import IO

from filingdesk.core.answers import Taken
from filingdesk.intake.limits import LONGEST_SIDE, MOST_PAGES

_PAGE, _TAKEN, _REFUSED, _END = b"P", b"T", b"X", b"E"
_SHAPE = Struct(">BHH")
_PLACE = Struct(">25s?dd")
_CHANNELS = {"L": 1, "RGB": 3}
_MODES = {count: mode for mode, count in _CHANNELS.items()}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?")


class Refused(Exception):
    """The file cannot be made safe; the argument is a code of REFUSALS."""


REFUSALS = (
    "file-empty",
    "file-kind-archive",
    "file-kind-not-supported",
    "file-kind-office",
    "file-kind-program",
    "file-kind-web",
    "file-locked",
    "file-not-readable",
    "file-too-heavy",
    "file-too-many-pages",
    "file-too-many-pixels",
    "file-wrong-password",
)


@dataclass(frozen=True, slots=True, repr=False)
class Pixels:
    """One page: `mode` is L (grey) or RGB, `content` its bytes row by row."""

    mode: str
    width: int
    height: int
    content: bytes


Told = Pixels | Taken


def write_page(stream: IO[bytes], page: Pixels) -> None:
    stream.write(_PAGE + _SHAPE.pack(_CHANNELS[page.mode], page.width, page.height))
    stream.write(page.content)


def write_taken(stream: IO[bytes], taken: Taken) -> None:
    has_place = taken.latitude is not None
    place = taken.latitude or 0.0, taken.longitude or 0.0
    stream.write(_TAKEN + _PLACE.pack(taken.at.encode("ascii"), has_place, *place))


def write_refusal(stream: IO[bytes], code: str) -> None:
    stream.write(_REFUSED + bytes([REFUSALS.index(code)]))


def write_end(stream: IO[bytes]) -> None:
    stream.write(_END)


def read_frames(untrusted_stream: IO[bytes]) -> Iterator[Told]:
    """Pages as they come, and when and where they were taken, at most once, before them.

    Raises Refused, also when the other side breaks off or lies.
    """
    pages, may_be_taken = 0, True
    while (kind := untrusted_stream.read(1)) != _END:
        if kind == _REFUSED:
            raise Refused(_code(_exactly(untrusted_stream, 1)[0]))
        if kind == _TAKEN and may_be_taken:
            yield _taken(_exactly(untrusted_stream, _PLACE.size))
        elif kind == _PAGE:
            pages += 1
            if pages > MOST_PAGES:
                raise Refused("file-too-many-pages")
            yield _page(untrusted_stream)
        else:
            raise Refused("file-not-readable")
        may_be_taken = False


def _page(untrusted_stream: IO[bytes]) -> Pixels:
    channels, width, height = _SHAPE.unpack(_exactly(untrusted_stream, _SHAPE.size))
    if channels not in _MODES or not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
        raise Refused("file-not-readable")
    content = _exactly(untrusted_stream, channels * width * height)
    return Pixels(_MODES[channels], width, height, content)


def _taken(content: bytes) -> Taken:
    text, has_place, latitude, longitude = _PLACE.unpack(content)
    at = text.rstrip(b"\0").decode("ascii", "replace")
    if at and not _MOMENT.fullmatch(at):
        raise Refused("file-not-readable")
    if not has_place:
        return Taken(at)
    if not is_on_earth(latitude, longitude):
        raise Refused("file-not-readable")
    return Taken(at, latitude, longitude)


def is_on_earth(latitude: float, longitude: float) -> bool:
    """Whether these are degrees of a place."""
    are_numbers = isfinite(latitude) and isfinite(longitude)
    return are_numbers and abs(latitude) <= 90 and abs(longitude) <= 180


def _code(number: int) -> str:
    return REFUSALS[number] if number < len(REFUSALS) else "file-not-readable"


def _exactly(untrusted_stream: IO[bytes], size: int) -> bytes:
    content = untrusted_stream.read(size)
    if len(content) != size:
        raise Refused("file-not-readable")
    return content
