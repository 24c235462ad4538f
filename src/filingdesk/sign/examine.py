"""Examining signatures with pyHanko; loads it, so import this late."""

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from asn1crypto import pem, x509
from cryptography.x509 import load_der_x509_certificate
from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import DocumentTimestampStatus, PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import FoundSignature, Verification
from filingdesk.sign.coverage import fills_its_gap
from filingdesk.sign.level import level_of
from filingdesk.sign.marks import capacity_of
from filingdesk.sign.pkcs12 import signer_name

# What pyHanko would write to the log can name people; the verdict says it all.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).addHandler(logging.NullHandler())
    logging.getLogger(_library).propagate = False

# Either usage lets a key sign documents: authorities' certificates carry one or the other.
_USAGES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})

_NEVER = datetime.min.replace(tzinfo=UTC)


def examine(untrusted_pdf: bytes, trust: Sequence[bytes]) -> Verification:
    """The verdict that `PdfVerifier.verify` returns."""
    roots = [root for each in trust for root in _certificates(each)]
    try:
        reader = PdfFileReader(BytesIO(untrusted_pdf))
        fields = list(enumerate_sig_fields(reader, filled_status=True))
    except Exception:
        # A hostile file can break a reader anywhere, and then it is not readable.
        raise UserProblem(Problem("file", "pdf-not-readable")) from None
    found = [_judged(reader, untrusted_pdf, name, field, roots) for name, _, field in fields]
    return Verification(tuple(sorted(found, key=lambda each: each.signed_at or _NEVER)))


def _judged(
    reader: PdfFileReader,
    untrusted_pdf: bytes,
    field: str,
    dictionary: DictionaryObject,
    roots: Sequence[x509.Certificate],
) -> FoundSignature:
    """One signature; a hostile one can break anywhere, and then is neither intact nor whole."""
    signer, signed_at = "", None
    intact = whole = trusted = False
    level = ""
    try:
        signature = EmbeddedPdfSignature(reader, dictionary, field)
        signer = signer_name(load_der_x509_certificate(signature.signer_cert.dump()))
        signed_at = _with_zone(signature.self_reported_timestamp)
        status = _status(signature, ValidationContext(trust_roots=list(roots), moment=signed_at))
        harmless = signature.summarise_integrity_info()["docmdp_ok"]
        level = level_of(signature, status)
        whole = bool(harmless) and fills_its_gap(signature, untrusted_pdf)
        intact, trusted = status.intact and status.valid, status.trusted
    except Exception:
        intact = whole = trusted = False
    return FoundSignature(
        field=field,
        signer=signer,
        capacity=capacity_of(field),
        signed_at=signed_at,
        level=level,
        intact=intact,
        whole=whole,
        trusted=trusted if roots else None,
    )


def _status(
    signature: EmbeddedPdfSignature, context: ValidationContext
) -> PdfSignatureStatus | DocumentTimestampStatus:
    if signature.sig_object_type == "/DocTimeStamp":
        return validate_pdf_timestamp(signature, context)
    return validate_pdf_signature(signature, context, key_usage_settings=_USAGES)


def _with_zone(moment: datetime | None) -> datetime | None:
    """A time without a zone is taken for UTC (ISO 32000-1, 7.9.4, leaves it open)."""
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)


def _certificates(content: bytes) -> list[x509.Certificate]:
    try:
        blocks = list(pem.unarmor(content, multiple=True))
        return [x509.Certificate.load(der, strict=True) for _, _, der in blocks]
    except (ValueError, TypeError):
        raise UserProblem(Problem("trust", "certificate-not-readable")) from None
