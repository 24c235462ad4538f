"""The recovery code: what opens the store when the passphrase is forgotten, kept on paper."""

import secrets
import unicodedata

from filingdesk.core.reference import ALPHABET, check_character

SIGNS = 24
"""Random signs in a code, 117 bits; the check sign comes after them."""

_GROUP = 5
_BETWEEN = str.maketrans("", "", " -\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\t\r\n")


class RecoveryCode(str):
    """A recovery code as it is shown and printed; its repr shows nothing."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "RecoveryCode(…)"


def new_code() -> RecoveryCode:
    """A code that nobody can guess, in groups of five."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(SIGNS))
    whole = signs + check_character(signs)
    groups = (whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))
    return RecoveryCode("-".join(groups))


def bare(typed: str) -> str:
    """What was typed, without case, spaces, dashes and the wide letters of an input method."""
    return unicodedata.normalize("NFKC", typed).translate(_BETWEEN).upper()


def is_code(typed: str) -> bool:
    """Whether this is a code without a slip of the pen."""
    signs = bare(typed)
    return (
        len(signs) == SIGNS + 1
        and all(sign in ALPHABET for sign in signs)
        and check_character(signs[:-1]) == signs[-1]
    )


def looks_like_code(typed: str) -> bool:
    """Whether somebody meant to type a code: nearly its length, letters and at least two digits."""
    signs = bare(typed)
    return (
        abs(len(signs) - SIGNS - 1) <= 2
        and signs.isascii()
        and signs.isalnum()
        and sum(sign.isdigit() for sign in signs) >= 2
    )
