"""Bookmarks: titles, and under each the headings and exhibits that follow it."""

from collections.abc import Iterator

import pikepdf
from pikepdf import OutlineItem

from filingdesk.render.structure import Element, Place


def outline(pdf: pikepdf.Pdf, whole: Element) -> None:
    """Lead from every heading's words to its place."""
    with pdf.open_outline() as bookmarks:
        for heading, place in _headings(whole):
            item = OutlineItem(heading.title, place.page - 1, "XYZ", top=round(place.top, 2))
            above = bookmarks.root if heading.tag == "H1" else bookmarks.root[-1].children
            above.append(item)


def _headings(element: Element) -> Iterator[tuple[Element, Place]]:
    """A second level only stands under a first: see `parts`."""
    place = next(_places(element), None)
    if element.tag in {"H1", "H2"} and place:
        yield element, place
    for kid in element.kids:
        yield from _headings(kid)


def _places(element: Element) -> Iterator[Place]:
    yield from element.places
    for kid in element.kids:
        yield from _places(kid)
