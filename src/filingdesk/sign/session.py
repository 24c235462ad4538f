"""A signing session: a key that is open until the end of its `with` block."""

from datetime import datetime
from typing import Self

from filingdesk.core.signature import Capacity, Key, SignedFile
from filingdesk.sign.held import Held, check_validity
from filingdesk.sign.raising import PLAIN, Raising


class KeySigner:
    """Signs PDFs with a held key, at a level that was chosen when it was opened."""

    def __init__(self, held: Held, key: Key, raising: Raising = PLAIN) -> None:
        self._held: Held | None = held
        self._key = key
        self._raising = raising

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def key(self) -> Key:
        """Whose key it is, and until when it is valid."""
        return self._key

    def close(self) -> None:
        """Let go of the key; nothing can be signed afterwards."""
        if self._held is not None:
            self._held.close()
        self._held = None

    def sign(self, pdf: bytes, capacity: Capacity, at: datetime, stamp: bytes = b"") -> SignedFile:
        """The PDF with one more PAdES signature, everything before it unchanged byte for byte.

        `at` becomes the time of signing, to the second; it must know its time zone. `stamp` is
        a PDF of one page, shown where the field has a box. The key signs once: what a time stamp
        or the proofs of certificates lack afterwards, `lacking` tells. Raises UserProblem:
        seal-expired, seal-not-yet-valid, certificate-revoked, pdf-not-readable,
        pdf-takes-no-signature, no-place-to-sign, and as the key's own `sign` does.
        """
        if self._held is None:
            raise RuntimeError("the signing session is closed")
        if at.tzinfo is None:
            raise ValueError("the time of signing needs a time zone")
        check_validity(self._held.certificate, at)
        from filingdesk.sign.pades import signed_file  # loads pyHanko, which takes 0.85 s

        moment = at.replace(microsecond=0)
        return signed_file(pdf, self._held, capacity, moment, stamp, self._raising)
