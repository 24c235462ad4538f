"""Running text set into lines: a style, the lines, and the block that draws and splits them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.platypus import Flowable

from filingdesk.render.characters import drawable
from filingdesk.render.faces import ASCENT, Faces
from filingdesk.render.lines import fill
from filingdesk.render.spacing import advances, runs

Align = Literal["justify", "left", "centre", "right"]

_STRETCH = 0.2
"""How far apart, in em, the characters of a justified line may be drawn at most."""


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set; lengths in points. `tracking` is added after every character.

    `indent` moves the first line of every paragraph in.
    """

    faces: Faces
    size: float
    leading: float
    align: Align = "left"
    indent: float = 0
    tracking: float = 0
    grey: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it begins, what it says, and the space between its characters."""

    x: float
    text: str
    spacing: float


def set_lines(text: str, style: Style, width: float) -> list[Line]:
    """Break a text into the lines that `width` holds; an empty text has one empty line."""
    return [
        line
        for paragraph in drawable(text).split("\n")
        for line in _paragraph(paragraph.rstrip(), style, width)
    ]


def text_width(text: str, style: Style) -> float:
    """How wide a text is on one line."""
    return sum(_widths(text, style))


def draw_lines(canvas: Any, lines: Sequence[Line], style: Style, x: float, top: float) -> None:
    """Draw lines below `top`, the upper edge of the first."""
    base = top - (style.leading - style.size) / 2 - ASCENT * style.size
    writing = canvas.beginText()
    writing.setFillGray(style.grey)
    for number, line in enumerate(lines):
        writing.setTextOrigin(x + line.x, base - number * style.leading)
        for face, run, tight in runs(line.text, style.faces):
            writing.setCharSpace(line.spacing - (style.size / 2 if tight else 0))
            writing.setFont(face, style.size, style.leading)
            writing.textOut(run)
    writing.setCharSpace(0)
    canvas.drawText(writing)


class Prose(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """A block of lines that flows over pages and leaves no line alone."""

    def __init__(self, lines: Sequence[Line], style: Style, width: float, x: float = 0) -> None:
        super().__init__()
        self.lines = lines
        self.style = style
        self.width = width
        self.x = x
        self.height = len(lines) * style.leading

    def split(self, _width: float, height: float) -> "list[Prose]":
        """The lines that fit in `height`, and the others; none when a line would stand alone."""
        count = split_at(len(self.lines), int((height + 0.01) / self.style.leading))
        return self.cut(count) if count else []

    def cut(self, count: int) -> "list[Prose]":
        """The first `count` lines and the others, without space between."""
        head = type(self)(self.lines[:count], self.style, self.width, self.x)
        tail = type(self)(self.lines[count:], self.style, self.width, self.x)
        head.spaceBefore = self.getSpaceBefore()
        tail.spaceAfter = self.getSpaceAfter()
        return [head, tail]

    def draw(self) -> None:
        draw_lines(self.canv, self.lines, self.style, self.x, self.height)


class Quoted(Prose):
    """Prose set off by a bar at its left: somebody else's words."""

    def draw(self) -> None:
        self.canv.setStrokeGray(0.55)
        self.canv.setLineWidth(1.5)
        self.canv.line(self.x / 3, 0, self.x / 3, self.height)
        super().draw()


def split_at(lines: int, room: int) -> int:
    """How many of `lines` go on this page, which has `room` for some: never one alone, or 0."""
    count = min(room, lines - 2)
    return count if count >= 2 else 0


def _paragraph(text: str, style: Style, width: float) -> list[Line]:
    widths = _widths(text, style)
    spans = list(fill(text, widths, width - style.indent, width)) or [(0, 0)]
    if style.align == "centre" and len(spans) > 1:
        spans = _balanced(text, widths, len(spans), width)
    lines = []
    for number, (start, end) in enumerate(spans):
        said = text[start:end].rstrip(" ")
        indent = style.indent if number == 0 else 0
        slack = width - indent - sum(widths[start : start + len(said)])
        last = number == len(spans) - 1
        lines.append(_placed(said, style, indent, slack, last))
    return lines


def _placed(text: str, style: Style, indent: float, slack: float, last: bool) -> Line:
    if style.align == "centre":
        return Line(indent + slack / 2, text, style.tracking)
    if style.align == "right":
        return Line(indent + slack, text, style.tracking)
    gaps = len(text) - 1
    stretch = (slack + style.tracking) / gaps if gaps > 0 else 0
    if style.align == "left" or last or stretch > _STRETCH * style.size:
        stretch = 0
    return Line(indent, text, style.tracking + stretch)


def _balanced(text: str, widths: list[float], count: int, width: float) -> list[tuple[int, int]]:
    """As many lines as needed, of about the same length: a title's."""
    narrow = sum(widths) / count
    while True:
        narrow = min(narrow + max(widths) / 2, width)
        spans = list(fill(text, widths, narrow, narrow))
        if len(spans) <= count or narrow == width:
            return spans


def _widths(text: str, style: Style) -> list[float]:
    return [width * style.size + style.tracking for width in advances(text, style.faces)]
