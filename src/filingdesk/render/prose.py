"""Running text: lines as they are drawn, and the block that flows over pages."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from filingdesk.render.faces import ASCENT
from filingdesk.render.marks import END, artifact, begin
from filingdesk.render.setting import Line, Style
from filingdesk.render.spacing import runs
from filingdesk.render.structure import Element


def draw_lines(canvas: Any, lines: Sequence[Line], style: Style, x: float, top: float) -> None:
    """Draw lines below `top`, the upper edge of the first, each piece under its element's mark."""
    base = top - (style.leading - style.size) / 2 - ASCENT * style.size
    writing = canvas.beginText()
    writing.setFillGray(style.grey)
    under: Element | None = None
    for number, line in enumerate(lines):
        writing.setTextOrigin(x + line.x, base - number * style.leading)
        for piece in line.pieces:
            if piece.element is not under:
                writing._code += [END] * (under is not None)
                under = piece.element
                if under is not None:
                    writing._code.append(begin(canvas, under, top - number * style.leading))
            for face, run, tight in runs(piece.text, piece.faces):
                writing.setCharSpace(line.spacing - (style.size / 2 if tight else 0))
                writing.setFont(face, style.size, style.leading)
                writing.textOut(run)
    writing._code += [END] * (under is not None)
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


class Headline(Prose):
    """Prose that stays with what it heads."""


class Quoted(Prose):
    """Prose set off by a bar at its left: somebody else's words."""

    def draw(self) -> None:
        with artifact(self.canv):
            self.canv.setStrokeGray(0.55)
            self.canv.setLineWidth(1.5)
            self.canv.line(self.x / 3, 0, self.x / 3, self.height)
        super().draw()


def split_at(lines: int, room: int) -> int:
    """How many of `lines` go on this page, which has `room` for some: never one alone, or 0."""
    count = min(room, lines - 2)
    return count if count >= 2 else 0
