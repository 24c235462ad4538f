"""Time stamps from several authorities in turn (RFC 3161); loads pyHanko, so import it late."""

import hashlib
from collections.abc import Sequence

from asn1crypto import cms, tsp, x509
from pyhanko.sign.general import extract_signer_info
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import handle_tsp_response
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    validate_sig_integrity,
)

from filingdesk.sign.asking import NoAnswerError, ask

_QUERY = "application/timestamp-query"


class Authorities(TimeStamper):
    """Asks the first that answers well; the one that did is asked first from then on.

    Only a hash and a random number go out. What comes back must answer this question and carry
    a signature that holds. `seconds` is what each has. NoAnswerError when nobody gives a stamp.
    """

    def __init__(self, urls: Sequence[str], seconds: float) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._urls = list(urls)
        self._seconds = seconds

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """The stamp over a hash, as CMS."""
        for url in tuple(self._urls):
            try:
                stamp = self._asked(url, message_digest, md_algorithm)
            except NoAnswerError:
                continue
            self._urls.remove(url)
            self._urls.insert(0, url)
            return stamp
        raise NoAnswerError("no authority gave a time stamp")

    def _asked(self, url: str, digest: bytes, algorithm: str) -> cms.ContentInfo:
        nonce, request = self.request_cms(digest, algorithm)  # type: ignore[no-untyped-call]
        content = ask(url, request.dump(), _QUERY, self._seconds)
        try:
            answer = tsp.TimeStampResp.load(content, strict=True)
            stamp = handle_tsp_response(answer, nonce)
            holds = _holds(stamp, digest, algorithm)
        except Exception as fault:
            # What a stranger sends can break a reader anywhere, and then it is no time stamp.
            raise NoAnswerError(type(fault).__name__) from None
        if not holds:
            raise NoAnswerError("a stamp that does not hold")
        return stamp


def authority_of(stamp: cms.ContentInfo) -> tuple[x509.Certificate, list[x509.Certificate]]:
    """The certificate that a stamp is signed with, and the others it brings."""
    found = extract_certs_for_validation(stamp["content"])
    return found.signer_cert, list(found.other_certs)


def _holds(stamp: cms.ContentInfo, digest: bytes, algorithm: str) -> bool:
    """Whether it stamps this hash and is signed by a certificate that may stamp (RFC 3161, 2.3)."""
    content = stamp["content"]["encap_content_info"]["content"]
    imprint = content.parsed["message_imprint"]
    if imprint["hash_algorithm"]["algorithm"].native != algorithm:
        return False
    certificate, _ = authority_of(stamp)
    usages = certificate.extended_key_usage_value
    if usages is None or usages.native != ["time_stamping"]:
        return False
    info = extract_signer_info(stamp["content"])
    told = hashlib.new(info["digest_algorithm"]["algorithm"].native, bytes(content)).digest()
    intact, valid = validate_sig_integrity(info, certificate, "tst_info", told)
    return intact and valid and bool(imprint["hashed_message"].native == digest)
