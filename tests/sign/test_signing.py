"""A filing is sealed, and programs that are not ours confirm it."""

from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.sign.pkcs12 import open_pkcs12
from filingdesk.sign.seal import YEARS_VALID
from filingdesk.sign.session import KeySigner
from tests.sign.making import AT, CENTRE, PASSPHRASE, judged_by, letter, saved


def test_poppler_finds_the_seal_valid_over_the_whole_file(
    sealed: SignedFile, tmp_path: Path
) -> None:
    file = tmp_path / "sealed.pdf"
    file.write_bytes(sealed.pdf)
    said = judged_by("pdfsig", file)
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "Not total" not in said
    assert "ETSI.CAdES.detached" in said
    assert "SHA-256" in said
    assert f"{CENTRE}完整性印章" in said
    assert "Mar 02 2026 02:20:30" in said


def test_openssl_finds_the_signature_good_and_the_certificate_bound_into_it(
    sealed: SignedFile, certificate: bytes, tmp_path: Path
) -> None:
    value = seal_dictionary(sealed.pdf)
    start, first, second, length = (int(each) for each in value["ByteRange"])
    content = tmp_path / "content"
    content.write_bytes(sealed.pdf[start:first] + sealed.pdf[second : second + length])
    signature, trusted = tmp_path / "cms.der", tmp_path / "trusted.pem"
    signature.write_bytes(bytes(value["Contents"]))
    trusted.write_bytes(certificate)
    said = judged_by(
        *("openssl", "cms", "-verify", "-binary", "-cades", "-partial_chain"),
        *("-inform", "DER", "-in", signature, "-content", content),
        *("-CAfile", trusted, "-purpose", "any", "-out", tmp_path / "out"),
    )
    assert "CAdES Verification successful" in said


def test_qpdf_finds_nothing_wrong_and_what_was_rendered_is_still_there(
    sealed: SignedFile, tmp_path: Path
) -> None:
    file = tmp_path / "sealed.pdf"
    file.write_bytes(sealed.pdf)
    assert "No syntax or stream encoding errors" in judged_by("qpdf", "--check", file)
    assert sealed.pdf.startswith(letter())


def test_the_signed_file_tells_who_when_and_as_what(sealed: SignedFile) -> None:
    assert sealed.sha256 == sha256(sealed.pdf).hexdigest()
    assert sealed.signer == f"{CENTRE}完整性印章"
    assert sealed.capacity is Capacity.CENTRE_SEAL
    assert sealed.signed_at == AT


def test_the_dictionary_says_in_two_languages_that_it_is_not_the_persons_signature(
    sealed: SignedFile,
) -> None:
    value = seal_dictionary(sealed.pdf)
    assert "不是申请人本人的电子签名" in str(value["Reason"])
    assert "not the applicant's own signature" in str(value["Reason"])
    assert str(value["Name"]) == f"{CENTRE}完整性印章"
    assert str(value["M"]) == "D:20260302102030+08'00'"


@pytest.mark.parametrize("capacity", Capacity)
def test_every_capacity_has_words_of_its_own(signer: KeySigner, capacity: Capacity) -> None:
    value = seal_dictionary(signer.sign(letter(), capacity, AT).pdf)
    own = capacity in {Capacity.CITIZEN, Capacity.AGENT, Capacity.AGENCY_RECEIPT}
    assert ("不是申请人本人的电子签名" in str(value["Reason"])) is not own


def test_only_signing_is_allowed_after_the_seal_and_the_clerk_has_a_place(
    sealed: SignedFile,
) -> None:
    with pikepdf.open(BytesIO(sealed.pdf)) as pdf:
        certified = pdf.Root.Perms.DocMDP.Reference[0]
        fields = {str(each.T): each for each in pdf.Root.AcroForm.Fields}
        assert certified.TransformMethod == "/DocMDP"
        assert int(certified.TransformParams.P) == 2
        assert set(fields) == {"Signature-centre_seal", "Signature-clerk_attestation"}
        assert all("/" in str(each.TU) for each in fields.values())


def test_the_seal_brings_no_font_and_takes_no_room_on_the_page(
    sealed: SignedFile, tmp_path: Path
) -> None:
    assert fonts(sealed.pdf, tmp_path) == fonts(letter(), tmp_path)
    with pikepdf.open(BytesIO(sealed.pdf)) as pdf:
        assert pdf.pages[0].obj.Tabs == "/S"
        for field in pdf.Root.AcroForm.Fields:
            left, bottom, right, top = (float(each) for each in field.Rect)
            assert (right - left, top - bottom) == (0, 0)


def test_a_field_that_the_page_already_has_is_the_one_that_is_signed(
    signer: KeySigner, tmp_path: Path
) -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T="Signature-centre_seal",
                TU="Seal of the centre",
                Rect=[100, 100, 200, 150],
                F=4,
                P=pdf.pages[0].obj,
            )
        )
        pdf.pages[0].Annots = pikepdf.Array([field])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field], SigFlags=3)
        drawn = saved(pdf)
    signed = signer.sign(drawn, Capacity.CENTRE_SEAL, AT).pdf
    with pikepdf.open(BytesIO(signed)) as pdf:
        found = next(each for each in pdf.Root.AcroForm.Fields if "/V" in each)
        assert str(found.TU) == "Seal of the centre"
    assert fonts(signed, tmp_path) == fonts(drawn, tmp_path)


def test_a_seal_signs_on_its_last_day_and_not_after(signer: KeySigner) -> None:
    last = AT + timedelta(days=366 * YEARS_VALID)
    assert signer.sign(letter(), Capacity.CENTRE_SEAL, last).signed_at == last
    with pytest.raises(UserProblem) as told:
        signer.sign(letter(), Capacity.CENTRE_SEAL, last + timedelta(seconds=1))
    assert told.value.problems[0].code == "seal-expired"
    assert told.value.problems[0].facts == {"date": "2031-03-06"}


def test_a_clock_that_runs_years_behind_is_told_as_a_seal_of_the_future(
    signer: KeySigner,
) -> None:
    with pytest.raises(UserProblem) as told:
        signer.sign(letter(), Capacity.CENTRE_SEAL, AT - timedelta(days=400))
    assert told.value.problems[0].code == "seal-not-yet-valid"
    assert told.value.problems[0].facts == {"date": "2026-03-01"}


def test_a_closed_session_signs_nothing(seal: bytes) -> None:
    with open_pkcs12(seal, PASSPHRASE) as session:
        pass
    with pytest.raises(RuntimeError, match="closed"):
        session.sign(letter(), Capacity.CENTRE_SEAL, AT)


@pytest.mark.parametrize("junk", [b"", b"hello", b"%PDF-1.7\n%%EOF", letter()[:300]])
def test_what_is_no_pdf_cannot_be_sealed(signer: KeySigner, junk: bytes) -> None:
    with pytest.raises(UserProblem) as told:
        signer.sign(junk, Capacity.CENTRE_SEAL, AT)
    assert told.value.problems[0].code == "pdf-not-readable"


def test_a_pdf_locked_with_a_password_cannot_be_sealed(signer: KeySigner) -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        locked = saved(pdf, encryption=pikepdf.Encryption(user="u", owner="o"))
    with pytest.raises(UserProblem) as told:
        signer.sign(locked, Capacity.CENTRE_SEAL, AT)
    assert told.value.problems[0].code == "pdf-not-readable"


def fonts(pdf: bytes, folder: Path) -> str:
    """What poppler lists: one line a font."""
    file = folder / "fonts.pdf"
    file.write_bytes(pdf)
    return judged_by("pdffonts", file)


def seal_dictionary(pdf: bytes) -> dict[str, pikepdf.Object]:
    """The first signature dictionary, by key without its slash; /Contents as bytes."""
    with pikepdf.open(BytesIO(pdf)) as read:
        value = next(each.V for each in read.Root.AcroForm.Fields if "/V" in each)
        return {key[1:]: value[key] for key in map(str, value)}
