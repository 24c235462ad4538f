"""What proves certificates for years, collected and laid into a PDF (/DSS, ISO 32000-2, 12.8.4.3).

Collecting does not judge whom to trust: a chain ends at the certificate that signed itself, or
at one that the desk names. Whoever verifies decides whether to trust that one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import RevokedError
from pyhanko_certvalidator.fetchers import CertificateFetcher
from pyhanko_certvalidator.path import ValidationPath

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.sign.fetching import fetchers

_LONGEST_CHAIN = 8


class NoEvidenceError(Exception):
    """A certificate's issuer, or whether it still holds, could not be found out."""


@dataclass(slots=True)
class Evidence:
    """Chains of certificates, and the proofs that none was withdrawn."""

    paths: list[ValidationPath] = field(default_factory=list)
    answers: list[ocsp.OCSPResponse] = field(default_factory=list)
    lists: list[crl.CertificateList] = field(default_factory=list)

    def write(self, writer: IncrementalPdfFileWriter) -> bool:
        """Lay it beside what the PDF holds already; whether there was anything new."""
        store = DocumentSecurityStore.supply_dss_in_writer(
            writer, None, paths=self.paths, ocsps=self.answers, crls=self.lists
        )
        return bool(store.modified)


async def collected(
    signers: Iterable[x509.Certificate],
    stampers: Iterable[x509.Certificate],
    others: Iterable[x509.Certificate],
    roots: Sequence[x509.Certificate],
    seconds: float,
) -> Evidence:
    """The evidence for certificates that sign and that stamp; `others` may lie on their way.

    Raises NoEvidenceError; UserProblem certificate-revoked for a signer's.
    """
    asked = fetchers(seconds)
    signing, stamping, pool = list(signers), list(stampers), [*roots, *others]
    leaves = [*signing, *stamping]
    try:
        ends = [await _end(each, pool, roots, asked.cert_fetcher) for each in leaves]
    except Exception:
        # Certificates come from strangers and can break a reader anywhere.
        raise NoEvidenceError from None
    context = ValidationContext(
        trust_roots=ends,
        other_certs=pool,
        allow_fetching=True,
        fetchers=asked,
        revocation_mode="hard-fail",
    )
    found = Evidence()
    for place, leaf in enumerate(leaves):
        try:
            validator = CertificateValidator(leaf, pool, validation_context=context)
            found.paths.append(await validator.async_validate_usage(set()))
        except RevokedError as revoked:
            if place >= len(signing):
                raise NoEvidenceError from None
            fact = {"date": revoked.revocation_dt.astimezone().date().isoformat()}
            raise UserProblem(Problem("seal", "certificate-revoked", fact)) from None
        except Exception:
            # Certificates and answers come from strangers and can break a reader anywhere.
            raise NoEvidenceError from None
    found.answers, found.lists = list(context.ocsps), list(context.crls)
    return found


async def _end(
    leaf: x509.Certificate,
    pool: list[x509.Certificate],
    roots: Sequence[x509.Certificate],
    fetcher: CertificateFetcher,
) -> x509.Certificate:
    """Where the chain ends; certificates found on the way come into the pool."""
    here = leaf
    for _ in range(_LONGEST_CHAIN):
        if here.subject == here.issuer or any(here.dump() == each.dump() for each in roots):
            return here
        if not (issuers := _issuers(here, pool)):
            pool.extend([each async for each in fetcher.fetch_cert_issuers(here)])
            issuers = _issuers(here, pool)
        if not issuers:
            raise NoEvidenceError
        here = issuers[0]
    raise NoEvidenceError


def _issuers(here: x509.Certificate, pool: Iterable[x509.Certificate]) -> list[x509.Certificate]:
    """Those of the issuer's name, the ones that end a chain first."""
    found = [each for each in pool if each.subject == here.issuer]
    return sorted(found, key=lambda each: bool(each.subject != each.issuer))
