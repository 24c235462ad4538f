"""The structure of a PDF as a reader for the blind finds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Object


@dataclass(frozen=True)
class Tree:
    """All elements below the root, in reading order."""

    pdf: pikepdf.Pdf
    elements: tuple[Object, ...]

    def tagged(self, tag: str) -> list[Object]:
        """The elements of a type."""
        return [each for each in self.elements if str(each.S)[1:] == tag]

    def shape(self, element: Object | None = None) -> str:
        """The types below the document or an element: `H1 Table(TR(TH TD))`."""
        inside = self.elements[0] if element is None else element
        return " ".join(
            f"{str(kid.S)[1:]}({below})" if (below := self.shape(kid)) else str(kid.S)[1:]
            for kid in _kids(inside)
            if "/S" in kid
        )

    def own(self, element: Object) -> list[tuple[int, int]]:
        """The content that an element itself has: page (from 1) and number there."""
        pages = [page.obj.objgen for page in self.pdf.pages]
        found = []
        for kid in _all_kids(element):
            if isinstance(kid, int):
                found.append((pages.index(element.Pg.objgen) + 1, kid))
            elif kid.get("/Type") == "/MCR":
                found.append((pages.index(kid.Pg.objgen) + 1, int(kid.MCID)))
        return found

    def marks(self, element: Object) -> list[tuple[int, int]]:
        """The content of an element and of all below it."""
        return [mark for each in _walk(element) for mark in self.own(each)]


@contextmanager
def opened(pdf: bytes) -> Iterator[Tree]:
    """The tree of a PDF, as long as the block lasts."""
    with pikepdf.open(BytesIO(pdf)) as file:
        yield Tree(file, tuple(_walk(file.Root.StructTreeRoot.K)))


def _walk(element: Object) -> Iterator[Object]:
    yield element
    for kid in _kids(element):
        if "/S" in kid:
            yield from _walk(kid)


def _kids(element: Object) -> list[Object]:
    return [kid for kid in _all_kids(element) if isinstance(kid, Dictionary)]


def _all_kids(element: Object) -> list[Any]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]
