"""The sheet: A4 as Chinese offices lay it out, its numbered pages, foot and watermark.

Measures of GB/T 9704-2012: 37 mm above, 28 mm at the binding edge, a block of 156 x 225 mm, the
page number in size four between dashes 7 mm below the block.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from io import BytesIO
from math import atan2, degrees, hypot
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from filingdesk.render.marks import FOOTER, WATERMARK, artifact
from filingdesk.render.prose import draw_lines
from filingdesk.render.setting import Style, set_lines, text_width

WIDTH, HEIGHT = 156 * mm, 225 * mm
_LEFT, _TOP = 28 * mm, 37 * mm
_BOTTOM = A4[1] - _TOP - HEIGHT
_NUMBER = _BOTTOM - 7 * mm
"""The upper edge of the page number."""

_FOOT = _NUMBER - 9 * mm
_PAGES = 24 * mm
"""Width kept for "12 / 85" at the right of the foot."""

Drawing = Callable[[Any, int, int], None]
"""Draws on a canvas: page, pages."""


def lay_out(story: Sequence[Flowable], first_face: str, finish: Drawing) -> bytes:
    """Flow a story over pages; `finish` draws on each of them when their number is known."""
    rl_config.useA85 = 0  # plain binary streams: a fifth smaller and sooner written

    def canvas(*args: Any, **options: Any) -> _NumberedCanvas:
        options["initialFontName"] = first_face  # or Helvetica, not embedded, gets into every page
        return _NumberedCanvas(*args, finish=finish, **options)

    out = BytesIO()
    block = Frame(_LEFT, _BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
    pages = BaseDocTemplate(out, pagesize=A4, pageCompression=1, invariant=1)
    pages.addPageTemplates(PageTemplate(frames=[block]))
    nothing = [Spacer(0, 0)]  # is a page, too
    pages.build(list(story) or nothing, canvasmaker=canvas)
    return out.getvalue()


def draw_foot(canvas: Any, page: int, pages: int, text: str, number: Style, foot: Style) -> None:
    """The page number between dashes, below it the foot's text and the page out of all."""
    count = f"{page} / {pages}"
    right = _LEFT + WIDTH - text_width(count, foot)
    with artifact(canvas, FOOTER):
        draw_lines(canvas, set_lines(f"— {page} —", number, WIDTH), number, _LEFT, _NUMBER)
        draw_lines(canvas, set_lines(text, foot, WIDTH - _PAGES), foot, _LEFT, _FOOT)
        draw_lines(canvas, set_lines(count, foot, _PAGES), foot, right, _FOOT)


def draw_watermark(canvas: Any, text: str, style: Style) -> None:
    """Light words from corner to corner, over the pictures too."""
    width, height = A4
    wide = text_width(text, style)
    if not wide:
        return
    scale = min(0.75 * hypot(width, height) / wide, 96 / style.size)
    with artifact(canvas, WATERMARK):
        canvas.saveState()
        canvas.setFillAlpha(0.08)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees(atan2(height, width)))
        canvas.scale(scale, scale)
        draw_lines(canvas, set_lines(text, style, wide + 1), style, -wide / 2, style.leading / 2)
        canvas.restoreState()


class _NumberedCanvas(Canvas):  # type: ignore[misc]  # ReportLab carries no types
    """Keeps its pages open until all are there, so that each can say how many they are.

    `marked` counts what was marked on each page.
    """

    def __init__(self, *args: Any, finish: Drawing, **options: Any) -> None:
        super().__init__(*args, **options)
        self.marked: Counter[int] = Counter()
        self._finish = finish
        self._open: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._open.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self._open, start=1):
            self.__dict__.update(page)
            self._finish(self, number, len(self._open))
            super().showPage()
        super().save()
