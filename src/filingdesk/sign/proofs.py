"""What a PDF holds to prove certificates (/DSS), and whether it suffices for given ones."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.rw_common import PdfHandler
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import ValidationInfoReadingError
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import RevokedError


@dataclass(frozen=True, slots=True)
class Proofs:
    """Certificates, answers and lists that lie in the file; `exist` is False without a /DSS."""

    certificates: tuple[x509.Certificate, ...] = ()
    answers: tuple[ocsp.OCSPResponse, ...] = ()
    lists: tuple[crl.CertificateList, ...] = ()
    exist: bool = False


NOTHING = Proofs()


def proofs(handler: PdfHandler) -> Proofs:
    """Those of a file, or of a revision of it."""
    try:
        store = DocumentSecurityStore.read_dss(handler)
    except ValidationInfoReadingError:
        return NOTHING
    found = store.as_validation_context({"trust_roots": []})
    return Proofs(tuple(store.load_certs()), tuple(found.ocsps), tuple(found.crls), exist=True)


def context(
    moment: datetime | None,
    ends: Iterable[x509.Certificate],
    others: Iterable[x509.Certificate],
) -> ValidationContext:
    """For judging chains at a moment without asking whether a certificate was withdrawn.

    pyHanko would take proofs that are about another certificate, or of a withdrawal that came
    later, for a chain that fails; `withdrawn` reads them apart.
    """
    return ValidationContext(trust_roots=list(ends), other_certs=list(others), moment=moment)


def withdrawn(
    held: Proofs,
    leaf: x509.Certificate,
    moment: datetime | None,
    ends: Iterable[x509.Certificate],
    others: Iterable[x509.Certificate],
) -> datetime | None:
    """Since when a certificate, or one above it, was withdrawn, if that was before the moment."""
    try:
        _walk(held, leaf, moment, ends, others, "soft-fail")
    except RevokedError as revoked:
        since: datetime = revoked.revocation_dt
        return since
    except Exception:
        # Certificates come from strangers and can break a reader anywhere.
        return None
    return None


def suffice(
    held: Proofs,
    leaves: Sequence[tuple[x509.Certificate, datetime | None]],
    others: Sequence[x509.Certificate],
    roots: Iterable[x509.Certificate],
) -> bool:
    """Whether each certificate's chain, to one that signed itself or is trusted, is proved.

    Each is judged at its moment. That one was withdrawn is proof too.
    """
    if not held.exist:
        return False
    ends = [*roots, *ends_of_chains([*held.certificates, *others])]
    for leaf, moment in leaves:
        try:
            _walk(held, leaf, moment, ends, others, "hard-fail")
        except RevokedError:
            continue
        except Exception:
            return False
    return True


def ends_of_chains(pool: Iterable[x509.Certificate]) -> list[x509.Certificate]:
    """The certificates that signed themselves."""
    return [each for each in pool if each.subject == each.issuer]


def _walk(
    held: Proofs,
    leaf: x509.Certificate,
    moment: datetime | None,
    ends: Iterable[x509.Certificate],
    others: Iterable[x509.Certificate],
    mode: str,
) -> None:
    """Build and check a chain with what the file holds and nothing from the network.

    That a proof was fetched after the moment is how proofs for years are meant.
    """
    pool = [*held.certificates, *others]
    known = ValidationContext(
        trust_roots=list(ends),
        other_certs=pool,
        ocsps=list(held.answers),
        crls=list(held.lists),
        moment=moment,
        revocation_mode=mode,
        retroactive_revinfo=True,
    )
    validator = CertificateValidator(leaf, pool, validation_context=known)
    asyncio.run(validator.async_validate_usage(set()))
