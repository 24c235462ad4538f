"""Keys that sign, authorities that stamp, and eyes that check both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from filingdesk.core.fingerprint import ReadCode
    from filingdesk.core.signature import Capacity, Key, SignedFile, StampedFile, Verification
    from filingdesk.core.verdict import Form


class Signer(Protocol):
    """A key that can sign: a session that closes itself at the end of its `with` block."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    @property
    def key(self) -> Key: ...

    def sign(self, pdf: bytes, capacity: Capacity, at: datetime, stamp: bytes = b"") -> SignedFile:
        """Sign at the signer's own level; `stamp` is the page drawn into a field that has a box.

        Without a time stamp the file is kept as B-B, and `lacking` says why. Raises UserProblem:
        seal-expired, certificate-revoked, token-removed, pdf-takes-no-signature and the like.
        """


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody's own key, open, and in which capacity it signs."""

    capacity: Capacity
    signer: Signer


class Stamper(Protocol):
    """Time stamps for what was signed before, without the signer's key."""

    def stamp(self, pdf: bytes) -> StampedFile:
        """The file lifted to the desk's level, every signature in it unchanged.

        Raises UserProblem: tsa-unreachable, tsa-missing, certificate-revoked, pdf-not-signed,
        pdf-not-readable.
        """


class Verifier(Protocol):
    """What signatures are worth."""

    def verify(self, untrusted_pdf: bytes, trust: Sequence[bytes] = ()) -> Verification:
        """`trust`: PEM certificates.

        Raises UserProblem: pdf-not-readable, pdf-locked, pdf-cut-off, certificate-not-readable.
        """

    def extract(self, untrusted_pdf: bytes) -> dict[str, bytes]:
        """The embedded files by safe name. Raises UserProblem as `verify`, for the file."""

    def form(self, untrusted_pdf: bytes) -> Form:
        """What it claims to be, and what can be seen of that. Raises UserProblem as `extract`."""

    def read_code(self, untrusted_text: str) -> ReadCode | None:
        """What a square code says; None for one that is not ours."""

    def is_signed(self, code: ReadCode, digest: bytes, public: str) -> bool:
        """Whether the key made this code for the filing of this digest."""
