"""Attacks that programs pass over: what was prepared before sealing comes to light afterwards."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from filingdesk.core.signature import Capacity, ChangeKind, FoundSignature, Level
from filingdesk.sign.evidence import Evidence
from filingdesk.sign.pkcs12 import open_pkcs12
from filingdesk.sign.raising import Raising
from filingdesk.sign.session import KeySigner
from filingdesk.sign.verify import PdfVerifier
from tests.sign.making import (
    AT,
    PASSPHRASE,
    amended,
    drawn_stamp,
    judged_by,
    letter,
    new_number,
    saved,
    stream,
    with_files,
    with_places,
)
from tests.sign.servers import Servers

COVER = b"1 1 1 rg 60 700 300 40 re f"


def told_of(pdf: bytes) -> FoundSignature:
    """The seal: intact, but something came after it that nobody may add."""
    verification = PdfVerifier().verify(pdf)
    found = verification.signatures[0]
    assert not verification.good
    assert found.intact
    assert not found.whole
    assert found.changes[-1].kind is ChangeKind.FORBIDDEN
    return found


def sealed_by(signer: KeySigner, pdf: bytes) -> bytes:
    sealed = signer.sign(pdf, Capacity.CENTRE_SEAL, AT).pdf
    assert PdfVerifier().verify(sealed).good
    return sealed


@pytest.mark.parametrize("name", ["filing.json", "exhibit-01-01.jpg"])
def test_a_payload_edited_or_an_exhibit_replaced_is_told(signer: KeySigner, name: str) -> None:
    files = {"filing.json": b'{"fine": "paid"}', "exhibit-01-01.jpg": b"\xff\xd8paid\xff\xd9"}
    sealed = sealed_by(signer, with_files(files))
    with pikepdf.open(BytesIO(sealed)) as pdf:
        names = pdf.Root.Names.EmbeddedFiles.Names
        number = next(
            each.EF.F.objgen[0]
            for each in names
            if isinstance(each, pikepdf.Dictionary) and str(each.UF) == name
        )
    forged = amended(sealed, {number: stream(b"something else", b"/Type /EmbeddedFile")})
    assert PdfVerifier().extract(forged)[name] == b"something else"
    told_of(forged)


def test_a_page_taken_out_afterwards_is_told(signer: KeySigner) -> None:
    with pikepdf.open(BytesIO(letter("One"))) as pdf:
        with pikepdf.open(BytesIO(letter("Two"))) as other:
            pdf.pages.extend(other.pages)
        sealed = sealed_by(signer, saved(pdf))
    with pikepdf.open(BytesIO(sealed)) as pdf:
        pages, first = pdf.Root.Pages.objgen[0], pdf.pages[0].obj.objgen[0]
    told_of(amended(sealed, {pages: b"<< /Type /Pages /Count 1 /Kids [ %d 0 R ] >>" % first}))


def test_shadow_hide_what_covered_a_line_at_sealing_is_taken_away(
    signer: KeySigner, tmp_path: Path
) -> None:
    with pikepdf.open(BytesIO(letter("I owe 100 yuan."))) as pdf:
        page = pdf.pages[0].obj
        cover = pdf.make_stream(COVER, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        cover.BBox = [0, 0, 595, 842]
        page.Resources.XObject = pikepdf.Dictionary(Cover=cover)
        page.Contents = pikepdf.Array([page.Contents, pdf.make_stream(b" /Cover Do")])
        sealed = sealed_by(signer, saved(pdf))
    with pikepdf.open(BytesIO(sealed)) as pdf:
        number = pdf.pages[0].obj.Resources.XObject.Cover.objgen[0]
    form = b"/Type /XObject /Subtype /Form /BBox [ 0 0 595 842 ]"
    forged = amended(sealed, {number: stream(b"", form)})
    file = tmp_path / "forged.pdf"
    file.write_bytes(forged)
    assert "Signature is Valid" in judged_by("pdfsig", "-nocert", file)
    told_of(forged)


def test_shadow_replace_a_font_that_draws_other_figures(signer: KeySigner) -> None:
    sealed = sealed_by(signer, letter("The fine is 100 yuan."))
    with pikepdf.open(BytesIO(sealed)) as pdf:
        font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
        number = font.objgen[0]
    other = b"<< /Type /Encoding /Differences [ 48 /nine ] >>"
    told_of(
        amended(
            sealed,
            {
                number: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding %s >>"
                % other
            },
        )
    )


@pytest.mark.parametrize("has_places", [True, False])
def test_shadow_replace_a_text_field_filled_in_after_sealing(
    signer: KeySigner, has_places: bool
) -> None:
    """Certifying allows to fill in forms, for those who sign after; a text is no signature."""
    start = with_places(Capacity.CENTRE_SEAL) if has_places else letter()
    with pikepdf.open(BytesIO(start)) as pdf:
        page = pdf.pages[0].obj
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Tx,
                T="amount",
                V="100",
                Rect=[72, 600, 172, 620],
                F=4,
                P=page,
            )
        )
        page.Annots = pikepdf.Array([*(page.Annots if has_places else ()), field])
        if not has_places:
            pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[], SigFlags=1)
        pdf.Root.AcroForm.Fields.append(field)
        sealed = sealed_by(signer, saved(pdf))
    writer = IncrementalPdfFileWriter(BytesIO(sealed))
    fields = [each.get_object() for each in writer.root["/AcroForm"]["/Fields"]]
    text = next(each for each in fields if each["/T"] == "amount")
    text["/V"] = generic.pdf_string("100000")
    writer.update_container(text)
    told_of(written(writer))


def test_shadow_hide_and_replace_a_second_letter_that_lay_in_the_file(signer: KeySigner) -> None:
    with pikepdf.open(BytesIO(letter("I paid."))) as pdf:
        with pikepdf.open(BytesIO(letter("I owe."))) as other:
            page = pdf.copy_foreign(other.pages[0].obj)
        pages = pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=1, Kids=[page])
        pdf.Root.Spare = pdf.make_indirect(pages)
        page.Parent = pdf.Root.Spare
        sealed = sealed_by(signer, saved(pdf))
    with pikepdf.open(BytesIO(sealed)) as pdf:
        root, spare = pdf.Root, pdf.Root.Spare
        number, first = root.objgen[0], root.Pages.objgen[0]
        changed = root.unparse(resolved=True).replace(
            b"/Pages %d 0 R" % first, b"/Pages %d 0 R" % spare.objgen[0]
        )
    told_of(amended(sealed, {number: changed}))


def test_what_a_signed_place_shows_cannot_be_exchanged(signer: KeySigner) -> None:
    pdf = with_places(Capacity.CENTRE_SEAL)
    sealed = signer.sign(pdf, Capacity.CENTRE_SEAL, AT, drawn_stamp("Centre")).pdf
    with pikepdf.open(BytesIO(sealed)) as read:
        field = next(each for each in read.Root.AcroForm.Fields if "/V" in each)
        number, empty = field.objgen[0], new_number(sealed)
        before = field.AP.N.objgen[0]
        again = field.unparse(resolved=True).replace(b"%d 0 R" % before, b"%d 0 R" % empty)
    form = stream(b"", b"/Type /XObject /Subtype /Form /BBox [ 0 0 200 56 ]")
    told_of(amended(sealed, {number: again, empty: form}))
    told_of(amended(sealed, {before: form}))


def test_a_line_smuggled_in_with_proofs_of_certificates_is_told(
    servers: Servers, seal: bytes
) -> None:
    with open_pkcs12(seal, PASSPHRASE, Raising(Level.B_LTA, (servers.tsa,))) as signer:
        sealed = signer.sign(letter(), Capacity.CENTRE_SEAL, AT).pdf
    writer = IncrementalPdfFileWriter(BytesIO(sealed))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    line = generic.StreamObject(stream_data=b"BT /F1 30 Tf 72 600 Td (I owe.) Tj ET")
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(line)])
    writer.update_container(page)
    Evidence().write(writer)
    forged = written(writer)
    told_of(forged)
    verification = PdfVerifier().verify(forged)
    assert not any(each.whole for each in verification.signatures)


def written(writer: IncrementalPdfFileWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
