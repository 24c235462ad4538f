"""Forms and tables: ruled rows that run over pages, the head repeated on each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from filingdesk.render.marks import REPEATED, artifact
from filingdesk.render.pieces import Piece
from filingdesk.render.prose import draw_lines, split_at
from filingdesk.render.setting import Line, Style, set_lines, unread

_ACROSS = 5.0
"""Points between a rule and the text beside it."""

_DOWN = 4.0
"""Points between a rule and the text below it."""

_RULE = 0.5
_WHOLE = 8
"""A row of at most so many lines is not cut at a page's end, and a longer label not repeated."""

_TOGETHER = 2
"""A last row does not stand alone on a page, where so many rows stay above."""

_TALLEST_HEAD = 200.0
"""Points; a head above that stands once, or no row would fit under it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's lines; `repeats` on the next page if its row runs over, as a label does.

    What stands `again` is not read twice.
    """

    lines: tuple[Line, ...]
    style: Style
    repeats: bool = False
    again: bool = False


Row = tuple[Cell, ...]


def cell(said: Sequence[Piece], style: Style, width: float, *, repeats: bool = False) -> Cell:
    """Text set for a column of `width` points, rule to rule."""
    lines = tuple(set_lines(said, style, width - 2 * _ACROSS))
    return Cell(lines, style, repeats and len(lines) <= _WHOLE)


class Grid(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Rows of cells between thin rules; the first `heads` rows stand again on every page."""

    def __init__(self, rows: Sequence[Row], widths: Sequence[float], heads: int = 0) -> None:
        super().__init__()
        self.rows = rows
        self.widths = widths
        self.heads = heads if sum(map(_height, rows[:heads])) <= _TALLEST_HEAD else 0
        self.width = sum(widths)
        self.height = sum(map(_height, rows))

    def split(self, _width: float, height: float) -> "list[Grid]":
        """What fits in `height`, and the rest under the same head; none if not a row fits."""
        head, body = self.rows[: self.heads], self.rows[self.heads :]
        left = height - sum(map(_height, head))
        fitting = 0
        while fitting < len(body) and _height(body[fitting]) <= left:
            left -= _height(body[fitting])
            fitting += 1
        above, below = list(body[:fitting]), list(body[fitting:])
        cut = _cut(below[0], left) if below else None
        if cut:
            above.append(cut[0])
            below[0] = cut[1]
        elif len(below) == 1 and len(above) > _TOGETHER:
            below.insert(0, above.pop())
        if not above or not below:
            return []
        first = Grid((*head, *above), self.widths, self.heads)
        rest = Grid((*map(_again, head), *below), self.widths, self.heads)
        first.spaceBefore = self.getSpaceBefore()
        rest.spaceAfter = self.getSpaceAfter()
        return [first, rest]

    def draw(self) -> None:
        with artifact(self.canv):
            self._rules()
        top = self.height
        for row in self.rows:
            left = 0.0
            for each, width in zip(row, self.widths, strict=True):
                empty = _height(row) - len(each.lines) * each.style.leading
                self._draw_cell(each, left + _ACROSS, top - empty / 2)
                left += width
            top -= _height(row)

    def _draw_cell(self, cell: Cell, left: float, top: float) -> None:
        if cell.again:
            with artifact(self.canv, REPEATED):
                draw_lines(self.canv, cell.lines, cell.style, left, top)
        else:
            draw_lines(self.canv, cell.lines, cell.style, left, top)

    def _rules(self) -> None:
        canvas = self.canv
        canvas.setLineWidth(_RULE)
        level, levels = self.height, [self.height]
        for row in self.rows:
            level -= _height(row)
            levels.append(level)
        x, columns = 0.0, [0.0]
        for width in self.widths:
            x += width
            columns.append(x)
        canvas.grid(columns, levels)


def _again(row: Row) -> Row:
    return tuple(replace(each, lines=unread(each.lines), again=True) for each in row)


def _height(row: Row) -> float:
    return max(len(each.lines) * each.style.leading for each in row) + 2 * _DOWN


def _cut(row: Row, height: float) -> tuple[Row, Row] | None:
    """A long row in two: the lines that fit in `height`, and the others."""
    longest = max(len(each.lines) for each in row)
    leading = max(each.style.leading for each in row)
    count = split_at(longest, int((height - 2 * _DOWN) / leading))
    if longest <= _WHOLE or not count:
        return None
    above = tuple(replace(each, lines=each.lines[:count]) for each in row)
    labels = _again(row)
    below = tuple(
        label if each.repeats else replace(each, lines=each.lines[count:])
        for each, label in zip(row, labels, strict=True)
    )
    return above, below
