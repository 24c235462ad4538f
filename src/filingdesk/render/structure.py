"""A document's structure for those who listen: its elements, and where each one's content lies.

Elements are made in reading order, with the block that they belong to; their places are found when
it is drawn. A block that is split over pages stays one element with places on each.
"""

from dataclasses import dataclass, field
from typing import Literal

Scope = Literal["Column", "Row"]
"""Whose header a header is."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top on the page, in points."""


@dataclass(frozen=True, slots=True)
class Place:
    """Content on a page (from 1), by its number there; `top` is the height it begins at."""

    page: int
    id: int
    top: float


@dataclass(frozen=True, slots=True)
class Widget:
    """Where a page (from 1) holds the field of a signature, its name, and what is said of it."""

    field: str
    label: str
    page: int
    box: Box


@dataclass(eq=False, slots=True)
class Element:
    """`tag` is a type of ISO 32000-1, 14.8.4; without one, the content is that of its parent.

    `title` is the bookmark of a heading, `alt` and `box` are a figure's, `scope` is a header's.
    """

    tag: str
    language: str = ""
    title: str = ""
    alt: str = ""
    scope: Scope | None = None
    kids: list["Element"] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    box: Box | None = None
    widget: Widget | None = None

    def add(self, kid: "Element") -> "Element":
        """Put an element at the end; gives it back."""
        self.kids.append(kid)
        return kid
