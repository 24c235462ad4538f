"""What a signing session holds: a key that signs, wherever it lies, and its certificates."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Key, KeyKind, Tries

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_WHERE = "seal"


class Held(Protocol):
    """An open key: its certificate, and those that lead to a root."""

    @property
    def certificate(self) -> "Certificate": ...

    @property
    def chain(self) -> tuple["Certificate", ...]: ...

    def sign(self, data: bytes) -> bytes:
        """RSA (PKCS #1 v1.5) or ECDSA (DER) with SHA-256. Raises UserProblem: token-removed …"""

    def close(self) -> None:
        """Let go of the key."""


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
    # cryptography warns on stderr of a name longer than 64 bytes, as those of many bodies are here.
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    subject = x509.Certificate.load(certificate.public_bytes(Encoding.DER)).subject
    parts = (each for part in subject.chosen for each in part)
    names = (str(each["value"].native) for each in parts if each["type"].native == "common_name")
    return next(names, "") or certificate.subject.rfc4514_string()


def key_of(
    certificate: "Certificate", kind: KeyKind, label: str, tries: Tries | None = None
) -> Key:
    """What is told about a key before it signs."""
    return Key(
        label=label,
        kind=kind,
        owner=signer_name(certificate),
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        tries=tries,
    )
