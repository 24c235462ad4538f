"""The time stamps of a PDF that hold: those inside signatures, and those over the document."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms, x509
from pyhanko.sign.validation import validate_pdf_timestamp
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_tst_data_iter,
    message_imprint_checker,
    validate_tst_signed_data,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel, TimestampSignatureStatus

from filingdesk.sign.certificates import owner
from filingdesk.sign.proofs import NOTHING, Proofs, context, ends_of_chains, proofs, withdrawn


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp that holds. `held` are the proofs in the file when it came over all of it.

    `revision` is None for a stamp that lies in its signature.
    """

    at: datetime
    authority: x509.Certificate
    trusted: bool
    revision: int | None = None
    held: Proofs = NOTHING


def brought(signature: EmbeddedPdfSignature) -> list[x509.Certificate]:
    """The certificates that a signature and the stamps in it bring along."""
    found = [signature.signer_cert, *signature.other_embedded_certs]
    for _, authority, others in _inside(signature):
        found += [authority, *others]
    return found


def stamp_inside(
    signature: EmbeddedPdfSignature, held: Proofs, roots: Sequence[x509.Certificate]
) -> Stamp | None:
    """The stamp in a signature, if it holds and its authority's certificate held then.

    Of several, the first whose authority is trusted: anybody can lay more of them beside it.
    """
    others = [*held.certificates, *brought(signature)]
    ends = roots or ends_of_chains(others)
    expected = message_imprint_checker(signature.signer_info)
    found = []
    for each, authority, _ in _inside(signature):
        try:
            at = each["encap_content_info"]["content"].parsed["gen_time"].native
            told = asyncio.run(validate_tst_signed_data(each, context(at, ends, others), expected))
            status = TimestampSignatureStatus(**told)
            owner(authority)
            if not (status.intact and status.valid):
                continue
            if withdrawn(held, authority, at, ends, others) is None:
                found.append(Stamp(at, authority, status.trusted))
        except Exception:
            # A hostile one can break anywhere, and then it stamps nothing.
            continue
    return next((each for each in found if each.trusted), next(iter(found), None))


def without_stamps(signature: EmbeddedPdfSignature) -> EmbeddedPdfSignature:
    """The signature as its own key made it; its stamps are judged apart from it.

    pyHanko takes the whole signature for broken when it cannot read one that lies in it.
    """
    signature.signer_info["unsigned_attrs"] = cms.CMSAttributes([])
    return signature


def stamp_over(
    signature: EmbeddedPdfSignature, held: Proofs, roots: Sequence[x509.Certificate]
) -> Stamp | None:
    """A document's time stamp, if it holds and covers all that was there when it came."""
    try:
        others = [*held.certificates, *brought(signature)]
        content = signature.signed_data["encap_content_info"]["content"]
        at = content.parsed["gen_time"].native
        ends = roots or ends_of_chains(others)
        status = validate_pdf_timestamp(signature, context(at, ends, others))
        covers = status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
        if not (status.intact and status.valid and covers):
            return None
        if withdrawn(held, signature.signer_cert, at, ends, others) is not None:
            return None
        revision = signature.signed_revision
        then = proofs(signature.reader.get_historical_resolver(revision))
        return Stamp(at, signature.signer_cert, status.trusted, revision, then)
    except Exception:
        # A hostile one can break anywhere, and then it stamps nothing.
        return None


def _inside(
    signature: EmbeddedPdfSignature,
) -> Iterator[tuple[cms.SignedData, x509.Certificate, list[x509.Certificate]]]:
    """Each stamp with its authority's certificate and the others it brings.

    One without its authority's (RFC 3161, 2.4.1: certReq) proves nothing by itself.
    """
    for each in extract_tst_data_iter(signature.signer_info, signed=False):
        try:
            found = extract_certs_for_validation(each)
        except Exception:
            # A hostile one can break anywhere.
            continue
        yield each, found.signer_cert, list(found.other_certs)
