"""Whether pages say what their data say, and nothing else.

A page gives its texts in the order they were drawn in, cut where a line, a cell or a page ends. So
every text of the payload is sought in what the pages say, white space aside, and what is left over
is what nobody accounts for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

_SHORTEST = 6
"""A text that runs over a page's end is found in pieces; the first has at least so many signs."""

_SHORT = 3

_NEAR = 600
"""Signs: what runs over a page's end stands so near to it, beside the other cells of its row."""

_GONE = "\0"
_NO_SIGNS = {ord(each): None for each in "\0\u200b\ufeff"} | {0x02: "-", 0xFFFE: "-"}
"""A reader tells a hyphen at the end of a line in ways of its own."""


@dataclass(frozen=True, slots=True, repr=False)
class Seen:
    """`missing` are texts of the data that no page shows, `unknown` what only the pages say."""

    missing: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether pages and data say the same."""
        return not self.missing and not self.unknown


def seen(pages: Sequence[str], texts: Iterable[str], foot: str) -> Seen:
    """Compare what pages say with the texts they should; `foot` stands on each, with its number.

    A number or a mark in a cell is too short to be sought: what is left must consist of those.
    """
    whole = [_page(each, _packed(foot)) for each in pages]
    left = [_Page(each.signs, each.ends) for each in whole]
    wanted = {_packed(text): text for text in texts}
    missing, short = [], []
    for packed, text in sorted(wanted.items(), key=lambda each: len(each[0]), reverse=True):
        if len(packed) <= _SHORT:
            short.append(packed)
        else:
            for page in left:
                page.signs = page.signs.replace(packed, _GONE * len(packed))
            _strike_parted(left, packed)
        if not _is_said(whole, packed):
            missing.append(text)
    known = re.compile("|".join(map(re.escape, filter(None, short))) or r"(?!)")
    pieces = (each for page in left for each in page.signs.split(_GONE))
    rest = (known.sub("", each) for each in pieces)
    return Seen(tuple(missing), tuple(each for each in rest if each))


@dataclass(slots=True, repr=False)
class _Page:
    """What is not struck yet, without white space, and where there was some: before these signs."""

    signs: str
    ends: frozenset[int]

    def strike(self, start: int, size: int) -> None:
        self.signs = f"{self.signs[:start]}{_GONE * size}{self.signs[start + size :]}"


def _page(text: str, foot: str) -> _Page:
    """Also without the page's number, which stands under the text twice."""
    words = [_packed(each) for each in text.split()]
    signs, ends = "".join(words), frozenset(accumulate(map(len, words), initial=0))
    if foot:
        number = rf"(?:—\d+—)?{re.escape(foot)}(?:\d+/\d+)?"
        signs = re.sub(number, lambda found: _GONE * len(found[0]), signs)
    return _Page(signs, ends)


def _packed(text: str) -> str:
    return "".join(each for each in text.translate(_NO_SIGNS) if not each.isspace())


def _is_said(whole: Sequence[_Page], text: str) -> bool:
    return any(text in page.signs for page in whole) or _strike_parted(
        [_Page(each.signs, each.ends) for each in whole], text
    )


def _strike_parted(left: Sequence[_Page], text: str) -> bool:
    """Strike a text wherever it runs over a page's end; whether it does so anywhere."""
    found = [_begins(left, place, text) for place in range(len(left) - 1)]
    return any(found)


def _begins(left: Sequence[_Page], place: int, text: str) -> bool:
    """Strike a text that begins on the page at `place` and ends on the next, or after it."""
    page = left[place]
    if text[:_SHORTEST] not in page.signs[-_NEAR - len(text) :]:
        return False
    for size in range(len(text) - 1, _SHORTEST - 1, -1):
        start = page.signs.rfind(text[:size], max(0, len(page.signs) - size - _NEAR))
        if start >= 0 and start + size in page.ends and _ends(left, place + 1, text[size:]):
            page.strike(start, size)
            return True
    return False


def _ends(left: Sequence[_Page], place: int, rest: str) -> bool:
    """Strike the rest of a text near the top of a page, or a page full of it and what follows."""
    if place == len(left):
        return False
    page = left[place]
    start = page.signs.find(rest, 0, _NEAR + len(rest))
    while start >= 0 and start not in page.ends:
        start = page.signs.find(rest, start + 1, _NEAR + len(rest))
    if start >= 0:
        page.strike(start, len(rest))
        return True
    return rest[:_SHORTEST] in page.signs[: _NEAR + _SHORTEST] and _begins(left, place, rest)
