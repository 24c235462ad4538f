"""Putting a PAdES B-B signature into a PDF (ETSI EN 319 142-1); loads pyHanko, so import it late.

The field has no box on the page: the page itself says who signed what, in words that the renderer
drew and the signature covers, so a stamp would only bring a font that is not embedded. A box of
no size also keeps an untagged field within both PDF/A and PDF/UA.
"""

import asyncio
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from asn1crypto import x509
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError, PdfReadError
from pyhanko.sign.fields import (
    InvisSigSettings,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
    enumerate_sig_fields,
)
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, Signer
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp import StaticStampStyle

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.sign import marks
from filingdesk.sign.pkcs12 import Identity, signer_name

# Hexadecimal digits: 16 KiB, so that a chain of certificates fits and a time stamp can come later.
_RESERVED = 32_768
_NO_STAMP = StaticStampStyle(border_width=0)
_OFF_THE_PAGE = InvisSigSettings(box_out_of_bounds=True)


def signed_file(pdf: bytes, identity: Identity, capacity: Capacity, at: datetime) -> SignedFile:
    """The PDF signed in this capacity. Raises UserProblem as `Pkcs12Signer.sign` does.

    The first signature certifies the document: from then on only the empty signature fields it
    leaves for those who follow may be filled (DocMDP 2, ISO 32000-1, 12.8.2.2).
    """
    writer = _writer(pdf)
    try:
        field, first = _make_fields(writer, capacity)
        metadata = PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            name=signer_name(identity.certificate),
            reason=marks.reason(capacity),
            subfilter=SigSeedSubFilter.PADES,
            certify=first,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        )
        content = asyncio.run(_signed(writer, _HeldKey(identity), metadata, at))
    except (SigningError, PdfError):
        raise UserProblem(Problem("file", "pdf-takes-no-signature")) from None
    digest = sha256(content).hexdigest()
    return SignedFile(content, digest, signer_name(identity.certificate), capacity, at)


def _writer(pdf: bytes) -> IncrementalPdfFileWriter:
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        if writer.prev.encrypted:
            raise PdfReadError("locked with a password")
        writer.root["/Pages"]["/Kids"][0]
    except (PdfError, LookupError, ValueError, TypeError):
        raise UserProblem(Problem("file", "pdf-not-readable")) from None
    return writer


def _make_fields(writer: IncrementalPdfFileWriter, capacity: Capacity) -> tuple[str, bool]:
    """The field to sign, and whether it is the document's first signature."""
    found = {name: value is not None for name, value, _ in enumerate_sig_fields(writer)}
    taken = {name for name, signed in found.items() if signed}
    field = marks.field_name(capacity, taken)
    wanted = {field: capacity}
    if not taken:
        wanted |= {marks.field_name(each): each for each in marks.followers(capacity)}
    for name, each in wanted.items():
        if name not in found:
            append_signature_field(
                writer,
                SigFieldSpec(
                    name, invis_sig_settings=_OFF_THE_PAGE, readable_field_name=marks.label(each)
                ),
            )
    if not taken:
        _order_by_structure(writer)
    return field, not taken


def _order_by_structure(writer: IncrementalPdfFileWriter) -> None:
    """A page that gets a field says that the keyboard follows the structure (PDF/UA-1, 7.18.3)."""
    for _, _, reference in enumerate_sig_fields(writer):
        field = reference.get_object()
        if "/P" in field and "/Tabs" not in field["/P"]:
            field["/P"]["/Tabs"] = pdf_name("/S")
            writer.update_container(field["/P"])


class _HeldKey(Signer):
    """pyHanko's view of a key that lies open in memory; its own would check the key each time."""

    def __init__(self, identity: Identity) -> None:
        super().__init__(signing_cert=_asn1(identity.certificate))
        self.cert_registry.register_multiple(_asn1(each) for each in identity.chain)
        self._key = identity.key

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        """The raw signature over `data`; a dry run only measures, and costs as much."""
        if isinstance(self._key, RSAPrivateKey):
            return self._key.sign(data, PKCS1v15(), SHA256())
        return self._key.sign(data, ECDSA(SHA256()))


def _asn1(certificate: Certificate) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))


async def _signed(
    writer: IncrementalPdfFileWriter,
    signer: Signer,
    metadata: PdfSignatureMetadata,
    at: datetime,
) -> bytes:
    """pyHanko's own sequence, in steps, because only so the time of signing can be given."""
    session = PdfSigner(metadata, signer, stamp_style=_NO_STAMP).init_signing_session(
        writer, existing_fields_only=True
    )
    session.system_time = at
    estimate = await session.estimate_signature_container_size(None)
    prepared = session.prepare_tbs_document(None, bytes_reserved=max(_RESERVED, estimate))
    digest, output = prepared.digest_tbs_document()
    await prepared.perform_signature(
        digest.document_digest, PdfCMSSignedAttributes(signing_time=at)
    )
    output.seek(0)
    return bytes(output.read())
