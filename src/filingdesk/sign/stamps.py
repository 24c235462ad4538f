"""The time stamps of a PDF that hold: those inside signatures, and those over the document."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms, x509
from pyhanko.sign.validation import validate_pdf_timestamp
from pyhanko.sign.validation.generic_cms import (
    collect_timing_info,
    extract_certs_for_validation,
    extract_tst_data_iter,
)
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

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
    for each in _inside(signature):
        stamp = extract_certs_for_validation(each)
        found += [stamp.signer_cert, *stamp.other_certs]
    return found


def stamp_inside(
    signature: EmbeddedPdfSignature, held: Proofs, roots: Sequence[x509.Certificate]
) -> Stamp | None:
    """The stamp in a signature, if it holds and its authority's certificate held then."""
    others = [*held.certificates, *brought(signature)]
    ends = roots or ends_of_chains(others)
    for each in _inside(signature):
        at = each["encap_content_info"]["content"].parsed["gen_time"].native
        authority = extract_certs_for_validation(each).signer_cert
        told = asyncio.run(
            collect_timing_info(
                signature.signer_info, context(at, ends, others), signature.compute_digest
            )
        )
        status = told.get("timestamp_validity")
        if status is None or not (status.intact and status.valid):
            continue
        if withdrawn(held, authority, at, ends, others) is None:
            return Stamp(at, authority, status.trusted)
    return None


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


def _inside(signature: EmbeddedPdfSignature) -> list[cms.SignedData]:
    return list(extract_tst_data_iter(signature.signer_info, signed=False))
