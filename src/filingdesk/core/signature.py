"""Who signed what: capacities, keys, the signed file, and what a verification found."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Capacity(StrEnum):
    """In which capacity a key signs.

    A key that the desk holds is never the citizen's own reliable signature: 电子签名法 art. 13 asks
    that the data for making it be the signer's own and under his sole control at signing. The
    agency's receipt (收件机关回执) says that the filing arrived, and closes the file.
    """

    CITIZEN = "citizen"
    AGENT = "agent"
    CLERK_ATTESTATION = "clerk_attestation"
    CENTRE_SEAL = "centre_seal"
    AGENCY_RECEIPT = "agency_receipt"


class Level(StrEnum):
    """The PAdES baseline levels (ETSI EN 319 142-1, 6), each with all that the one before has.

    B_B: a signature. B_T: the time proved by a stamp. B_LT: what proves the certificates lies
    inside. B_LTA: a stamp over all of that.
    """

    B_B = "PAdES B-B"
    B_T = "PAdES B-T"
    B_LT = "PAdES B-LT"
    B_LTA = "PAdES B-LTA"

    def reaches(self, other: "Level") -> bool:
        """Whether this level has all that the other has."""
        levels = list(Level)
        return levels.index(self) >= levels.index(other)


class KeyKind(StrEnum):
    """Where a key lies: in the desk's own seal, in a file that was brought, or on a token."""

    SEAL = "seal"
    FILE = "file"
    TOKEN = "token"  # noqa: S105 - where a key lies


class Tries(StrEnum):
    """How many wrong PINs a token still takes, as far as it tells (PKCS#11, 5.5 C_GetTokenInfo)."""

    PLENTY = "plenty"
    FEW = "few"
    LAST = "last"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Key:
    """A key and its certificate, without its secret.

    `label` is what the token or file calls it, `owner` whom the certificate names. `tries` is None
    where no PIN is asked for or the token does not tell.
    """

    label: str
    kind: KeyKind
    owner: str
    valid_from: datetime
    valid_until: datetime
    tries: Tries | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A token in a reader, before its PIN: `keys` are those whose certificates it shows.

    `label` and `serial` are the token's own; `slot` is where it is plugged in.
    """

    slot: int
    label: str
    serial: str
    tries: Tries
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class SignedFile:
    """A sealed PDF. `signer` is the certificate's subject, `sha256` is of the whole file, hex.

    `lacking` tells in a problem's code why the level is lower than was asked for; empty otherwise.
    """

    pdf: bytes
    sha256: str
    signer: str
    capacity: Capacity
    signed_at: datetime
    level: Level = Level.B_B
    lacking: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class StampedFile:
    """A PDF whose signatures were raised later; `level` and `lacking` as in SignedFile."""

    pdf: bytes
    sha256: str
    level: Level
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class Reached:
    """How high the signatures of a file were raised, all of them; `lacking` as in SignedFile."""

    level: Level = Level.B_B
    lacking: str = ""

    def beside(self, other: "Reached") -> "Reached":
        """Of a file that has both: the lower level, and what either lacks."""
        lower = other.level if self.level.reaches(other.level) else self.level
        return Reached(lower, self.lacking or other.lacking)


@dataclass(frozen=True, slots=True)
class SigningSettings:
    """How a desk signs. `authorities` are URLs of time stamps, asked in their order.

    `trust` are PEM certificates at which a chain may end; `token_module` is the path of the library
    (PKCS#11) that reads cards, empty where the desk reads none.
    """

    level: Level = Level.B_B
    authorities: tuple[str, ...] = ()
    trust: bytes = b""
    token_module: str = ""


class ChangeKind(StrEnum):
    """What came into a file after a signature."""

    SIGNATURE = "signature"
    TIME_STAMP = "time stamp"
    REVOCATION_DATA = "revocation data"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that came after a signature: harmless, or FORBIDDEN, which nobody may add.

    `field` and `signer` name a later signature or time stamp.
    """

    kind: ChangeKind
    field: str = ""
    signer: str = ""
    capacity: Capacity | None = None


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """One signature as verified.

    `intact`: the signed bytes are unchanged and the signature fits them. `whole`: it covers the
    whole file, or what came later was judged harmless. `trusted`: the certificate leads to one
    that the caller trusts; None when the caller named none. `revoked_at`: since when the
    certificate was withdrawn, where that was before the signature is proved to have been made.

    `stamped_at` and `stamped_by` are the time stamp's time and authority where one holds;
    `stamp_trusted` is as `trusted`, None also without a stamp. `changes` lists what came later,
    oldest first.
    """

    field: str
    signer: str
    capacity: Capacity | None
    signed_at: datetime | None
    level: str
    intact: bool
    whole: bool
    trusted: bool | None
    stamped_at: datetime | None = None
    stamped_by: str = ""
    stamp_trusted: bool | None = None
    revoked_at: datetime | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """What a PDF's signatures are worth. `good`: there is one, and all are intact and whole."""

    signatures: tuple[FoundSignature, ...]

    @property
    def good(self) -> bool:
        """Whether every signature holds, none was withdrawn and none is of somebody untrusted."""
        return bool(self.signatures) and all(
            each.intact and each.whole and each.trusted is not False and each.revoked_at is None
            for each in self.signatures
        )


def field_name(capacity: Capacity, taken: Collection[str] = ()) -> str:
    """The name of the field for a capacity; numbered when earlier ones are signed already."""
    plain = f"Signature-{capacity}"
    numbered = (f"{plain}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (plain, *numbered) if name not in taken)


_BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


def keeps_signed(before: bytes, after: bytes) -> bool:
    """Whether every signed byte of a file is where it was, with more behind it or none.

    A time stamp may come into the room that the last signature keeps for itself: between the two
    ranges that it signs (ISO 32000-1, 12.8.1, ByteRange).
    """
    if after.startswith(before):
        return True
    ranges = [tuple(map(int, each)) for each in _BYTE_RANGE.findall(before)]
    whole = [each for each in ranges if each[0] == 0 and each[2] + each[3] == len(before)]
    if not whole:
        return False
    _, first, second, _ = whole[-1]
    is_same_end = after[second : len(before)] == before[second:]
    return after[:first] == before[:first] and is_same_end
