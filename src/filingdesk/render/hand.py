"""Where the hand signs: a line that stays, the strokes drawn on a pad above it, and the day."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from filingdesk.core.document import Signature, Stroke
from filingdesk.render.marks import artifact, figure
from filingdesk.render.pieces import pieces
from filingdesk.render.prose import draw_lines
from filingdesk.render.setting import Line, Style, set_lines, text_width
from filingdesk.render.structure import Element

PAD = (54 * mm, 18 * mm)
"""The size at which a pad is drawn; so its shape is 3 to 1."""

_ROOM = 22 * mm
"""Height above the line, for a name by hand and a seal."""

_BELOW = 3 * mm
"""From the line down to the day."""

_LINE = 62 * mm
"""The shortest line to sign on."""

_INK = 1.6


class SignatureLine(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """The label, the line, and under them the day. Strokes take the left of the line only."""

    def __init__(
        self, signature: Signature, style: Style, width: float, part: Element, language: str
    ) -> None:
        super().__init__()
        label_width = min(text_width(signature.label, style), width - _LINE)
        self.style = style
        self.width = width
        self.start = max(label_width, text_width(signature.date_label, style))
        self.start = min(self.start, width - _LINE) + style.size / 2
        self.strokes = signature.strokes
        self.drawn = Element("Figure", alt=signature.label)

        def lines(text: str, element: Element, width: float) -> list[Line]:
            said = pieces([(text, "")], style.faces, element, language)
            return set_lines(said, style, width)

        self.label = lines(signature.label, part.add(Element("P")), label_width)
        part.add(self.drawn)
        dated = part.add(Element("P"))
        self.day_label = lines(signature.date_label, dated.add(Element("")), self.start)
        self.day = lines(signature.date, dated.add(Element("")), width - self.start)
        self.signing = max(_ROOM, len(self.label) * style.leading)
        self.dating = max(len(self.day_label), len(self.day)) * style.leading + _BELOW
        self.height = self.signing + self.dating

    def draw(self) -> None:
        canvas, style = self.canv, self.style
        line = self.dating
        label_top = line + len(self.label) * style.leading - _drop(style)
        draw_lines(canvas, self.label, style, 0, label_top)
        self._rule(self.start, self.width, line)
        self._strokes(self.start + 2 * mm, line + 1 * mm)
        day_top = line - _BELOW
        draw_lines(canvas, self.day_label, style, 0, day_top)
        draw_lines(canvas, self.day, style, self.start, day_top)
        if not any(each.pieces for each in self.day):
            self._rule(self.start, self.start + _LINE, day_top - style.leading + _drop(style))

    def _rule(self, left: float, right: float, y: float) -> None:
        with artifact(self.canv):
            self.canv.setLineWidth(0.6)
            self.canv.line(left, y, right, y)

    def _strokes(self, left: float, bottom: float) -> None:
        if any(self.strokes):
            width, height = PAD
            with figure(self.canv, self.drawn, (left, bottom, left + width, bottom + height)):
                _draw_strokes(self.canv, self.strokes, left, bottom)


def _drop(style: Style) -> float:
    """From the foot of a line of text up to just under its letters."""
    return (style.leading - style.size) / 2


def _draw_strokes(canvas: Any, strokes: Sequence[Stroke], left: float, bottom: float) -> None:
    """Each stroke as one smooth line, curved through the middles of its points."""
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setLineWidth(_INK)
    width, height = PAD
    for stroke in strokes:
        points = [(left + x * width, bottom + (1 - y) * height) for x, y in stroke]
        if points:
            canvas.drawPath(_smooth(canvas, points))
    canvas.restoreState()


def _smooth(canvas: Any, points: list[tuple[float, float]]) -> Any:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    x, y = points[0]
    for corner, (next_x, next_y) in pairwise(points):
        middle = ((corner[0] + next_x) / 2, (corner[1] + next_y) / 2)
        path.curveTo(*_toward(corner, (x, y)), *_toward(corner, middle), *middle)
        x, y = middle
    path.lineTo(*points[-1])
    return path


def _toward(corner: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """The control point of a cubic curve that equals the quadratic one round `corner`."""
    return end[0] + (corner[0] - end[0]) * 2 / 3, end[1] + (corner[1] - end[1]) * 2 / 3
