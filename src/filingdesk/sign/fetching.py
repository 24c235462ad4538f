"""What proves certificates, asked of those who issued them: OCSP (RFC 6960), lists, issuers."""

from collections.abc import AsyncGenerator, Iterable
from typing import Any

from asn1crypto import crl, ocsp, x509
from pyhanko_certvalidator.authority import Authority
from pyhanko_certvalidator.errors import CertificateFetchError, CRLFetchError, OCSPFetchError
from pyhanko_certvalidator.fetchers import (
    CertificateFetcher,
    CRLFetcher,
    Fetchers,
    OCSPFetcher,
)
from pyhanko_certvalidator.fetchers.common_utils import (
    enumerate_delivery_point_urls,
    format_ocsp_request,
    gather_aia_issuer_urls,
    process_ocsp_response_data,
    unpack_cert_content,
)
from pyhanko_certvalidator.util import get_ocsp_urls, get_relevant_crl_dps

from filingdesk.sign.asking import NoAnswerError, ask

# A certificate names these addresses, and anybody can write a certificate.
_MOST_URLS = 3
_QUERY = "application/ocsp-request"


def fetchers(seconds: float) -> Fetchers:
    """Each asks an address once; a question may take so many seconds."""
    return Fetchers(_Answers(seconds), _Lists(seconds), _Issuers(seconds))


class _Asked:
    """What each address said, so that it is asked once."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._said: dict[bytes, Any] = {}


class _Answers(_Asked, OCSPFetcher):
    async def fetch(self, cert: x509.Certificate, authority: Authority) -> ocsp.OCSPResponse:
        """The first answer that is one. Raises OCSPFetchError."""
        if cert.sha256 in self._said:
            return self._said[cert.sha256]
        request = format_ocsp_request(
            cert, authority, certid_hash_algo="sha1", request_nonces=False
        )
        for url in get_ocsp_urls(cert)[:_MOST_URLS]:
            try:
                content = ask(url, request.dump(), _QUERY, self._seconds)
                said = process_ocsp_response_data(content, ocsp_request=request, ocsp_url=url)
            except Exception:
                # What a stranger sends can break a reader anywhere.
                continue
            self._said[cert.sha256] = said
            return said
        raise OCSPFetchError("nobody says whether the certificate holds")

    def fetched_responses(self) -> Iterable[ocsp.OCSPResponse]:
        """All answers."""
        return list(self._said.values())

    def fetched_responses_for_cert(self, cert: x509.Certificate) -> Iterable[ocsp.OCSPResponse]:
        """The answer about a certificate, if it was asked for."""
        return [self._said[cert.sha256]] if cert.sha256 in self._said else []


class _Lists(_Asked, CRLFetcher):
    async def fetch(
        self, cert: x509.Certificate, *, use_deltas: bool = True
    ) -> Iterable[crl.CertificateList]:
        """The lists that the certificate names. Raises CRLFetchError when there is none."""
        points = get_relevant_crl_dps(cert, use_deltas=use_deltas)
        urls = [url for point in points for url in enumerate_delivery_point_urls(point)]
        found = [each for url in urls[:_MOST_URLS] if (each := self._list(url)) is not None]
        if urls and not found:
            raise CRLFetchError("no list of withdrawn certificates")
        self._said[cert.sha256] = found
        return found

    def _list(self, url: str) -> crl.CertificateList | None:
        try:
            content = ask(url, seconds=self._seconds)
            return crl.CertificateList.load(content, strict=True)
        except (NoAnswerError, ValueError, TypeError):
            return None

    def fetched_crls(self) -> Iterable[crl.CertificateList]:
        """All lists, each once."""
        return list({each.dump(): each for said in self._said.values() for each in said}.values())

    def fetched_crls_for_cert(self, cert: x509.Certificate) -> Iterable[crl.CertificateList]:
        """The lists for a certificate. Raises KeyError when they were not asked for."""
        found: list[crl.CertificateList] = self._said[cert.sha256]
        return found


class _Issuers(_Asked, CertificateFetcher):
    async def fetch_cert_issuers(
        self, cert: x509.Certificate
    ) -> AsyncGenerator[x509.Certificate, None]:
        """The certificates of whoever issued this one, where it says where they are."""
        for each in self._fetched(list(gather_aia_issuer_urls(cert))):
            yield each

    async def fetch_crl_issuers(
        self, certificate_list: crl.CertificateList
    ) -> AsyncGenerator[x509.Certificate, None]:
        """The certificates of whoever issued this list."""
        for each in self._fetched(certificate_list.issuer_cert_urls):
            yield each

    def _fetched(self, urls: list[str]) -> list[x509.Certificate]:
        found: list[x509.Certificate] = []
        for url in urls[:_MOST_URLS]:
            key = url.encode()
            if key not in self._said:
                self._said[key] = self._read(url)
            found += self._said[key]
        return found

    def _read(self, url: str) -> list[x509.Certificate]:
        try:
            content = ask(url, seconds=self._seconds)
            kind = "application/octet-stream"
            return list(unpack_cert_content(content, kind, url, permit_pem=True))
        except (NoAnswerError, CertificateFetchError, ValueError, TypeError):
            return []

    def fetched_certs(self) -> Iterable[x509.Certificate]:
        """All certificates."""
        return [each for said in self._said.values() for each in said]
