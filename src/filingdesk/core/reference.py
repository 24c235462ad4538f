"""Reference numbers that can be read out over a telephone: no look-alikes, one check character."""

from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKLMNPRSTUVWXY"
"""30 signs without 0 1 I O Q Z."""
_BODY = 8


def new_reference(below: Callable[[int], int]) -> str:
    """A fresh one, such as FD-7K3M-9PXA-C. `below(n)` gives a number from 0 to n - 1."""
    body = "".join(ALPHABET[below(len(ALPHABET))] for _ in range(_BODY))
    return f"FD-{body[:4]}-{body[4:]}-{check_character(body)}"


def check_character(body: str) -> str:
    """The check sign of ISO 7064's hybrid system MOD (n + 1, n), for n = 30 signs.

    One wrong sign never passes; of two neighbours in the wrong order, one pair in 435 does.
    """
    count = len(ALPHABET)
    carry = count
    for sign in body:
        carry = (carry + ALPHABET.index(sign)) % count or count
        carry = carry * 2 % (count + 1)
    return ALPHABET[(count + 1 - carry) % count]


def is_reference(text: str) -> bool:
    """Whether a text is a reference whose check character fits, whatever its case and dashes."""
    signs = text.upper().replace("-", "").replace(" ", "").removeprefix("FD")
    return (
        len(signs) == _BODY + 1
        and all(sign in ALPHABET for sign in signs)
        and check_character(signs[:-1]) == signs[-1]
    )
