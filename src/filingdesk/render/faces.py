"""The faces a document is set in: loaded once, chosen for every single character."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from filingdesk.core.seen import is_unseen
from filingdesk.render.characters import drawable, is_layout, is_private
from filingdesk.render.fontfile import load
from filingdesk.render.voices import is_latin

GETA = "〓"
"""Stands for a character that no face has, as printers have done since lead type."""

ASCENT = 0.88
"""The part of the em that stands above the base line, in every Chinese face."""

_SONG = ("NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf")
_SERIF = ("NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf")
_RARE = "RareSong.ttf"

_LETTER = r"[^\W\d_\u2e80-\U0010ffff]"
_WORD = re.compile(rf"{_LETTER}+(?:’{_LETTER}+)*")


@dataclass(frozen=True, slots=True)
class Glyph:
    """What is drawn for one character: the face's name in ReportLab, the text, its width in em."""

    face: str
    text: str
    width: float


class Faces:
    """A chain of faces, asked in order for each character and read when first asked.

    A word in letters that the first cannot set whole (Łukasz, or O’Brien, as a Chinese ’ is an em
    wide) is set in `latin`.
    """

    def __init__(self, folder: Path, chain: Sequence[str], latin: str, *, bold: bool) -> None:
        self.folder = folder
        self.bold = bold
        self._chain = tuple(folder / name for name in chain)
        self._latin = folder / latin
        self._known: dict[str, Glyph] = {}

    @property
    def name(self) -> str:
        """The first face, as ReportLab knows it."""
        return str(load(self._chain[0]).fontName)

    def has(self, char: str) -> bool:
        """Whether the page can show this character."""
        if is_layout(char):
            return True
        if is_unseen(char) or is_private(char):
            return False
        return self._find(drawable(char)) is not None

    def glyphs(self, text: str) -> list[Glyph]:
        """What is drawn for a text that went through `drawable`, one glyph a character."""
        found = [self._known.get(char) or self._learn(char) for char in text]
        for word in _WORD.finditer(text):
            self._set_whole(word.group(), found, word.start())
        return found

    def _set_whole(self, word: str, glyphs: list[Glyph], start: int) -> None:
        span = slice(start, start + len(word))
        if "’" in word or any(glyph.face != self.name for glyph in glyphs[span]):
            whole = [glyph for char in word if (glyph := _glyph(self._latin, char))]
            if len(whole) == len(word):
                glyphs[span] = whole

    def _learn(self, char: str) -> Glyph:
        found = None if is_private(char) else self._find(char)
        if found is None:
            found = self._find(GETA)
        assert found is not None
        self._known[char] = found
        return found

    def _find(self, char: str) -> Glyph | None:
        for path in self._chain:
            found = _glyph(path, char)
            if found:
                return found
        return None


@cache
def chinese(folder: Path, bold: bool = False) -> Faces:
    """Song first: for documents in Chinese."""
    song, serif = _SONG[bold], _SERIF[bold]
    return Faces(folder, (song, serif, _RARE), serif, bold=bold)


@cache
def latin(folder: Path, bold: bool = False) -> Faces:
    """Latin, Greek and Cyrillic letters first: for copies in other languages."""
    song, serif = _SONG[bold], _SERIF[bold]
    return Faces(folder, (serif, song, _RARE), serif, bold=bold)


def speaking(language: str, faces: Faces) -> Faces:
    """Faces of the same weight for a part in another language; the same where that is unknown."""
    if language in {"", "und"}:
        return faces
    return (latin if is_latin(language) else chinese)(faces.folder, faces.bold)


def _glyph(path: Path, char: str) -> Glyph | None:
    font, code = load(path), ord(char)
    if not font.face.charToGlyph.get(code):
        return None
    return Glyph(font.fontName, char, font.face.charWidths[code] / 1000)
