"""Places for signatures with keys: boxes on the page that are fields, named, tagged and empty."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from filingdesk.core.document import SEAL_SIZE, Document, Seal, Seals
from filingdesk.render.pages import PdfRenderer
from tests.render.conftest import Tool, bare
from tests.render.tree import opened

SEALS = Seals(
    (
        Seal("Signature-citizen", "申请人签名", "申请人使用本人持有的密钥签名。"),
        Seal("Signature-clerk_attestation", "工作人员证明", "不是申请人本人的电子签名。"),
        Seal("Signature-centre_seal", "服务中心完整性印章", "文件自此未被改动。"),
    )
)


@pytest.fixture(scope="module")
def sealed(renderer: PdfRenderer, objection: Document) -> bytes:
    return renderer.render(replace(objection, blocks=(*objection.blocks, SEALS)))


def test_each_place_is_a_field_that_nobody_signed_yet(sealed: bytes) -> None:
    fields = PdfFileReader(BytesIO(sealed)).root["/AcroForm"]["/Fields"]
    names = [str(each.get_object()["/T"]) for each in fields]
    assert names == [seal.field for seal in SEALS.places]
    with pikepdf.open(BytesIO(sealed)) as pdf:
        assert pdf.Root.AcroForm.SigFlags == 3
        for field, seal in zip(pdf.Root.AcroForm.Fields, SEALS.places, strict=True):
            assert field.FT == "/Sig"
            assert str(field.TU) == seal.label
            assert "/V" not in field
            assert field.F == 4  # printed, and not hidden
            left, bottom, right, top = (float(edge) for edge in field.Rect)
            assert (right - left, top - bottom) == pytest.approx(SEAL_SIZE, abs=0.02)
            assert field.P.objgen == pdf.pages[-1].obj.objgen


def test_no_two_fields_overlap_and_all_lie_on_the_sheet(sealed: bytes) -> None:
    with pikepdf.open(BytesIO(sealed)) as pdf:
        boxes = [[float(edge) for edge in field.Rect] for field in pdf.Root.AcroForm.Fields]
    for index, (left, bottom, right, top) in enumerate(boxes):
        assert 79 < left < right < 522
        assert 0 < bottom < top < 842
        for other in boxes[index + 1 :]:
            assert right <= other[0] or other[2] <= left or top <= other[1] or other[3] <= bottom


def test_who_listens_comes_to_the_field_between_its_name_and_its_meaning(sealed: bytes) -> None:
    with opened(sealed) as tree:
        assert tree.shape().endswith("Sect(H2 Figure) Sect(P Form P P Form P P Form P)")
        parents = list(tree.pdf.Root.StructTreeRoot.ParentTree.Nums)
        keys = dict(zip(map(int, parents[::2]), parents[1::2], strict=True))
        for form, field in zip(tree.tagged("Form"), tree.pdf.Root.AcroForm.Fields, strict=True):
            assert form.K.Type == "/OBJR"
            assert form.K.Obj.objgen == field.objgen
            assert keys[int(field.StructParent)].objgen == form.objgen


def test_the_page_says_whose_place_it_is_and_what_a_signature_there_means(
    sealed: bytes, judge: Tool
) -> None:
    text = bare(judge(sealed, "pdftotext", "-raw", "FILE", "-").decode())
    for seal in SEALS.places:
        assert seal.label in text
        assert seal.note in text


def test_the_box_is_ruled_where_the_field_is(sealed: bytes) -> None:
    with pikepdf.open(BytesIO(sealed)) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.Root.AcroForm.Fields[0].Rect)
    with pypdfium2.PdfDocument(sealed) as pdf:
        picture = pdf[len(pdf) - 1].render(scale=2).to_pil().convert("L")
    middle = round(picture.height - (bottom + top))
    across = [
        picture.getpixel((x, middle)) for x in range(round(2 * left) - 6, round(2 * right) + 6)
    ]
    dark = [place for place, shade in enumerate(across) if shade < 128]
    assert dark[0] < 12
    assert dark[-1] > len(across) - 12
    assert not [place for place in dark if 12 < place < len(across) - 12]


def test_boxes_are_not_cut_at_the_end_of_a_page(renderer: PdfRenderer) -> None:
    many = Seals(tuple(Seal(f"S-{number}", f"签名{number}", "说明" * 30) for number in range(13)))
    with pikepdf.open(BytesIO(renderer.render(Document("t", "zh-CN", "", "", (many,))))) as pdf:
        assert len(pdf.pages) > 1
        assert [len(page.obj.Annots) for page in pdf.pages] == [8, 5]
        assert all(float(field.Rect[1]) > 85 for field in pdf.Root.AcroForm.Fields)


def test_without_a_place_there_is_no_form(renderer: PdfRenderer, objection: Document) -> None:
    with pikepdf.open(BytesIO(renderer.render(objection))) as pdf:
        assert "/AcroForm" not in pdf.Root
