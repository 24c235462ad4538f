"""An agency that knows nothing of filingdesk: it signs PDFs with a program and a key of its own."""

from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

from tests.sign.pki import Pki

NAME = "Tianjin Credit Office"
_PASSWORD = b"the agency's own"


def signed_by_agency(
    pdf: bytes, field: str, *, existing: bool = True, pki: Pki | None = None
) -> bytes:
    """The PDF with the agency's signature in a field, as pyHanko makes it from a p12 file."""
    pki = pki or Pki("http://127.0.0.1:1")
    content = pki.pkcs12(pki.person(NAME, bits=2048), _PASSWORD)
    signer = signers.SimpleSigner.load_pkcs12_data(content, [], _PASSWORD)
    assert signer is not None
    about = signers.PdfSignatureMetadata(
        field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    out = BytesIO()
    signers.sign_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)),
        about,
        signer=signer,
        existing_fields_only=existing,
        output=out,
    )
    return out.getvalue()
