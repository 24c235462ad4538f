"""PDFs as other programs write, lock and cut them: each is read, or told for what it is."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import SignedFile
from filingdesk.core.verdict import signature_points
from filingdesk.sign.verify import PdfVerifier
from tests.sign.making import amended, letter, new_number, with_files


def locked(pdf: bytes, password: str) -> bytes:
    """As offices lock what they send out: nobody edits it, and `password` opens it."""
    file = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.save(file, encryption=pikepdf.Encryption(owner="office", user=password))
    return file.getvalue()


def loosely_written(pdf: bytes, folder: Path) -> bytes:
    """As mutool writes it: the table begins with a generation that the standard does not know."""
    there, here = folder / "there.pdf", folder / "here.pdf"
    there.write_bytes(pdf)
    subprocess.run(["mutool", "clean", there, here], check=True, capture_output=True)
    content = here.read_bytes()
    assert b"65536 f" in content
    return content


def refused(pdf: bytes) -> set[str]:
    codes = set()
    for read in (PdfVerifier().verify, PdfVerifier().extract, PdfVerifier().form):
        with pytest.raises(UserProblem) as told:
            read(pdf)
        codes.add(told.value.problems[0].code)
    return codes


def test_what_nobody_may_edit_can_be_read_all_the_same() -> None:
    pdf = locked(with_files({"a.txt": b"said"}), "")
    assert PdfVerifier().verify(pdf).signatures == ()
    assert PdfVerifier().extract(pdf) == {"a.txt": b"said"}
    assert PdfVerifier().form(pdf).is_encrypted


def test_what_a_password_locks_is_told_as_that() -> None:
    assert refused(locked(letter(), "secret")) == {"pdf-locked"}


def test_a_signed_file_that_was_locked_afterwards_is_judged(sealed: SignedFile) -> None:
    pdf = locked(sealed.pdf, "")
    (found,) = PdfVerifier().verify(pdf).signatures
    assert not found.intact
    assert PdfVerifier().form(pdf).is_encrypted


@pytest.mark.parametrize("left", [300, -4, -900])
def test_a_copy_that_broke_off_is_told_as_that(left: int) -> None:
    assert refused(letter()[:left]) == {"pdf-cut-off"}


def test_a_file_that_another_program_wrote_loosely_is_judged(
    sealed: SignedFile, tmp_path: Path
) -> None:
    assert PdfVerifier().verify(loosely_written(letter(), tmp_path)).signatures == ()
    (found,) = PdfVerifier().verify(loosely_written(sealed.pdf, tmp_path)).signatures
    assert not found.intact


def test_beside_a_broken_signature_nothing_is_said_of_its_certificate(
    sealed: SignedFile, certificate: bytes, tmp_path: Path
) -> None:
    """Whoever names the right certificate would else be told that it is not the right one."""
    pdf = loosely_written(sealed.pdf, tmp_path)
    points = signature_points(PdfVerifier().verify(pdf, [certificate]).signatures, named=True)
    assert [each.code for each in points] == ["signature-broken"]


def codes_of(pdf: bytes, certificate: bytes) -> list[str]:
    found = PdfVerifier().verify(pdf, [certificate]).signatures
    return [each.code for each in signature_points(found, named=True)]


def test_a_title_that_was_changed_after_signing_is_told(
    sealed: SignedFile, certificate: bytes
) -> None:
    """pyHanko lets it pass, and it once came out as “nothing was changed since”."""
    number = new_number(sealed.pdf)
    retitled = sealed.pdf + _revision(sealed.pdf, number, b"<< /Title (Withdrawn) >>")
    with pikepdf.open(BytesIO(retitled)) as pdf:
        assert str(pdf.docinfo.Title) == "Withdrawn"
    assert "changed-since" in codes_of(retitled, certificate)


def test_a_version_that_brings_nothing_is_told(sealed: SignedFile, certificate: bytes) -> None:
    resaved = amended(sealed.pdf, {new_number(sealed.pdf): b"<< >>"})
    assert "changed-since" in codes_of(resaved, certificate)


@pytest.mark.parametrize(
    ("after", "is_whole"),
    [(b"\r\n\0\0", True), (b"hello", False), (b"hello\nstartxref\n%d\n%%%%EOF\n", False)],
)
def test_only_blanks_may_follow_the_end(
    sealed: SignedFile, certificate: bytes, after: bytes, is_whole: bool
) -> None:
    if b"%d" in after:
        after %= int(sealed.pdf.split()[-2])
    codes = codes_of(sealed.pdf + after, certificate)
    assert ("signature-holds" in codes, "changed-since" in codes) == (is_whole, not is_whole)


def _revision(pdf: bytes, number: int, information: bytes) -> bytes:
    """One more version that names another /Info."""
    added = amended(pdf, {number: information})[len(pdf) :]
    return added.replace(b"trailer\n<<", b"trailer\n<< /Info %d 0 R" % number)
