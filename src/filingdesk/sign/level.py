"""Which PAdES baseline level a signature has (ETSI EN 319 142-1, 6.3)."""

from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import DocumentTimestampStatus, PdfSignatureStatus

_PADES = "/ETSI.CAdES.detached"
_CERTIFICATE_IS_SIGNED = {"signing_certificate", "signing_certificate_v2"}


def level_of(
    signature: EmbeddedPdfSignature, status: PdfSignatureStatus | DocumentTimestampStatus
) -> str:
    """Such as PAdES B-B; CMS for a signature that is none, time stamp for one over the document.

    B-LT and B-LTA are told by what the file holds; that it suffices is not examined.
    """
    if isinstance(status, DocumentTimestampStatus):
        return "time stamp"
    signed = {each["type"].native for each in signature.signer_info["signed_attrs"]}
    if signature.sig_object.get("/SubFilter") != _PADES or not signed & _CERTIFICATE_IS_SIGNED:
        return "CMS"
    stamp = status.timestamp_validity
    if stamp is None or not (stamp.valid and stamp.intact):
        return "PAdES B-B"
    if "/DSS" not in signature.reader.root:
        return "PAdES B-T"
    later = signature.reader.embedded_timestamp_signatures
    return "PAdES B-LTA" if later else "PAdES B-LT"
