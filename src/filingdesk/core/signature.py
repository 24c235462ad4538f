"""Who signed what: capacities, the signed file, and what a verification found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Capacity(StrEnum):
    """In which capacity a key signs.

    A key that the desk holds is never the citizen's own reliable signature: 电子签名法 art. 13 asks
    that the data for making it be the signer's own and under his sole control at signing.
    """

    CITIZEN = "citizen"
    AGENT = "agent"
    CLERK_ATTESTATION = "clerk_attestation"
    CENTRE_SEAL = "centre_seal"


@dataclass(frozen=True, slots=True, repr=False)
class SignedFile:
    """A sealed PDF. `signer` is the certificate's subject, `sha256` is of the whole file, hex."""

    pdf: bytes
    sha256: str
    signer: str
    capacity: Capacity
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """One signature as verified.

    `intact`: the signed bytes are unchanged and the signature fits them. `whole`: it covers the
    whole file, or what came later was judged harmless. `trusted`: the certificate leads to one
    that the caller trusts; None when the caller named none.
    """

    field: str
    signer: str
    capacity: Capacity | None
    signed_at: datetime | None
    level: str
    intact: bool
    whole: bool
    trusted: bool | None


@dataclass(frozen=True, slots=True)
class Verification:
    """What a PDF's signatures are worth. `good`: there is one, and all are intact and whole."""

    signatures: tuple[FoundSignature, ...]

    @property
    def good(self) -> bool:
        """Whether every signature holds, and none leads to a certificate that is not trusted."""
        return bool(self.signatures) and all(
            each.intact and each.whole and each.trusted is not False for each in self.signatures
        )
