"""Which PAdES baseline level a signature has (ETSI EN 319 142-1, 6.3)."""

from collections.abc import Sequence

from asn1crypto import x509
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from filingdesk.core.signature import Level
from filingdesk.sign.proofs import Proofs, suffice
from filingdesk.sign.stamps import Stamp

CMS = "CMS"
TIME_STAMP = "time stamp"

_PADES = "/ETSI.CAdES.detached"
_CERTIFICATE_IS_SIGNED = {"signing_certificate", "signing_certificate_v2"}


def level_of(
    signature: EmbeddedPdfSignature,
    stamp: Stamp | None,
    over: Sequence[Stamp],
    held: Proofs,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
) -> str:
    """Such as PAdES B-B; CMS for a signature that is none.

    `stamp` proves the signature's time, `over` lie over the document after it. B-LT needs every
    certificate proved by what the file holds, B-LTA a later stamp over just that.
    """
    signed = {each["type"].native for each in signature.signer_info["signed_attrs"]}
    if signature.sig_object.get("/SubFilter") != _PADES or not signed & _CERTIFICATE_IS_SIGNED:
        return CMS
    if stamp is None:
        return Level.B_B
    leaves = [(signature.signer_cert, stamp.at), (stamp.authority, stamp.at)]
    if any(suffice(each.held, leaves, others, roots) for each in over):
        return Level.B_LTA
    return Level.B_LT if suffice(held, leaves, others, roots) else Level.B_T
