"""The head of page one: the square code that ties the paper to its file, and who reads it says so.

ISO/IEC 18004: alphanumeric mode, error level M, a quiet zone of four modules. A scan at 150 dpi
has five pixels a module of a code of 80 bytes at 40 mm; below four it is no longer read for sure.
Above and at the right the paper's margin is the quiet zone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from filingdesk.core.document import PaperCode
from filingdesk.render.looks import Look
from filingdesk.render.marks import figure
from filingdesk.render.pieces import pieces
from filingdesk.render.prose import draw_lines
from filingdesk.render.rows import header
from filingdesk.render.setting import set_lines, text_width
from filingdesk.render.sheet import WIDTH
from filingdesk.render.structure import Element

_SIDE = 42 * mm
_LEAST_MODULE = 0.7 * mm
_QUIET = 4
_GAP = 4 * mm


class CodeHead(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """The code at the right, and at its left a row for each thing that it says."""

    def __init__(self, block: PaperCode, look: Look, part: Element) -> None:
        super().__init__()
        self.modules = _modules(block.content)
        self.module = max(_SIDE / (len(self.modules) + 2 * _QUIET), _LEAST_MODULE)
        self.side = len(self.modules) * self.module
        self.code = part.add(Element("Figure", alt=block.alt))
        self.width = WIDTH
        self.name, self.value = replace(look.value, grey=0.35), look.label
        names = [text_width(label, self.name) for label, _ in block.rows]
        self.start = max(names, default=0) + _GAP
        room = WIDTH - self.side - _QUIET * self.module - self.start
        whole = part.add(Element("Table"))
        self.rows = []
        for label, value in block.rows:
            row = whole.add(Element("TR"))
            name = header(label, self.name, look, row, "Row")
            said = pieces([(value, "")], self.value.faces, row.add(Element("TD")), look.language)
            self.rows.append(
                (set_lines(name, self.name, self.start), set_lines(said, self.value, room))
            )
        self.height = max(self.side + _QUIET * self.module, self._reach())

    def _reach(self) -> float:
        return sum(max(len(name), len(value)) for name, value in self.rows) * self.value.leading

    def draw(self) -> None:
        left, quiet = WIDTH - self.side, _QUIET * self.module
        bottom = self.height - self.side
        box = (left - quiet, bottom - quiet, WIDTH + quiet, self.height + quiet)
        with figure(self.canv, self.code, box):
            _draw(self.canv, self.modules, left, self.height, self.module)
        top = self.height - max(0, self.side - self._reach()) / 2
        for name, value in self.rows:
            draw_lines(self.canv, name, self.name, 0, top)
            draw_lines(self.canv, value, self.value, self.start, top)
            top -= max(len(name), len(value)) * self.value.leading


def _modules(content: str) -> Sequence[Sequence[bool]]:
    """The code's rows, dark or not. Raises ValueError: a character that the mode has not."""
    if not set(content) <= set(QRAlphaNum.chars):
        raise ValueError("a paper code is of the QR's alphanumeric characters")
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRAlphaNum(content))
    code.make()
    modules: Sequence[Sequence[bool]] = code.modules
    return modules


def _draw(
    canvas: Any, modules: Sequence[Sequence[bool]], x: float, top: float, side: float
) -> None:
    path = canvas.beginPath()
    for number, row in enumerate(modules, start=1):
        for start, length in _dark(row):
            path.rect(x + start * side, top - number * side, length * side, side)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where each run of dark modules starts, and how long it is."""
    start = 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            yield start, length
        start += length
