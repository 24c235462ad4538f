"""How far each character stands from the next, and the runs in which a line is drawn."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from filingdesk.render.faces import Faces, Glyph

_OPENS = frozenset("（〔［｛〈《「『【〖“‘")
_CLOSES = frozenset("，。、；：）〕］｝〉》」』】〗”’")
"""Chinese marks whose ink fills one half of their square."""


def advances(text: str, faces: Faces) -> list[float]:
    """The width in em of every character; two marks in a row share the empty half between them."""
    glyphs = faces.glyphs(text)
    widths = [glyph.width for glyph in glyphs]
    for index, (mark, after) in enumerate(pairwise(glyphs)):
        if _share(mark, after):
            widths[index] -= 0.5
    return widths


def runs(text: str, faces: Faces) -> Iterator[tuple[str, str, bool]]:
    """The text cut where the face changes or half an em is left out: (face, text, tight)."""
    glyphs = faces.glyphs(text)
    tight = [_share(mark, after) for mark, after in pairwise(glyphs)] + [False]
    paired = zip(glyphs, tight, strict=True) if glyphs else ()
    for (face, close), run in groupby(paired, lambda pair: (pair[0].face, pair[1])):
        yield face, "".join(glyph.text for glyph, _ in run), close


def _share(mark: Glyph, after: Glyph) -> bool:
    if mark.width < 1 or after.width < 1:
        return False
    if mark.text in _OPENS:
        return after.text in _OPENS
    return mark.text in _CLOSES and (after.text in _OPENS or after.text in _CLOSES)
