"""The colours of a page as a profile: sRGB, written from its definition.

IEC 61966-2-1:1999 gives curve and primaries; here they stand in the form of ICC.1:2004-10 (4.2),
adapted to the white of D50. Made here, it is nobody else's file with nobody else's licence.
"""

from collections.abc import Mapping
from functools import cache
from struct import pack

_VERSION = 0x04200000
_DAY = (1999, 10, 18, 0, 0, 0)
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""Exponent, a, b, c, d: (ax + b) to the exponent from d on, cx below it."""

_FROM_D65 = (
    *(1.0478112, 0.0228866, -0.0501270),
    *(0.0295424, 0.9904844, -0.0170491),
    *(-0.0092345, 0.0150436, 0.7521316),
)
_HEADER, _ENTRY = 128, 12


@cache
def srgb() -> bytes:
    """The profile: a screen's, of red, green and blue."""
    curve = b"para" + pack(">IHH", 0, 3, 0) + _fixed(*_CURVE)
    return _profile(
        {
            b"desc": _text("sRGB"),
            b"cprt": _text("No copyright; may be used freely."),
            b"wtpt": _xyz(*_WHITE),
            b"chad": b"sf32" + pack(">I", 0) + _fixed(*_FROM_D65),
            **{name: _xyz(*numbers) for name, numbers in _PRIMARIES.items()},
            **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
        }
    )


def _profile(tags: Mapping[bytes, bytes]) -> bytes:
    start = _HEADER + 4 + len(tags) * _ENTRY
    contents = b""
    places: dict[bytes, int] = {}
    for content in tags.values():
        if content not in places:
            places[content] = start + len(contents)
            contents += content + bytes(-len(content) % 4)
    table = b"".join(
        pack(">4sII", name, places[content], len(content)) for name, content in tags.items()
    )
    return _header(start + len(contents)) + pack(">I", len(tags)) + table + contents


def _header(size: int) -> bytes:
    begin = pack(">III12s6H", size, 0, _VERSION, b"mntrRGB XYZ ", *_DAY)
    return begin + pack(">4s28x", b"acsp") + _fixed(*_WHITE) + bytes(48)


def _fixed(*numbers: float) -> bytes:
    return b"".join(pack(">i", round(number * 65536)) for number in numbers)


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ " + pack(">I", 0) + _fixed(x, y, z)


def _text(said: str) -> bytes:
    written = said.encode("utf-16-be")
    return b"mluc" + pack(">III4sII", 0, 1, 12, b"enUS", len(written), 28) + written
