"""A key in a PKCS#12 file that signs: the centre's seal, a clerk's key, an agent's key."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Self

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, SignedFile

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


class Pkcs12Signer:
    """A signing session: holds the key from opening until the end of the `with` block."""

    def __init__(self, identity: Identity) -> None:
        self._identity: Identity | None = identity

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the key; nothing can be signed afterwards."""
        self._identity = None

    def sign(self, pdf: bytes, capacity: Capacity, at: datetime) -> SignedFile:
        """The PDF with a PAdES B-B signature, everything before it unchanged byte for byte.

        `at` becomes the time of signing, to the second; it must know its time zone. Raises
        UserProblem: seal-expired, seal-not-yet-valid, pdf-not-readable, pdf-takes-no-signature.
        """
        if self._identity is None:
            raise RuntimeError("the signing session is closed")
        if at.tzinfo is None:
            raise ValueError("the time of signing needs a time zone")
        check_validity(self._identity.certificate, at)
        from filingdesk.sign.pades import signed_file  # loads pyHanko, which takes 0.85 s

        return signed_file(pdf, self._identity, capacity, at.replace(microsecond=0))


def open_pkcs12(untrusted_content: bytes, passphrase: bytes) -> Pkcs12Signer:
    """A signing session with this key. Raises UserProblem as `read_pkcs12` does."""
    return Pkcs12Signer(read_pkcs12(untrusted_content, passphrase))


def read_pkcs12(untrusted_content: bytes, passphrase: bytes) -> Identity:
    """The key and certificates of a PKCS#12 file (RFC 7292).

    Raises UserProblem: seal-not-readable, seal-wrong-password, seal-has-no-key.
    """
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

    if not _looks_like_pkcs12(untrusted_content):
        raise UserProblem(Problem(_WHERE, "seal-not-readable"))
    try:
        key, certificate, chain = load_key_and_certificates(untrusted_content, passphrase)
    except ValueError:
        raise UserProblem(Problem(_WHERE, "seal-wrong-password")) from None
    if certificate is None or not isinstance(key, RSAPrivateKey | EllipticCurvePrivateKey):
        raise UserProblem(Problem(_WHERE, "seal-has-no-key"))
    return Identity(key, certificate, tuple(chain))


def check_validity(certificate: "Certificate", at: datetime) -> None:
    """Raises UserProblem (seal-not-yet-valid, seal-expired) unless the certificate holds then."""
    first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if at < first:
        fact = {"date": first.astimezone(at.tzinfo).date().isoformat()}
        raise UserProblem(Problem(_WHERE, "seal-not-yet-valid", fact))
    if at > last:
        fact = {"date": last.astimezone(at.tzinfo).date().isoformat()}
        raise UserProblem(Problem(_WHERE, "seal-expired", fact))


def signer_name(certificate: "Certificate") -> str:
    """Whom the certificate names: its common name, or its whole subject when it has none."""
    from cryptography.x509.oid import NameOID

    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def _looks_like_pkcs12(untrusted_content: bytes) -> bool:
    """Whether the outer shell parses; cryptography tells a wrong password and junk alike."""
    from asn1crypto.pkcs12 import Pfx

    try:
        return bool(Pfx.load(untrusted_content, strict=True).authenticated_safe)
    except (ValueError, TypeError):
        return False
