"""Text set into lines: the style, and where each line begins and ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from filingdesk.render.characters import drawable
from filingdesk.render.faces import Faces
from filingdesk.render.lines import fill
from filingdesk.render.pieces import Piece, cut
from filingdesk.render.spacing import advances

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
    pieces: tuple[Piece, ...]
    spacing: float


def set_lines(said: str | Sequence[Piece], style: Style, width: float) -> list[Line]:
    """Break a text into the lines that `width` holds; an empty text has one empty line."""
    pieces = [Piece(drawable(said), style.faces)] if isinstance(said, str) else said
    text = "".join(piece.text for piece in pieces)
    widths = [each * style.size + style.tracking for piece in pieces for each in piece.advances()]
    lines: list[Line] = []
    start = 0
    for line in text.split("\n"):
        said = line.rstrip()
        paragraph = _Paragraph(said, start, widths[start : start + len(said)], pieces)
        lines += paragraph.lines(style, width)
        start += len(line) + 1
    return lines


def unread(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines as they stand again on a later page: part of no element."""
    return tuple(
        replace(line, pieces=tuple(replace(piece, element=None) for piece in line.pieces))
        for line in lines
    )


def text_width(text: str, style: Style) -> float:
    """How wide a text is on one line."""
    return sum(width * style.size + style.tracking for width in advances(text, style.faces))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A text without line ends from `start` on in `pieces`; `widths` of its characters."""

    text: str
    start: int
    widths: Sequence[float]
    pieces: Sequence[Piece]

    def lines(self, style: Style, width: float) -> Iterator[Line]:
        spans = list(fill(self.text, self.widths, width - style.indent, width)) or [(0, 0)]
        if style.align == "centre" and len(spans) > 1:
            spans = _balanced(self.text, self.widths, len(spans), width)
        for number, (start, end) in enumerate(spans):
            said = self.text[start:end].rstrip(" ")
            indent = style.indent if number == 0 else 0
            taken = self.widths[start : start + len(said)]
            slack = width - indent - sum(taken)
            last = number == len(spans) - 1
            ragged = last or max(taken, default=0) < style.size  # letters are not drawn apart
            until = end + 1 if last else end  # with the line's end, or two would be read as one
            inside = tuple(cut(self.pieces, self.start + start, self.start + until))
            yield _placed(len(said), inside, style, indent, slack, ragged)


def _placed(
    length: int, inside: tuple[Piece, ...], style: Style, indent: float, slack: float, ragged: bool
) -> Line:
    if style.align == "centre":
        return Line(indent + slack / 2, inside, style.tracking)
    if style.align == "right":
        return Line(indent + slack, inside, style.tracking)
    gaps = length - 1
    stretch = (slack + style.tracking) / gaps if gaps > 0 else 0
    if style.align == "left" or ragged or stretch > _STRETCH * style.size:
        stretch = 0
    return Line(indent, inside, style.tracking + stretch)


def _balanced(
    text: str, widths: Sequence[float], count: int, width: float
) -> list[tuple[int, int]]:
    """As many lines as needed, of about the same length: a title's."""
    narrow = sum(widths) / count
    while True:
        narrow = min(narrow + max(widths) / 2, width)
        spans = list(fill(text, widths, narrow, narrow))
        if len(spans) <= count or narrow == width:
            return spans
