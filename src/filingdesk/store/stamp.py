"""The first bytes of a store tell whose it is: another desk's is not taken for a damaged one."""

import hashlib
import hmac
from pathlib import Path

SIZE = 16
"""Bytes: SQLCipher's salt, which stands before everything else in the file and in the clear."""

_HALF = SIZE // 2


def stamp(key: bytes) -> bytes:
    """The salt of a new store: a keyed hash of nothing secret, and its own check.

    A random key needs no random salt: https://www.zetetic.net/sqlcipher/sqlcipher-api/#key
    """
    whose = hmac.digest(key, b"filingdesk store 1", "sha256")[:_HALF]
    return whose + _check(whose)


def salt_of_new(file: Path, key: bytes) -> bytes:
    """The salt to give to a file that has nothing in it yet; no bytes for one that has its own."""
    is_there = file.exists() and file.stat().st_size > 0
    return b"" if is_there else stamp(key)


def is_of_another(file: Path, key: bytes) -> bool:
    """Whether the stamp is whole, and another key's; a damaged or an unstamped store tells no."""
    try:
        with file.open("rb") as stream:
            found = stream.read(SIZE)
    except OSError:
        return False
    is_whole = len(found) == SIZE and found[_HALF:] == _check(found[:_HALF])
    return is_whole and found != stamp(key)


def _check(whose: bytes) -> bytes:
    return hashlib.sha256(whose).digest()[:_HALF]
