"""Whether pages say what their data say, and nothing else.

A page gives its texts in the order they were drawn in, cut where a line, a cell or a page ends. So
every text of the payload is sought in what the pages say, white space aside, and what is left over
is what nobody accounts for.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

_SHORTEST = 6
"""A text that runs over a page's end is found in pieces; the first has at least so many signs."""

_LAST = 2
"""So few are enough where nothing comes after: a day such as 2026年10月16日 begins a new line."""

_SHORT = 3

_NEAR = 600
"""Signs: what runs over a page's end stands so near to it, beside the other cells of its row.

What a person wrote stands in two columns: the cell beside it holds as many signs as its own.
"""

_FULL = 60
"""Signs: no page is full of less, not in the narrowest column of a table."""

_HEAD = 200
"""Signs: the head of a table that goes on, and what else begins a page."""

_TRIES = 20_000_000
"""Of pieces in one file: ten times what a filing of 85 pages takes. A hostile one could ask for
more without end; what is not found by then counts as missing."""

_GONE = "\0"
_AS_READ = {0x02: "-", 0xFFFE: "-"} | {
    sign: unicodedata.normalize("NFKC", chr(sign)) for sign in range(0xFB00, 0xFB07)
}
"""A reader tells a hyphen at the end of a line in ways of its own, and takes ligatures apart."""

_VARIANTS = "\u034f\u180b\u180c\u180d\u180f"

_GETA = "〓"
"""What is printed for a sign that no font has."""


@dataclass(frozen=True, slots=True, repr=False)
class Seen:
    """`missing` are texts of the data that no page shows, `unknown` what only the pages say.

    `unprinted` are signs of the other texts for which the pages show 〓.
    """

    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    unprinted: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether pages and data say the same."""
        return not self.missing and not self.unknown


def seen(pages: Sequence[str], texts: Iterable[str], foot: str) -> Seen:
    """Compare what pages say with the texts they should; `foot` stands on each, with its number.

    A number or a mark in a cell is too short to be sought: what is left must consist of those.
    """
    whole = [_page(each, _packed(foot)) for each in pages]
    packed_texts = {_packed(text): text for text in texts}
    unprinted = _unprinted(whole, packed_texts)
    wanted = {packed.translate(unprinted): text for packed, text in packed_texts.items()}
    for page in whole:
        page.cuts = page.ends - _uncut(page.signs, wanted)
    left = [replace(each) for each in whole]
    missing, short, tries = [], [], _Tries(_TRIES)
    for packed, text in sorted(wanted.items(), key=lambda each: len(each[0]), reverse=True):
        if len(packed) <= _SHORT:
            short.append(packed)
        else:
            for page in left:
                page.signs = page.signs.replace(packed, _GONE * len(packed))
            _strike_parted(left, packed, tries)
        if not _is_said(whole, packed, tries):
            missing.append(text)
    known = re.compile("|".join(map(re.escape, filter(None, short))) or r"(?!)")
    pieces = (each for page in left for each in page.signs.split(_GONE))
    rest = (known.sub("", each) for each in pieces)
    found = "".join(text for text in packed_texts.values() if text not in missing)
    told = tuple(sign for sign in dict.fromkeys(found) if ord(sign) in unprinted)
    return Seen(tuple(missing), tuple(each for each in rest if each), told)


@dataclass(slots=True)
class _Tries:
    left: int

    def more(self) -> bool:
        """Whether one more is allowed; it is counted."""
        self.left -= 1
        return self.left >= 0


@dataclass(slots=True, repr=False)
class _Page:
    """What is not struck yet, without white space, and where there was some: before these signs.

    `cuts` are those of the ends where a text may be cut: not within one that stands whole.
    """

    signs: str
    ends: frozenset[int]
    cuts: frozenset[int] = frozenset()

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


def _uncut(signs: str, texts: Iterable[str]) -> frozenset[int]:
    """Places within texts that stand whole on a page."""
    places: set[int] = set()
    for text in texts:
        start = signs.find(text) if len(text) > _SHORTEST else -1
        while start >= 0:
            places.update(range(start + 1, start + len(text)))
            start = signs.find(text, start + len(text))
    return frozenset(places)


def _unprinted(whole: Sequence[_Page], texts: Iterable[str]) -> dict[int, str]:
    """The signs of the data that no page shows, where the pages show 〓; any of them may be one."""
    shown = {sign for page in whole for sign in page.signs}
    if _GETA not in shown:
        return {}
    return {ord(sign): _GETA for text in texts for sign in text if sign not in shown}


def is_unseen(sign: str) -> bool:
    """Whether no page shows it: a control, a sign without width, a choice among variants."""
    is_variant = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
    return is_variant or sign in _VARIANTS or unicodedata.category(sign) in {"Cc", "Cf"}


def _packed(text: str) -> str:
    signs = text.translate(_AS_READ)
    return "".join(each for each in signs if not (each.isspace() or is_unseen(each)))


def _is_said(whole: Sequence[_Page], text: str, tries: _Tries) -> bool:
    return any(text in page.signs for page in whole) or _strike_parted(
        [replace(each) for each in whole], text, tries
    )


def _strike_parted(left: Sequence[_Page], text: str, tries: _Tries) -> bool:
    """Strike a text wherever it runs over a page's end; whether it does so anywhere.

    What a person wrote stands in both languages' columns: it runs over one end twice.
    """
    found = False
    places = range(len(left) - 1) if len(text) > _SHORTEST else ()
    for place in places:
        while _begins(left, place, text, tries):
            found = True
    return found


def _begins(
    left: Sequence[_Page], place: int, text: str, tries: _Tries, least: int = _LAST
) -> bool:
    """Strike a text that begins on the page at `place` and ends on the next, or after it.

    On this page there are `least` signs of it, or more; where it fills the page, only the cell
    beside it stands before, which holds as much. What begins last is tried first: another text may
    begin alike, and stands whole before it.
    """
    page = left[place]
    if text[:_LAST] not in page.signs[-_NEAR - 2 * len(text) :]:
        return False
    for start, size in sorted(_pieces(page, text, tries, least), reverse=True):
        is_near = least < _FULL or start <= max(_NEAR, size + _HEAD)
        if is_near and tries.more() and _ends(left, place + 1, text[size:], tries):
            page.strike(start, size)
            return True
    return False


def _pieces(page: _Page, text: str, tries: _Tries, least: int) -> Iterator[tuple[int, int]]:
    """Where the text may begin near the page's end, and how much of it would stand there."""
    for size in range(len(text) - 1, least - 1, -1):
        if not tries.more():
            return
        for start in _starts(page, text[:size]):
            if not tries.more():
                return
            yield start, size


def _starts(page: _Page, piece: str) -> Iterator[int]:
    """Where a piece stands near the page's end before white space, the last place first."""
    size = len(piece)
    if size < _SHORTEST:
        said = page.signs.rstrip(_GONE)
        if said.endswith(piece):
            yield len(said) - size
        return
    first = max(0, len(page.signs) - 2 * size - _NEAR)
    start = page.signs.rfind(piece, first)
    while start >= 0:
        if start + size in page.cuts:
            yield start
        start = page.signs.rfind(piece, first, start + size - 1)


def _ends(left: Sequence[_Page], place: int, rest: str, tries: _Tries) -> bool:
    """Strike the rest of a text near the top of a page, or a page full of it and what follows."""
    if place == len(left):
        return False
    page = left[place]
    near = _NEAR + 2 * len(rest)
    start = page.signs.find(rest, 0, near)
    while start >= 0 and start not in page.cuts:
        start = page.signs.find(rest, start + 1, near)
    if start >= 0:
        page.strike(start, len(rest))
        return True
    return rest[:_SHORTEST] in page.signs[:near] and _begins(left, place, rest, tries, _FULL)
