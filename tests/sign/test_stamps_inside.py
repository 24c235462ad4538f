"""Whoever hands a file on can lay anything beside a signature's time stamp: none is believed."""

from hashlib import sha256
from io import BytesIO

from asn1crypto import cms, tsp
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from filingdesk.core.signature import FoundSignature, Level
from filingdesk.sign.gap import stamped
from filingdesk.sign.verify import PdfVerifier
from tests.sign.pki import Holder
from tests.sign.servers import Servers
from tests.sign.test_levels import signed_at

NO_STAMP = cms.ContentInfo({"content_type": "data", "content": b"a stamp"})


def signature_in(pdf: bytes) -> EmbeddedPdfSignature:
    [signature] = PdfFileReader(BytesIO(pdf)).embedded_signatures
    assert isinstance(signature, EmbeddedPdfSignature)
    return signature


def with_stamp(pdf: bytes, stamp: cms.ContentInfo) -> bytes:
    risen = stamped(pdf, signature_in(pdf), stamp)
    assert risen is not None
    return risen


def stamp_of(
    pdf: bytes, servers: Servers, by: Holder, *, with_certificate: bool = True
) -> cms.ContentInfo:
    """A stamp over the signature's value, with its authority's certificate or without it."""
    value = signature_in(pdf).signer_info["signature"].native
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": sha256(value).digest()}
    question = {"version": 1, "message_imprint": imprint, "cert_req": with_certificate}
    answer = servers.stamp(tsp.TimeStampReq(question).dump(), by)
    return tsp.TimeStampResp.load(answer)["time_stamp_token"]


def found_in(pdf: bytes, servers: Servers) -> FoundSignature:
    [found] = PdfVerifier().verify(pdf, [servers.pki.root.pem]).signatures
    return found


def test_a_stamp_that_proves_nothing_does_not_break_the_signature(servers: Servers) -> None:
    """Some authorities leave out their certificate (RFC 3161, 2.4.1: certReq)."""
    pdf = signed_at(servers, Level.B_B).pdf
    bare = stamp_of(pdf, servers, servers.pki.tsa, with_certificate=False)
    assert not len(bare["content"]["certificates"])
    for stamp in (bare, NO_STAMP):
        found = found_in(with_stamp(pdf, stamp), servers)
        assert (found.intact, found.whole, found.trusted) == (True, True, True)
        assert (found.level, found.stamped_at) == (Level.B_B, None)


def test_a_stamp_of_ones_own_making_is_not_told_for_the_one_that_is_trusted(
    servers: Servers,
) -> None:
    forger = servers.stranger.issued_for("Forger", ExtendedKeyUsageOID.TIME_STAMPING)
    pdf = signed_at(servers, Level.B_B).pdf
    both = with_stamp(
        with_stamp(pdf, stamp_of(pdf, servers, servers.pki.tsa)), stamp_of(pdf, servers, forger)
    )
    first, second = (each["values"][0] for each in signature_in(both).signer_info["unsigned_attrs"])
    assert len(first.dump()) < len(second.dump())  # the forger's, which a reader meets first
    found = found_in(both, servers)
    assert (found.stamped_by, found.stamp_trusted) == ("Test Time Stamps", True)
    assert (found.intact, found.level) == (True, Level.B_T)
