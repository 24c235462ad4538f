"""What the pages of a filing are, whatever packed their streams."""

from hashlib import sha256
from io import BytesIO

import pikepdf


def pages_digest(pdf: bytes) -> str:
    """SHA-256 of every object with its streams unpacked: libraries may pack them otherwise."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(out, qdf=True, static_id=True, compress_streams=False)
    return sha256(out.getvalue()).hexdigest()
