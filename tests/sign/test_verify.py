"""An agency checks what it received: who signed, as what, and whether all is as it was."""

import subprocess
import time
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.sign.pkcs12 import open_pkcs12
from filingdesk.sign.seal import certificate_pem, make_seal
from filingdesk.sign.session import KeySigner
from filingdesk.sign.verify import PdfVerifier
from tests.sign.making import AT, BEIJING, CENTRE, PASSPHRASE, judged_by, letter, saved


def test_the_seal_is_found_with_everything_about_it(sealed: SignedFile) -> None:
    verification = PdfVerifier().verify(sealed.pdf)
    (found,) = verification.signatures
    assert verification.good
    assert (found.intact, found.whole) == (True, True)
    assert found.capacity is Capacity.CENTRE_SEAL
    assert found.signer == sealed.signer == f"{CENTRE}完整性印章"
    assert found.signed_at == AT
    assert found.level == "PAdES B-B"
    assert found.field == "Signature-centre_seal"


def test_the_time_is_told_as_the_clock_on_the_wall_says_it(
    signer: KeySigner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A signature and its stamp keep it in UTC, where it may still be the day before."""
    early = AT.replace(hour=6)
    signed = signer.sign(letter(), Capacity.CENTRE_SEAL, early)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        (found,) = PdfVerifier().verify(signed.pdf).signatures
    finally:
        monkeypatch.undo()
        time.tzset()
    assert found.signed_at is not None
    assert found.signed_at.isoformat() == early.isoformat()


def test_trust_is_a_matter_of_the_certificates_that_the_agency_names(
    sealed: SignedFile, certificate: bytes
) -> None:
    verifier = PdfVerifier()
    other = certificate_pem(make_seal("Another centre", AT, b"x"), b"x")
    assert verifier.verify(sealed.pdf).signatures[0].trusted is None
    assert verifier.verify(sealed.pdf, [other, certificate]).signatures[0].trusted is True
    assert verifier.verify(sealed.pdf, [other + certificate]).signatures[0].trusted is True
    strange = verifier.verify(sealed.pdf, [other])
    assert strange.signatures[0].trusted is False
    assert strange.signatures[0].intact
    assert not strange.good


def test_a_seal_of_the_same_name_by_somebody_else_is_not_trusted(certificate: bytes) -> None:
    with open_pkcs12(make_seal(CENTRE, AT, b"x"), b"x") as forger:
        forged = forger.sign(letter(), Capacity.CENTRE_SEAL, AT)
    found = PdfVerifier().verify(forged.pdf, [certificate]).signatures[0]
    assert found.signer == f"{CENTRE}完整性印章"
    assert found.trusted is False


def test_a_filing_stays_trusted_after_the_last_day_of_its_seal() -> None:
    then = AT - timedelta(days=20 * 366)
    seal = make_seal(CENTRE, then, PASSPHRASE)
    with open_pkcs12(seal, PASSPHRASE) as signer:
        old = signer.sign(letter(), Capacity.CENTRE_SEAL, then + timedelta(days=1))
    assert PdfVerifier().verify(old.pdf, [certificate_pem(seal, PASSPHRASE)]).good


def test_a_clerk_attests_after_the_seal_and_both_hold(
    sealed: SignedFile, certificate: bytes, tmp_path: Path
) -> None:
    clerk = make_seal("Clerk 17", AT, b"clerk")
    with open_pkcs12(clerk, b"clerk") as session:
        later = AT + timedelta(minutes=3)
        both = session.sign(sealed.pdf, Capacity.CLERK_ATTESTATION, later)
    trust = [certificate, certificate_pem(clerk, b"clerk")]
    verification = PdfVerifier().verify(both.pdf, trust)
    assert verification.good
    assert [each.capacity for each in verification.signatures] == [
        Capacity.CENTRE_SEAL,
        Capacity.CLERK_ATTESTATION,
    ]
    file = tmp_path / "both.pdf"
    file.write_bytes(both.pdf)
    assert judged_by("pdfsig", file).count("Signature is Valid") == 2


def test_a_citizens_token_comes_first_and_the_seal_closes(signer: KeySigner) -> None:
    signed = signer.sign(letter(), Capacity.CITIZEN, AT).pdf
    signed = signer.sign(signed, Capacity.CENTRE_SEAL, AT + timedelta(minutes=1)).pdf
    verification = PdfVerifier().verify(signed)
    assert verification.good
    assert [each.capacity for each in verification.signatures] == [
        Capacity.CITIZEN,
        Capacity.CENTRE_SEAL,
    ]


def test_two_clerks_can_attest_one_after_the_other(signer: KeySigner) -> None:
    signed = letter()
    for minute in range(3):
        at = AT + timedelta(minutes=minute)
        signed = signer.sign(signed, Capacity.CLERK_ATTESTATION, at).pdf
    found = PdfVerifier().verify(signed)
    assert found.good
    assert [each.field for each in found.signatures] == [
        "Signature-clerk_attestation",
        "Signature-clerk_attestation-2",
        "Signature-clerk_attestation-3",
    ]
    assert {each.capacity for each in found.signatures} == {Capacity.CLERK_ATTESTATION}


def test_a_key_on_a_curve_with_a_chain_of_certificates_leads_to_its_root(tmp_path: Path) -> None:
    pkcs12, root = issued_key(tmp_path)
    with open_pkcs12(pkcs12, b"pw") as session:
        signed = session.sign(letter(), Capacity.AGENT, datetime.now(BEIJING))
    verification = PdfVerifier().verify(signed.pdf, [root])
    assert signed.signer == "王律师"
    assert verification.signatures[0].trusted is True
    file = tmp_path / "agent.pdf"
    file.write_bytes(signed.pdf)
    assert "Signature is Valid" in judged_by("pdfsig", "-nocert", file)


def test_a_pdf_nobody_signed_has_no_signatures_and_is_not_good() -> None:
    verification = PdfVerifier().verify(letter())
    assert verification.signatures == ()
    assert not verification.good


@pytest.mark.parametrize("junk", [b"", b"\0" * 999, b"hello", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_told_as_that(junk: bytes) -> None:
    for read in (PdfVerifier().verify, PdfVerifier().extract):
        with pytest.raises(UserProblem) as told:
            read(junk)
        assert told.value.problems[0].code == "pdf-not-readable"


def test_a_certificate_that_is_none_is_told(sealed: SignedFile, certificate: bytes) -> None:
    for junk in (b"", b"junk", certificate[:200], certificate.replace(b"MII", b"AAA")):
        with pytest.raises(UserProblem) as told:
            PdfVerifier().verify(sealed.pdf, [certificate, junk])
        assert told.value.problems[0].code == "certificate-not-readable"


def test_a_signature_of_another_program_is_judged_too(sealed: SignedFile) -> None:
    """The same signature under a field and a filter of another name is still verified."""
    with pikepdf.open(BytesIO(letter())) as pdf:
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                FT=pikepdf.Name.Sig,
                T="Unterschrift1",
                V=pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig)),
            )
        )
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field], SigFlags=3)
        empty = saved(pdf)
    (found,) = PdfVerifier().verify(empty).signatures
    assert (found.intact, found.whole, found.capacity) == (False, False, None)


def issued_key(folder: Path) -> tuple[bytes, bytes]:
    """A P-256 key certified through two authorities by openssl: PKCS#12 (password pw) and root."""
    script = """
    set -e
    new() { openssl ecparam -name prime256v1 -genkey -noout -out $1.key; }
    ask() { new $1; openssl req -new -utf8 -key $1.key -subj "/CN=$2" -out $1.csr; }
    issue() { openssl x509 -req -in $1.csr -CA $2.pem -CAkey $2.key -CAcreateserial \
        -days 9999 -extfile $3 -out $1.pem; }
    printf 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n' > ca.ext
    printf 'keyUsage=critical,digitalSignature\nbasicConstraints=CA:FALSE\n' > user.ext
    new root
    openssl req -x509 -key root.key -subj /CN=Root -days 9999 -out root.pem
    ask middle Middle; issue middle root ca.ext
    ask user 王律师; issue user middle user.ext
    openssl pkcs12 -export -inkey user.key -in user.pem -certfile middle.pem \
        -out user.p12 -passout pass:pw
    """
    subprocess.run(["bash", "-c", script], cwd=folder, check=True, capture_output=True)
    return (folder / "user.p12").read_bytes(), (folder / "root.pem").read_bytes()
