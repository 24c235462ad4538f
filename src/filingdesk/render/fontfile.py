"""A font as ReportLab holds it, in a twentieth of the memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_LARGE, _BLOCK = 1_000_000, 65_536
"""Bytes: only the table of outlines is larger; what is read at a time."""


@cache
def load(path: Path) -> Any:
    """The registered font; a tenth of a second for a large one, so once a process."""
    whole = _Part(path, 0, path.stat().st_size)
    font = TTFont(str(path), whole, asciiReadable=False, shapable=False)
    _slim(font.face)
    pdfmetrics.registerFont(font)
    return pdfmetrics.getFont(str(path))


def _slim(face: Any) -> None:
    """Dictionaries and lists of numbers, 12 MB for a Chinese face, become arrays.

    Which character a glyph stands for is only asked in shaping, which is not done here.
    """
    face.glyphToChar = {}
    face.charToGlyph = _ByCode(face.charToGlyph, "H")
    face.charWidths = _ByCode(face.charWidths, "d")
    face.glyphPos = array("L", face.glyphPos)
    same: dict[tuple[int, int], tuple[int, int]] = {}
    face.hmetrics = [same.setdefault(each, each) for each in face.hmetrics]


class _ByCode(Mapping[int, float]):
    """Numbers by the code of a character."""

    def __init__(self, numbers: Mapping[int, float], type_code: str) -> None:
        self._codes = array("L", sorted(numbers))
        self._numbers = array(type_code, (numbers[each] for each in self._codes))

    def __getitem__(self, code: int) -> float:
        place = bisect_left(self._codes, code)
        if place == len(self._codes) or self._codes[place] != code:
            raise KeyError(code)
        return self._numbers[place]

    def __iter__(self) -> Iterator[int]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


class _Part:
    """A font's file, or the table of outlines in it, of which one block is in memory.

    ReportLab reads a file whole and copies the outlines for each document: 30 MB for one face.
    """

    def __init__(self, path: Path, start: int, end: int) -> None:
        self.name = str(path)
        self._path, self._start, self._end = path, start, end
        self._at, self._block = start, b""

    def read(self) -> "_Part":
        return self

    def __len__(self) -> int:
        return self._end - self._start

    def __getitem__(self, place: int | slice) -> "int | bytes | _Part":
        if not isinstance(place, slice):
            return self._bytes(self._start + place, 1)[0]
        start, end, _ = place.indices(len(self))
        if end - start > _LARGE:
            return _Part(self._path, self._start + start, self._start + end)
        return self._bytes(self._start + start, max(0, end - start))

    def _bytes(self, start: int, length: int) -> bytes:
        if not self._at <= start <= start + length <= self._at + len(self._block):
            with self._path.open("rb") as file:
                file.seek(start)
                self._at, self._block = start, file.read(max(length, _BLOCK))
        return self._block[start - self._at : start - self._at + length]
