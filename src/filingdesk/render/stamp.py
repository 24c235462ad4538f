"""How a signed field looks: a page of the field's size with a few lines of text."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from filingdesk.render.faces import chinese
from filingdesk.render.marks import artifact
from filingdesk.render.prose import draw_lines
from filingdesk.render.setting import Line, Style, set_lines

_LARGEST, _SMALLEST, _STEP = 11.0, 4.0, 0.5
_LEADING = 1.35
_INSET = 4.0


def draw_stamp(lines: Sequence[str], width: float, height: float, fonts: Path) -> bytes:
    """The lines, as large as the field lets them be; all of it an artifact, as the field is read.

    What does not fit at the smallest size runs out of the field at its foot.
    """
    style = _style(fonts, _LARGEST)
    said = _set(lines, style, width)
    while len(said) * style.leading > height - _INSET and style.size > _SMALLEST:
        style = _style(fonts, style.size - _STEP)
        said = _set(lines, style, width)
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(width, height),
        pageCompression=1,
        invariant=1,
        initialFontName=style.faces.name,
    )
    with artifact(canvas):
        top = (height + len(said) * style.leading) / 2
        draw_lines(canvas, said, style, _INSET, min(top, height))
    canvas.save()
    return out.getvalue()


def _style(fonts: Path, size: float) -> Style:
    return Style(chinese(fonts), size, size * _LEADING)


def _set(lines: Sequence[str], style: Style, width: float) -> list[Line]:
    return [line for text in lines for line in set_lines(text, style, width - 2 * _INSET)]
