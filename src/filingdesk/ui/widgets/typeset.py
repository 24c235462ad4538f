"""Words set in lines: they wrap wherever they must and never ask for more width than they get."""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_LINE_SEPARATOR = "\u2028"
UNBOUNDED = 100_000.0
"""A width at which nothing wraps."""


# Small letters only: PDF and JPG do not make a Chinese sentence a Latin one.
_LATIN, _HAN = re.compile("[a-z]"), re.compile("[\u3400-\u9fff]")
_HAN_NAME = re.compile("(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,16}(?![\u3400-\u9fff])")
_REFERENCE = re.compile("FD(-[2-9A-Z]{4}){2}-[2-9A-Z]")
_WORD_JOINER = "\u2060"
_IN_A_WORD = re.compile(f"[0-9A-Za-z\u00c0-\u024f{_WORD_JOINER}]{{2}}")
_PROPORTIONAL = QFont.Tag("pwid")

_LEAST_LAST = 5
"""Widths of the type that the last line of a text should have: one short word looks lost."""
_MOST_NARROWER = 6
"""Widths of the type that the other lines may give up for it."""
_MOST_KEPT = 1000
"""Texts: some three pages with what stands around them."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A laid-out text and the room it takes, in pixels."""

    layout: QTextLayout
    width: float
    height: float

    @property
    def lines(self) -> int:
        return self.layout.lineCount()

    def draw(self, painter: QPainter, at: QPointF, colour: str | QColor) -> None:
        painter.setPen(QColor(colour))
        self.layout.draw(painter, at)


def typeset(text: str, font: QFont, width: float, line: float, *, centred: bool = False) -> Typeset:
    """`text` in lines no wider than `width`; `line` is the line height as a share of the type.

    Layouts ask for the same ones over and over, and pages for the same bar and list around them.
    """
    return _set_once(text, font.toString(), width, line, centred)


def forget() -> None:
    """Keep no text any longer: the person is gone."""
    _set_once.cache_clear()


@lru_cache(maxsize=_MOST_KEPT)
def _set_once(text: str, written_font: str, width: float, line: float, centred: bool) -> Typeset:
    font = QFont()
    font.fromString(written_font)
    left = _set_lines(text, font, width, line, Qt.AlignmentFlag.AlignLeft)
    if left.lines > 1 and "\n" not in text:
        left = _with_a_fuller_last_line(left, text, font, width, line)
    if not centred or left.lines == 1:
        return left
    # The same lines again, centred on the widest of them.
    return _set_lines(text, font, ceil(left.width), line, Qt.AlignmentFlag.AlignHCenter)


def _with_a_fuller_last_line(
    first: Typeset, text: str, font: QFont, width: float, line: float
) -> Typeset:
    """As many lines, a little narrower, where that keeps the last word company."""
    em = _type_size(font)
    least = min(_LEAST_LAST * em, width / 4)
    found, step = first, 0
    while _last_width(found) < least and step < _MOST_NARROWER:
        step += 1
        found = _set_lines(text, font, width - step * em, line, Qt.AlignmentFlag.AlignLeft)
        if found.lines > first.lines or _parted(found) > _parted(first):
            return first
    return found if _last_width(found) >= least else first


def _parted(lines: Typeset) -> int:
    """How many lines begin in the middle of a Latin word or a number."""
    text = lines.layout.text()
    begins = [lines.layout.lineAt(row).textStart() for row in range(1, lines.lines)]
    return sum(bool(_IN_A_WORD.match(text[at - 1 : at + 1])) for at in begins)


def _last_width(lines: Typeset) -> float:
    return lines.layout.lineAt(lines.lines - 1).naturalTextWidth()


def _set_lines(
    text: str, font: QFont, width: float, line: float, side: Qt.AlignmentFlag
) -> Typeset:
    option = QTextOption(side)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    words = _whole_references(_whole_names(text) if _is_latin(text) else text)
    layout = QTextLayout(words.replace("\n", _LINE_SEPARATOR), _fitting(text, font))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    step = round(line * _type_size(font))
    lift = (step - QFontMetricsF(font).height()) / 2
    widest, y = 0.0, 0.0
    layout.beginLayout()
    while (row := layout.createLine()).isValid():
        row.setLineWidth(max(width, 1.0))
        row.setPosition(QPointF(0, y + lift))
        widest = max(widest, row.naturalTextWidth())
        y += step
    layout.endLayout()
    return Typeset(layout, min(widest, width), y)


def _fitting(text: str, font: QFont) -> QFont:
    """A Chinese font gives quotation marks the width of a character: too wide for Latin words."""
    if not _is_latin(text):
        return font
    fitting = QFont(font)
    fitting.setFeature(_PROPORTIONAL, 1)
    return fitting


def _is_latin(text: str) -> bool:
    return len(_LATIN.findall(text)) > len(_HAN.findall(text))


def _whole_names(text: str) -> str:
    """A Chinese name among Latin words is one word, and goes to the next line whole."""
    return _HAN_NAME.sub(lambda found: _WORD_JOINER.join(found[0]), text)


def _whole_references(text: str) -> str:
    """The number of a filing is read out and copied: it never goes over two lines."""
    return _REFERENCE.sub(
        lambda found: found[0].replace("-", f"{_WORD_JOINER}-{_WORD_JOINER}"), text
    )


def natural_width(text: str, font: QFont) -> float:
    """How wide `text` is when nothing makes it wrap."""
    return typeset(text, font, UNBOUNDED, 1.0).width


def narrowest(font: QFont) -> int:
    """The width below which no text can be read: a few characters."""
    return round(4 * _type_size(font))


def _type_size(font: QFont) -> float:
    if font.pixelSize() > 0:
        return font.pixelSize()
    return QFontMetricsF(font).height() / 1.45
