"""Somebody changes a sealed filing: it must never come out good."""

import random
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity, FoundSignature, SignedFile
from filingdesk.core.verdict import signature_points
from filingdesk.sign.session import KeySigner
from filingdesk.sign.verify import PdfVerifier
from tests.sign.making import AT, amended, judged_by, letter, new_number, saved, stream


def seal_in(pdf: bytes) -> FoundSignature:
    (found,) = PdfVerifier().verify(pdf).signatures
    assert not PdfVerifier().verify(pdf).good
    return found


def test_one_byte_changed_in_the_letter_breaks_the_signature(sealed: SignedFile) -> None:
    place = sealed.pdf.index(b"stream\n") + 20
    changed = sealed.pdf[:place] + bytes([sealed.pdf[place] ^ 1]) + sealed.pdf[place + 1 :]
    assert not seal_in(changed).intact


def test_no_byte_that_the_signature_covers_can_change_unnoticed(sealed: SignedFile) -> None:
    verifier, chance = PdfVerifier(), random.Random(14)
    with pikepdf.open(BytesIO(sealed.pdf)) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if "/V" in each)
        _, end, start, _ = (int(each) for each in field.V.ByteRange)
    covered = [*range(end), *range(start, len(sealed.pdf))]
    judged = 0
    for place in chance.sample(covered, 60):
        changed = bytearray(sealed.pdf)
        changed[place] ^= 1 << chance.randrange(8)
        with suppress(UserProblem):
            assert not verifier.verify(bytes(changed)).good, place
            judged += 1
    assert judged > 20


def test_text_laid_over_the_page_afterwards_is_found_though_poppler_says_valid(
    sealed: SignedFile, tmp_path: Path
) -> None:
    forged = overlaid(sealed.pdf)
    file = tmp_path / "forged.pdf"
    file.write_bytes(forged)
    assert "Signature is Valid" in judged_by("pdfsig", "-nocert", file)
    assert "No fine was paid" in judged_by("pdftotext", file, "-")
    found = seal_in(forged)
    assert found.intact
    assert not found.whole


def test_a_page_added_afterwards_is_found(sealed: SignedFile, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(sealed.pdf)) as pdf:
        pages = pdf.Root.Pages
        page = new_number(sealed.pdf)
        kids = b"[ %d 0 R %d 0 R ]" % (pdf.pages[0].obj.objgen[0], page)
        changed = {
            pages.objgen[0]: b"<< /Type /Pages /Count 2 /Kids %s >>" % kids,
            page: b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % pages.objgen[0],
        }
    forged = amended(sealed.pdf, changed)
    file = tmp_path / "forged.pdf"
    file.write_bytes(forged)
    assert judged_by("qpdf", "--show-npages", file).strip() == "2"
    assert not seal_in(forged).whole


def test_a_note_stuck_on_afterwards_is_found(sealed: SignedFile) -> None:
    with pikepdf.open(BytesIO(sealed.pdf)) as pdf:
        page, note = pdf.pages[0].obj, new_number(sealed.pdf)
        page.Annots.append(pikepdf.Dictionary(Type=pikepdf.Name.Annot, Note=note))
        text = page.unparse(resolved=True).replace(
            pikepdf.Dictionary(Type=pikepdf.Name.Annot, Note=note).unparse(), b"%d 0 R" % note
        )
        number = page.objgen[0]
    forged = amended(
        sealed.pdf,
        {
            number: text,
            note: b"<< /Type /Annot /Subtype /Text /Rect [9 9 99 99] /Contents (Withdrawn) >>",
        },
    )
    assert not seal_in(forged).whole


def test_the_seal_cannot_be_passed_off_as_the_citizens_own_signature(sealed: SignedFile) -> None:
    with pikepdf.open(BytesIO(sealed.pdf)) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if "/V" in each)
        field.T = pikepdf.String("Signature-citizen")
        changed = {field.objgen[0]: field.unparse(resolved=True)}
    assert not seal_in(amended(sealed.pdf, changed)).whole


def test_a_filing_whose_seal_was_taken_off_is_not_good(sealed: SignedFile) -> None:
    with pikepdf.open(BytesIO(sealed.pdf)) as pdf:
        del pdf.Root.AcroForm
        del pdf.pages[0].Annots
        bare = saved(pdf)
    assert not PdfVerifier().verify(bare).good


def test_a_seal_moved_to_another_letter_is_not_good(sealed: SignedFile, signer: KeySigner) -> None:
    other = signer.sign(letter("I owe nothing."), Capacity.CENTRE_SEAL, AT).pdf
    assert not seal_in(with_contents(other, contents_of(sealed.pdf))).intact


def test_half_a_file_is_not_good(sealed: SignedFile) -> None:
    with suppress(UserProblem):
        assert not PdfVerifier().verify(sealed.pdf[: len(sealed.pdf) // 2]).good


def test_nothing_can_be_hidden_in_the_room_kept_for_the_signature(sealed: SignedFile) -> None:
    contents = contents_of(sealed.pdf)
    hidden = contents[:-40] + b"48656c6c6f".ljust(40, b"0")
    assert not seal_in(with_contents(sealed.pdf, hidden)).whole


def test_padding_that_makes_up_for_added_bytes_is_found(signer: KeySigner) -> None:
    """The dictionary comes back with more padding, packed so tightly that the lengths agree."""
    with pikepdf.open(BytesIO(letter())) as pdf:
        compact = saved(pdf, compact=True)
    sealed = signer.sign(compact, Capacity.CENTRE_SEAL, AT).pdf
    room = len(contents_of(sealed)) + 2
    forged, padded, spaces = sealed, 17_000, 0
    while len(forged) - len(sealed) + room != 2 * padded + 2:
        odd = (len(forged) - len(sealed) + room) % 2
        spaces += odd
        padded = (len(forged) - len(sealed) + room + odd - 2) // 2
        forged = repadded(
            sealed, padded, b"BT /F1 30 Tf 72 600 Td (No fine was paid) Tj ET", spaces
        )
    found = seal_in(forged)
    assert found.intact
    assert not found.whole


def overlaid(pdf: bytes) -> bytes:
    """The first page with another line of text, in an incremental update."""
    with pikepdf.open(BytesIO(pdf)) as read:
        page, text = read.pages[0].obj, new_number(pdf)
        before = b"%d 0 R" % page.Contents.objgen[0]
        after = page.unparse(resolved=True).replace(
            b"/Contents " + before, b"/Contents [ %s %d 0 R ]" % (before, text)
        )
        number = page.objgen[0]
    line = stream(b"BT /F1 12 Tf 72 600 Td (No fine was paid) Tj ET")
    return amended(pdf, {number: after, text: line})


def contents_of(pdf: bytes) -> bytes:
    """The hexadecimal digits of the first signature."""
    start = pdf.index(b"/Contents <") + len(b"/Contents <")
    return pdf[start : pdf.index(b">", start)]


def with_contents(pdf: bytes, digits: bytes) -> bytes:
    before = contents_of(pdf)
    assert len(before) == len(digits)
    return pdf.replace(before, digits)


def repadded(pdf: bytes, padded: int, text: bytes, spaces: int) -> bytes:
    """The page overlaid, and the signature dictionary again with /Contents of `padded` bytes."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    fields = [each.get_object() for each in writer.root["/AcroForm"]["/Fields"]]
    place = next(each for each in fields if "/V" in each).raw_get("/V").reference
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    line = writer.add_object(generic.StreamObject(stream_data=text + b" " * spaces))
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), line])
    writer.update_container(page)
    signature = place.get_object()
    again = generic.DictionaryObject({key: signature.raw_get(key) for key in signature})
    again[generic.pdf_name("/Contents")] = generic.ByteStringObject(
        bytes.fromhex(contents_of(pdf).decode()).ljust(padded, b"\0")
    )
    writer.prepare_object_stream().add_object(place.idnum, again)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_certificate_that_nobody_can_read_is_no_fault(sealed: SignedFile) -> None:
    """Some readers take a version that X.509 does not know, and others refuse it."""
    assert sealed.pdf.count(b"A003020102") == 1
    found = seal_in(sealed.pdf.replace(b"A003020102", b"A003020104"))
    assert (found.intact, found.signer, found.field) == (False, "", "Signature-centre_seal")
    [point, *_] = signature_points([found], named=False)
    assert (point.code, point.facts["signer"]) == ("signature-broken", "Signature-centre_seal")


def test_a_field_whose_name_is_in_no_encoding_is_no_fault(sealed: SignedFile) -> None:
    name = b"(Signature\\055centre\\137seal)"
    assert sealed.pdf.count(name) == 1
    found = seal_in(sealed.pdf.replace(name, name.replace(b"137", b"177")))
    assert found.capacity is None
