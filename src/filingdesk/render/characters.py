"""Which characters of a text are drawn, and which no page can show."""

import unicodedata
from functools import lru_cache

from filingdesk.core.seen import is_unseen

_NEW_LINES = "\n\r\x85\u2028\u2029"


def is_layout(char: str) -> bool:
    """A line's end or a tab: it shapes the text and needs no glyph."""
    return char == "\t" or char in _NEW_LINES


def is_private(char: str) -> bool:
    """Private use, surrogates, not assigned: what they look like is nowhere agreed."""
    return unicodedata.category(char) in {"Co", "Cs", "Cn"}


def drawable(text: str) -> str:
    r"""The text as it is drawn: lines end in \n, every space is one of three, nothing invisible.

    Letters are never normalised: a name is printed with the very characters it was written in.
    """
    return "".join(map(_drawn, text.replace("\r\n", "\n")))


@lru_cache(maxsize=8192)
def _drawn(char: str) -> str:
    if char in _NEW_LINES:
        return "\n"
    if char == "\t" or (unicodedata.category(char) == "Zs" and char not in "\u00a0\u3000"):
        return " "
    return "" if is_unseen(char) else char
