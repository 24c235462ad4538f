"""A text in pieces: each in one language, set in the faces for it, and part of one element."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from filingdesk.render.characters import drawable
from filingdesk.render.faces import Faces, speaking
from filingdesk.render.spacing import advances
from filingdesk.render.structure import Element
from filingdesk.render.voices import voices


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that went through `drawable`; without an element it is part of an artifact."""

    text: str
    faces: Faces
    element: Element | None = None

    def advances(self) -> list[float]:
        """The width in em of every character."""
        return advances(self.text, self.faces)


def pieces(
    texts: Iterable[tuple[str, str]], faces: Faces, element: Element, around: str
) -> list[Piece]:
    """The content of an element: texts, each with its language, in a document in that `around`.

    Where the element speaks more than one language, it gets a kid for each run of one.
    """
    told = [part for text, language in texts for part in voices(text, language, around)]
    runs = [
        (drawable("".join(text for text, _ in run)), language)
        for language, run in groupby(told, lambda part: part[1])
    ]
    if len(runs) == 1:
        text, element.language = runs[0]
        if element.language and not element.tag:
            element.tag = "Span"
        return [Piece(text, speaking(element.language, faces), element)]
    return [
        Piece(
            text,
            speaking(language, faces),
            element.add(Element("Span" if language else "", language)),
        )
        for text, language in runs
    ]


def cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """The part of a text from `start` to `end`; a line's end is read as a space."""
    before = 0
    for piece in pieces:
        text = piece.text[max(0, start - before) : max(0, end - before)]
        if text:
            yield replace(piece, text=text.replace("\n", " "))
        before += len(piece.text)
