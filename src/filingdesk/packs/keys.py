"""The keys of publishers: Ed25519 (RFC 8032), as PEM files."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from filingdesk.core.problem import Problem, UserProblem

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

WHERE = "key"
_ID_LENGTH = 16
_MOST_BYTES = 2**14


@dataclass(frozen=True, slots=True, repr=False)
class KeyPair:
    """A publisher's key as two PEM files: one to keep, one to give away; and its short name."""

    private: bytes
    public: bytes
    id: str


def key_id(public: bytes) -> str:
    """The short name of a key: the first 64 bits of the hash of its 32 bytes, in hexadecimal."""
    return sha256(public).hexdigest()[:_ID_LENGTH]


def new_key(passphrase: str = "") -> KeyPair:
    """A fresh key; with a passphrase the private file is encrypted."""
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    secret = passphrase.encode()
    locked = form.BestAvailableEncryption(secret) if secret else form.NoEncryption()
    private = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, locked)
    raw = key.public_key().public_bytes_raw()
    return KeyPair(private, public_pem(raw), key_id(raw))


def public_pem(public: bytes) -> bytes:
    """The 32 bytes of a public key as a PEM file."""
    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    key = Ed25519PublicKey.from_public_bytes(public)
    return key.public_bytes(form.Encoding.PEM, form.PublicFormat.SubjectPublicKeyInfo)


def read_public(untrusted_pem: bytes) -> bytes:
    """The 32 bytes of a public key in a PEM file.

    Raises UserProblem: key-is-private, key-not-readable, key-not-ed25519.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    if b"PRIVATE KEY" in untrusted_pem:
        raise _problem("key-is-private")
    try:
        key = load_pem_public_key(untrusted_pem[:_MOST_BYTES])
    except (ValueError, UnsupportedAlgorithm):
        raise _problem("key-not-readable") from None
    if not isinstance(key, Ed25519PublicKey):
        raise _problem("key-not-ed25519")
    return key.public_bytes_raw()


def signed(content: bytes, untrusted_pem: bytes, passphrase: str = "") -> tuple[bytes, bytes]:
    """The public key's 32 bytes and the signature's 64.

    Raises UserProblem: key-not-readable, key-wrong-passphrase, key-not-ed25519.
    """
    key = _private(untrusted_pem, passphrase)
    return key.public_key().public_bytes_raw(), key.sign(content)


def fits(signature: bytes, content: bytes, public: bytes) -> bool:
    """Whether the holder of this key signed this content."""
    from cryptography.exceptions import InvalidSignature

    try:
        _public(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _public(public: bytes) -> "Ed25519PublicKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(public)


def _private(untrusted_pem: bytes, passphrase: str) -> "Ed25519PrivateKey":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    # A passphrase for a file without one would be an error of its own, and is none.
    is_locked = b"ENCRYPTED" in untrusted_pem
    try:
        key = load_pem_private_key(
            untrusted_pem[:_MOST_BYTES], passphrase.encode() if is_locked else None
        )
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise _problem("key-wrong-passphrase" if is_locked else "key-not-readable") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise _problem("key-not-ed25519")
    return key


def _problem(code: str) -> UserProblem:
    return UserProblem(Problem(WHERE, code))
