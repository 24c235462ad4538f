"""A font as ReportLab holds it, in a twentieth of the memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_LARGE = 1_000_000
"""Bytes: only the table of outlines is larger."""


@cache
def load(path: Path) -> Any:
    """The registered font; a tenth of a second for a large one, so once a process."""
    with path.open("rb") as file:
        content = mmap(file.fileno(), 0, access=ACCESS_READ)
    whole = SimpleNamespace(name=str(path), read=lambda: content)
    font = _Font(str(path), whole, asciiReadable=False, shapable=False)
    font.face._ttf_data = _Part(content, 0, len(content))
    _slim(font.face)
    pdfmetrics.registerFont(font)
    return pdfmetrics.getFont(str(path))


class _Font(TTFont):  # type: ignore[misc]  # ReportLab carries no types
    """Measured here: where the extra `rl_accel` is installed, it takes nothing but dictionaries."""

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """As ReportLab asks for it; `text` is never bytes."""
        width, of_none = self.face.charWidths.get, self.face.defaultWidth
        return float(0.001 * size * sum(width(ord(char), of_none) for char in text))


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
    """A font's file, or the table of outlines in it: mapped, so that only what is used is read.

    ReportLab keeps a file whole and copies the outlines for each document: 30 MB for one face.
    """

    def __init__(self, content: mmap, start: int, end: int) -> None:
        self._content, self._start, self._end = content, start, end

    def __len__(self) -> int:
        return self._end - self._start

    def __getitem__(self, place: int | slice) -> "int | bytes | _Part":
        if not isinstance(place, slice):
            return self._content[self._start + place]
        start, end, _ = place.indices(len(self))
        if end - start > _LARGE:
            return _Part(self._content, self._start + start, self._start + end)
        return self._content[self._start + start : self._start + max(start, end)]
