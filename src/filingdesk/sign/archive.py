"""A time stamp over a whole document (ISO 32000-2, 12.8.5); loads pyHanko."""

from io import BytesIO

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, enumerate_sig_fields
from pyhanko.sign.signers.pdf_signer import PdfTimeStamper

from filingdesk.sign import marks
from filingdesk.sign.authorities import Authorities
from filingdesk.sign.evidence import Evidence

_OFF_THE_PAGE = InvisSigSettings(box_out_of_bounds=True)
# Hexadecimal digits: a stamp brings its authority's chain.
_RESERVED = 32_768


async def stamped_over(
    pdf: bytes, authorities: Authorities, evidence: Evidence | None = None
) -> bytes:
    """The PDF with one more revision that stamps all before it, and the evidence that comes in it.

    Raises NoAnswerError.
    """
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    if evidence is not None:
        evidence.write(writer)
    taken = {name for name, _, _ in enumerate_sig_fields(writer)}
    free = [name for name in marks.TIME_STAMPS if name not in taken]
    stamper = PdfTimeStamper(
        authorities,
        free[0] if free else None,
        invis_settings=_OFF_THE_PAGE,
        readable_field_name=marks.TIME_STAMP_LABEL,
    )
    output = await stamper.async_timestamp_pdf(writer, "sha256", bytes_reserved=_RESERVED)
    return bytes(output.getvalue())
