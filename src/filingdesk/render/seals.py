"""Places for signatures with keys: ruled boxes, each of them the field that is signed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from filingdesk.core.document import SEAL_SIZE, Seal
from filingdesk.render.looks import Look
from filingdesk.render.marks import artifact, on_page
from filingdesk.render.pieces import pieces
from filingdesk.render.prose import draw_lines
from filingdesk.render.setting import Line, Style, set_lines
from filingdesk.render.sheet import WIDTH
from filingdesk.render.structure import Element, Widget

_APART = WIDTH - 2 * SEAL_SIZE[0]
_SMALLER = 0.9
"""A box's note against the other notes: a sentence of 22 characters is then one line."""

_NEAR = 3.0
"""Points from a box to its words."""


def seal_boxes(places: Sequence[Seal], look: Look, part: Element) -> Iterator[Flowable]:
    """A row for every two of them."""
    for start in range(0, len(places), 2):
        yield _Row([_Box(each, look, part) for each in places[start : start + 2]])


class _Box:
    """A label, the box under it, and a note under that."""

    def __init__(self, seal: Seal, look: Look, part: Element) -> None:
        self.seal = seal
        self.above = look.label
        size, leading = look.note.size * _SMALLER, look.note.leading * _SMALLER
        self.below = replace(look.note, size=size, leading=leading)

        def lines(text: str, style: Style, element: Element) -> list[Line]:
            said = pieces([(text, "")], style.faces, element, look.language)
            return set_lines(said, style, SEAL_SIZE[0]) if text else []

        self.label = lines(seal.label, self.above, part.add(Element("P")))
        self.form = part.add(Element("Form"))
        self.note = lines(seal.note, self.below, part.add(Element("P")))

    @property
    def head(self) -> float:
        """Height of the label."""
        return len(self.label) * self.above.leading + _NEAR

    @property
    def foot(self) -> float:
        """Height of the note."""
        return len(self.note) * self.below.leading + _NEAR


class _Row(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Boxes side by side, level with each other."""

    def __init__(self, boxes: Sequence[_Box]) -> None:
        super().__init__()
        self.boxes = boxes
        self.width = WIDTH
        self.foot = max(box.foot for box in boxes)
        self.height = max(box.head for box in boxes) + SEAL_SIZE[1] + self.foot

    def draw(self) -> None:
        wide, high = SEAL_SIZE
        for place, box in enumerate(self.boxes):
            left, bottom, top = place * (wide + _APART), self.foot, self.foot + high
            draw_lines(self.canv, box.label, box.above, left, top + box.head)
            with artifact(self.canv):
                self.canv.setLineWidth(0.6)
                self.canv.rect(left, bottom, wide, high)
            page = self.canv.getPageNumber()
            field = on_page(self.canv, (left, bottom, left + wide, top))
            box.form.widget = Widget(box.seal.field, box.seal.label, page, field)
            draw_lines(self.canv, box.note, box.below, left, bottom - _NEAR)
