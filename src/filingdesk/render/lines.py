"""Where a line may end, in Chinese, in Latin letters and in both mixed.

After Unicode's line breaking (UAX #14) and the Chinese rules for punctuation (GB/T 15834-2011,
5.1): what closes begins no line, what opens ends none, dashes and ellipses stay whole. Beyond
them: a number keeps its unit (12号, 3年), and the tail of a document's number stays in one piece
(〔2023〕12号). No line ends with a hyphen: readers of PDF drop it there, and a number loses a sign.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache

OPENING = frozenset("（〔［｛〈《「『【〖〘〝“‘([{¿¡¥￥$＄£￡€§№")
CLOSING = frozenset(
    "，。、；：？！…⋯—–～·•‧・）〕］｝〉》」』】〗〙〞〟”’％‰℃°′″々〻ー／－\u3000"
    ")]},.;:!?%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
UNITS = frozenset("年月日号时分秒点条款项目页份件章节个人位次届期笔户倍元角天岁周级米吨万亿")
_LATIN = "\u2e80"
"""Below it letters that form words; from it on characters that stand each for itself."""
_DASHES = "—–-"
_DOCUMENT_NUMBER = re.compile(r"[〔［\[（(]\d{4}[〕］\])）]\w{0,12}?\d[\d-]{0,12}号")


class Kind(Enum):
    """What a character does at the end and at the beginning of a line."""

    SPACE = auto()
    OPENING = auto()
    CLOSING = auto()
    GLUE = auto()
    WORD = auto()
    IDEOGRAPH = auto()


@lru_cache(maxsize=8192)
def kind(char: str) -> Kind:
    """The class of a character; letters and figures are WORD, what joins them is GLUE."""
    if char == " ":
        return Kind.SPACE
    if char in OPENING:
        return Kind.OPENING
    if char in CLOSING or unicodedata.category(char).startswith("M"):
        return Kind.CLOSING
    if char in "-/\"'\u00a0":
        return Kind.GLUE
    return Kind.WORD if char < _LATIN else Kind.IDEOGRAPH


def breaks(text: str) -> Iterator[int]:
    """Every index at which a new line may begin, in order."""
    whole = {
        index
        for found in _DOCUMENT_NUMBER.finditer(text)
        for index in range(found.start() + 1, found.end())
    }
    for index in range(1, len(text)):
        if index not in whole and may_break(text, index):
            yield index


def may_break(text: str, index: int) -> bool:
    """Whether a line may begin with `text[index]`, judged by the characters around it."""
    before, after = text[index - 1], text[index]
    match kind(before), kind(after):
        case _, Kind.SPACE:
            allowed = False
        case Kind.SPACE, Kind.CLOSING:
            allowed = after in _DASHES and _is_aside(text, index)
        case Kind.SPACE, _:
            counted = text[index - 2 : index - 1]
            allowed = counted != "-" and not (counted.isdecimal() and after in UNITS)
        case (_, Kind.CLOSING | Kind.GLUE) | (Kind.OPENING | Kind.GLUE, _):
            allowed = before == "/" and after.isalpha()
        case Kind.CLOSING, Kind.OPENING:
            allowed = before not in _DASHES or after > "\u2000"
        case Kind.CLOSING, Kind.WORD:
            allowed = before > _LATIN and not (before in "〕］" and after.isdecimal())
        case Kind.WORD, Kind.OPENING:
            allowed = after > _LATIN
        case Kind.WORD, Kind.WORD:
            allowed = False
        case Kind.WORD, Kind.IDEOGRAPH:
            allowed = not (before.isdecimal() and after in UNITS)
        case Kind.IDEOGRAPH, Kind.WORD:
            allowed = not (before == "第" and after.isdecimal())
        case _:
            allowed = True
    return allowed


def _is_aside(text: str, index: int) -> bool:
    """A dash that opens an aside in Latin text: `word —aside— word`."""
    return index > 1 and kind(text[index - 2]) is not Kind.IDEOGRAPH and index + 1 < len(text)


def fill(
    text: str, widths: Sequence[float], first: float, other: float
) -> Iterator[tuple[int, int]]:
    """Lines as (start, end) into a text without line ends; `widths` of its characters.

    `first` is the width of the first line, `other` that of all others. Spaces at a line's end
    hang over it. A piece wider than a line is cut where the line is full.
    """
    start, used, room, chance = 0, 0.0, first, 0
    allowed = breaks(text)
    upcoming = next(allowed, len(text))
    for index, width in enumerate(widths):
        while upcoming <= index:
            chance = upcoming
            upcoming = next(allowed, len(text) + 1)
        used += width
        if used <= room or text[index] == " " or index == start:
            continue
        end = chance if chance > start else index
        yield start, end
        start, room = end, other
        used = sum(widths[start : index + 1])
    if start < len(text):
        yield start, len(text)
