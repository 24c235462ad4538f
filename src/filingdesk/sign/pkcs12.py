"""A key in a PKCS#12 file that signs: the centre's seal, a clerk's key, an agent's key."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import KeyKind
from filingdesk.sign.held import key_of
from filingdesk.sign.raising import PLAIN, Raising
from filingdesk.sign.session import KeySigner

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate

_WHERE = "seal"


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """A private key with its certificate, and the certificates that lead to a root."""

    key: "RSAPrivateKey | EllipticCurvePrivateKey"
    certificate: "Certificate"
    chain: tuple["Certificate", ...] = ()
    label: str = ""

    def sign(self, data: bytes) -> bytes:
        """The raw signature; `Held` says which."""
        from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
        from cryptography.hazmat.primitives.hashes import SHA256

        if isinstance(self.key, RSAPrivateKey):
            return self.key.sign(data, PKCS1v15(), SHA256())
        return self.key.sign(data, ECDSA(SHA256()))

    def close(self) -> None:
        """Nothing is open but memory, and the session forgets this value."""


def open_pkcs12(untrusted_content: bytes, passphrase: bytes, raising: Raising = PLAIN) -> KeySigner:
    """A signing session with this key. Raises UserProblem as `read_pkcs12` does."""
    identity = read_pkcs12(untrusted_content, passphrase)
    return KeySigner(identity, key_of(identity.certificate, KeyKind.FILE, identity.label), raising)


def read_pkcs12(untrusted_content: bytes, passphrase: bytes) -> Identity:
    """The key and certificates of a PKCS#12 file (RFC 7292).

    Raises UserProblem: seal-not-readable, seal-wrong-password, seal-has-no-key,
    seal-of-another-kind.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

    if not _looks_like_pkcs12(untrusted_content):
        raise UserProblem(Problem(_WHERE, "seal-not-readable"))
    try:
        found = load_pkcs12(untrusted_content, passphrase)
    except ValueError:
        raise UserProblem(Problem(_WHERE, "seal-wrong-password")) from None
    except UnsupportedAlgorithm:  # SM2, for one
        raise UserProblem(Problem(_WHERE, "seal-of-another-kind")) from None
    key, own = found.key, found.cert
    if own is None or key is None:
        raise UserProblem(Problem(_WHERE, "seal-has-no-key"))
    if not isinstance(key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise UserProblem(Problem(_WHERE, "seal-of-another-kind"))
    chain = tuple(each.certificate for each in found.additional_certs)
    label = (own.friendly_name or b"").decode(errors="replace")
    return Identity(key, own.certificate, chain, label)


def _looks_like_pkcs12(untrusted_content: bytes) -> bool:
    """Whether the outer shell parses; cryptography tells a wrong password and junk alike."""
    # asn1crypto reads its table of names once, and whoever stamps later needs those of time stamps.
    from asn1crypto import tsp  # noqa: F401
    from asn1crypto.pkcs12 import Pfx

    try:
        return bool(Pfx.load(untrusted_content, strict=True).authenticated_safe)
    except (ValueError, TypeError):
        return False
