"""The square code on page one: 80 bytes that tie the paper to its file, signed with Ed25519.

Eight signs of the reference, the first eight bytes of the payload's SHA-256, and a signature
(RFC 8032) over the reference and the whole digest; as Base45 (RFC 9285), which a QR code packs
into its smallest alphabet and every reader gives back as it was.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from filingdesk.core.fingerprint import ReadCode
from filingdesk.core.reference import check_character, is_reference

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SIZE = 80
_BODY, _START = 8, 8
_PURPOSE = b"filingdesk/code/1\0"
"""What the key signs can be nothing else but a code."""


def new_key() -> bytes:
    """A private key, 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


@dataclass(frozen=True, slots=True, repr=False)
class CodeKey:
    """The desk's key for codes; `private` are its 32 bytes."""

    private: bytes

    @property
    def public(self) -> str:
        """The public key, 32 bytes in hexadecimal digits."""
        return self._key().public_key().public_bytes_raw().hex()

    def code(self, reference: str, digest: bytes) -> str:
        """The text of the square code: 120 signs of a QR code's alphanumeric mode."""
        import base45

        body = _body(reference)
        signature = self._key().sign(_signed(body, digest))
        return str(base45.b45encode(body + digest[:_START] + signature).decode("ascii"))

    def _key(self) -> "Ed25519PrivateKey":
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.private)


def read_code(untrusted_text: str) -> ReadCode | None:
    """What a scanned code says; None for one that is not ours. A space is one of its signs."""
    import base45

    try:
        content = base45.b45decode(untrusted_text.strip("\r\n"))
        body = content[:_BODY].decode("ascii")
        reference = f"FD-{body[:4]}-{body[4:]}-{check_character(body)}"
    except ValueError:
        return None
    if len(content) != SIZE or not is_reference(reference):
        return None
    return ReadCode(reference, content[_BODY : _BODY + _START], content[_BODY + _START :])


def is_signed(code: ReadCode, digest: bytes, public: str) -> bool:
    """Whether the key made this code for the filing of this digest; `public` as `CodeKey` gives."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(code.signature, _signed(_body(code.reference), digest))
    except (InvalidSignature, ValueError):
        return False
    return code.digest_start == digest[:_START]


def _body(reference: str) -> bytes:
    return reference.replace("-", "").removeprefix("FD")[:_BODY].encode("ascii")


def _signed(body: bytes, digest: bytes) -> bytes:
    return _PURPOSE + body + digest
