"""A plain text as pages of A4, as a printer would set it; runs in the reading process only."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby, islice
from operator import itemgetter

from PIL import Image, ImageDraw, ImageFont

from filingdesk import resources
from filingdesk.intake.frames import Pixels, Refused
from filingdesk.intake.limits import DPI, MOST_PAGES

_WIDTH, _HEIGHT = 1240, 1754  # A4 at 150 dpi
_MARGIN = round(20 / 25.4 * DPI)
_SIZE = round(10.5 / 72 * DPI)
_PITCH = _SIZE * 3 // 2
_LINES = (_HEIGHT - 2 * _MARGIN) // _PITCH
_ROOM = _WIDTH - 2 * _MARGIN
_LEAST_WIDTH = 4  # pixels: no printed character is narrower
_TAB = "    "
_PIECE = re.compile(r"[!-~À-ɏ]+|.", re.DOTALL)
_NO_GLYPH = "〓"

# In the order in which they are tried; a text that only looks like one fails in the next test.
_ENCODINGS = ("utf_8", "gb18030")
_MARKS = {b"\xef\xbb\xbf": "utf_8_sig", b"\xff\xfe": "utf_16", b"\xfe\xff": "utf_16"}

_Font = ImageFont.FreeTypeFont


def plain_pages(untrusted_content: bytes) -> Iterator[Pixels]:
    """The text in black on white; long lines go on below.

    UTF-8, UTF-16 with its mark, GB18030. Raises Refused: file-empty, file-kind-not-supported,
    file-too-many-pages.
    """
    text = _text(untrusted_content)
    if not text.strip():
        raise Refused("file-empty")
    least = max(text.count("\n"), len(text) * _LEAST_WIDTH // _ROOM) // _LINES
    sheets = [] if least > MOST_PAGES else list(islice(_sheets(text), MOST_PAGES + 1))
    if not 0 < len(sheets) <= MOST_PAGES:
        raise Refused("file-too-many-pages")
    for lines in sheets:
        yield _drawn(lines)


def _sheets(text: str) -> Iterator[list[str]]:
    """The lines of each page; a page break in the text begins a new one."""
    for part in text.split("\f"):
        lines = (line for row in part.splitlines() for line in _broken(row))
        while sheet := list(islice(lines, _LINES)):
            yield sheet


def _text(untrusted_content: bytes) -> str:
    """The characters that print, and line and page breaks: no marks that turn or hide others."""
    text = _decoded(untrusted_content).replace("\t", _TAB).replace("\r\n", "\n").replace("\r", "\n")
    kinds = {each: unicodedata.category(each) for each in set(text) - {"\n", "\f"}}
    if "Cc" in kinds.values():
        raise Refused("file-kind-not-supported")
    hidden = {ord(each): None for each, kind in kinds.items() if kind == "Cf"}
    return text.translate(hidden)


def _decoded(untrusted_content: bytes) -> str:
    marked = (name for mark, name in _MARKS.items() if untrusted_content.startswith(mark))
    for encoding in (*marked, *_ENCODINGS):
        try:
            return untrusted_content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("file-kind-not-supported")


def _broken(row: str) -> Iterator[str]:
    """One line of the text as lines that fit; a Latin word stays whole where it can."""
    line, width = "", 0.0
    for found in _PIECE.finditer(row):
        piece = found.group()
        wide = sum(map(_advance, piece))
        whole = [(piece, wide)] if wide <= _ROOM else [(each, _advance(each)) for each in piece]
        for part, needs in whole:
            if width + needs > _ROOM:
                yield line
                line, width = "", 0.0
            line, width = line + part, width + needs
    yield line


def _drawn(lines: list[str]) -> Pixels:
    image = Image.new("L", (_WIDTH, _HEIGHT), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        at, base = float(_MARGIN), _MARGIN + _SIZE + number * _PITCH
        for font, glyphs in groupby(map(_glyph, line), key=itemgetter(1)):
            run = "".join(shown for shown, _ in glyphs)
            draw.text((at, base), run, 0, font, anchor="ls")
            at += font.getlength(run)
    return Pixels("L", _WIDTH, _HEIGHT, image.tobytes())


@cache
def _fonts() -> tuple[_Font, ...]:
    names = ("NotoSerifSC-Regular.ttf", "NotoSerif-Regular.ttf", "RareSong.ttf")
    basic = ImageFont.Layout.BASIC
    return tuple(_Font(str(resources.fonts() / each), _SIZE, layout_engine=basic) for each in names)


@cache
def _glyph(character: str) -> tuple[str, _Font]:
    """The character and the first font that has it; 〓 where none has."""
    for font in _fonts():
        if character.isspace() or _seen(font)(character) != _seen(font)("\uffff"):
            return character, font
    return _NO_GLYPH, _fonts()[0]


def _seen(font: _Font) -> Callable[[str], tuple[tuple[int, int], bytes]]:
    def seen(character: str) -> tuple[tuple[int, int], bytes]:
        mask = font.getmask(character)
        return mask.size, bytes(mask)

    return seen


@cache
def _advance(character: str) -> float:
    shown, font = _glyph(character)
    return float(font.getlength(shown))
