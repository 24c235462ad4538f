"""Certificates as files bring them."""

from collections.abc import Iterable

from asn1crypto import pem, x509

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.sign.held import signer_name


def certificates(content: bytes) -> list[x509.Certificate]:
    """All certificates of a PEM file. Raises UserProblem: certificate-not-readable."""
    try:
        blocks = list(pem.unarmor(content, multiple=True))
        return [x509.Certificate.load(der, strict=True) for _, _, der in blocks]
    except (ValueError, TypeError):
        raise UserProblem(Problem("trust", "certificate-not-readable")) from None


def all_certificates(contents: Iterable[bytes]) -> list[x509.Certificate]:
    """Those of several files."""
    return [each for content in contents for each in certificates(content)]


def owner(certificate: x509.Certificate) -> str:
    """Whom it names, as `held.signer_name` says it. Raises ValueError: it cannot be read."""
    from cryptography.x509 import InvalidVersion, load_der_x509_certificate

    try:
        return signer_name(load_der_x509_certificate(certificate.dump()))
    except InvalidVersion:
        raise ValueError("not an X.509 certificate") from None
