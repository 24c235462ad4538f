"""Text for a terminal, where a Chinese character is two columns wide."""

from collections.abc import Iterator
from unicodedata import east_asian_width

_OPENS = "（「『《“"
_CLOSES = "，。、；：！？）」』》”"


class Measured(str):
    """A text as long as it is wide: argparse makes room for it by its length."""

    __slots__ = ()

    def __len__(self) -> int:
        return columns(self)


def columns(text: str) -> int:
    """How wide the text is."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)


def wrapped(text: str, width: int) -> list[str]:
    """Each line of the text as lines of at most so many columns; only a longer word is longer."""
    return [line for each in text.splitlines() for line in _wrapped(each, width)]


def _wrapped(line: str, width: int) -> list[str]:
    lines = [""]
    for piece in _pieces(" ".join(line.split())):
        if lines[-1] and columns(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [each.rstrip() for each in lines]


def _pieces(text: str) -> Iterator[str]:
    piece = ""
    for each in text:
        if piece and _may_part(piece[-1], each):
            yield piece
            piece = ""
        piece += each
    yield piece


def _may_part(before: str, after: str) -> bool:
    """After a space, and beside a Chinese character; marks stay with what they open or close."""
    if before == " ":
        return True
    if before in _OPENS or after in _CLOSES or after == " ":
        return False
    return columns(before + after) > 2
