"""The desk makes its seal at the first run, and agencies get its certificate."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.x509 import BasicConstraints, KeyUsage, load_pem_x509_certificate
from cryptography.x509.oid import NameOID

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity
from filingdesk.sign.pkcs12 import open_pkcs12
from filingdesk.sign.seal import LONGEST_CENTRE_NAME, YEARS_VALID, certificate_pem, make_seal
from filingdesk.sign.verify import PdfVerifier
from tests.sign.making import AT, CENTRE, PASSPHRASE, judged_by, letter


def test_the_certificate_names_the_centre_and_can_sign_documents_only(certificate: bytes) -> None:
    read = load_pem_x509_certificate(certificate)
    usage = read.extensions.get_extension_for_class(KeyUsage)
    assert read.subject.rfc4514_string() == f"CN={CENTRE}完整性印章,O={CENTRE}"
    assert read.issuer == read.subject
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    assert not read.extensions.get_extension_for_class(BasicConstraints).value.ca


def test_the_seal_holds_from_its_first_moment_for_years(certificate: bytes) -> None:
    read = load_pem_x509_certificate(certificate)
    assert read.not_valid_before_utc < AT
    assert read.not_valid_after_utc > AT + timedelta(days=365 * YEARS_VALID)


def test_openssl_opens_the_seal_and_finds_it_encrypted_with_aes_256(
    seal: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "seal.p12"
    file.write_bytes(seal)
    said = judged_by(
        "openssl",
        "pkcs12",
        "-in",
        file,
        "-passin",
        f"pass:{PASSPHRASE.decode()}",
        "-info",
        "-noout",
    )
    assert said.count("PBES2, PBKDF2, AES-256-CBC") == 2
    assert "Shrouded Keybag" in said


def test_two_desks_have_two_keys(certificate: bytes) -> None:
    other = certificate_pem(make_seal(CENTRE, AT, b"other"), b"other")
    one, two = load_pem_x509_certificate(certificate), load_pem_x509_certificate(other)
    assert one.public_key() != two.public_key()
    assert one.serial_number != two.serial_number


@pytest.mark.parametrize(
    ("name", "code"),
    [("  ", "seal-name-empty"), ("政" * (LONGEST_CENTRE_NAME + 1), "seal-name-too-long")],
)
def test_a_name_that_fits_no_certificate_is_told(name: str, code: str) -> None:
    with pytest.raises(UserProblem) as told:
        make_seal(name, AT, PASSPHRASE)
    assert told.value.problems[0].code == code


def test_a_long_name_stands_in_full_and_shortened_where_a_certificate_has_no_room() -> None:
    name = "政" * LONGEST_CENTRE_NAME
    read = load_pem_x509_certificate(certificate_pem(make_seal(name, AT, b"x"), b"x"))
    (full,) = read.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    (short,) = read.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert full.value == name
    assert short.value == "政" * 15 + "…完整性印章"


@pytest.mark.parametrize("name", ["Harbour Service Centre", "Centro de atención ciudadana"])
def test_a_name_in_letters_says_what_it_is_in_letters(name: str) -> None:
    read = load_pem_x509_certificate(certificate_pem(make_seal(name, AT, b"x"), b"x"))
    (common,) = read.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    assert common.value == f"{name} integrity seal"


def test_a_time_without_a_zone_is_a_fault() -> None:
    with pytest.raises(ValueError, match="time zone"):
        make_seal(CENTRE, datetime(2026, 3, 2), PASSPHRASE)


def problem_of(content: bytes, passphrase: bytes) -> str:
    with pytest.raises(UserProblem) as told:
        open_pkcs12(content, passphrase)
    return told.value.problems[0].code


def test_a_wrong_password_and_a_file_that_is_no_seal_are_told_apart(seal: bytes) -> None:
    assert problem_of(seal, b"a wrong one") == "seal-wrong-password"
    assert problem_of(seal, b"") == "seal-wrong-password"
    for junk in (b"", b"\0", b"%PDF-1.7\n", b"0\x03\x02\x01\x03", seal[:-200], b"x" * 5000):
        assert problem_of(junk, PASSPHRASE) == "seal-not-readable"


@pytest.mark.parametrize(
    "kind",
    [("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2"), ("-algorithm", "ED25519")],
)
def test_a_key_of_a_kind_that_nobody_here_can_use_is_told(
    kind: tuple[str, ...], tmp_path: Path
) -> None:
    """Authorities in China give out SM2 keys."""
    key, pem, file = tmp_path / "k.pem", tmp_path / "c.pem", tmp_path / "k.p12"
    judged_by("openssl", "genpkey", *kind, "-out", key)
    judged_by("openssl", "req", "-x509", "-new", "-key", key, "-subj", "/CN=Li", "-out", pem)
    judged_by(
        *("openssl", "pkcs12", "-export", "-inkey", key, "-in", pem, "-out", file),
        *("-passout", "pass:pw"),
    )
    assert problem_of(file.read_bytes(), b"no") == "seal-wrong-password"
    assert problem_of(file.read_bytes(), b"pw") == "seal-of-another-kind"


def test_a_body_with_a_long_name_signs_and_nothing_is_said_of_it(tmp_path: Path) -> None:
    """X.520 allows 64 characters; some libraries count bytes, and warn."""
    name = "中国建设银行股份有限公司天津市滨海新区分行信用卡业务中心"
    key, pem, file = tmp_path / "k.pem", tmp_path / "c.pem", tmp_path / "k.p12"
    judged_by(
        *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-utf8"),
        *("-subj", f"/CN={name}", "-keyout", key, "-out", pem),
    )
    judged_by(
        *("openssl", "pkcs12", "-export", "-inkey", key, "-in", pem, "-out", file),
        *("-passout", "pass:pw"),
    )
    with open_pkcs12(file.read_bytes(), b"pw") as signer:
        signed = signer.sign(letter(), Capacity.CITIZEN, datetime.now(UTC))
    assert signed.signer == name
    assert PdfVerifier().verify(signed.pdf).signatures[0].signer == name


def test_a_seal_without_its_key_is_told(certificate: bytes, tmp_path: Path) -> None:
    pem, file = tmp_path / "c.pem", tmp_path / "c.p12"
    pem.write_bytes(certificate)
    judged_by(
        "openssl", "pkcs12", "-export", "-nokeys", "-in", pem, "-out", file, "-passout", "pass:pw"
    )
    assert problem_of(file.read_bytes(), b"pw") == "seal-has-no-key"
