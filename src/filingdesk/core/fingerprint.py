"""The fingerprint of a payload: what the square code signs, and what two people can read out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from filingdesk.core.payload import as_text, written
from filingdesk.core.reference import ALPHABET

if TYPE_CHECKING:
    from filingdesk.core.payload import Payload

_SIGNS = 8


def digest_of(payload: Payload) -> bytes:
    """SHA-256, 32 bytes, of the payload without its code, and without what the hand drew.

    So the page that is looked at before signing bears the code that it is signed with.
    """
    return hashlib.sha256(written(replace(payload, strokes=(), code=None))).digest()


def digest_in(data: bytes) -> bytes:
    """The same from a filing.json as it lies in a file, whichever version has written it.

    Its text is taken as it is: a newer program, whose types know more, comes to the same digest.
    Raises ValueError, KeyError: it is no filing.json.
    """
    content = json.loads(data) | {"code": None, "strokes": []}
    return hashlib.sha256(as_text(content)).digest()


def check_code(digest: bytes) -> str:
    """Eight signs without look-alikes, such as 7K3M-9PXA: two copies that show the same are one.

    It tells a mistake, and a change by somebody who cannot choose among 30^8 filings; against
    others there are the signatures.
    """
    number = int.from_bytes(digest, "big")
    signs = ""
    for _ in range(_SIGNS):
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return f"{signs[:4]}-{signs[4:]}"


@dataclass(frozen=True, slots=True)
class ReadCode:
    """What a scanned square code says: whose filing, how its digest starts, and its signature."""

    reference: str
    digest_start: bytes
    signature: bytes
