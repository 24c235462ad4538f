"""Putting a PAdES signature into a PDF (ETSI EN 319 142-1); loads pyHanko, so import it late.

A field with a box shows the page that the renderer drew for it; one without takes no room, which
keeps an untagged field within both PDF/A and PDF/UA.
"""

import asyncio
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError, PdfReadError
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, Level, SignedFile
from filingdesk.sign import marks
from filingdesk.sign.appearance import appearance
from filingdesk.sign.fields import prepare
from filingdesk.sign.held import Held, signer_name
from filingdesk.sign.quiet import silence
from filingdesk.sign.raising import Raising

silence()

# Hexadecimal digits: 16 KiB, so that a chain of certificates fits and a time stamp can come later.
_RESERVED = 32_768


def signed_file(
    pdf: bytes, held: Held, capacity: Capacity, at: datetime, stamp: bytes, raising: Raising
) -> SignedFile:
    """The PDF signed in this capacity. Raises UserProblem as `KeySigner.sign` does.

    The first signature certifies the document: from then on only the empty signature fields it
    leaves for those who follow may be filled (DocMDP 2, ISO 32000-1, 12.8.2.2).
    """
    writer = _writer(pdf)
    try:
        field, first = prepare(writer, capacity)
        metadata = PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            name=signer_name(held.certificate),
            reason=marks.reason(capacity),
            subfilter=SigSeedSubFilter.PADES,
            certify=first,
            docmdp_permissions=_permissions(capacity, first),
        )
        signer = PdfSigner(metadata, _HeldKey(held), stamp_style=appearance(stamp))
        # Closed, because pyHanko's reader and writer, which hold it, hold each other.
        with asyncio.run(_signed(writer, signer, at)) as output:
            content = output.getvalue()
        level, lacking = Level.B_B, ""
        if raising.level is not Level.B_B:
            from filingdesk.sign.lift import Lift  # loads what only the network needs

            lift = Lift(raising)
            content = lift.raised(content, field)
            level, lacking = lift.level, lift.lacking
    except (SigningError, PdfError):
        raise UserProblem(Problem("file", "pdf-takes-no-signature")) from None
    digest = sha256(content).hexdigest()
    name = signer_name(held.certificate)
    return SignedFile(content, digest, name, capacity, at, level, lacking)


def _permissions(capacity: Capacity, first: bool) -> MDPPerm:
    if capacity is Capacity.AGENCY_RECEIPT and not first:
        return MDPPerm.NO_CHANGES
    return MDPPerm.FILL_FORMS


def _writer(pdf: bytes) -> IncrementalPdfFileWriter:
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        if writer.prev.encrypted:
            raise PdfReadError("locked with a password")
        writer.root["/Pages"]["/Kids"][0]
    except (PdfError, LookupError, ValueError, TypeError):
        raise UserProblem(Problem("file", "pdf-not-readable")) from None
    return writer


class _HeldKey(Signer):
    """pyHanko's view of a key that is open."""

    def __init__(self, held: Held) -> None:
        super().__init__(signing_cert=_asn1(held.certificate))
        self.cert_registry.register_multiple(_asn1(each) for each in held.chain)
        self._held = held

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The raw signature over `data`, always with SHA-256."""
        return self._held.sign(data)


def _asn1(certificate: Certificate) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))


async def _signed(writer: IncrementalPdfFileWriter, signer: PdfSigner, at: datetime) -> BytesIO:
    """pyHanko's own sequence, in steps, because only so the time of signing can be given.

    A stream and not its bytes: at the end asyncio writes down what its task gave, however long.
    """
    session = signer.init_signing_session(writer, existing_fields_only=True)
    session.system_time = at
    prepared = session.prepare_tbs_document(None, bytes_reserved=_room(signer))
    digest, output = prepared.digest_tbs_document(in_place=True)
    await prepared.perform_signature(
        digest.document_digest, PdfCMSSignedAttributes(signing_time=at)
    )
    assert isinstance(output, BytesIO)
    return output


def _room(signer: PdfSigner) -> int:
    """Twice the certificates and as much again for a stamp's, in hexadecimal digits."""
    registered = [signer.signer.signing_cert, *signer.signer.cert_registry]
    return max(_RESERVED, 4 * sum(len(each.dump()) for each in registered) + _RESERVED // 2)
