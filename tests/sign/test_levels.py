"""A signature with a proved time, with the proofs of its certificates, and kept for years."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto.ocsp import OCSPResponse
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtensionOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity, ChangeKind, Level, SignedFile
from filingdesk.sign.evidence import Evidence
from filingdesk.sign.pkcs12 import open_pkcs12
from filingdesk.sign.raising import Raising, raising_of
from filingdesk.sign.stamper import DeskStamper
from filingdesk.sign.verify import PdfVerifier
from tests.sign.making import PASSPHRASE, judged_by, letter
from tests.sign.pki import Holder
from tests.sign.servers import Servers

NOW = datetime.now(UTC).replace(microsecond=0)
_FRESH = """
import sys
from datetime import UTC, datetime
from pathlib import Path

from filingdesk.core.signature import Capacity, Level
from filingdesk.sign.pkcs12 import open_pkcs12
from filingdesk.sign.raising import Raising

with open_pkcs12(Path("key.p12").read_bytes(), b"pw", Raising(Level.B_T, (sys.argv[1],))) as key:
    pdf = Path("letter.pdf").read_bytes()
    print(key.sign(pdf, Capacity.CITIZEN, datetime.now(UTC)).level)
"""


def raising(servers: Servers, level: Level, *paths: str) -> Raising:
    urls = tuple(f"{servers.url}/tsa{path}" for path in paths or ("",))
    return Raising(level, urls, seconds=0.5)


def signed_at(
    servers: Servers, level: Level, *paths: str, holder: Holder | None = None
) -> SignedFile:
    person = holder or servers.pki.person("王小明")
    content = servers.pki.pkcs12(person, b"pw")
    with open_pkcs12(content, b"pw", raising(servers, level, *paths)) as signer:
        return signer.sign(letter(), Capacity.CITIZEN, NOW)


@pytest.mark.parametrize("level", Level)
def test_each_level_is_reached_told_and_found_again(servers: Servers, level: Level) -> None:
    signed = signed_at(servers, level)
    assert (signed.level, signed.lacking) == (level, "")
    verification = PdfVerifier().verify(signed.pdf, [servers.pki.root.pem])
    found = verification.signatures[0]
    assert verification.good
    assert found.level == level
    assert found.trusted is True
    if level is not Level.B_B:
        assert found.stamped_by == "Test Time Stamps"
        assert found.stamp_trusted is True
        assert found.stamped_at is not None
        assert abs(found.stamped_at - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_certificate_with_a_bent_address_signs_and_lacks_its_proof(servers: Servers) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    bent = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Li")]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Far away")]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=1))
        .add_extension(
            x509.UnrecognizedExtension(
                ExtensionOID.AUTHORITY_INFORMATION_ACCESS, b"\x30\x03\x30\x01\x00"
            ),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    secret = BestAvailableEncryption(b"pw")
    alone = pkcs12.serialize_key_and_certificates(b"key", key, bent, None, secret)
    with open_pkcs12(alone, b"pw", raising(servers, Level.B_LT)) as signer:
        signed = signer.sign(letter(), Capacity.CITIZEN, NOW)
    assert (signed.level, signed.lacking) == (Level.B_T, "evidence-missing")


def test_a_key_that_is_opened_first_of_all_signs_with_a_stamp(
    servers: Servers, tmp_path: Path
) -> None:
    """asn1crypto keeps its names as they are when it first needs one: a new process shows it."""
    (tmp_path / "key.p12").write_bytes(servers.pki.pkcs12(servers.pki.person("王小明"), b"pw"))
    (tmp_path / "letter.pdf").write_bytes(letter())
    done = subprocess.run(
        [sys.executable, "-c", _FRESH, servers.tsa],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("PAdES B-T\n", "")


def test_the_next_authority_is_asked_when_the_first_do_not_stamp(servers: Servers) -> None:
    ways = ("/refuses", "/garbage", "/elsewhere", "/yesterday", "/bent", "/person", "/slow", "")
    signed = signed_at(servers, Level.B_T, *ways)
    assert (signed.level, signed.lacking) == (Level.B_T, "")
    assert [servers.asked[f"/tsa{way}"] for way in ways] == [1] * len(ways)
    assert PdfVerifier().verify(signed.pdf, [servers.pki.root.pem]).good


def test_nothing_but_a_hash_and_a_number_goes_to_the_authority(servers: Servers) -> None:
    signed_at(servers, Level.B_T)
    (query,) = servers.bodies
    assert len(query) < 80
    assert "王小明".encode() not in query


@pytest.mark.parametrize(
    "way", ["/refuses", "/garbage", "/elsewhere", "/yesterday", "/bent", "/person", "/slow"]
)
def test_without_a_time_stamp_the_signature_is_kept_and_the_lack_is_told(
    servers: Servers, way: str
) -> None:
    signed = signed_at(servers, Level.B_LTA, way)
    assert (signed.level, signed.lacking) == (Level.B_B, "tsa-unreachable")
    (found,) = PdfVerifier().verify(signed.pdf, [servers.pki.root.pem]).signatures
    assert found.intact
    assert found.level == Level.B_B
    assert (found.stamped_at, found.stamped_by, found.stamp_trusted) == (None, "", None)


def test_a_desk_that_knows_no_authority_tells_that(servers: Servers) -> None:
    with open_pkcs12(
        servers.pki.pkcs12(servers.pki.person("王"), b"pw"), b"pw", Raising(Level.B_T)
    ) as signer:
        signed = signer.sign(letter(), Capacity.CITIZEN, NOW)
    assert (signed.level, signed.lacking) == (Level.B_B, "tsa-missing")
    with pytest.raises(UserProblem) as told:
        DeskStamper(Raising(Level.B_T)).stamp(signed.pdf)
    assert told.value.problems[0].code == "tsa-missing"


def test_where_nobody_says_whether_a_certificate_holds_the_time_is_still_proved(
    servers: Servers,
) -> None:
    servers.pki.silent = True
    signed = signed_at(servers, Level.B_LTA)
    assert (signed.level, signed.lacking) == (Level.B_T, "evidence-missing")
    assert PdfVerifier().verify(signed.pdf).signatures[0].level == Level.B_T


def test_a_withdrawn_certificate_signs_nothing(servers: Servers) -> None:
    person = servers.pki.person("王小明")
    servers.pki.withdrawn[person.certificate.serial_number] = NOW - timedelta(days=3)
    with pytest.raises(UserProblem) as told:
        signed_at(servers, Level.B_LT, holder=person)
    assert told.value.problems[0].code == "certificate-revoked"


def test_a_certificate_withdrawn_before_the_stamp_is_found_in_the_file(servers: Servers) -> None:
    """It was signed without the network, and proofs of another signature lie in the file."""
    person = servers.pki.person("王小明")
    early = signed_at(servers, Level.B_T, holder=person)
    since = NOW - timedelta(days=3)
    lift = with_proofs_of(servers, early, person, since)
    verification = PdfVerifier().verify(lift, [servers.pki.root.pem])
    assert verification.signatures[0].revoked_at == since
    assert verification.signatures[0].intact
    assert not verification.good


def test_a_certificate_withdrawn_long_after_the_stamp_does_no_harm(servers: Servers) -> None:
    person = servers.pki.person("王小明")
    early = signed_at(servers, Level.B_T, holder=person)
    lift = with_proofs_of(servers, early, person, datetime.now(UTC) + timedelta(days=1))
    verification = PdfVerifier().verify(lift, [servers.pki.root.pem])
    assert verification.signatures[0].revoked_at is None
    assert verification.good


@pytest.mark.parametrize("level", [Level.B_T, Level.B_LT, Level.B_LTA])
def test_what_was_signed_without_the_network_is_raised_later(
    servers: Servers, level: Level
) -> None:
    offline = signed_at(servers, Level.B_B)
    stamped = DeskStamper(raising(servers, level)).stamp(offline.pdf)
    assert (stamped.level, stamped.lacking) == (level, "")
    verification = PdfVerifier().verify(stamped.pdf, [servers.pki.root.pem])
    found = verification.signatures[0]
    assert verification.good
    assert found.level == level
    assert found.signed_at == NOW
    kinds = [each.kind for each in found.changes]
    assert ChangeKind.FORBIDDEN not in kinds
    assert (ChangeKind.REVOCATION_DATA in kinds) is (level is not Level.B_T)
    assert (ChangeKind.TIME_STAMP in kinds) is (level is Level.B_LTA)


def test_two_signatures_made_without_the_network_get_one_stamp_over_both(
    servers: Servers,
) -> None:
    first = signed_at(servers, Level.B_B)
    clerk = servers.pki.pkcs12(servers.pki.person("Clerk 17"), b"pw")
    with open_pkcs12(clerk, b"pw") as signer:
        both = signer.sign(first.pdf, Capacity.CLERK_ATTESTATION, NOW)
    stamped = DeskStamper(raising(servers, Level.B_T)).stamp(both.pdf)
    assert stamped.pdf.startswith(both.pdf)
    found = PdfVerifier().verify(stamped.pdf, [servers.pki.root.pem])
    assert found.good
    assert [each.level for each in found.signatures] == [Level.B_T, Level.B_T, "time stamp"]
    assert {each.stamped_by for each in found.signatures} == {"Test Time Stamps"}


def test_a_second_signature_leaves_the_first_ones_stamp_as_it_is(servers: Servers) -> None:
    first = signed_at(servers, Level.B_LT)
    clerk = servers.pki.pkcs12(servers.pki.person("Clerk 17"), b"pw")
    with open_pkcs12(clerk, b"pw", raising(servers, Level.B_LTA)) as signer:
        both = signer.sign(first.pdf, Capacity.CLERK_ATTESTATION, NOW)
    assert both.pdf.startswith(first.pdf)
    verification = PdfVerifier().verify(both.pdf, [servers.pki.root.pem])
    assert verification.good
    assert [each.level for each in verification.signatures[:2]] == [Level.B_LTA, Level.B_LTA]


def test_raising_later_tells_what_it_cannot_have(servers: Servers) -> None:
    offline = signed_at(servers, Level.B_B)
    with pytest.raises(UserProblem) as told:
        DeskStamper(raising(servers, Level.B_T, "/refuses")).stamp(offline.pdf)
    assert told.value.problems[0].code == "tsa-unreachable"
    servers.pki.silent = True
    stamped = DeskStamper(raising(servers, Level.B_LT)).stamp(offline.pdf)
    assert (stamped.level, stamped.lacking) == (Level.B_T, "evidence-missing")


@pytest.mark.parametrize(("pdf", "code"), [(letter(), "pdf-not-signed"), (b"", "pdf-not-readable")])
def test_what_is_not_signed_gets_no_stamp(servers: Servers, pdf: bytes, code: str) -> None:
    with pytest.raises(UserProblem) as told:
        DeskStamper(raising(servers, Level.B_T)).stamp(pdf)
    assert told.value.problems[0].code == code


def test_an_agency_that_trusts_only_the_signer_still_finds_the_file_good(
    servers: Servers, seal: bytes, certificate: bytes
) -> None:
    with open_pkcs12(seal, PASSPHRASE, raising(servers, Level.B_LTA)) as signer:
        signed = signer.sign(letter(), Capacity.CENTRE_SEAL, NOW)
    verification = PdfVerifier().verify(signed.pdf, [certificate])
    assert verification.good
    assert verification.signatures[0].level == Level.B_LTA
    assert verification.signatures[0].stamp_trusted is False


def test_poppler_finds_a_stamped_signature_valid_over_the_whole_file(
    servers: Servers, tmp_path: Path
) -> None:
    file = tmp_path / "stamped.pdf"
    file.write_bytes(signed_at(servers, Level.B_T).pdf)
    said = judged_by("pdfsig", "-nocert", file)
    assert "Signature is Valid" in said
    assert "Total document signed" in said


def test_a_desk_keeps_its_level_as_words_and_its_authorities_one_a_line() -> None:
    kept = raising_of(b"PAdES B-LT", b"https://one.example\nhttp://two.example\n", None)
    assert kept == Raising(Level.B_LT, ("https://one.example", "http://two.example"))
    assert raising_of(None, None, None) == Raising()
    assert raising_of(b"of another version", None, None).level is Level.B_B


def with_proofs_of(
    servers: Servers, signed: SignedFile, holder: Holder, withdrawn: datetime
) -> bytes:
    """The file with what the issuer says of a certificate now, as anybody could lay it in."""
    servers.pki.withdrawn[holder.certificate.serial_number] = withdrawn
    question = (
        ocsp.OCSPRequestBuilder()
        .add_certificate(holder.certificate, servers.pki.issuer.certificate, hashes.SHA1())
        .build()
    )
    answer = OCSPResponse.load(servers.pki.ocsp(question.public_bytes(Encoding.DER)))
    writer = IncrementalPdfFileWriter(BytesIO(signed.pdf))
    assert Evidence(answers=[answer]).write(writer)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()
