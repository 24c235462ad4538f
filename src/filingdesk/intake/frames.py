"""What the reading process says on its standard output: pages as bare pixels, or one code.

Pixels and not pictures, so that the desk's own process decodes nothing that a stranger made.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct
from typing import IO

from filingdesk.intake.limits import LONGEST_SIDE, MOST_PAGES

_PAGE, _REFUSED, _END = b"P", b"X", b"E"
_SHAPE = Struct(">BHH")
_CHANNELS = {"L": 1, "RGB": 3}
_MODES = {count: mode for mode, count in _CHANNELS.items()}


class Refused(Exception):
    """The file cannot be made safe; the argument is a code of REFUSALS."""


REFUSALS = (
    "file-kind-not-supported",
    "file-locked",
    "file-not-readable",
    "file-too-many-pages",
    "file-too-many-pixels",
)


@dataclass(frozen=True, slots=True, repr=False)
class Pixels:
    """One page: `mode` is L (grey) or RGB, `content` its bytes row by row."""

    mode: str
    width: int
    height: int
    content: bytes


def write_page(stream: IO[bytes], page: Pixels) -> None:
    stream.write(_PAGE + _SHAPE.pack(_CHANNELS[page.mode], page.width, page.height))
    stream.write(page.content)


def write_refusal(stream: IO[bytes], code: str) -> None:
    stream.write(_REFUSED + bytes([REFUSALS.index(code)]))


def write_end(stream: IO[bytes]) -> None:
    stream.write(_END)


def read_pages(untrusted_stream: IO[bytes]) -> Iterator[Pixels]:
    """The pages as they come. Raises Refused, also when the other side breaks off or lies."""
    for _ in range(MOST_PAGES):
        kind = untrusted_stream.read(1)
        if kind == _END:
            return
        if kind == _REFUSED:
            raise Refused(_code(_exactly(untrusted_stream, 1)[0]))
        if kind != _PAGE:
            raise Refused("file-not-readable")
        channels, width, height = _SHAPE.unpack(_exactly(untrusted_stream, _SHAPE.size))
        if channels not in _MODES or not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
            raise Refused("file-not-readable")
        content = _exactly(untrusted_stream, channels * width * height)
        yield Pixels(_MODES[channels], width, height, content)
    if untrusted_stream.read(1) != _END:
        raise Refused("file-too-many-pages")


def _code(number: int) -> str:
    return REFUSALS[number] if number < len(REFUSALS) else "file-not-readable"


def _exactly(untrusted_stream: IO[bytes], size: int) -> bytes:
    content = untrusted_stream.read(size)
    if len(content) != size:
        raise Refused("file-not-readable")
    return content
