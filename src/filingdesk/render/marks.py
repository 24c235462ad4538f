"""Marks on a canvas: what is drawn under one belongs to an element, or to nothing that is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from filingdesk.render.structure import Box, Element, Place

END = "EMC"
REPEATED = "/Type /Pagination"
FOOTER = "/Type /Pagination /Subtype /Footer"
WATERMARK = "/Type /Pagination /Subtype /Watermark"


def begin(canvas: Any, element: Element, top: float) -> str:
    """The operator under which an element's content is drawn next; `top` as the canvas has it."""
    page = canvas.getPageNumber()
    id = canvas.marked[page]
    canvas.marked[page] += 1
    element.places.append(Place(page, id, canvas.absolutePosition(0, top)[1]))
    return f"/{element.tag or 'Span'} <</MCID {id}>> BDC"


@contextmanager
def figure(canvas: Any, element: Element, box: Box) -> Iterator[None]:
    """What is drawn is one picture inside `box`, as the canvas has it."""
    element.box = on_page(canvas, box)
    canvas._code.append(begin(canvas, element, box[3]))
    yield
    canvas._code.append(END)


def on_page(canvas: Any, box: Box) -> Box:
    """A box of a flowable's own as one of its page's; the canvas was moved, never turned."""
    left, bottom = canvas.absolutePosition(box[0], box[1])
    return left, bottom, left + box[2] - box[0], bottom + box[3] - box[1]


@contextmanager
def artifact(canvas: Any, kind: str = "/Type /Layout") -> Iterator[None]:
    """What is drawn is passed over by who listens: rules, page numbers, what stands again."""
    canvas._code.append(f"/Artifact <<{kind}>> BDC")
    yield
    canvas._code.append(END)
