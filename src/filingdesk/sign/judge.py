"""Judging the signatures of one file, each in the light of what lies over it and beside it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints

from filingdesk.core.signature import FoundSignature
from filingdesk.sign.certificates import owner
from filingdesk.sign.changes import changes_after, is_accounted_for, is_harmless, is_time_stamp
from filingdesk.sign.coverage import fills_its_gap
from filingdesk.sign.level import TIME_STAMP, level_of
from filingdesk.sign.marks import capacity_of
from filingdesk.sign.proofs import NOTHING, Proofs, context, ends_of_chains, proofs, withdrawn
from filingdesk.sign.stamps import Stamp, brought, stamp_inside, stamp_over, without_stamps

# Either usage lets a key sign documents: authorities' certificates carry one or the other.
_USAGES = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})


class Judge:
    """One file's proofs and time stamps, read once for all its signatures."""

    def __init__(
        self,
        untrusted_pdf: bytes,
        reader: PdfFileReader,
        roots: Sequence[x509.Certificate],
        signatures: Sequence[EmbeddedPdfSignature],
    ) -> None:
        self._pdf = untrusted_pdf
        self._roots = roots
        self._signatures = signatures
        self._held = _proofs(reader)
        found = [stamp_over(each, self._held, roots) for each in signatures if is_time_stamp(each)]
        self._over = [each for each in found if each is not None]

    def judged(self, signature: EmbeddedPdfSignature) -> FoundSignature:
        """One signature; a hostile one can break anywhere, and then is neither intact nor whole."""
        field = signature.field_name
        bare = unreadable(field, owner(signature.signer_cert))
        try:
            if is_time_stamp(signature):
                found = self._judged_stamp(bare, signature)
            else:
                found = self._judged_signature(bare, signature)
            found = _where_we_stand(found)
            whole = (
                is_harmless(signature)
                and fills_its_gap(signature, self._pdf)
                and is_accounted_for(signature, self._signatures, self._pdf)
            )
            changes = changes_after(signature, self._signatures, whole)
        except Exception:
            return bare if not self._roots else replace(bare, trusted=False)
        return replace(found, whole=whole, changes=changes)

    def _judged_stamp(
        self, bare: FoundSignature, signature: EmbeddedPdfSignature
    ) -> FoundSignature:
        """Nobody signs with a time stamp, so it is not `trusted`; whether its time is, is told."""
        mine = [each for each in self._over if each.revision == signature.signed_revision]
        signature.compute_integrity_info()
        bare = replace(bare, level=TIME_STAMP)
        return self._with_time(bare, mine[0], signed_at=mine[0].at) if mine else bare

    def _judged_signature(
        self, bare: FoundSignature, signature: EmbeddedPdfSignature
    ) -> FoundSignature:
        signed_at = _with_zone(signature.self_reported_timestamp)
        after = [each for each in self._over if (each.revision or 0) > signature.signed_revision]
        stamp = stamp_inside(signature, self._held, self._roots) or next(iter(after), None)
        others = [*self._held.certificates, *brought(signature)]
        moment = _moment(signature.signer_cert, signed_at, stamp)
        ends = self._roots or ends_of_chains(others)
        level = level_of(signature, stamp, after, self._held, others, self._roots)
        status = validate_pdf_signature(
            without_stamps(signature), context(moment, ends, others), key_usage_settings=_USAGES
        )
        found = replace(
            bare,
            signed_at=signed_at,
            level=level,
            intact=status.intact and status.valid,
            trusted=status.trusted if self._roots else None,
            revoked_at=withdrawn(self._held, signature.signer_cert, moment, ends, others),
        )
        return found if stamp is None else self._with_time(found, stamp, signed_at=signed_at)

    def _with_time(
        self, found: FoundSignature, stamp: Stamp, signed_at: datetime | None
    ) -> FoundSignature:
        return replace(
            found,
            intact=found.intact or found.level == TIME_STAMP,
            signed_at=signed_at,
            stamped_at=stamp.at,
            stamped_by=owner(stamp.authority),
            stamp_trusted=stamp.trusted if self._roots else None,
        )


def unreadable(field: str, signer: str = "") -> FoundSignature:
    """A signature of which nothing good is known yet."""
    return FoundSignature(
        field=field,
        signer=signer,
        capacity=capacity_of(field),
        signed_at=None,
        level="",
        intact=False,
        whole=False,
        trusted=None,
    )


def _where_we_stand(found: FoundSignature) -> FoundSignature:
    """Its times in the zone of this computer: a person reads them off the clock on the wall."""
    times = (found.signed_at, found.stamped_at, found.revoked_at)
    signed_at, stamped_at, revoked_at = (each.astimezone() if each else None for each in times)
    return replace(found, signed_at=signed_at, stamped_at=stamped_at, revoked_at=revoked_at)


def _moment(
    certificate: x509.Certificate, signed_at: datetime | None, stamp: Stamp | None
) -> datetime | None:
    """When the certificate is judged: at the stamp, if it came while the certificate was valid."""
    if stamp is not None and stamp.at <= certificate.not_valid_after:
        return stamp.at
    return signed_at


def _with_zone(moment: datetime | None) -> datetime | None:
    """A time without a zone is taken for UTC (ISO 32000-1, 7.9.4, leaves it open)."""
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)


def _proofs(reader: PdfFileReader) -> Proofs:
    try:
        return proofs(reader)
    except Exception:
        # A hostile file can break a reader anywhere, and then it proves nothing.
        return NOTHING
