"""Which characters of a text are drawn, and which no page can show."""

import unicodedata
from functools import lru_cache

_NEW_LINES = "\n\r\x85\u2028\u2029"
_VARIANTS = "\u034f\u180b\u180c\u180d\u180f"


def is_layout(char: str) -> bool:
    """A line's end or a tab: it shapes the text and needs no glyph."""
    return char == "\t" or char in _NEW_LINES


def is_invisible(char: str) -> bool:
    """Controls, zero-width characters and variation selectors: a page would not show them."""
    return unicodedata.category(char) in {"Cc", "Cf"} or _selects_a_variant(char)


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
    return "" if is_invisible(char) else char


def _selects_a_variant(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef" or char in _VARIANTS
